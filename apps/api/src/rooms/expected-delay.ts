import type { AppointmentState } from '@sportello/contract';

/** One that comes before on the same official's list. Epoch milliseconds. */
export interface Before {
  readonly state: AppointmentState;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Nobody is told of less: a desk that is a minute late is on time. */
const stepMinutes = 5;

/**
 * How late a meeting is likely to begin, in whole five minutes; null: on time. What the desk announced counts; else what
 * is left of those before, one after the other, as long as each was planned. `before` is not finished. Pure.
 */
export function expectedDelay(startsAt: number, before: readonly Before[], { announcedMinutes, now }: { announcedMinutes: number | null; now: number }): number | null {
  if (announcedMinutes !== null) return announcedMinutes;
  let freeAt = now;
  for (const one of before.toSorted((first, second) => first.startsAt - second.startsAt)) {
    const length = one.endsAt - one.startsAt;
    freeAt = one.state === 'in_progress' ? Math.max(freeAt, one.endsAt) : Math.max(freeAt, one.startsAt) + length;
  }
  const isOwnFault = before.length === 0;
  const minutes = Math.round((freeAt - startsAt) / 60_000 / stepMinutes) * stepMinutes;
  return isOwnFault || minutes <= 0 ? null : minutes;
}

/** Whether somebody before is still to be received: who has not come by the end of their time is not waited for. */
export function isUnfinished({ state, endsAt }: Pick<Before, 'state' | 'endsAt'>, now: number): boolean {
  return state === 'arrived' || state === 'in_progress' || (state === 'confirmed' && endsAt > now);
}
