import { dayNumber, mondayOf, monthPlace, weekdayOf } from './days.ts';
import type { OpeningRule, WallInterval } from './model.ts';

/** An opening rule with its days as numbers, ready to be asked about many days. Source: README.md, Cases. */
export interface DatedRule extends WallInterval {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Bit n is ISO weekday n. */
  readonly weekdays: number;
  /** Which of those days, by day number; null: all of them. */
  readonly among: ((day: number) => boolean) | null;
}

const EVERY_WEEKDAY = 0b1111_1110;

/** Throws RangeError for a text that is no day, and for weeks counted from no day. */
export function dateRule({ wall, recurrence, firstDay, lastDay }: OpeningRule): DatedRule {
  const dated = {
    start: wall.start,
    end: wall.end,
    firstDay: firstDay === null ? Number.MIN_SAFE_INTEGER : dayNumber(firstDay),
    lastDay: lastDay === null ? Number.MAX_SAFE_INTEGER : dayNumber(lastDay),
    weekdays: EVERY_WEEKDAY,
    among: null,
  };
  switch (recurrence.kind) {
    case 'weekly': {
      const weekdays = bitsOf(recurrence.days);
      if (recurrence.everyWeeks === 1) return { ...dated, weekdays };
      if (firstDay === null) throw new RangeError('a rule for every so many weeks needs a first day to count from');
      return { ...dated, weekdays, among: (day) => weeksBetween(dated.firstDay, day) % recurrence.everyWeeks === 0 };
    }
    case 'monthDay':
      return { ...dated, among: (day) => monthPlace(day).dayOfMonth === recurrence.monthDay };
    case 'nthWeekday':
      return { ...dated, weekdays: bitsOf([recurrence.weekday]), among: (day) => isNthOfMonth(recurrence.n, day) };
    case 'oneDay': {
      const day = dayNumber(recurrence.day);
      return { ...dated, firstDay: Math.max(dated.firstDay, day), lastDay: Math.min(dated.lastDay, day) };
    }
  }
}

/** Whether the rule opens on a local day, a day number. */
export function opensOn(rule: DatedRule, day: number): boolean {
  if (day < rule.firstDay || day > rule.lastDay) return false;
  if (((rule.weekdays >> weekdayOf(day)) & 1) === 0) return false;
  return rule.among === null || rule.among(day);
}

/** ISO weeks from the week of one day to the week of another. */
function weeksBetween(day: number, later: number): number {
  return (mondayOf(later) - mondayOf(day)) / 7;
}

/** Whether the day is the n-th of its weekday in its month; n = -1: the last. */
function isNthOfMonth(n: number, day: number): boolean {
  const { dayOfMonth, daysInMonth } = monthPlace(day);
  return n === -1 ? dayOfMonth + 7 > daysInMonth : Math.ceil(dayOfMonth / 7) === n;
}

function bitsOf(weekdays: readonly number[]): number {
  return weekdays.reduce((bits, weekday) => bits | (1 << weekday), 0);
}
