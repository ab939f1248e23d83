import type { Member } from '@sportello/contract';
import { useAnswer, useAnswerSoon } from '../../../api.ts';
import { memberCalendars } from '../../../messages/member-calendars.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { formatMoment } from '../../../staff/moments.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { recordsOf } from '../../records/queries.ts';
import { bookedAhead, theirs } from './queries.ts';

/** What stays in the calendars of somebody who leaves, and what to do with it before. Nothing where no calendar is theirs. */
export function LeavingNote({ shown }: { readonly shown: Member }) {
  const { leaving: texts } = useMessages(memberCalendars);
  const language = useLanguage();
  const calendars = theirs(useAnswer(recordsOf('calendar')).items, shown).filter(({ state }) => state === 'used');
  const booked = useAnswerSoon(bookedAhead(shown.id));
  const [first] = calendars;
  if (!first || booked === undefined) return null;
  if (booked === null) return <Alert kind="warning">{texts.unknown}</Alert>;
  const busiest = booked.items.find(({ appointments_ahead }) => appointments_ahead > 0)?.calendar_id ?? first.id;
  return (
    <Alert kind="warning">
      <p>
        <strong>{texts.title}</strong>
      </p>
      <ul>
        {calendars.map(({ id, title }) => {
          const { appointments_ahead = 0, next_starts_at = null } = booked.items.find(({ calendar_id }) => calendar_id === id) ?? {};
          return <li key={id}>{next_starts_at ? texts.booked(appointments_ahead, title, formatMoment(next_starts_at, language)) : texts.free(title)}</li>;
        })}
      </ul>
      <p>{texts.todo}</p>
      <a href={staffPaths.newAbsence({ calendar: busiest })}>{texts.absence}</a>
    </Alert>
  );
}

/** An invitation is taken back once no calendar is theirs. */
export function RemovalNote({ shown }: { readonly shown: Member }) {
  const { removing } = useMessages(memberCalendars);
  const names = theirs(useAnswer(recordsOf('calendar')).items, shown).map(({ title }) => `«${title}»`);
  return names.length > 0 && <Alert kind="warning">{removing(names.join(', '))}</Alert>;
}
