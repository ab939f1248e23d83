import { eq, inArray } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';

/** The calendars that an appointment takes, also once it is over. */
export async function calendarsOf({ read, tables: { claims } }: Pick<Database, 'read' | 'tables'>, { id, startsAt, formerCalendarIds }: Appointment): Promise<readonly string[]> {
  const claimed = await read.select({ calendarId: claims.calendarId, startsAt: claims.startsAt, endsAt: claims.endsAt, heldUntil: claims.heldUntil }).from(claims).where(eq(claims.appointmentId, id)).orderBy(claims.calendarId);
  const taken = claimed.filter((claim) => claim.heldUntil === null && startsAt !== null && claim.startsAt <= startsAt && startsAt < claim.endsAt).map(({ calendarId }) => calendarId);
  return taken.length > 0 ? taken : (formerCalendarIds ?? []);
}

/** Ids of the officials whose time an appointment takes. */
export async function officialsOf(database: Pick<Database, 'read' | 'tables'>, directory: Directory, appointment: Appointment): Promise<readonly string[]> {
  const calendarIds = await calendarsOf(database, appointment);
  return [...new Set(calendarIds.flatMap((id) => directory.calendars.get(id)?.staffId ?? []))];
}

/** Somebody of the desk: the official whose time it takes, or a colleague. */
export async function staffRole(database: Pick<Database, 'read' | 'tables'>, directory: Directory, appointment: Appointment, staffId: string): Promise<'official' | 'colleague'> {
  return (await officialsOf(database, directory, appointment)).includes(staffId) ? 'official' : 'colleague';
}

/** Given and family name of members of the staff, by id. */
export async function staffNames({ read, tables: { staff } }: Pick<Database, 'read' | 'tables'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read.select({ id: staff.id, givenName: staff.givenName, familyName: staff.familyName }).from(staff).where(inArray(staff.id, [...ids]));
  return new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
}
