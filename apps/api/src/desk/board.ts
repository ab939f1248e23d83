import type { Board } from '@sportello/contract';
import { and, asc, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import { delaysOf } from '../appointments/delays.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Database } from '../database/database.ts';
import { type Calendar, dayOf, type Directory } from '../directory/directory.ts';
import { calendarsOfOffices, calendarsWithin } from '../identity/calendars-within.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { bookedOf, isShownTo } from './booked.ts';
import { dayBounds } from './day-bounds.ts';
import { countPending } from './pending.ts';
import { itemOnWire, type Shown } from './wire.ts';

export interface BoardAsked {
  readonly day: string;
  /** Only of this office; null: of all within reach. */
  readonly officeId: string | null;
  readonly staff: StaffMember;
  readonly shown: Shown;
}

/** Everything of a day within reach, as it is now; what was cancelled or refused too. `now`: epoch milliseconds. */
export async function readBoard(database: Database, directory: Directory, asked: BoardAsked, now: number): Promise<Board> {
  const { day, officeId, staff, shown } = asked;
  const { appointments } = database.tables;
  const within = and(officeId === null ? undefined : eq(appointments.officeId, officeId), isShownTo(database.tables, staff, now));
  const found = await database.read.select().from(appointments).where(and(liesOn(database, directory, day), within));
  const booked = await bookedOf(database, database.read, found.sort(byTime), now);
  const calendars = calendarsOf(directory, asked);
  return {
    day,
    items: booked.map((one) => itemOnWire(directory, one, shown)),
    calendars: calendars.map((calendar) => calendarOnWire(calendar, staff)),
    delays: await delaysShown(database, directory, calendars, now),
    pending_count: await countPending(database, staff, now, officeId),
    next_day: found.length > 0 ? null : await nextDay(database, directory, day, within),
  };
}

/** By its time; who waits without one by when they came. */
function liesOn({ tables: { appointments } }: Database, directory: Directory, day: string) {
  const { startsAt, endsAt } = dayBounds(directory, day);
  const isIn = (column: typeof appointments.arrivedAt | typeof appointments.createdAt | typeof appointments.startsAt) => and(gte(column, startsAt), lt(column, endsAt));
  const cameThen = or(isIn(appointments.arrivedAt), and(isNull(appointments.arrivedAt), isIn(appointments.createdAt)));
  return or(isIn(appointments.startsAt), and(isNull(appointments.startsAt), cameThen));
}

/** The first day after this one on which somebody is expected. */
async function nextDay({ read, tables }: Database, directory: Directory, day: string, within: SQL | undefined): Promise<string | null> {
  const { appointments } = tables;
  const isExpected = inArray(appointments.state, ['pending', 'confirmed']);
  const later = gte(appointments.startsAt, dayBounds(directory, day).endsAt);
  const [next] = await read.select({ startsAt: appointments.startsAt }).from(appointments).where(and(later, isExpected, within)).orderBy(asc(appointments.startsAt)).limit(1);
  return typeof next?.startsAt === 'number' ? dayOf(directory, next.startsAt) : null;
}

/** By time; who waits without one comes last, by arrival. */
function byTime(one: Appointment, other: Appointment): number {
  const timeOf = ({ startsAt }: Appointment) => startsAt ?? Number.MAX_SAFE_INTEGER;
  const cameAt = ({ arrivedAt, createdAt }: Appointment) => arrivedAt ?? createdAt;
  return timeOf(one) - timeOf(other) || (one.startsAt === null ? cameAt(one) - cameAt(other) : 0) || (one.id < other.id ? -1 : 1);
}

function calendarsOf(directory: Directory, { staff, officeId }: BoardAsked): readonly Calendar[] {
  const within = calendarsWithin(directory, staff);
  return officeId === null ? within : calendarsOfOffices(directory, within, new Set([officeId]));
}

/** A calendar as boards and agendas name it. */
export function calendarOnWire({ id, name, kind, officeId, staffId }: Calendar, staff: Pick<StaffMember, 'id'>): Board['calendars'][number] {
  return { id, name, kind, office_id: officeId, is_mine: staffId === staff.id };
}

/** Those of today, whichever day is shown: only who waits now is late. */
async function delaysShown(database: Database, directory: Directory, calendars: readonly Calendar[], now: number): Promise<Board['delays']> {
  const write = instantWriter(directory);
  const ids = new Set(calendars.map(({ id }) => id));
  const announced = await delaysOf(database, dayOf(directory, now));
  return announced.filter(({ calendarId, minutes }) => minutes > 0 && ids.has(calendarId)).map(({ calendarId, minutes, announcedAt }) => ({ calendar_id: calendarId, minutes, announced_at: write(announcedAt) }));
}
