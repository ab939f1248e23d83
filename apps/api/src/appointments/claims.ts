import { and, eq, gt, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { localDay, type Minutes, addDays, dayOfWeek, startOfDay } from '@sportello/scheduling';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { bookedMinutes, takenBy } from '../calendars/calendar-time.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedOn } from '../database/prepared.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Directory } from '../directory/directory.ts';
import type { Appointment } from './appointment.ts';
import { recordEvent } from './events.ts';

/** Interval in epoch milliseconds, half-open. */
export interface Interval {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The claim of a start: its service time widened by the buffers. */
export function claimOf({ startsAt, endsAt }: Interval, { bufferBeforeMinutes, bufferAfterMinutes }: { bufferBeforeMinutes: number; bufferAfterMinutes: number }): Interval {
  return { startsAt: startsAt - bufferBeforeMinutes * 60_000, endsAt: endsAt + bufferAfterMinutes * 60_000 };
}

interface Assignment {
  readonly directory: Directory;
  readonly times: CalendarTimes;
  readonly now: number;
}

/** Of each need the free calendar with the fewest booked minutes in that week (Monday to Sunday), then by name. */
export function assign(free: readonly (readonly string[])[], start: Minutes, { directory, times, now }: Assignment): string[] {
  const { timeZone } = directory.union;
  const day = localDay(timeZone, start);
  const monday = addDays(day, 1 - dayOfWeek(day));
  const from = startOfDay(timeZone, monday);
  const to = startOfDay(timeZone, addDays(monday, 7));
  const load = (id: string) => {
    const time = times.get(id);
    return time ? bookedMinutes(takenBy(time.claims, { now, except: new Set() }), from, to) : 0;
  };
  const name = (id: string) => directory.calendars.get(id)?.name ?? id;
  return free.flatMap((ids) => {
    const ranked = ids.map((id) => ({ id, load: load(id), name: name(id) }));
    ranked.sort((one, other) => one.load - other.load || one.name.localeCompare(other.name, 'it') || (one.id < other.id ? -1 : 1));
    return ranked.slice(0, 1).map(({ id }) => id);
  });
}

/**
 * Claims the interval on each calendar for an appointment, or for a block. Claims of holds that ended and lie in the way are removed
 * first, and those holds become `expired`. `times`: as the lock found them. Throws what isClaimConflict knows when
 * somebody else has the time.
 */
export async function takeClaims(tx: Writer, tables: Database['tables'], { calendarIds, times, interval, heldUntil, now, ...owner }: {
  calendarIds: readonly string[];
  times: CalendarTimes;
  interval: Interval;
  heldUntil: number | null;
  now: number;
} & ({ appointmentId: string } | { blockId: string })): Promise<void> {
  const hasEnded = (until: number | null) => until !== null && until <= now;
  const withEndedClaims = calendarIds.filter((id) => times.get(id)?.claims.heldUntil.some(hasEnded));
  await clearExpired(tx, tables, withEndedClaims, interval, now);
  for (const calendarId of calendarIds) {
    await preparedInsert(tx, tables.claims, { id: newId(), calendarId, ...interval, appointmentId: null, blockId: null, ...owner, heldUntil });
  }
}

async function clearExpired(tx: Writer, tables: Database['tables'], calendarIds: readonly string[], interval: Interval, now: number): Promise<void> {
  const ids = new Set<string>();
  for (const calendarId of calendarIds) {
    const cleared = await expiredInTheWay(tables)(tx).execute({ calendarId, ...interval, now });
    for (const { appointmentId } of cleared) if (appointmentId) ids.add(appointmentId);
  }
  if (ids.size > 0) await expireHolds(tx, tables, [...ids], now);
}

const expiredInTheWay = preparedOn(({ claims }: Database['tables']) =>
  preparedOn((tx: Writer) => {
    const instant = (name: string) => sql.param(sql.placeholder(name), claims.startsAt);
    return tx
      .delete(claims)
      .where(
        and(
          eq(claims.calendarId, sql.placeholder('calendarId')),
          lt(claims.startsAt, instant('endsAt')),
          gt(claims.endsAt, instant('startsAt')),
          lte(claims.heldUntil, instant('now')),
        ),
      )
      .returning({ appointmentId: claims.appointmentId })
      .prepare('clear_expired_claims');
  }),
);

/** Marks holds whose time is over; whatever else had a claim that ended (a cancelled appointment) stays as it is. */
export async function expireHolds(tx: Writer, tables: Database['tables'], ids: readonly string[], now: number): Promise<void> {
  const { appointments, claims } = tables;
  const expired: Appointment[] = await tx
    .update(appointments)
    .set({ state: 'expired', clientDigest: null, changedAt: now })
    .where(and(inArray(appointments.id, [...ids]), eq(appointments.state, 'held'), lte(appointments.heldUntil, now)))
    .returning();
  for (const hold of expired) await recordEvent(tx, tables, hold, { kind: 'expired', by: { kind: 'system' }, at: now });
  await tx.delete(claims).where(and(inArray(claims.appointmentId, expired.map(({ id }) => id)), lte(claims.heldUntil, now)));
}

/** Frees the time of an appointment at once, or keeps it from others for the release delay (against resale); what was proposed instead goes with it. Whose time it was stays written. */
export async function freeClaims(tx: Writer, { claims, proposals, appointments }: Database['tables'], { id, releaseDelayMinutes }: Pick<Appointment, 'id' | 'releaseDelayMinutes'>, now: number): Promise<void> {
  await tx.update(proposals).set({ state: 'withdrawn' }).where(and(eq(proposals.appointmentId, id), eq(proposals.state, 'open')));
  const taken = await tx.select({ calendarId: claims.calendarId }).from(claims).where(and(eq(claims.appointmentId, id), isNull(claims.heldUntil))).orderBy(claims.calendarId);
  if (taken.length > 0) await tx.update(appointments).set({ formerCalendarIds: taken.map(({ calendarId }) => calendarId) }).where(eq(appointments.id, id));
  if (releaseDelayMinutes === 0) {
    await tx.delete(claims).where(eq(claims.appointmentId, id));
    return;
  }
  await tx.update(claims).set({ heldUntil: now + releaseDelayMinutes * 60_000 }).where(eq(claims.appointmentId, id));
}

/** The calendars whose time it takes, in order; without those that only a proposal keeps, or a time that it left. */
export async function calendarsTakenBy(tx: Writer, { claims }: Database['tables'], { id, startsAt }: Appointment): Promise<string[]> {
  if (startsAt === null) return [];
  const isThen = and(eq(claims.appointmentId, id), isNull(claims.heldUntil), lte(claims.startsAt, startsAt), gt(claims.endsAt, startsAt));
  const rows = await tx.select({ calendarId: claims.calendarId }).from(claims).where(isThen).orderBy(claims.calendarId);
  return rows.map(({ calendarId }) => calendarId);
}
