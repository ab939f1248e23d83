import { addDays, contains, localDay, meets, openDays, openingPieces } from '@sportello/scheduling';
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { isTimed, type Timed } from '../appointments/appointment.ts';
import { suitedFor } from '../availability/question.ts';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { closedDays } from '../directory/closed-days.ts';
import type { Directory } from '../directory/directory.ts';
import type { Hours } from './calendar-time.ts';

/** An appointment that still stands, with one of the changed calendars that it takes the time of. */
export interface Standing {
  readonly appointment: Timed;
  readonly calendarId: string;
}

/** What is booked on these calendars and not over, by time; an appointment that takes two of them is there twice. */
export async function readStanding(reader: Reader | Writer, { appointments, claims }: Tables, calendarIds: readonly string[], now: number): Promise<Standing[]> {
  const rows = await reader
    .select({ appointment: appointments, calendarId: claims.calendarId })
    .from(claims)
    .innerJoin(appointments, eq(appointments.id, claims.appointmentId))
    .where(and(inArray(claims.calendarId, [...calendarIds]), gt(claims.endsAt, now), isNull(claims.heldUntil), inArray(appointments.state, ['pending', 'confirmed', 'arrived']), gt(appointments.endsAt, now)))
    .orderBy(asc(appointments.startsAt), asc(appointments.id));
  return rows.flatMap(({ appointment, calendarId }) => (isTimed(appointment) ? [{ appointment, calendarId }] : []));
}

export type HoursById = ReadonlyMap<string, Hours>;

/**
 * The appointments that a change of hours touches: nobody was away then, and now somebody is; or they lay inside an
 * opening, and do not any more. What the desk booked outside the hours is touched by an absence only. Each once.
 */
export function touchedBy(directory: Directory, standing: readonly Standing[], before: HoursById, after: HoursById): Standing[] {
  const touched = new Map<string, Standing>();
  for (const one of standing) {
    const [old, young] = [before.get(one.calendarId), after.get(one.calendarId)];
    if (old && young && !touched.has(one.appointment.id) && isTouched(directory, one, old, young)) touched.set(one.appointment.id, one);
  }
  return [...touched.values()];
}

function isTouched(directory: Directory, { appointment, calendarId }: Standing, before: Hours, after: Hours): boolean {
  const [start, end] = [Math.floor(appointment.startsAt / 60_000), Math.ceil(appointment.endsAt / 60_000)];
  if (meets(before.absences, start, end)) return false;
  if (meets(after.absences, start, end)) return true;
  const isInside = (hours: Hours) => isInsideOpening(directory, { appointment, calendarId }, hours, start, end);
  return isInside(before) && !isInside(after);
}

function isInsideOpening(directory: Directory, { appointment, calendarId }: Standing, hours: Hours, start: number, end: number): boolean {
  const { timeZone } = directory.union;
  const { channel, serviceId, placeId, officeId } = appointment;
  const [first, last] = [addDays(localDay(timeZone, start), -1), addDays(localDay(timeZone, end), 1)];
  const closed = closedDays(directory, { officeId, placeId, channel }, first, last);
  const suited = suitedFor({ id: calendarId, hours }, { directory, channel, serviceId, placeId });
  return contains(openingPieces(suited, openDays(timeZone, first, last, [...closed])), start, end);
}
