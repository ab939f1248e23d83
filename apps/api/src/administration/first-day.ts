import { addDays } from '@sportello/scheduling';
import type { DirectoryRows } from '../directory/read-rows.ts';
import type { Carried } from './carry-out.ts';
import type { RecordName } from './versions.ts';

interface Dated {
  readonly firstDay: string;
  readonly lastDay: string | null;
}

/** From which day on a change can be noticed: today, or the day that it is about. */
export function firstDayOf({ kind, id }: RecordName, { before, after }: Carried, today: string): string {
  const days = [before, after].map((rows) => boundariesOf(kind, id, rows));
  const [old, young] = days.map((list) => new Set(list)) as [Set<string>, Set<string>];
  const moved = [...old.symmetricDifference(young)].filter((day) => day > today).sort();
  return isDated(kind) ? (moved[0] ?? today) : today;
}

function isDated(kind: RecordName['kind']): boolean {
  return ['closure', 'worked_holiday', 'municipality', 'office'].includes(kind);
}

/** The days on which something of the record begins, and those on which it is over. */
function boundariesOf(kind: RecordName['kind'], id: string, rows: DirectoryRows): string[] {
  const both = ({ firstDay, lastDay }: Dated) => [`${firstDay}`, ...(lastDay === null ? [] : [addDays(lastDay, 1)])];
  switch (kind) {
    case 'closure':
      return rows.closures.filter((row) => row.id === id).flatMap(({ firstDay }) => [firstDay]);
    case 'worked_holiday':
      return rows.workedHolidays.filter((row) => row.id === id).map(({ day }) => day);
    case 'municipality':
      return rows.memberships.filter(({ municipalityId }) => municipalityId === id).flatMap(both);
    case 'office':
      return rows.competences.filter(({ officeId }) => officeId === id).flatMap(both);
    default:
      return [];
  }
}
