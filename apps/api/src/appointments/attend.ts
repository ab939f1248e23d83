import type { AttendanceState } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import { type Actor, recordAudit, type Values } from '../audit/record.ts';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import { type Appointment, isWalkIn } from './appointment.ts';
import { freeClaims, takeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { lockAppointment, lockAppointmentAndTimes } from './lock.ts';
import { appointmentQueries } from './queries.ts';
import { roomFor } from './room-for.ts';
import { type AttendanceStep, attendanceStep } from './states.ts';

export interface AttendanceWish {
  readonly appointment: Appointment;
  readonly directory: Directory;
  readonly state: AttendanceState;
  /** Of the appointment as the official saw it. */
  readonly revision: number;
  /** Whose time a walk-in takes when it starts; null: nobody's. */
  readonly calendarId: string | null;
  readonly by: Actor;
}

export type AttendanceOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'changed-meanwhile' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] }
  /** Nobody arrives on another day, or is missed before it begins. */
  | { readonly ok: false; readonly why: 'other-day' | 'not-begun'; readonly state: Appointment['state'] };

/**
 * Writes down where somebody stands: arrived, begun, over, not come, or one of these taken back. The state that it has
 * already changes nothing, whichever revision was seen. Whoever came without an appointment takes time when it starts.
 */
export async function markAttendance(deps: BookingDeps, wish: AttendanceWish): Promise<AttendanceOutcome> {
  try {
    return await attempt(deps.database, (tx) => decide(deps, tx, wish));
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'changed-meanwhile' };
    throw error;
  }
}

async function decide(deps: BookingDeps, tx: Writer, wish: AttendanceWish): Promise<AttendanceOutcome> {
  const { appointment, state, directory } = wish;
  const takesTime = isWalkIn(appointment) && state === 'in_progress' && wish.calendarId !== null;
  const { present, times } = takesTime
    ? await lockAppointmentAndTimes(deps, tx, appointment.id, [wish.calendarId ?? ''])
    : { present: await lockAppointment(deps, tx, appointment.id), times: null };
  const now = deps.clock.now();
  if (!present) return { ok: false, why: 'changed-meanwhile' };
  if (present.state === state) return { ok: true };
  if (present.revision !== wish.revision) return { ok: false, why: 'changed-meanwhile' };
  const step = attendanceStep({ ...present, isWalkIn: isWalkIn(present) }, state);
  if (step === null) return { ok: false, why: 'state-conflict', state: present.state };
  const refusal = tooEarly(present, step, directory, now);
  if (refusal) return { ok: false, why: refusal, state: present.state };

  const done = { present, changed: changedBy(present, step, { state, now }), step, wish, now };
  if (!isWalkIn(present)) return finish(deps, tx, done);
  if (step === 'started') return takeTime(deps, tx, done, times);
  return done.changed.startedAt === null ? giveTimeBack(deps, tx, done) : finish(deps, tx, done);
}

/** A walk-in begins now: on the calendar, if it has room, else beside everything. */
async function takeTime(deps: BookingDeps, tx: Writer, done: Done, times: CalendarTimes | null): Promise<AttendanceOutcome> {
  const { present, wish: { calendarId }, now } = done;
  const { interval, isFree } = roomFor(present.durationMinutes, now, times?.get(calendarId ?? '')?.claims ?? null);
  if (isFree && times && calendarId) await takeClaims(tx, deps.database.tables, { calendarIds: [calendarId], times, interval, appointmentId: present.id, heldUntil: null, now });
  return finish(deps, tx, { ...done, changed: { ...done.changed, ...interval } });
}

/** A walk-in that is taken back waits again; the time that it took is free. */
async function giveTimeBack(deps: BookingDeps, tx: Writer, done: Done): Promise<AttendanceOutcome> {
  await freeClaims(tx, deps.database.tables, { id: done.present.id, releaseDelayMinutes: 0 }, done.now);
  return finish(deps, tx, { ...done, changed: { ...done.changed, startsAt: null, endsAt: null } });
}

/** Only `arrived` and `missed` ask for the time; whoever has none may leave whenever they like. */
function tooEarly({ startsAt }: Appointment, step: AttendanceStep, directory: Directory, now: number): 'other-day' | 'not-begun' | null {
  if (startsAt === null) return null;
  if (step === 'arrived') return dayOf(directory, startsAt) === dayOf(directory, now) ? null : 'other-day';
  return step === 'missed' && now < startsAt ? 'not-begun' : null;
}

/** When somebody came, began and ended follows from where they stand: what lies after it is taken back. */
function changedBy(present: Appointment, step: AttendanceStep, { state, now }: { state: AttendanceState; now: number }): Appointment {
  const arrivedAt = step === 'arrived' ? now : state === 'confirmed' ? null : present.arrivedAt;
  const startedAt = step === 'started' ? now : state === 'confirmed' || state === 'arrived' ? null : present.startedAt;
  const endedAt = step === 'served' ? now : null;
  const isStillToCall = step === 'taken-back' || step === 'missed' || (step === 'arrived' && present.byPhoneSince !== null);
  const toCallSince = isStillToCall ? present.toCallSince : null; // who is here need not be called
  return { ...present, state, arrivedAt, startedAt, endedAt, toCallSince, revision: present.revision + 1, changedAt: now };
}

interface Done {
  readonly present: Appointment;
  readonly changed: Appointment;
  readonly step: AttendanceStep;
  readonly wish: AttendanceWish;
  readonly now: number;
}

async function finish({ database: { tables } }: BookingDeps, tx: Writer, { present, changed, step, wish, now }: Done): Promise<AttendanceOutcome> {
  const { appointments } = tables;
  const { state, arrivedAt, startedAt, endedAt, toCallSince, startsAt, endsAt, revision, changedAt } = changed;
  const changes = { state, arrivedAt, startedAt, endedAt, toCallSince, startsAt, endsAt, revision, changedAt };
  // Somebody who waits without a time has no calendar at which two officials would wait for each other.
  const asSeen = and(eq(appointments.id, present.id), eq(appointments.revision, present.revision));
  const updated = await tx.update(appointments).set(changes).where(asSeen).returning({ id: appointments.id });
  if (updated.length === 0) return { ok: false, why: 'changed-meanwhile' };
  const requester = await appointmentQueries(tables).requester(tx, present.id);
  await recordEvent(tx, tables, changed, { kind: step, by: wish.by, at: now });
  await recordAudit(tx, tables, wish.by, { action: 'change', object: { kind: 'appointment', id: present.id }, personId: requester?.id ?? null, before: valuesOf(present), after: valuesOf(changed) }, now);
  return { ok: true };
}

function valuesOf({ state, arrivedAt, startedAt, endedAt, startsAt, endsAt }: Appointment): Values {
  const maybe = { arrived_at: arrivedAt, started_at: startedAt, ended_at: endedAt, starts_at: startsAt, ends_at: endsAt };
  return { state, ...Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== null)) };
}
