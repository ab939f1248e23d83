import type { AppointmentState } from '@sportello/contract';
import { addDays, startOfDay } from '@sportello/scheduling';
import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { dayOf, type Directory } from '../../directory/directory.ts';
import { isWithinReach } from '../../identity/reach.ts';
import type { StaffMember } from '../../identity/staff-member.ts';

/** Whole days of the union, before and after today. */
const daysBack = 30;
const daysAhead = 180;

/** What lies in a calendar, without anything about a person: nothing of them is even read. Epoch milliseconds. */
export type FeedTime = TakenTime | AppointmentTime;

interface Lying {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface TakenTime extends Lying {
  /** `busy`: a block, or an appointment beyond reach; `away`: somebody is absent. */
  readonly kind: 'busy' | 'away';
}

export interface AppointmentTime extends Lying {
  readonly kind: 'appointment';
  readonly serviceId: string;
  readonly officeId: string;
  readonly channel: 'video' | 'phone' | 'desk' | 'home';
  readonly municipalityId: string;
  readonly placeId: string | null;
  readonly isPending: boolean;
  readonly sequence: number;
  readonly changedAt: number;
}

const shownStates: readonly AppointmentState[] = ['pending', 'confirmed', 'arrived', 'in_progress', 'served', 'missed'];

/**
 * The time of a calendar from 30 days back to 180 ahead: appointments and requests that take it, blocks, and absences that were
 * declared here. What was read from elsewhere is left out (it is in the other calendar already), and so is what is kept for
 * a while only: holds, and times that were proposed.
 */
export async function readFeedTime(database: Database, directory: Directory, { calendarId, reach, now }: Pick<StaffMember, 'reach'> & { calendarId: string; now: number }): Promise<FeedTime[]> {
  const today = dayOf(directory, now);
  const { timeZone } = directory.union;
  const span = { from: startOfDay(timeZone, addDays(today, -daysBack)) * 60_000, to: startOfDay(timeZone, addDays(today, daysAhead + 1)) * 60_000 };
  const times = [...(await readTaken(database, calendarId, reach, span)), ...(await readAway(database, calendarId, span))];
  return times.sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

async function readTaken({ read, tables: { claims, appointments } }: Database, calendarId: string, reach: StaffMember['reach'], { from, to }: Span): Promise<FeedTime[]> {
  const { id, serviceId, officeId, channel, municipalityId, placeId, startsAt, endsAt, state, sequence, changedAt } = appointments;
  const rows = await read
    .select({ claim: claims, appointment: { id, serviceId, officeId, channel, municipalityId, placeId, startsAt, endsAt, state, sequence, changedAt } })
    .from(claims)
    .leftJoin(appointments, eq(appointments.id, claims.appointmentId))
    .where(and(eq(claims.calendarId, calendarId), lt(claims.startsAt, to), gt(claims.endsAt, from), isNull(claims.heldUntil)))
    .orderBy(asc(claims.startsAt), asc(claims.id));
  return rows.flatMap(({ claim, appointment }): FeedTime[] => {
    if (!appointment) return [{ kind: 'busy', id: claim.blockId ?? claim.id, startsAt: claim.startsAt, endsAt: claim.endsAt }];
    if (!shownStates.includes(appointment.state) || appointment.startsAt === null || appointment.endsAt === null) return [];
    if (!isWithinReach({ reach }, appointment)) return [{ kind: 'busy', id: claim.id, startsAt: claim.startsAt, endsAt: claim.endsAt }];
    const { state: present, ...told } = appointment;
    return [{ kind: 'appointment', ...told, startsAt: appointment.startsAt, endsAt: appointment.endsAt, isPending: present === 'pending' }];
  });
}

async function readAway({ read, tables: { absences } }: Database, calendarId: string, { from, to }: Span): Promise<FeedTime[]> {
  const { id, startsAt, endsAt } = absences;
  const rows = await read
    .select({ id, startsAt, endsAt })
    .from(absences)
    .where(and(eq(absences.calendarId, calendarId), isNull(absences.source), lt(startsAt, to), gt(endsAt, from)));
  return rows.map((row) => ({ kind: 'away', ...row }));
}
