import { dayOf } from '../../format/dates.ts';
import { useDeskMinute } from '../desk-minute.ts';
import type { Moment } from '../today/group-board.ts';

/** How a day lies to now. */
export function useMoment(day: string): Moment {
  const now = useDeskMinute();
  const today = dayOf(new Date(now).toISOString());
  return { now, which: day === today ? 'today' : day < today ? 'past' : 'future' };
}
