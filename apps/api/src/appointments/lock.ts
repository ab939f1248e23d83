import type { CalendarTimes } from '../calendars/calendar-store.ts';
import type { Writer } from '../database/database.ts';
import type { Appointment } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { type AppointmentQueries, appointmentQueries } from './queries.ts';

/**
 * The first step of every change of an appointment: touches the calendars that it claims, so that rivals wait, and then
 * reads it as the winner left it. null: there is none.
 */
export async function lockAppointment({ database }: BookingDeps, tx: Writer, id: string): Promise<Appointment | null> {
  const queries = appointmentQueries(database.tables);
  await touchClaimed(queries, tx, { id, also: [] }, (ids) => database.touchCalendars(tx, ids));
  return queries.byId(tx, id);
}

/** The same where another time is sought: touches the calendars in `also` too, and reads what is taken on all of them. */
export async function lockAppointmentAndTimes({ database, calendars }: BookingDeps, tx: Writer, id: string, also: readonly string[]): Promise<{ present: Appointment | null; times: CalendarTimes }> {
  const queries = appointmentQueries(database.tables);
  const times = await touchClaimed(queries, tx, { id, also }, (ids) => calendars.lock(tx, ids));
  return { present: await queries.byId(tx, id), times };
}

async function touchClaimed<Touched>(queries: AppointmentQueries, tx: Writer, { id, also }: { id: string; also: readonly string[] }, touch: (ids: readonly string[]) => Promise<Touched>): Promise<Touched> {
  const wanted = new Set([...also, ...(await queries.claimedCalendars(tx, id))]);
  const touched = await touch([...wanted].sort());
  // While we waited it may have been moved to calendars that we do not have yet.
  const later = (await queries.claimedCalendars(tx, id)).filter((calendarId) => !wanted.has(calendarId));
  if (later.length > 0) await touch(later);
  return touched;
}
