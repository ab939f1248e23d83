import type { BusyFailure } from '@sportello/contract';

/** Epoch milliseconds, half-open. */
export interface BusyTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What was found at an address; times are ascending and apart from each other. */
export type Reading =
  | { readonly ok: true; readonly isSame: false; readonly times: readonly BusyTime[]; readonly etag: string | null }
  /** The other side says that nothing changed. */
  | { readonly ok: true; readonly isSame: true }
  | { readonly ok: false; readonly failure: BusyFailure };

/** As many as one calendar elsewhere may bring. */
export const mostBusyTimes = 2000;
/** How far ahead busy times are read. */
export const busyDaysAhead = 400;

/** Overlapping and touching times as one. */
export function merged(times: readonly BusyTime[]): BusyTime[] {
  const whole: { startsAt: number; endsAt: number }[] = [];
  for (const { startsAt, endsAt } of times.toSorted((one, other) => one.startsAt - other.startsAt)) {
    const last = whole.at(-1);
    if (last && startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt);
    else whole.push({ startsAt, endsAt });
  }
  return whole;
}
