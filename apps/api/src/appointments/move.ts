import { and, eq, gt, inArray, lt } from 'drizzle-orm';
import type { Minutes } from '@sportello/scheduling';
import { calendarIdsOf, isOpenToCitizens, judge } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { enqueueMoved } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { assign, claimOf, freeClaims, type Interval, takeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordTransition } from './events.ts';
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
  if (!isOpenToCitizens(wish.request)) return { ok: false, why: 'slot-not-offered' };

  const verdict = judge(questionOf({ ...wish, times, now, except: new Set([present.id]) }), wish.start);
  if (verdict.is !== 'offered') return { ok: false, why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };
  if (await isLimited(deps, tx, present, wish, now)) return { ok: false, why: 'limit-reached' };

  const moved = movedTo(present, wish, now);
  const calendarIds = assign(verdict.free, wish.start, { ...wish, times, now });
  await changeClaims(deps, tx, { moved, calendarIds, times, now });
  return finish(deps, tx, { present, moved, wish, now });
}

async function isLimited({ database }: BookingDeps, tx: Writer, { id, personKey, serviceId }: Timed, { request, directory, start }: MoveWish, now: number): Promise<boolean> {
  if (!personKey) return false; // booked at the counter without a contact
  const booking = { personKey, appointmentId: id, serviceId, startsAt: start * 60_000 };
  // A move makes no appointment more: only that of its day can be one too many.
  const { limitPerDay } = request.rules;
  return appointmentQueries(database.tables).limits.isOver(tx, booking, { limitPerDay, limitFuture: Number.POSITIVE_INFINITY }, { now, timeZone: directory.union.timeZone });
}

/** It takes the length and the buffers that the service has today: the new time was offered by them. */
function movedTo(present: Timed, { request: { rules }, placeId, start }: MoveWish, now: number): Timed {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, moderated } = rules;
  return {
    ...present,
    durationMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    moderated,
    placeId,
    startsAt: start * 60_000,
    endsAt: (start + durationMinutes) * 60_000,
    state: stateAfterBooking(moderated),
    sequence: present.sequence + 1,
    revision: present.revision + 1,
    changedAt: now,
  };
}

/** Leaves the old time (at once, or after the release delay) and takes the new one, which may overlap it. */
async function changeClaims({ database }: BookingDeps, tx: Writer, { moved, calendarIds, times, now }: { moved: Timed; calendarIds: readonly string[]; times: CalendarTimes; now: number }): Promise<void> {
  const { tables } = database;
  const interval: Interval = claimOf(moved, moved);
  await freeClaims(tx, tables, moved, now);
  const { claims } = tables;
  const ownInTheWay = and(
    eq(claims.appointmentId, moved.id),
    inArray(claims.calendarId, [...calendarIds]),
    lt(claims.startsAt, interval.endsAt),
    gt(claims.endsAt, interval.startsAt),
  );
  await tx.delete(claims).where(ownInTheWay);
  await takeClaims(tx, tables, { calendarIds, times, interval, appointmentId: moved.id, heldUntil: null, now });
}

async function finish({ database }: BookingDeps, tx: Writer, { present, moved, wish, now }: { present: Timed; moved: Timed; wish: MoveWish; now: number }): Promise<MoveOutcome> {
  const { tables } = database;
  const { id, ...changes } = moved;
  await tx.update(tables.appointments).set(changes).where(eq(tables.appointments.id, id));
  const requester = await appointmentQueries(tables).requester(tx, id);
  await recordTransition(tx, tables, { before: present, after: moved, personId: requester?.id ?? null }, { kind: 'moved', by: citizen, at: now });
  await enqueueMoved(tx, tables, { ...moved, requester, reminderMinutes: wish.request.rules.reminderMinutes }, now);
  await wish.remember(tx, moved);
  return { ok: true, appointment: moved };
}
