import type { MemberCalendar } from '@sportello/contract';
import { and, count, eq, gt, inArray, min } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';

/** The calendars of somebody, by name, with what people have booked, or asked for, in each from `now` on. */
export async function calendarsOf({ read, tables: { appointments, claims } }: Database, directory: Directory, staffId: string, now: number): Promise<MemberCalendar[]> {
  const ids = [...directory.calendars.values()].filter((calendar) => calendar.staffId === staffId).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await read
    .select({ calendarId: claims.calendarId, ahead: count().mapWith(Number), next: min(appointments.startsAt) })
    .from(claims)
    .innerJoin(appointments, eq(appointments.id, claims.appointmentId))
    .where(and(inArray(claims.calendarId, ids), inArray(appointments.state, ['pending', 'confirmed']), gt(appointments.startsAt, now)))
    .groupBy(claims.calendarId);
  const write = instantWriter(directory);
  const booked = new Map(rows.map((row) => [row.calendarId, row]));
  return ids.map((id) => {
    const { ahead = 0, next = null } = booked.get(id) ?? {};
    return { calendar_id: id, appointments_ahead: ahead, next_starts_at: next === null ? null : write(Number(next)) };
  });
}
