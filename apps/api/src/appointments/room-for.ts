import { type Claims, takenBy } from '../calendars/calendar-time.ts';
import type { Interval } from './claims.ts';

/**
 * The time that somebody takes who begins now (epoch milliseconds; from the whole minute on) and would need
 * `durationMinutes`: on a calendar no longer than until what comes next there. `isFree`: whether the calendar has room at
 * all; `claims` null: there is no calendar.
 */
export function roomFor(durationMinutes: number, now: number, claims: Claims | null): { readonly interval: Interval; readonly isFree: boolean } {
  const start = Math.floor(now / 60_000);
  const taken = claims ? takenBy(claims, { now, except: new Set() }) : new Int32Array();
  let end = start + durationMinutes;
  let isFree = claims !== null;
  for (let at = 0; at < taken.length; at += 2) {
    const [from = 0, to = 0] = [taken[at], taken[at + 1]];
    if (from <= start && start < to) isFree = false;
    if (from > start) end = Math.min(end, from);
  }
  if (!isFree) end = start + durationMinutes;
  return { interval: { startsAt: start * 60_000, endsAt: end * 60_000 }, isFree };
}
