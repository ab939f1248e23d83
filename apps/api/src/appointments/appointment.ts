import type { Tables } from '../database/schema.ts';

/** A row of appointments: a hold, or what became of it. Instants in epoch milliseconds. */
export type Appointment = Readonly<Tables['appointments']['$inferSelect']>;

/** An appointment that has its time: all but walk-ins in a queue. */
export type Timed = Appointment & { readonly startsAt: number; readonly endsAt: number };

export function isTimed(appointment: Appointment): appointment is Timed {
  return appointment.startsAt !== null && appointment.endsAt !== null;
}

/** A hold that still keeps its time. */
export function isLiveHold({ state, heldUntil }: Appointment, now: number): boolean {
  return state === 'held' && heldUntil !== null && heldUntil > now;
}

/** Made for somebody who came without an appointment: it has its code at once, and nobody ever confirmed a time for it. */
export function isWalkIn({ code, confirmedAt }: Pick<Appointment, 'code' | 'confirmedAt'>): boolean {
  return code !== null && confirmedAt === null;
}
