import { addDays, startOfDay } from '@sportello/scheduling';
import type { Directory } from '../directory/directory.ts';

/** When a day of the union begins and ends, in epoch milliseconds; the end is the first instant of the day after. Nothing was before 1970. */
export function dayBounds({ union }: Pick<Directory, 'union'>, day: string): { startsAt: number; endsAt: number } {
  const startsAt = Math.max(0, startOfDay(union.timeZone, day) * 60_000);
  const isLast = day === '9999-12-31'; // the day after has no text
  return { startsAt, endsAt: isLast ? startsAt + 24 * 3_600_000 : Math.max(0, startOfDay(union.timeZone, addDays(day, 1)) * 60_000) };
}
