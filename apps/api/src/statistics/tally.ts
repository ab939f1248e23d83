import { cancellationNotices, type StatisticsFigures } from '@sportello/contract';
import type { By, Fact } from './fact.ts';

type Cancelled = StatisticsFigures['cancelled_by_citizen'];

/** What was counted of some facts. Minutes are not rounded. */
export interface Tally {
  booked: Record<By, number>;
  moved: Record<By, number>;
  cancelled: Record<By, Cancelled>;
  walkIns: number;
  refused: number;
  served: number;
  missed: number;
  waits: number[];
  lengths: { lasted: number; planned: number }[];
}

const noneCancelled = (): Cancelled => Object.fromEntries(cancellationNotices.map((notice) => [notice, 0])) as Cancelled;

export function emptyTally(): Tally {
  return {
    booked: { citizen: 0, desk: 0 },
    moved: { citizen: 0, desk: 0 },
    cancelled: { citizen: noneCancelled(), desk: noneCancelled() },
    walkIns: 0,
    refused: 0,
    served: 0,
    missed: 0,
    waits: [],
    lengths: [],
  };
}

/** Counts one fact more. */
export function count(tally: Tally, fact: Fact): void {
  switch (fact.kind) {
    case 'booked':
    case 'moved':
      tally[fact.kind][fact.by] += 1;
      return;
    case 'cancelled':
      tally.cancelled[fact.by][fact.notice] += 1;
      return;
    case 'walked-in':
      tally.walkIns += 1;
      return;
    case 'refused':
    case 'missed':
      tally[fact.kind] += 1;
      return;
    case 'served': {
      const { waitedMinutes, lastedMinutes, plannedMinutes } = fact;
      tally.served += 1;
      if (waitedMinutes !== null) tally.waits.push(waitedMinutes);
      if (lastedMinutes !== null && plannedMinutes !== null) tally.lengths.push({ lasted: lastedMinutes, planned: plannedMinutes });
    }
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** One digit after the point: more would promise what nobody measured. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : rounded(sum(values) / values.length);
}

/** The smallest value that this part of them does not exceed (nearest rank); `part` above 0, up to 1. */
export function quantile(values: readonly number[], part: number): number | null {
  const found = values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(part * values.length) - 1)];
  return found === undefined ? null : rounded(found);
}

export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded((100 * part) / whole);
}

type Beside = Pick<StatisticsFigures, 'offer' | 'ratings'>;

/** The figures as they are shown; what was offered and how it was rated is known from elsewhere. */
export function figuresOf({ booked, moved, cancelled, walkIns, refused, served, missed, waits, lengths }: Tally, { offer, ratings }: Beside): StatisticsFigures {
  return {
    booked: booked.citizen + booked.desk,
    booked_by_citizen: booked.citizen,
    booked_by_desk: booked.desk,
    walk_ins: walkIns,
    served,
    missed,
    missed_percent: percent(missed, served + missed),
    moved_by_citizen: moved.citizen,
    moved_by_desk: moved.desk,
    refused,
    cancelled: sum([...Object.values(cancelled.citizen), ...Object.values(cancelled.desk)]),
    cancelled_by_citizen: cancelled.citizen,
    cancelled_by_desk: cancelled.desk,
    waiting: { known: waits.length, median_minutes: quantile(waits, 0.5), longest_tenth_minutes: quantile(waits, 0.9) },
    duration: {
      known: lengths.length,
      mean_minutes: mean(lengths.map(({ lasted }) => lasted)),
      planned_mean_minutes: mean(lengths.map(({ planned }) => planned)),
      over_plan: lengths.filter(({ lasted, planned }) => lasted > planned).length,
    },
    offer,
    ratings,
  };
}
