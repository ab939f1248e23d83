import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import type { Column } from './grid.ts';
import { writeColumnDay } from './write-day.ts';

interface Props {
  readonly column: Column;
  readonly isWeek: boolean;
  /** Whether the days have several calendars each. */
  readonly hasSeveral: boolean;
  readonly today: string;
  readonly look: number;
}

/** Whose column it is, and of which day; why it is closed, or what else is that day. */
export function ColumnHead({ column, isWeek, hasSeveral, today, look }: Props) {
  const { grid, choose } = useMessages(deskAgenda);
  const language = useLanguage();
  const { calendar, day, closedFor, open } = column;
  return (
    <div className="agenda-column-head">
      {isWeek && (
        <a href={staffPaths.agenda({ day, view: 'giorno' })} className={day === today ? 'is-today' : undefined}>
          {writeColumnDay(day, language)}
        </a>
      )}
      {(!isWeek || hasSeveral) && (
        <span className="agenda-column-name">
          <span className={`swatch look-${look}`} aria-hidden="true" />
          {isWeek ? <span>{calendar.name}</span> : <a href={staffPaths.calendarHours(calendar.id)} title={choose.hours(calendar.name)}>{calendar.name}</a>}
        </span>
      )}
      {closedFor && <span className="agenda-closed-for">{open.length === 0 ? grid.closedDay(closedFor) : closedFor}</span>}
    </div>
  );
}
