import type { CalendarTimes } from '../calendars/calendar-store.ts';
import type { Writer } from '../database/database.ts';
import type { Appointment } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { appointmentQueries } from './queries.ts';

/**
 * The first step of every change of an appointment: touches the calendars that it claims (and those in `also`), so that
 * rivals wait, and then reads it as the winner left it. null: there is none.
 */
export async function lockAppointment(deps: BookingDeps, tx: Writer, id: string, also: readonly string[] = []): Promise<{ present: Appointment | null; times: CalendarTimes }> {
  const queries = appointmentQueries(deps.database.tables);
  const wanted = new Set([...also, ...(await queries.claimedCalendars(tx, id))]);
  const times = await deps.calendars.lock(tx, [...wanted].sort());
  // While we waited it may have been moved to calendars that we do not have yet.
  const later = (await queries.claimedCalendars(tx, id)).filter((calendarId) => !wanted.has(calendarId));
  if (later.length > 0) await deps.calendars.lock(tx, later);
  return { present: await queries.byId(tx, id), times };
}
