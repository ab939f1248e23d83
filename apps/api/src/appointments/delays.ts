import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { type Actor, recordAudit } from '../audit/record.ts';
import type { Database, Reader } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedOn } from '../database/prepared.ts';
import type { Tables } from '../database/schema.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import type { Appointment } from './appointment.ts';
import type { BookingDeps } from './deps.ts';

/** A delay of one calendar on one day; 0 minutes: one that was taken back. */
export type AnnouncedDelay = Pick<Tables['delays']['$inferSelect'], 'calendarId' | 'minutes' | 'announcedAt'>;

const ofDay = preparedOn(({ delays }: Tables) =>
  preparedOn((reader: Reader) =>
    reader
      .select({ calendarId: delays.calendarId, minutes: delays.minutes, announcedAt: delays.announcedAt })
      .from(delays)
      .where(eq(delays.day, sql.placeholder('day')))
      .prepare('delays_of_day'),
  ),
);

/** What was announced for a day, with what was taken back. */
export function delaysOf({ read, tables }: Database, day: string): Promise<readonly AnnouncedDelay[]> {
  return ofDay(tables)(read).execute({ day });
}

/** Announces for today that a calendar is late; a later announcement replaces it, 0 takes it back. */
export async function announceDelay({ database, clock }: BookingDeps, { directory, calendarId, minutes, staffId, by }: { directory: Directory; calendarId: string; minutes: number; staffId: string; by: Actor }): Promise<AnnouncedDelay> {
  const { tables } = database;
  const { delays } = tables;
  const announcedAt = clock.now();
  const day = dayOf(directory, announcedAt);
  await database.write(async (tx) => {
    const [before] = await tx.select({ minutes: delays.minutes }).from(delays).where(and(eq(delays.calendarId, calendarId), eq(delays.day, day)));
    const said = { minutes, staffId, announcedAt };
    await tx.insert(delays).values({ id: newId(), calendarId, day, ...said }).onConflictDoUpdate({ target: [delays.calendarId, delays.day], set: said });
    await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'calendar', id: calendarId }, before: { delay_minutes: before?.minutes ?? 0 }, after: { delay_minutes: minutes } }, announcedAt);
  });
  return { calendarId, minutes, announcedAt };
}

/** By how many minutes the desk is late for somebody who is expected today, or waits; null: as far as anybody said, it is not. */
export async function delayFor({ read, tables }: Database, directory: Directory, { id, state, startsAt }: Appointment, now: number): Promise<number | null> {
  const { claims, delays } = tables;
  const day = dayOf(directory, now);
  if (startsAt === null || (state !== 'confirmed' && state !== 'arrived') || dayOf(directory, startsAt) !== day) return null;
  const theirs = read.select({ calendarId: claims.calendarId }).from(claims).where(eq(claims.appointmentId, id));
  const late = await read.select({ minutes: delays.minutes }).from(delays).where(and(inArray(delays.calendarId, theirs), eq(delays.day, day), gt(delays.minutes, 0)));
  return late.length === 0 ? null : Math.max(...late.map(({ minutes }) => minutes));
}
