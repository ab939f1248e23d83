import type { Why } from '@sportello/contract';
import { dayOf, formatTime } from '../../format/dates.ts';
import { deskWhy } from '../../messages/desk-why.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { staffPaths } from '../../staff/staff-paths.ts';

type Calendar = Why['needs'][number][number];

/** What each calendar says, and where to look. With several needs, each needs one that is free. */
export function CalendarReasons({ why: { needs }, startsAt }: { readonly why: Why; readonly startsAt: string }) {
  const texts = useMessages(deskWhy);
  return (
    <>
      <h3>{texts.calendars}</h3>
      {needs.length > 1 && <p>{texts.needsAll}</p>}
      {needs.map((need, index) => (
        <div key={index}>
          {index > 0 && <p className="why-need">{texts.need(index + 1)}</p>}
          <ul className="row-list why-calendars">
            {need.map((calendar) => (
              <li key={calendar.calendar_id}>
                <CalendarLine calendar={calendar} startsAt={startsAt} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function CalendarLine({ calendar: { calendar_id, calendar_name, reason, taken_by, absence }, startsAt }: { readonly calendar: Calendar; readonly startsAt: string }) {
  const texts = useMessages(deskWhy);
  const language = useLanguage();
  const sayTaken = reason === 'taken' || reason === 'buffer' ? texts.takenFrom : texts.takenToo;
  const isFree = reason === 'free' || reason === 'notice' || reason === 'horizon';
  return (
    <>
      <div className="row-main">
        <strong>{calendar_name}</strong>
        <span className="row-facts">
          <span className={`state-chip ${isFree ? 'state-good' : ''}`}>{texts.calendarReasons[reason]}</span>
          {taken_by && ` ${sayTaken(formatTime(taken_by.starts_at), formatTime(taken_by.ends_at))}`}
          {taken_by?.held_until && `, ${texts.heldUntil(formatTime(taken_by.held_until))}`}
          {taken_by && !taken_by.appointment_id && !taken_by.held_until && `, ${texts.notYours}`}
          {absence && ` ${texts.absentFrom(formatMoment(absence.starts_at, language), formatMoment(absence.ends_at, language))}${absence.reason ? `: ${absence.reason}` : ''}`}
        </span>
      </div>
      <div className="row-actions">
        {taken_by?.appointment_id && <a href={staffPaths.appointment(taken_by.appointment_id)}>{texts.openAppointment}</a>}
        <a href={staffPaths.agenda({ day: dayOf(startsAt), calendars: calendar_id })}>{texts.openAgenda}</a>
      </div>
    </>
  );
}
