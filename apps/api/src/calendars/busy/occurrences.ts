import ICAL from 'ical.js';
import { asIfUtc } from './zones.ts';

/** Wall time, as if it were UTC: where it begins to matter and where it ends. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/** How many steps of rules one file may cost. */
export interface Steps {
  left: number;
}

/** A file whose rules take more steps than anybody's calendar. */
export class TooManySteps extends Error {}

const units: Readonly<Record<string, number>> = { SECONDLY: 1000, MINUTELY: 60_000, HOURLY: 3_600_000, DAILY: 86_400_000, WEEKLY: 7 * 86_400_000 };

/**
 * The wall times of a rule within the span, from the first on; `isOver` ends it (UNTIL is an instant, which a wall time alone does
 * not know). Rules without an end and without a count begin near the span, however long ago they began.
 */
export function* occurrencesOf(rule: ICAL.Recur, first: ICAL.Time, span: WallSpan, isOver: (wall: ICAL.Time) => boolean, steps: Steps): Generator<ICAL.Time> {
  const endless = rule.clone();
  (endless as { until: ICAL.Time | null }).until = null;
  const iterator = endless.iterator(startNear(endless, first, span.from));
  for (;;) {
    const next = iterator.next() as ICAL.Time | null; // null when a count is used up
    if (next === null) return;
    steps.left -= 1;
    if (steps.left < 0) throw new TooManySteps();
    const at = asIfUtc(next);
    if (at >= span.to || isOver(next)) return;
    if (at >= span.from) yield next.clone();
  }
}

/** The last beginning before the span from which the rule goes on as from its own: whole intervals away from it. */
function startNear({ freq, interval, count }: ICAL.Recur, first: ICAL.Time, from: number): ICAL.Time {
  const start = first.clone();
  start.zone = ICAL.Timezone.localTimezone;
  const step = (units[freq] ?? 0) * Math.max(1, interval);
  const skipped = step === 0 || count ? 0 : Math.floor((from - asIfUtc(start)) / step) - 1;
  if (skipped <= 0) return start;
  const near = new Date(asIfUtc(start) + skipped * step);
  const [year, month, day] = [near.getUTCFullYear(), near.getUTCMonth() + 1, near.getUTCDate()];
  const clock = first.isDate ? {} : { hour: near.getUTCHours(), minute: near.getUTCMinutes(), second: near.getUTCSeconds() };
  return new ICAL.Time({ year, month, day, ...clock, isDate: first.isDate }, ICAL.Timezone.localTimezone);
}
