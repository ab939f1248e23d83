import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { enqueueCancelled } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { freeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordTransition } from './events.ts';
import { lockAppointment } from './lock.ts';
import { appointmentQueries, type Person } from './queries.ts';
import { allows, permissionsOf } from './states.ts';

export interface CancelWish {
  readonly appointment: Appointment;
  readonly reason: string | null;
  /** Kept in the same write as the cancellation. */
  readonly remember: (tx: Writer, appointment: Timed) => Promise<void>;
}

export type CancelOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] }
  | { readonly ok: false; readonly why: 'too-late'; readonly until: number };

/** Cancels for the citizen: the time is free again, a message goes out. A second cancellation changes nothing. */
export async function cancelAppointment(deps: BookingDeps, { appointment: { id }, reason, remember }: CancelWish): Promise<CancelOutcome> {
  const { tables } = deps.database;
  return attempt<CancelOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present || !isTimed(present)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    if (present.state === 'cancelled') {
      await remember(tx, present);
      return { ok: true, appointment: present };
    }
    if (!allows(present.state, 'cancel')) return { ok: false, why: 'state-conflict', state: present.state };
    const { cancelUntil } = permissionsOf(present, now);
    if (cancelUntil === null) return { ok: false, why: 'too-late', until: present.startsAt - present.cancelCutoffMinutes * 60_000 };

    const { appointment: cancelled, requester } = await takeBack(tx, tables, { present, reason, releaseDelayMinutes: present.releaseDelayMinutes, by: citizen, now });
    await enqueueCancelled(tx, tables, { ...cancelled, requester }, now);
    await remember(tx, cancelled);
    return { ok: true, appointment: cancelled };
  });
}

interface Cancellation<Present extends Appointment> {
  readonly present: Present;
  readonly reason: string | null;
  /** How long its time is kept from others. */
  readonly releaseDelayMinutes: number;
  readonly by: Actor;
  readonly now: number;
}

/**
 * What citizens and the desk share of a cancellation, inside a write that has the calendars: the time is free, what was
 * proposed is over; with the event and the entry of the trail. Messages are left to who calls.
 */
export async function takeBack<Present extends Appointment>(tx: Writer, tables: Tables, { present, reason, releaseDelayMinutes, by, now }: Cancellation<Present>): Promise<{ appointment: Present; requester: Person | null }> {
  const changes = { state: 'cancelled' as const, sequence: present.sequence + 1, revision: present.revision + 1, cancelReason: reason, changedAt: now };
  const cancelled: Present = { ...present, ...changes };
  await tx.update(tables.appointments).set(changes).where(eq(tables.appointments.id, present.id));
  await freeClaims(tx, tables, { id: present.id, releaseDelayMinutes }, now);
  const requester = await appointmentQueries(tables).requester(tx, present.id);
  await recordTransition(tx, tables, { before: present, after: cancelled, personId: requester?.id ?? null }, { kind: 'cancelled', by, at: now });
  return { appointment: cancelled, requester };
}
