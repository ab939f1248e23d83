import { and, eq } from 'drizzle-orm';
import { attempt } from '../database/attempt.ts';
import type { Actor } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import { type Appointment, isLiveHold } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordEvent } from './events.ts';
import { lockAppointment } from './lock.ts';

/** Lets a hold go inside a write that has its calendars: its time is free at once. */
export async function letHoldGo({ database }: Pick<BookingDeps, 'database'>, tx: Writer, hold: Appointment, { by, at: now }: { by: Actor; at: number }): Promise<void> {
  const { appointments, claims } = database.tables;
  const released = await tx
    .update(appointments)
    .set({ state: 'expired', clientDigest: null, heldUntil: now, changedAt: now })
    .where(and(eq(appointments.id, hold.id), eq(appointments.state, 'held')))
    .returning({ id: appointments.id });
  if (released.length === 0) return; // confirmed or ended meanwhile: not ours to free
  await tx.delete(claims).where(eq(claims.appointmentId, hold.id));
  await recordEvent(tx, database.tables, hold, { kind: 'released', by, at: now });
}

export type ReleaseOutcome = { readonly ok: true } | { readonly ok: false; readonly why: 'hold-used' };

/** DELETE of a hold: frees its time; one that ended already is fine, one that was confirmed is an appointment now. */
export async function releaseHold(deps: BookingDeps, hold: Appointment, by: Actor = citizen): Promise<ReleaseOutcome> {
  return attempt<ReleaseOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, hold.id);
    const now = deps.clock.now();
    if (!present) return { ok: true };
    if (present.state !== 'held') return present.state === 'expired' ? { ok: true } : { ok: false, why: 'hold-used' };
    if (isLiveHold(present, now)) await letHoldGo(deps, tx, present, { by, at: now });
    return { ok: true };
  });
}
