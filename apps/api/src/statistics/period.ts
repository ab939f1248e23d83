import { addDays, dayNumber, dayOfWeek, localDay, offsetAt } from '@sportello/scheduling';
import type { Period } from '../availability/find-slots.ts';
import { daysOf } from '../availability/find-slots.ts';

/** As many days, right before. Both days of a period are in. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addDays(from, -daysOf({ from, to })), to: addDays(from, -1) };
}

/** Every day of a period, in order. */
export function eachDay({ from, to }: Period): string[] {
  return Array.from({ length: daysOf({ from, to }) }, (_, index) => addDays(from, index));
}

/** How many days lie between two, later less earlier. */
export function daysBetween(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** The last twelve months that are over on a day. */
export function lastTwelveMonths(today: string): Period {
  const to = addDays(`${today.slice(0, 7)}-01`, -1);
  const thisMonth = `${today.slice(0, 7)}-01`;
  return { from: `${Number(thisMonth.slice(0, 4)) - 1}${thisMonth.slice(4)}`, to };
}

type TimeGrouping = 'day' | 'week' | 'month';

export function isTimeGrouping(grouping: string): grouping is TimeGrouping {
  return grouping === 'day' || grouping === 'week' || grouping === 'month';
}

/** What a day belongs to: itself, the Monday of its week, or its month. */
export function bucketOf(grouping: TimeGrouping, day: string): string {
  switch (grouping) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 1 - dayOfWeek(day));
    case 'month':
      return day.slice(0, 7);
  }
}

/** The hour of the day in a zone, 0 to 23. */
export function hourOf(timeZone: string, instant: number): number {
  const utc = Math.floor(instant / 60_000);
  return Math.floor((utc + offsetAt(timeZone, utc)) / 60) % 24;
}

export function dayAt(timeZone: string, instant: number): string {
  return localDay(timeZone, Math.floor(instant / 60_000));
}
