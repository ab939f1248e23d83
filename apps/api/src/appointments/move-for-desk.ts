import type { Minutes } from '@sportello/scheduling';
import { eq } from 'drizzle-orm';
import { type Judged, judgeForDesk } from '../availability/desk-verdict.ts';
import { calendarIdsOf } from '../availability/free-starts.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { enqueueMovedByDesk } from '../notifications/enqueue.ts';
import { type Appointment, isTimed, type Timed } from './appointment.ts';
import { atOtherTime, changeClaims, changeTime } from './change-time.ts';
import { assign, calendarsTakenBy } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { recordTransition } from './events.ts';
import type { Official } from './hold-for-desk.ts';
import { lockAppointmentAndTimes } from './lock.ts';
import { appointmentQueries } from './queries.ts';
import { allows } from './states.ts';

export interface DeskMoveWish {
  readonly id: string;
  /** The revision that the official saw. */
  readonly revision: number;
  readonly directory: Directory;
  /** As the desk asks it, narrowed to `calendarId` where there is one. */
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
  /** Whose time it must be; null: whoever is free. */
  readonly calendarId: string | null;
  readonly mayBeOutside: boolean;
  /** Whether a message goes to the citizen. */
  readonly tell: boolean;
  readonly by: Official;
}

export type DeskMoveOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'slot-taken' | 'slot-not-offered' }
  | { readonly ok: false; readonly why: 'changed-meanwhile' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/**
 * Moves an appointment for the desk, whatever the cut-offs, or gives it to a colleague at the same time. What is
 * confirmed stays confirmed; who did not come is expected again. The same start and calendar again changes nothing. One
 * write: claims, event, messages.
 */
export async function moveForDesk(deps: BookingDeps, wish: DeskMoveWish): Promise<DeskMoveOutcome> {
  try {
    return await attempt(deps.database, (tx) => decide(deps, tx, wish));
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken' };
    throw error;
  }
}

/** What a move works with once its time is granted. */
interface Granted {
  readonly present: Timed;
  readonly times: CalendarTimes;
  readonly now: number;
  readonly verdict: Judged;
  readonly calendarIds: readonly string[];
}

async function decide(deps: BookingDeps, tx: Writer, wish: DeskMoveWish): Promise<DeskMoveOutcome> {
  const { present, times } = await lockAppointmentAndTimes(deps, tx, wish.id, calendarIdsOf(wish.request));
  const now = deps.clock.now();
  if (!present || !isTimed(present)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };

  const isSameTime = present.startsAt === wish.start * 60_000 && present.placeId === wish.placeId;
  const taken = await calendarsTakenBy(tx, deps.database.tables, present);
  const isSame = isSameTime && (wish.calendarId === null || taken.includes(wish.calendarId));
  const isAllowed = allows(present.state, isSameTime ? 'reassign' : 'move-by-desk');
  if (isSame && isAllowed) return { ok: true, appointment: present };
  if (present.revision !== wish.revision) return { ok: false, why: 'changed-meanwhile' };
  if (!isAllowed) return { ok: false, why: 'state-conflict', state: present.state };

  const verdict = judgeForDesk({ ...wish, times, now, except: new Set([present.id]) }, wish.start, wish);
  if (verdict.is !== 'offered') return { ok: false, why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };
  const calendarIds = assign(verdict.free, wish.start, { ...wish, times, now });
  const granted = { present, times, now, verdict, calendarIds };
  return isSameTime ? reassign(deps, tx, wish, { ...granted, before: taken }) : move(deps, tx, wish, granted);
}

async function move({ database }: BookingDeps, tx: Writer, wish: DeskMoveWish, { present, times, now, calendarIds, verdict }: Granted): Promise<DeskMoveOutcome> {
  const { outsideHours } = verdict;
  const expectedAgain = present.state === 'missed' ? { state: 'confirmed' as const, arrivedAt: null, startedAt: null, endedAt: null } : {};
  const moved: Timed = { ...atOtherTime(present, wish, now), outsideHours, ...expectedAgain };
  const requester = await changeTime(database, tx, { present, moved, calendarIds, times, releaseDelayMinutes: 0, by: wish.by, now });
  await enqueueMovedByDesk(tx, database.tables, { ...moved, requester, reminderMinutes: wish.request.rules.reminderMinutes }, now, wish);
  return { ok: true, appointment: moved };
}

/** For the citizen nothing changes: the time, the place and the messages that are still to come stay. */
async function reassign({ database }: BookingDeps, tx: Writer, { by }: DeskMoveWish, { present, times, now, calendarIds, verdict, before }: Granted & { before: readonly string[] }): Promise<DeskMoveOutcome> {
  const { tables } = database;
  const reassigned: Timed = { ...present, outsideHours: verdict.outsideHours, revision: present.revision + 1, changedAt: now };
  await changeClaims(tx, tables, { moved: reassigned, calendarIds, times, releaseDelayMinutes: 0, now });
  const { outsideHours, revision, changedAt } = reassigned;
  await tx.update(tables.appointments).set({ outsideHours, revision, changedAt }).where(eq(tables.appointments.id, present.id));
  const requester = await appointmentQueries(tables).requester(tx, present.id);
  const transition = { before: present, after: reassigned, personId: requester?.id ?? null, calendarIds: { before, after: calendarIds } };
  await recordTransition(tx, tables, transition, { kind: 'reassigned', by, at: now });
  return { ok: true, appointment: reassigned };
}
