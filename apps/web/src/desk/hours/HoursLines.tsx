import { useAnswerSoon } from '../../api.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { hoursOf } from './queries.ts';
import { sayHours } from './say-hours.ts';

/** When a calendar is open, at a glance; empty until that is known. */
export function HoursLines({ calendarId }: { readonly calendarId: string }) {
  const hours = useMessages(deskHours);
  const language = useLanguage();
  const known = useAnswerSoon(hoursOf(calendarId));
  const { glance: texts } = hours;
  if (known === undefined) return <span className="hours-lines" aria-busy="true" />;
  if (known === null) return texts.unknown;
  if (known.rules.length === 0) {
    return (
      <>
        <strong>{texts.none}.</strong> {texts.noneHelp}
      </>
    );
  }
  return (
    <span className="hours-lines">
      {sayHours(known.rules, { hours, language }).map((line) => (
        <span key={line}>{line}</span>
      ))}
      {known.absences.length > 0 && <span className="form-text">{texts.away}</span>}
    </span>
  );
}
