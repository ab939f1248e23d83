import type { Minutes } from '@sportello/scheduling';
import { calendarIdsOf, isOpen, judge } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { enqueueMoved } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { atOtherTime, changeTime } from './change-time.ts';
import { assign } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { citizen } from './events.ts';
import { lockAppointmentAndTimes } from './lock.ts';
import { appointmentQueries } from './queries.ts';
import { allows, permissionsOf, stateAfterBooking } from './states.ts';

export interface MoveWish {
  readonly appointment: Appointment;
  readonly directory: Directory;
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
  /** Kept in the same write as the move. */
  readonly remember: (tx: Writer, appointment: Timed) => Promise<void>;
}

export type MoveOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'slot-taken' | 'slot-not-offered' | 'limit-reached' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] }
  | { readonly ok: false; readonly why: 'too-late'; readonly until: number };

/**
 * Moves an appointment to a start that is offered to citizens now (its own time does not count), else changes nothing.
 * The same start again is fine and changes nothing. One write: claims, message, event.
 */
export async function moveAppointment(deps: BookingDeps, wish: MoveWish): Promise<MoveOutcome> {
  try {
    return await attempt(deps.database, (tx) => decide(deps, tx, wish));
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken' };
    throw error;
  }
}

async function decide(deps: BookingDeps, tx: Writer, wish: MoveWish): Promise<MoveOutcome> {
  const { present, times } = await lockAppointmentAndTimes(deps, tx, wish.appointment.id, calendarIdsOf(wish.request));
  const now = deps.clock.now();
  if (!present || !allows(present.state, 'move') || !isTimed(present)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
  if (present.startsAt === wish.start * 60_000 && present.placeId === wish.placeId) {
    await wish.remember(tx, present);
    return { ok: true, appointment: present };
  }
  const { moveUntil } = permissionsOf(present, now);
  if (moveUntil === null) return { ok: false, why: 'too-late', until: present.startsAt - present.moveCutoffMinutes * 60_000 };
  if (!isOpen(wish.request)) return { ok: false, why: 'slot-not-offered' };

  const verdict = judge(questionOf({ ...wish, times, now, except: new Set([present.id]) }), wish.start);
  if (verdict.is !== 'offered') return { ok: false, why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };
  if (await isLimited(deps, tx, present, wish, now)) return { ok: false, why: 'limit-reached' };

  const moved: Timed = { ...atOtherTime(present, wish, now), moderated: wish.request.rules.moderated, state: stateAfterBooking(wish.request.rules.moderated) };
  const calendarIds = assign(verdict.free, wish.start, { ...wish, times, now });
  const requester = await changeTime(deps.database, tx, { present, moved, calendarIds, times, releaseDelayMinutes: present.releaseDelayMinutes, by: citizen, now });
  await enqueueMoved(tx, deps.database.tables, { ...moved, requester, reminderMinutes: wish.request.rules.reminderMinutes }, now);
  await wish.remember(tx, moved);
  return { ok: true, appointment: moved };
}

async function isLimited({ database }: BookingDeps, tx: Writer, { id, personKey, serviceId }: Timed, { request, directory, start }: MoveWish, now: number): Promise<boolean> {
  if (!personKey) return false; // booked at the counter without a contact
  const booking = { personKey, appointmentId: id, serviceId, startsAt: start * 60_000 };
  // A move makes no appointment more: only that of its day can be one too many.
  const { limitPerDay } = request.rules;
  return appointmentQueries(database.tables).limits.isOver(tx, booking, { limitPerDay, limitFuture: Number.POSITIVE_INFINITY }, { now, timeZone: directory.union.timeZone });
}
