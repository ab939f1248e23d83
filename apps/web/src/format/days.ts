/** Days as `2026-12-03`, months as `2026-12`: plain calendar, without hours or zones. */

export interface Days {
  readonly from: string;
  readonly to: string;
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function monthAfter(month: string, count = 1): string {
  return monthOf(isoDay(partsOf(month).year, partsOf(month).month + count, 1));
}

export function dayAfter(day: string, count: number): string {
  const { year, month } = partsOf(day);
  return isoDay(year, month, Number(day.slice(8, 10)) + count);
}

/** The days of a month from today on; null for a month that is over. */
export function daysOf(month: string, today: string): Days | null {
  const { year, month: number } = partsOf(month);
  const first = `${month}-01`;
  const to = isoDay(year, number + 1, 0);
  return to < today ? null : { from: first < today ? today : first, to };
}

function partsOf(day: string): { year: number; month: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

/** Months and days beyond the end run over, as in a calendar. */
function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
