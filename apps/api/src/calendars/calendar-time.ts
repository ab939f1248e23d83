import type { Channel } from '@sportello/contract';
import type { Intervals, OpeningRule } from '@sportello/scheduling';
import type { DayOpening } from '../database/schema.ts';

/** An opening rule with what it is for; null: any channel, any service, no place of reception. */
export interface PurposeRule extends OpeningRule {
  readonly channels: readonly Channel[] | null;
  readonly serviceIds: readonly string[] | null;
  readonly placeId: string | null;
}

export interface PurposeException {
  readonly day: string;
  readonly opening: readonly DayOpening[];
}

/** When a calendar is open, whatever is booked; one object for as long as nothing of it changes. */
export interface Hours {
  readonly rules: readonly PurposeRule[];
  readonly exceptions: readonly PurposeException[];
  /** Minutes since the epoch. */
  readonly absences: Intervals;
}

/**
 * What is taken, ascending by start, in minutes since the epoch: the pair 2i, 2i+1 of `intervals` belongs to
 * `appointmentIds[i]` (null: a block) and counts until `heldUntil[i]` (epoch milliseconds; null: for good).
 */
export interface Claims {
  readonly intervals: Int32Array;
  readonly appointmentIds: readonly (string | null)[];
  readonly heldUntil: readonly (number | null)[];
}

/** Everything that is known of one calendar's time. */
export interface CalendarTime {
  readonly id: string;
  readonly hours: Hours;
  readonly claims: Claims;
}

/** The claims that count now: not those of holds that ended, nor those of the appointments in `except`. */
export function takenBy({ intervals, appointmentIds, heldUntil }: Claims, { now, except }: { now: number; except: ReadonlySet<string> }): Intervals {
  const counts = (index: number) => {
    const until = heldUntil[index] ?? null;
    const owner = appointmentIds[index] ?? null;
    return (until === null || until > now) && (owner === null || !except.has(owner));
  };
  if (appointmentIds.every((_, index) => counts(index))) return intervals;
  return intervals.filter((_, at) => counts(at >> 1));
}

/** When the first hold among these ends, epoch milliseconds; Infinity when none is under way. */
export function firstHoldEnd({ heldUntil }: Claims, now: number): number {
  return heldUntil.reduce<number>((first, until) => (until !== null && until > now && until < first ? until : first), Number.POSITIVE_INFINITY);
}

/** Minutes that are taken in [from, to), which tell who has the least to do. */
export function bookedMinutes(taken: Intervals, from: number, to: number): number {
  let sum = 0;
  for (let at = 0; at < taken.length; at += 2) {
    sum += Math.max(0, Math.min(taken[at + 1] ?? 0, to) - Math.max(taken[at] ?? 0, from));
  }
  return sum;
}
