import type { Office } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { desk } from '../messages/desk.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { dayAfter } from '../format/days.ts';
import { staffPaths } from '../staff/staff-paths.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  readonly day: string;
  readonly today: string;
  readonly officeId: string | undefined;
  readonly offices: readonly Office[];
}

export function DayTurner({ day, today, officeId, offices }: Props) {
  const { day: texts } = useMessages(desk);
  const navigate = useNavigate();
  return (
    <div className="day-tools">
      {offices.length > 1 && (
        <div className="day-office">
          <label htmlFor="office">{texts.office}</label>
          <select
            id="office"
            className="form-select"
            value={officeId ?? ''}
            onChange={({ target }) => void navigate(staffPaths.desk({ day: day === today ? undefined : day, officeId: target.value }))}
          >
            <option value="">{texts.allOffices}</option>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
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
    </div>
  );

  /** Today needs no day in its address: the page that is open in the morning is still right tomorrow. */
  function pathTo(other: string): string {
    return staffPaths.desk({ day: other === today ? undefined : other, officeId });
  }
}
