import { eq } from 'drizzle-orm';
import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import { enqueueCancelled } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { freeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordTransition } from './events.ts';
import { lockAppointment } from './lock.ts';
import { appointmentQueries } from './queries.ts';
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
  const queries = appointmentQueries(tables);
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

    const cancelled: Timed = { ...present, state: 'cancelled', sequence: present.sequence + 1, revision: present.revision + 1, cancelReason: reason, changedAt: now };
    const { state, sequence, revision, cancelReason, changedAt } = cancelled;
    await tx.update(tables.appointments).set({ state, sequence, revision, cancelReason, changedAt }).where(eq(tables.appointments.id, id));
    await freeClaims(tx, tables, cancelled, now);
    const requester = await queries.requester(tx, id);
    await recordTransition(tx, tables, { before: present, after: cancelled, personId: requester?.id ?? null }, { kind: 'cancelled', by: citizen, at: now });
    await enqueueCancelled(tx, tables, { ...cancelled, requester }, now);
    await remember(tx, cancelled);
    return { ok: true, appointment: cancelled };
  });
}
