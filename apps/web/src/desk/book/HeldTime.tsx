import type { DeskHold } from '@sportello/contract';
import { heldFor } from '../../book/held-time.ts';
import { formatDay, formatHour, formatShortDay, formatTime } from '../../format/dates.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useDeskNow } from '../../session/desk-clock.ts';
import { problemOf } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { TimeWish } from './draft.ts';
import { alternativesIn } from './hold-time.ts';
import type { Slot } from './queries.ts';

export interface LostTime {
  readonly time: TimeWish;
  readonly error: Error;
}

interface Props {
  readonly time: TimeWish | null;
  readonly hold: DeskHold | null;
  readonly isHolding: boolean;
  readonly lost: LostTime | null;
  /** What became of the time that the page was opened with. */
  readonly said: string | null;
  readonly onAgain: () => void;
  readonly onChoose: (slot: Pick<Slot, 'starts_at' | 'place_id'>) => void;
}

/** The time that is kept for the person on the phone: quiet while it lasts. */
export function HeldTime({ time, hold, isHolding, lost, said, onAgain, onChoose }: Props) {
  const { held: texts } = useMessages(deskBook);
  const language = useLanguage();
  const deskNow = useDeskNow();
  if (lost && !isHolding) return <TimeGone {...lost} onChoose={onChoose} />;
  const isLive = hold !== null && heldFor(hold, deskNow).isLive;
  return (
    <div className={`held-panel ${time ? 'is-held' : ''}`}>
      <p className="held-when">
        {time ? (
          <strong>
            {formatDay(time.starts_at, language)}, {formatHour(time.starts_at, language)}
          </strong>
        ) : (
          texts.none
        )}
        {time?.outside_hours && <Chip label={texts.outside} />}
      </p>
      <p className="held-left" role="status">
        {isHolding ? texts.holding : time && hold && !isLive && texts.ended}
        {!isHolding && said && time && isLive && ` ${said}`}
      </p>
      {!isHolding && time && isLive && <p className="held-left">{texts.until(formatTime(hold?.expires_at ?? ''))}</p>}
      {!isHolding && !time && said && <p className="held-left">{said}</p>}
      {!isHolding && time && hold && !isLive && (
        <Button kind="outline-primary" onClick={onAgain}>
          {texts.again}
        </Button>
      )}
    </div>
  );
}

function TimeGone({ time, error, onChoose }: LostTime & Pick<Props, 'onChoose'>) {
  const { held: texts } = useMessages(deskBook);
  const language = useLanguage();
  const when = `${formatShortDay(time.starts_at, language)}, ${formatHour(time.starts_at, language)}`;
  const others = alternativesIn(error);
  return (
    <Alert kind="warning" role="alert">
      <p>{problemOf(error) === 'slot-taken' ? texts.taken(when) : texts.notOffered(when)}</p>
      {others.length === 0 && <p>{texts.noOther}</p>}
      <div className="button-row">
        {others.map((other) => (
          <Button key={`${other.starts_at} ${other.place_id}`} kind="outline-primary" onClick={() => onChoose(other)}>
            {formatShortDay(other.starts_at, language)}, {formatTime(other.starts_at)}
          </Button>
        ))}
      </div>
    </Alert>
  );
}
