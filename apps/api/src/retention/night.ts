import { addDays } from '@sportello/scheduling';
import { dayAt, hourOf } from '../statistics/period.ts';

/** From this hour on (of the union's day, there on both nights of summer time) what is over goes. */
const nightHour = 3;

/** The day whose night has begun: today from three o'clock on, yesterday before. */
export function nightBegun(timeZone: string, now: number): string {
  const today = dayAt(timeZone, now);
  return hourOf(timeZone, now) < nightHour ? addDays(today, -1) : today;
}

/** The day of the night that comes next. */
export function nightAhead(timeZone: string, now: number): string {
  return addDays(nightBegun(timeZone, now), 1);
}
