import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import { enqueueApproved, enqueueRefused } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { freeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { recordTransition } from './events.ts';
import { lockAppointment } from './lock.ts';
import { dropProposals } from './proposals.ts';
import { appointmentQueries } from './queries.ts';
import { allows } from './states.ts';

export type ModerationOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'changed-meanwhile' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/** A request, as the official saw it who decides about it. */
export interface Seen {
  readonly id: string;
  readonly by: Actor;
  /** Its revision; null: whatever it is now. */
  readonly revision: number | null;
}

/** An official says yes to a request: it is confirmed, and its message and reminders go out. A second yes changes nothing. */
export function approveRequest(deps: BookingDeps, seen: Seen): Promise<ModerationOutcome> {
  return moderate(deps, { ...seen, action: 'approve', reason: null });
}

/** An official says no: its time is free again, and a message says so. `reason`: in their words, 500 characters at most; the message repeats it. */
export function refuseRequest(deps: BookingDeps, seen: Seen, reason: string | null = null): Promise<ModerationOutcome> {
  return moderate(deps, { ...seen, action: 'refuse', reason: reason?.trim() || null });
}

interface Decision extends Seen {
  readonly action: 'approve' | 'refuse';
  readonly reason: string | null;
}

const becomes = { approve: 'confirmed', refuse: 'refused' } as const;

async function moderate(deps: BookingDeps, { id, by, revision: seen, action, reason }: Decision): Promise<ModerationOutcome> {
  const { tables } = deps.database;
  const queries = appointmentQueries(tables);
  const directory = await deps.directory.current();
  return attempt<ModerationOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present || !isTimed(present)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    if (seen !== null && present.revision !== seen) return isRepeated(present, { action, seen }) ? { ok: true, appointment: present } : { ok: false, why: 'changed-meanwhile' };
    if (!allows(present.state, action)) return { ok: false, why: 'state-conflict', state: present.state };

    const state = becomes[action];
    const decided: Timed = { ...present, state, sequence: present.sequence + 1, revision: present.revision + 1, cancelReason: reason, changedAt: now };
    const { sequence, revision, cancelReason, changedAt } = decided;
    await tx.update(tables.appointments).set({ state, sequence, revision, cancelReason, changedAt }).where(eq(tables.appointments.id, id));
    await dropProposals(tx, tables, id, 'withdrawn');
    const requester = await queries.requester(tx, id);
    const kind = action === 'approve' ? 'approved' : 'refused';
    await recordTransition(tx, tables, { before: present, after: decided, personId: requester?.id ?? null }, { kind, by, at: now });
    const told = { ...decided, requester };
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

/** The same decision sent twice, and nothing happened in between. */
function isRepeated({ state, revision }: Appointment, { action, seen }: { action: Decision['action']; seen: number }): boolean {
  return state === becomes[action] && revision === seen + 1;
}
