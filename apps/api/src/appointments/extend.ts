import { and, eq } from 'drizzle-orm';
import { attempt } from '../database/attempt.ts';
import { type Appointment, isLiveHold, isTimed, type Timed } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordEvent } from './events.ts';
import { lockAppointment } from './lock.ts';

const extensionMilliseconds = 5 * 60_000;

export type HoldChangeOutcome = { readonly ok: true; readonly hold: Timed } | { readonly ok: false; readonly why: 'hold-expired' | 'hold-used' };

/** Five minutes more, once; asked again, the hold as it is. */
export async function extendHold(deps: BookingDeps, { id }: Appointment): Promise<HoldChangeOutcome> {
  const { appointments, claims } = deps.database.tables;
  return attempt<HoldChangeOutcome>(deps.database, async (tx) => {
    const hold = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!hold || !isTimed(hold)) return { ok: false, why: 'hold-expired' };
    if (hold.state !== 'held' && hold.state !== 'expired') return { ok: false, why: 'hold-used' };
    if (!isLiveHold(hold, now)) return { ok: false, why: 'hold-expired' };
    if (hold.extended) return { ok: true, hold };
    const heldUntil = (hold.heldUntil ?? now) + extensionMilliseconds;
    await tx.update(appointments).set({ heldUntil, extended: true, changedAt: now }).where(and(eq(appointments.id, id), eq(appointments.state, 'held')));
    await tx.update(claims).set({ heldUntil }).where(eq(claims.appointmentId, id));
    await recordEvent(tx, deps.database.tables, hold, { kind: 'extended', by: citizen, at: now });
    return { ok: true, hold: { ...hold, heldUntil, extended: true } };
  });
}
