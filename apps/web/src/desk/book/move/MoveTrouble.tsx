import { formatDay, formatHour, formatShortDay, formatTime } from '../../../format/dates.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Refusal } from '../../../staff/Refusal.tsx';
import { problemOf } from '../../../staff/staff-call.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { alternativesIn } from '../hold-time.ts';
import type { Slot } from '../queries.ts';

interface Props {
  readonly error: Error;
  readonly startsAt: string;
  /** For a time outside the hours that was typed: it may be meant. */
  readonly onAnyway: (() => void) | null;
  readonly onChoose: (slot: Pick<Slot, 'starts_at'>) => void;
}

/** Why it was not moved, and the way on. */
export function MoveTrouble({ error, startsAt, onAnyway, onChoose }: Props) {
  const { move: texts, other, held } = useMessages(deskBook);
  const language = useLanguage();
  const problem = problemOf(error);
  const when = `${formatDay(startsAt, language)}, ${formatHour(startsAt, language)}`;
  if (problem === 'changed-meanwhile' || problem === 'state-conflict') {
    return (
      <Alert kind="warning" role="alert">
        <p>{problem === 'changed-meanwhile' ? texts.changed : texts.notNow}</p>
      </Alert>
    );
  }
  if (onAnyway) {
    return (
      <Alert kind="warning" role="alert">
        <p>{other.notOffered(when)}</p>
        <Button onClick={onAnyway}>{other.anyway}</Button>
      </Alert>
    );
  }
  if (problem !== 'slot-taken' && problem !== 'slot-not-offered') return <Refusal error={error} />;
  return (
    <Alert kind="warning" role="alert">
      <p>{problem === 'slot-taken' ? held.taken(when) : held.notOffered(when)}</p>
      <div className="button-row">
        {alternativesIn(error).map((slot) => (
          <Button key={slot.starts_at} kind="outline-primary" onClick={() => onChoose(slot)}>
            {formatShortDay(slot.starts_at, language)}, {formatTime(slot.starts_at)}
          </Button>
        ))}
      </div>
    </Alert>
  );
}
