import { isDay } from '../../../staff/moments.ts';
import { instantAt, readMinute } from '../../agenda/wall-time.ts';

/** The instant of a day and a time on the clock of the desk, as fields write them; null while they are not whole. */
export function instantOf(day: string, time: string): string | null {
  const minute = readMinute(time);
  return isDay(day) && minute !== null ? instantAt(day, minute) : null;
}
