import { dayAfter } from '../../format/days.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { BoardFilter } from './group-board.ts';

interface Props {
  readonly day: string;
  readonly today: string;
  readonly filter: BoardFilter;
}

export function DayTurner({ day, today, filter }: Props) {
  const texts = useMessages(deskToday);
  return (
    <div className="day-turner">
      <a href={pathTo(dayAfter(day, -1))}>
        <Icon name="arrow-left" size="sm" color="primary" />
        <span className="visually-hidden">{texts.previous}</span>
      </a>
      <a href={pathTo(today)} aria-current={day === today ? 'date' : undefined}>
        {day === today ? texts.isToday : texts.backToToday}
      </a>
      <a href={pathTo(dayAfter(day, 1))}>
        <Icon name="arrow-right" size="sm" color="primary" />
        <span className="visually-hidden">{texts.next}</span>
      </a>
    </div>
  );

  /** Today needs no day in its address: the page that is open in the morning is still right tomorrow. */
  function pathTo(other: string): string {
    return staffPaths.desk({ ...filter, day: other === today ? undefined : other });
  }
}
