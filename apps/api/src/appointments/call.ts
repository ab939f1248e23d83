import { eq, sql } from 'drizzle-orm';
import { type Actor, recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import type { Appointment } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { lockAppointment } from './lock.ts';
import { appointmentQueries } from './queries.ts';
import { allows } from './states.ts';

export type CallOutcome =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly why: 'state-conflict' | 'no-phone'; readonly state: Appointment['state'] };

/** Gives the number where somebody wants to be called, or else that of who asked for it (E.164), to whoever calls now. That it was given is on record, and nobody else needs to call. */
export async function callByPhone(deps: BookingDeps, { id, by }: { readonly id: string; readonly by: Actor }): Promise<CallOutcome> {
  const { tables } = deps.database;
  const { appointments } = tables;
  return attempt<CallOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present || !allows(present.state, 'call')) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    const requester = await appointmentQueries(tables).requester(tx, id);
    const phone = present.callPhone ?? requester?.phone;
    if (!requester || !phone) return { ok: false, why: 'no-phone', state: present.state };

    await tx.update(appointments).set({ toCallSince: null, revision: sql`${appointments.revision} + 1`, changedAt: now }).where(eq(appointments.id, id));
    await recordEvent(tx, tables, present, { kind: 'called', by, at: now });
    const field = { phone: null }; // which field, not what was in it
    await recordAudit(tx, tables, by, { action: 'reveal', object: { kind: 'person', id: requester.id }, personId: requester.id, before: field, after: field }, now);
    return { ok: true, phone };
  });
}
