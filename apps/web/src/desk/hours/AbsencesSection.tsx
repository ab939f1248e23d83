import type { Absence, CalendarHours } from '@sportello/contract';
import { useId, useState } from 'react';
import { formatDay, formatShortDay } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import type { it } from '../../messages/desk-hours.it.ts';
import type { Language } from '../../messages/language.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { wallTimeOf, writeMinute } from '../agenda/wall-time.ts';
import { ConfirmChange } from './ConfirmChange.tsx';

interface Props {
  readonly hours: CalendarHours;
  readonly mayChange: boolean;
}

/** Absences that are not over. */
export function AbsencesSection({ hours, mayChange }: Props) {
  const { absences: texts, copy } = useMessages(deskHours);
  const language = useLanguage();
  const id = useId();
  const [ending, setEnding] = useState<string | null>(null);
  const all = [...hours.absences].sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  const absences = all.filter(({ is_imported }) => !is_imported);
  const imported = all.filter(({ is_imported }) => is_imported);
  return (
    <section aria-labelledby={id} className="hours-section">
      <h2 id={id}>{texts.title}</h2>
      <p className="form-text">{texts.text}</p>
      {absences.length === 0 && <p className="empty-state">{texts.none}</p>}
      <ul className="row-list">
        {absences.map((absence) => {
          const period = sayPeriod(absence, texts, language);
          return (
            <li key={absence.id}>
              <span className="row-main">
                <strong>{period}</strong>
                <span className="row-facts">{absence.reason}</span>
              </span>
              {mayChange && (
                <span className="row-actions">
                  <button type="button" className="plain-button" aria-label={texts.endWhich(period)} onClick={() => setEnding(absence.id)}>
                    {texts.end}
                  </button>
                </span>
              )}
              {ending === absence.id && (
                <div className="row-form">
                  <ConfirmChange id={`end-${absence.id}`} change={{ kind: 'end_absence', absence_id: absence.id }} text={texts.ending(period)} save={texts.saveEnd} cancel={copy.cancel} onClose={() => setEnding(null)} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {imported.length > 0 && <ImportedAbsences calendarId={hours.calendar.id} absences={imported} />}
      {mayChange && (
        <ButtonLink kind="outline-primary" href={staffPaths.newAbsence({ calendar: hours.calendar.id })}>
          {texts.add}
        </ButtonLink>
      )}
    </section>
  );
}

const mostImported = 20;

/** They may be hundreds, and only looking at them is possible here: folded, and the next ones alone. */
function ImportedAbsences({ calendarId, absences }: { readonly calendarId: string; readonly absences: readonly Absence[] }) {
  const { absences: texts } = useMessages(deskHours);
  const language = useLanguage();
  return (
    <details className="imported-absences">
      <summary>{texts.importedCount(absences.length)}</summary>
      <p className="form-text">
        {texts.importedText} <a href={staffPaths.calendarLinks(calendarId)}>{texts.toLinks}</a>
      </p>
      <ul className="row-list">
        {absences.slice(0, mostImported).map((absence) => (
          <li key={absence.id}>{sayPeriod(absence, texts, language)}</li>
        ))}
      </ul>
      {absences.length > mostImported && <p className="form-text">{texts.importedMore(absences.length - mostImported)}</p>}
    </details>
  );
}

/** "martedì 24 novembre 2026, tutto il giorno"; "dal 24 novembre al 27 novembre". */
function sayPeriod({ starts_at, ends_at }: Absence, texts: typeof it.absences, language: Language): string {
  const [start, end] = [wallTimeOf(starts_at), wallTimeOf(ends_at)];
  const isWholeDays = start.minute === 0 && end.minute === 0;
  const lastDay = isWholeDays ? dayAfter(end.day, -1) : end.day;
  if (isWholeDays && start.day === lastDay) return texts.day(formatDay(start.day, language));
  if (start.day === end.day) return texts.hours(formatDay(start.day, language), writeMinute(start.minute), writeMinute(end.minute));
  const [from, to] = [formatShortDay(start.day, language), formatShortDay(lastDay, language)];
  return isWholeDays ? texts.span(from, to) : texts.span(`${from}, ${writeMinute(start.minute)}`, `${to}, ${writeMinute(end.minute)}`);
}
