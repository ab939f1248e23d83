import type { RoomLine } from '@sportello/contract';
import { and, gte, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Timed } from '../appointments/appointment.ts';
import { delayFor } from '../appointments/delays.ts';
import type { Database } from '../database/database.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import { type Before, expectedDelay, isUnfinished } from './expected-delay.ts';
import { calendarsOf } from './staff-role.ts';

/** Longer than any list of one day reaches back. */
const dayMilliseconds = 24 * 3_600_000;

/** How many are before on the same official's list of today, and how late it is; null on another day, and once it began. */
export async function lineOf(database: Database, directory: Directory, appointment: Timed, now: number): Promise<RoomLine | null> {
  const { state, startsAt } = appointment;
  const isExpected = state === 'confirmed' || state === 'arrived' || state === 'missed';
  if (!isExpected || dayOf(directory, startsAt) !== dayOf(directory, now)) return null;
  const before = (await listedBefore(database, appointment)).filter((one) => dayOf(directory, one.startsAt) === dayOf(directory, now) && isUnfinished(one, now));
  const announcedMinutes = await delayFor(database, directory, appointment, now);
  return { before: before.length, delay_minutes: expectedDelay(startsAt, before, { announcedMinutes, now }) };
}

async function listedBefore(database: Database, appointment: Timed): Promise<Before[]> {
  const { appointments, claims } = database.tables;
  const calendarIds = await calendarsOf(database, appointment);
  if (calendarIds.length === 0) return [];
  const onTheirCalendars = database.read.selectDistinct({ id: claims.appointmentId }).from(claims).where(and(inArray(claims.calendarId, [...calendarIds]), isNull(claims.heldUntil), gte(claims.endsAt, appointment.startsAt - dayMilliseconds)));
  const rows = await database.read
    .select({ state: appointments.state, startsAt: appointments.startsAt, endsAt: appointments.endsAt })
    .from(appointments)
    .where(and(inArray(appointments.id, onTheirCalendars), ne(appointments.id, appointment.id), inArray(appointments.state, ['confirmed', 'arrived', 'in_progress']), gte(appointments.startsAt, appointment.startsAt - dayMilliseconds), lt(appointments.startsAt, appointment.startsAt)));
  return rows.filter((row): row is Before => row.startsAt !== null && row.endsAt !== null);
}
