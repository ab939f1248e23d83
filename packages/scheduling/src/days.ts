/* eslint-disable @typescript-eslint/no-non-null-assertion -- months are 1 to 12 where the table is read */
// Local days: text at the edges (`2026-03-29`), inside a day number, whole days since 1970-01-01 of the same calendar.

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const MILLISECONDS_A_DAY = 86_400_000;

/** The day number of a day text, or null when the text is not `YYYY-MM-DD` or names no day of the calendar. */
export function parseDay(text: string): number | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
}

/** The day number of a day text. Throws RangeError when it is no day. */
export function dayNumber(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** The text of a day number; years 1 to 9999. */
export function dayText(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day `count` days later, or earlier when negative. Throws RangeError when `day` is no day. */
export function addDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count);
}

/** ISO day of the week of a day text: 1 Monday ... 7 Sunday. Throws RangeError when `day` is no day. */
export function dayOfWeek(day: string): number {
  return weekdayOf(dayNumber(day));
}

/** ISO day of the week of a day number. */
export function weekdayOf(day: number): number {
  return day - mondayOf(day) + 1;
}

/** The Monday, as a day number, of the ISO week of a day number. Day 4, 1970-01-05, was a Monday. */
export function mondayOf(day: number): number {
  return Math.floor((day - 4) / 7) * 7 + 4;
}

/** Which day of its month a day number is, and how many days that month has. */
export function monthPlace(day: number): { dayOfMonth: number; daysInMonth: number } {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return { dayOfMonth: date.getUTCDate(), daysInMonth: daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1) };
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

// The table is indexed by a month that was checked to be 1..12, so its entries are there.
function daysInMonth(year: number, month: number): number {
  return DAYS_BEFORE_MONTH[month]! - DAYS_BEFORE_MONTH[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);
}

function daysBeforeMonth(year: number, month: number): number {
  return DAYS_BEFORE_MONTH[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return past * 365 + leapDays - 719_162; // the days from year 1 to 1970
}
