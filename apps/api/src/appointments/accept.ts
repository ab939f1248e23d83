import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import { enqueueApproved } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordTransition } from './events.ts';
import { lockAppointment } from './lock.ts';
import { openProposal, type Proposal } from './proposals.ts';
import { appointmentQueries } from './queries.ts';

export interface Acceptance {
  readonly id: string;
  /** The time that was read, epoch milliseconds: another one may have been proposed meanwhile. */
  readonly startsAt: number;
  /** Kept in the same write as the change. */
  readonly remember: (tx: Writer, appointment: Timed) => Promise<void>;
}

export type AcceptanceOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  /** The proposal is over, was replaced, or the request was decided meanwhile. */
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/**
 * The citizen takes the time that the office proposed: the request moves there and is confirmed. The time was kept, so
 * nobody can have taken it. Accepted already, it changes nothing.
 */
export async function acceptProposal(deps: BookingDeps, { id, startsAt, remember }: Acceptance): Promise<AcceptanceOutcome> {
  const { tables } = deps.database;
  const directory = await deps.directory.current();
  return attempt<AcceptanceOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present || !isTimed(present)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    if (present.state === 'confirmed' && present.startsAt === startsAt) {
      await remember(tx, present);
      return { ok: true, appointment: present };
    }
    const proposal = await openProposal(tx, tables, id, now);
    if (present.state !== 'pending' || proposal?.startsAt !== startsAt) return { ok: false, why: 'state-conflict', state: present.state };

    const accepted: Timed = { ...movedTo(present, proposal, now), ...(await takeKeptTime(tx, tables, proposal)) };
    await tx.update(tables.appointments).set(accepted).where(eq(tables.appointments.id, id));
    const requester = await appointmentQueries(tables).requester(tx, id);
    await recordTransition(tx, tables, { before: present, after: accepted, personId: requester?.id ?? null }, { kind: 'moved', by: citizen, at: now });
    const reminderMinutes = directory.services.get(accepted.serviceId)?.channels.get(accepted.channel)?.reminderMinutes ?? [];
    await enqueueApproved(tx, tables, { ...accepted, requester, reminderMinutes }, now);
    await remember(tx, accepted);
    return { ok: true, appointment: accepted };
  });
}

function movedTo(present: Timed, { startsAt, endsAt, placeId }: Proposal, now: number): Timed {
  const durationMinutes = (endsAt - startsAt) / 60_000;
  return { ...present, startsAt, endsAt, durationMinutes, placeId, state: 'confirmed', sequence: present.sequence + 1, revision: present.revision + 1, changedAt: now };
}

/** What the request claimed is free, what the proposal kept is its own for good. Answers with the buffers that were kept with it. */
async function takeKeptTime(tx: Writer, { claims, proposals }: BookingDeps['database']['tables'], { id, appointmentId, startsAt, endsAt }: Proposal) {
  await tx.delete(claims).where(and(eq(claims.appointmentId, appointmentId), isNull(claims.heldUntil)));
  const [kept] = await tx
    .update(claims)
    .set({ heldUntil: null })
    .where(and(eq(claims.appointmentId, appointmentId), isNotNull(claims.heldUntil)))
    .returning({ startsAt: claims.startsAt, endsAt: claims.endsAt });
  await tx.update(proposals).set({ state: 'accepted' }).where(eq(proposals.id, id));
  if (!kept) throw new Error('A proposal without the time that it keeps');
  return { bufferBeforeMinutes: (startsAt - kept.startsAt) / 60_000, bufferAfterMinutes: (kept.endsAt - endsAt) / 60_000 };
}
