import { and, eq } from 'drizzle-orm';
import { type Actor, recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import type { Appointment } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { lockAppointment } from './lock.ts';
import { appointmentQueries } from './queries.ts';
import { allows } from './states.ts';

export interface OutcomeWish {
  readonly id: string;
  readonly revision: number;
  readonly outcome: string | null;
  readonly nextStep: string | null;
  readonly by: Actor;
}

export type ConcludeOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'changed-meanwhile' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/** Writes down how it went and what comes next, as the citizen reads it; null takes a text away. The same texts again change nothing. */
export async function writeOutcome(deps: BookingDeps, { id, revision, outcome, nextStep, by }: OutcomeWish): Promise<ConcludeOutcome> {
  const { tables } = deps.database;
  const { appointments } = tables;
  return attempt<ConcludeOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present) return { ok: false, why: 'changed-meanwhile' };
    if (present.outcome === outcome && present.nextStep === nextStep) return { ok: true };
    if (present.revision !== revision) return { ok: false, why: 'changed-meanwhile' };
    if (!allows(present.state, 'conclude')) return { ok: false, why: 'state-conflict', state: present.state };

    const changes = { outcome, nextStep, revision: revision + 1, changedAt: now };
    const updated = await tx.update(appointments).set(changes).where(and(eq(appointments.id, id), eq(appointments.revision, revision))).returning({ id: appointments.id });
    if (updated.length === 0) return { ok: false, why: 'changed-meanwhile' };
    const requester = await appointmentQueries(tables).requester(tx, id);
    await recordEvent(tx, tables, { ...present, ...changes }, { kind: 'noted', by, at: now });
    const values = { before: { outcome: present.outcome, next_step: present.nextStep }, after: { outcome, next_step: nextStep } };
    await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'appointment', id }, personId: requester?.id ?? null, ...values }, now);
    return { ok: true };
  });
}
