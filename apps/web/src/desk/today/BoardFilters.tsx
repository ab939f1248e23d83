import type { Board, Office } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { type BoardFilter, ownCalendars } from './group-board.ts';

interface Props {
  /** Undefined for today. */
  readonly day: string | undefined;
  readonly filter: BoardFilter;
  readonly offices: readonly Office[];
  readonly calendars: Board['calendars'];
}

/** Whose people are shown. It stands in the address, so that each desk keeps its own view as a bookmark. */
export function BoardFilters({ day, filter, offices, calendars }: Props) {
  const texts = useMessages(deskToday);
  const navigate = useNavigate();
  const go = (change: Partial<BoardFilter>) => void navigate(staffPaths.desk({ day, ...filter, ...change }));
  const ofOffice = calendars.filter(({ office_id }) => !filter.officeId || office_id === filter.officeId || office_id === null);
  const hasOwn = calendars.some(({ is_mine }) => is_mine);
  return (
    <>
      {offices.length > 1 && (
        <div className="board-filter">
          <label htmlFor="office">{texts.office}</label>
          <select id="office" className="form-select" value={filter.officeId ?? ''} onChange={({ target }) => go({ officeId: target.value || undefined, calendar: undefined })}>
            <option value="">{texts.allOffices}</option>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {calendars.length > 1 && (
        <div className="board-filter">
          <label htmlFor="calendar">{texts.calendar}</label>
          <select id="calendar" className="form-select" value={filter.calendar ?? ''} onChange={({ target }) => go({ calendar: target.value || undefined })}>
            {hasOwn && <option value={ownCalendars}>{texts.myCalendar}</option>}
            <option value="">{texts.allCalendars}</option>
            {ofOffice.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
