import { formatDay } from '../../format/dates.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import type { BoardFilter } from './group-board.ts';

interface Props {
  readonly day: string;
  /** The next one on which somebody is expected. */
  readonly nextDay: string | null;
  readonly isToday: boolean;
  readonly filter: BoardFilter;
  readonly mayBook: boolean;
}

/** Nobody today: why, as far as it is plain, and where to go on. */
export function EmptyDay({ day, nextDay, isToday, filter, mayBook }: Props) {
  const { empty } = useMessages(deskToday);
  const language = useLanguage();
  const isFiltered = filter.officeId !== undefined || filter.calendar !== undefined;
  const isSunday = weekdayOf(day) === 0;
  return (
    <div className="empty-state">
      <p>{isSunday ? empty.sunday : isFiltered ? empty.filtered : isToday ? empty.today : empty.day}</p>
      <ul className="plain-list empty-ways">
        {isFiltered && !isSunday && (
          <li>
            <a href={staffPaths.desk({ day: isToday ? undefined : day })}>{empty.noFilter}</a>
          </li>
        )}
        {nextDay && (
          <li>
            <a href={staffPaths.desk({ ...filter, day: nextDay })}>{empty.nextDay(formatDay(nextDay, language))}</a>
          </li>
        )}
        {mayBook && (
          <li>
            <a href={staffPaths.book()}>{empty.book}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}
