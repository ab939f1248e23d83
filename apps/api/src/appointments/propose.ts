import { eq } from 'drizzle-orm';
import type { Minutes } from '@sportello/scheduling';
import { type Actor, recordAudit } from '../audit/record.ts';
import { calendarIdsOf, judge } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Directory } from '../directory/directory.ts';
import { enqueueProposed } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { assign, claimOf, takeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { lockAppointmentAndTimes } from './lock.ts';
import { dropProposals, type Proposal, proposalMilliseconds, withoutProposals } from './proposals.ts';
import { appointmentQueries } from './queries.ts';

export interface ProposalWish {
  readonly id: string;
  readonly by: Actor & { readonly kind: 'staff' };
  /** As the official saw the request who proposes. */
  readonly revision: number;
  readonly directory: Directory;
  /** As the desk asks: notice and horizon are for citizens. */
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
  /** In the words of the official, 500 characters at most; the message repeats it. */
  readonly message: string | null;
}

export type ProposalOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'changed-meanwhile' | 'slot-taken' | 'slot-not-offered' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/**
 * Proposes another time for a pending request: that time is kept too, until the citizen answers, two days at most. What
 * was asked for stays kept, so that nothing is lost by asking. A newer proposal replaces an older one. One write.
 */
export async function proposeTime(deps: BookingDeps, wish: ProposalWish): Promise<ProposalOutcome> {
  try {
    return await attempt(deps.database, (tx) => decide(deps, tx, wish));
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken' };
    throw error;
  }
}

async function decide(deps: BookingDeps, tx: Writer, wish: ProposalWish): Promise<ProposalOutcome> {
  const { present, times: allTimes } = await lockAppointmentAndTimes(deps, tx, wish.id, calendarIdsOf(wish.request));
  const now = deps.clock.now();
  if (!present || !isTimed(present) || present.state !== 'pending') return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
  if (present.revision !== wish.revision) return { ok: false, why: 'changed-meanwhile' };

  const times = withoutProposals(allTimes, present.id);
  const verdict = judge(questionOf({ ...wish, times, now, except: new Set() }), wish.start);
  if (verdict.is !== 'offered') return { ok: false, why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };

  const { tables } = deps.database;
  await dropProposals(tx, tables, present.id, 'replaced');
  const proposal = newProposal(wish, assign(verdict.free, wish.start, { ...wish, times, now }), now);
  const interval = claimOf(proposal, wish.request.rules);
  await takeClaims(tx, tables, { calendarIds: proposal.calendarIds, times, interval, appointmentId: present.id, heldUntil: proposal.expiresAt, now });
  await tx.insert(tables.proposals).values(proposal);
  return note(deps, tx, { present, proposal, by: wish.by, now });
}

function newProposal({ id: appointmentId, by, request, placeId, start, message }: ProposalWish, calendarIds: readonly string[], now: number): Proposal {
  const startsAt = start * 60_000;
  return {
    id: newId(),
    appointmentId,
    startsAt,
    endsAt: startsAt + request.rules.durationMinutes * 60_000,
    placeId,
    calendarIds: [...calendarIds].sort(),
    message: message?.trim() || null,
    staffId: by.staffId,
    createdAt: now,
    expiresAt: Math.min(now + proposalMilliseconds, startsAt),
    state: 'open',
  };
}

/** The request is as it was, but for its revision; without an e-mail somebody must call. */
async function note({ database: { tables } }: BookingDeps, tx: Writer, { present, proposal, by, now }: { present: Timed; proposal: Proposal; by: Actor; now: number }): Promise<ProposalOutcome> {
  const requester = await appointmentQueries(tables).requester(tx, present.id);
  const toCallSince = requester?.email ? present.toCallSince : now;
  const appointment: Timed = { ...present, revision: present.revision + 1, toCallSince, changedAt: now };
  const { revision, changedAt } = appointment;
  await tx.update(tables.appointments).set({ revision, toCallSince, changedAt }).where(eq(tables.appointments.id, present.id));
  await recordEvent(tx, tables, { ...appointment, startsAt: proposal.startsAt, placeId: proposal.placeId }, { kind: 'proposed', by, at: now, oldStartsAt: present.startsAt });
  const after = { starts_at: proposal.startsAt, ends_at: proposal.endsAt, place_id: proposal.placeId, message: proposal.message };
  await recordAudit(tx, tables, by, { action: 'propose', object: { kind: 'appointment', id: present.id }, personId: requester?.id ?? null, after }, now);
  await enqueueProposed(tx, tables, { ...appointment, requester }, proposal.expiresAt, now);
  return { ok: true, appointment };
}
