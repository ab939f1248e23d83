import type { Hold } from '@sportello/contract';
import { formatDay, formatHour } from '../format/dates.ts';
import { bookTime } from '../messages/book-time.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Live } from '../ui/Live.tsx';
import { useBookable } from './booking.ts';
import { isTimeGone, useHoldTime } from './hold-time.ts';
import { NearestTimes } from './NearestTimes.tsx';
import { pathOfStep } from './steps.ts';
import { TroubleNote } from './TroubleNote.tsx';

/** The answers stay; the same time is asked for again, or one of the nearest. */
export function HeldTimeEnded({ hold }: { readonly hold: Hold }) {
  const { held: texts, taken, checking } = useMessages(bookTime);
  const { bookable, choice, language } = useBookable();
  const holding = useHoldTime(bookable);
  const when = `${formatDay(hold.starts_at, language)}, ${formatHour(hold.starts_at, language)}`;
  const isGone = isTimeGone(holding.error);
  return (
    <>
      {!isGone && (
        <Alert kind="warning" role="status">
          <h2>{texts.ended}</h2>
          <p>{texts.endedText}</p>
          <div className="button-row">
            <Button busy={holding.isPending} onClick={() => holding.mutate(hold.starts_at)}>
              {texts.again(when)}
            </Button>
            <a href={pathOfStep('time', choice)}>{taken.choose}</a>
          </div>
          {holding.isChecking && <p>{checking}</p>}
        </Alert>
      )}
      {isGone && (
        <>
          <NearestTimes error={holding.error} isBusy={holding.isPending} onChoose={(start) => holding.mutate(start)} />
          <p>
            <a href={pathOfStep('time', choice)}>{taken.choose}</a>
          </p>
        </>
      )}
      {holding.isError && !isGone && <TroubleNote error={holding.error} />}
      <Live text={holding.isChecking ? checking : ''} />
    </>
  );
}
