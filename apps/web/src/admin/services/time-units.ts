/** Minutes as people say them. */
export const timeUnits = ['minutes', 'hours', 'days'] as const;
export type TimeUnit = (typeof timeUnits)[number];

const minutesIn: Readonly<Record<TimeUnit, number>> = { minutes: 1, hours: 60, days: 1440 };

export interface Span {
  /** As it is typed, with a comma or a point. */
  readonly amount: string;
  readonly unit: TimeUnit;
}

/** The span in the largest unit that leaves nothing over; `usual`: of nothing at all. */
export function spanOf(minutes: number, usual: TimeUnit = 'minutes'): Span {
  if (minutes === 0) return { amount: '0', unit: usual };
  const unit = timeUnits.findLast((one) => minutes % minutesIn[one] === 0) ?? 'minutes';
  return { amount: String(minutes / minutesIn[unit]), unit };
}

/** Whole minutes; what is no number, or no whole minutes, stays as it was typed, for the server to refuse. */
export function minutesOf({ amount, unit }: Span): number | string {
  const typed = amount.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(typed)) return amount.trim();
  const minutes = Number(typed) * minutesIn[unit];
  // 0.1 hours are six minutes, though the machine says a little more.
  const whole = Math.round(minutes);
  return Math.abs(minutes - whole) < 1e-6 ? whole : amount.trim();
}
