import type { NoticeKind } from '@sportello/contract';
import { and, eq, gt, inArray, isNull, lte, ne } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { Reader, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { EventKind, Tables } from '../database/schema.ts';
import { isWithinReach } from '../identity/reach.ts';
import { reachOf } from '../identity/sessions.ts';
import type { Reach } from '../identity/staff-member.ts';

/** The notices that follow what happened; tomorrow's list follows the clock instead. */
type Followed = Exclude<NoticeKind, 'tomorrow'>;

/** Which notice follows which event. */
const followed: Readonly<Partial<Record<EventKind, Followed>>> = {
  confirmed: 'new', requested: 'new', moved: 'moved', reassigned: 'moved', cancelled: 'cancelled',
};

/** Somebody of the staff who wants notices, and what concerns them. */
export interface Subscriber {
  readonly id: string;
  readonly notices: readonly NoticeKind[];
  readonly reach: Reach;
  /** Their own calendars; who has none hears of all that is within reach. */
  readonly calendarIds: readonly string[];
}

/** Everybody who signs in and chose a notice. */
export async function readSubscribers(read: Reader | Writer, { staff, staffScopes, calendars }: Tables): Promise<Subscriber[]> {
  const members = (await read.select().from(staff).where(eq(staff.state, 'active'))).filter(({ notices }) => notices.length > 0);
  if (members.length === 0) return [];
  const ids = members.map(({ id }) => id);
  const scopes = Map.groupBy(await read.select().from(staffScopes).where(inArray(staffScopes.staffId, ids)), ({ staffId }) => staffId);
  const owned = await read.select({ id: calendars.id, staffId: calendars.staffId }).from(calendars).where(and(inArray(calendars.staffId, ids), isNull(calendars.archivedAt)));
  return members.map((member) => ({
    id: member.id,
    notices: member.notices,
    reach: reachOf(member, scopes.get(member.id) ?? []),
    calendarIds: owned.filter(({ staffId }) => staffId === member.id).map(({ id }) => id),
  }));
}

/** Whether an appointment concerns somebody: it takes time of theirs, or lies within the reach of who has no calendar. */
export function concerns({ calendarIds, reach }: Subscriber, appointment: Pick<Appointment, 'officeId' | 'municipalityId'>, takenIds: readonly string[]): boolean {
  if (!isWithinReach({ reach }, appointment)) return false;
  return calendarIds.length === 0 || calendarIds.some((id) => takenIds.includes(id));
}

interface Happened {
  readonly kind: Followed;
  readonly appointment: Appointment;
  /** Who of the staff did it: they know. */
  readonly by: string | null;
}

/** Writes down the notices of what happened after `from`, up to and with `to` (epoch milliseconds), inside a write of its own. */
export async function enqueueNotices(tx: Writer, tables: Tables, { from, to }: { from: number; to: number }): Promise<void> {
  const subscribers = await readSubscribers(tx, tables);
  if (subscribers.length === 0) return;
  const happened = [...(await whatHappened(tx, tables, { from, to })), ...(await whoWasNotReached(tx, tables, { from, to }))];
  if (happened.length === 0) return;
  const taken = await calendarsOf(tx, tables, happened.map(({ appointment }) => appointment));
  const rows = happened.flatMap(({ kind, appointment, by }) =>
    subscribers
      .filter((one) => one.id !== by && one.notices.includes(kind) && concerns(one, appointment, taken.get(appointment.id) ?? []))
      .map(({ id: staffId }) => noticeRow({ message: `notice-${kind}`, staffId, appointmentId: appointment.id, sequence: appointment.sequence }, to)),
  );
  if (rows.length > 0) await tx.insert(tables.outbox).values(rows);
}

async function whatHappened(tx: Writer, { events, appointments }: Tables, { from, to }: { from: number; to: number }): Promise<Happened[]> {
  const kinds = Object.keys(followed) as EventKind[];
  const rows = await tx
    .select({ kind: events.kind, staffId: events.staffId, appointment: appointments })
    .from(events)
    .innerJoin(appointments, eq(appointments.id, events.appointmentId))
    .where(and(gt(events.at, from), lte(events.at, to), inArray(events.kind, kinds), ne(appointments.state, 'expired')))
    .orderBy(events.at, events.id);
  return rows.flatMap(({ kind, staffId, appointment }) => {
    const notice = followed[kind];
    return notice ? [{ kind: notice, appointment, by: staffId }] : [];
  });
}

async function whoWasNotReached(tx: Writer, { appointments }: Tables, { from, to }: { from: number; to: number }): Promise<Happened[]> {
  const rows = await tx.select().from(appointments).where(and(gt(appointments.toCallSince, from), lte(appointments.toCallSince, to)));
  return rows.map((appointment) => ({ kind: 'unreachable', appointment, by: null }));
}

/** Whose time each takes, or took before it was freed. */
export async function calendarsOf(read: Reader | Writer, { claims }: Tables, appointments: readonly Appointment[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = appointments.map(({ id }) => id);
  const rows = await read
    .select({ appointmentId: claims.appointmentId, calendarId: claims.calendarId })
    .from(claims)
    .where(inArray(claims.appointmentId, ids));
  const claimed = Map.groupBy(rows, ({ appointmentId }) => appointmentId);
  return new Map(appointments.map(({ id, formerCalendarIds }) => [id, claimed.get(id)?.map(({ calendarId }) => calendarId) ?? formerCalendarIds ?? []]));
}

const dayMilliseconds = 24 * 3_600_000;

/** A notice is of use for a day; what became untrue by then is not sent. */
export function noticeRow(about: { message: string; staffId: string; appointmentId: string | null; sequence: number | null }, now: number): Tables['outbox']['$inferInsert'] {
  return { id: newId(), medium: 'mail', ...about, createdAt: now, dueAt: now, deadlineAt: now + dayMilliseconds, state: 'pending' };
}
