import { eq } from 'drizzle-orm';
import { attempt } from '../database/attempt.ts';
import { enqueueApproved, enqueueRefused } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { freeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { lockAppointment } from './lock.ts';
import { appointmentQueries } from './queries.ts';
import { allows } from './states.ts';

export type ModerationOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/** An official says yes to a request: it is confirmed, and its message and reminders go out. */
export function approveRequest(deps: BookingDeps, id: string): Promise<ModerationOutcome> {
  return moderate(deps, id, 'approve');
}

/** An official says no: its time is free again, and a message says so. `reason`: in their words, 500 characters at most; the message repeats it. */
export function refuseRequest(deps: BookingDeps, id: string, reason: string | null = null): Promise<ModerationOutcome> {
  return moderate(deps, id, 'refuse', reason?.trim() || null);
}

async function moderate(deps: BookingDeps, id: string, action: 'approve' | 'refuse', reason: string | null = null): Promise<ModerationOutcome> {
  const { tables } = deps.database;
  const queries = appointmentQueries(tables);
  const directory = await deps.directory.current();
  return attempt<ModerationOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present || !isTimed(present) || !allows(present.state, action)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };

    const state = action === 'approve' ? 'confirmed' : 'refused';
    const decided: Timed = { ...present, state, sequence: present.sequence + 1, revision: present.revision + 1, cancelReason: reason, changedAt: now };
    const { sequence, revision, cancelReason, changedAt } = decided;
    await tx.update(tables.appointments).set({ state, sequence, revision, cancelReason, changedAt }).where(eq(tables.appointments.id, id));
    await recordEvent(tx, tables, decided, { kind: action === 'approve' ? 'approved' : 'refused', actor: 'staff', at: now });
    const told = { ...decided, requester: await queries.requester(tx, id) };
    if (action === 'refuse') {
      await freeClaims(tx, tables, { ...decided, releaseDelayMinutes: 0 }, now);
      await enqueueRefused(tx, tables, told, now);
    } else {
      const reminderMinutes = directory.services.get(decided.serviceId)?.channels.get(decided.channel)?.reminderMinutes ?? [];
      await enqueueApproved(tx, tables, { ...told, reminderMinutes }, now);
    }
    return { ok: true, appointment: decided };
  });
}
