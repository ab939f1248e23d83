import type { MessageName } from '@sportello/contract';

/** When messages leave and until when it makes sense to try. All instants in epoch milliseconds. */

const minute = 60_000;
const day = 24 * 60 * minute;

/** Reminders sooner than this after the booking would only repeat the confirmation. */
const quietAfterBooking = 30 * minute;

export interface Reminder {
  readonly dueAt: number;
  readonly deadlineAt: number;
}

/**
 * The reminders still worth writing down, earliest first. One gives up when the next is due, the last when the
 * appointment begins: a reminder of two days before that arrives with the one of two hours before is noise.
 */
export function remindersOf(startsAt: number, minutesBefore: readonly number[], now: number): Reminder[] {
  const dues = [...new Set(minutesBefore)].map((minutes) => startsAt - minutes * minute).sort((one, other) => one - other);
  return dues
    .map((dueAt, i) => ({ dueAt, deadlineAt: Math.min(dues[i + 1] ?? startsAt, startsAt) }))
    .filter(({ dueAt, deadlineAt }) => dueAt >= now + quietAfterBooking && dueAt < deadlineAt);
}

/**
 * Until when to try. A day, so that a mail server may be down overnight; what tells of a time that is still to come
 * gives up when that time is over. A cancellation, a refusal, a link that was asked for and papers are of use afterwards too.
 */
export function deadlineOf(message: Exclude<MessageName, 'reminder'>, now: number, endsAt: number | null): number {
  const staysTrue = message === 'cancelled' || message === 'cancelled-by-desk' || message === 'refused' || message === 'access-link' || message === 'papers-given';
  return staysTrue || endsAt === null ? now + day : Math.min(now + day, endsAt);
}
