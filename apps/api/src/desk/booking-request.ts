import { parseMinute } from '@sportello/scheduling';
import { requestOf } from '../appointments/booked-request.ts';
import type { Appointment } from '../appointments/appointment.ts';
import { type BookingRequest, forDesk, lookUp, onCalendar, placeOf } from '../availability/request.ts';
import type { Directory } from '../directory/directory.ts';
import { invalid } from '../http/problems.ts';
import { isWithinReach } from '../identity/reach.ts';
import type { StaffMember } from '../identity/staff-member.ts';

type Asked = Parameters<typeof lookUp>[1] & { readonly calendar_id?: string | null | undefined };

interface Named {
  /** Names of fields: query parameters, or JSON pointers into a body. */
  readonly fieldOf: (name: string) => string;
}

/**
 * What an official wants to book, as the desk asks it. A service is theirs where an appointment for it would be: of their
 * offices, or for a matter of their comuni; any other is `validation`, as a service that does not exist.
 */
export function lookUpForDesk(directory: Directory, staff: Pick<StaffMember, 'reach'>, asked: Asked, { fieldOf }: Named): BookingRequest {
  const found = lookUp(directory, asked, fieldOf);
  if (!isWithinReach(staff, { officeId: found.service.officeId, municipalityId: found.municipalityId })) {
    throw invalid(fieldOf('service_id'), { it: 'Questo servizio non è dei tuoi uffici.', en: 'This service is not of your offices.' });
  }
  return narrowed(forDesk(found), asked.calendar_id ?? null, fieldOf('calendar_id'));
}

/** What is booked already, as the desk asks where else it could be; at another place where one is named. */
export function askedAgain(directory: Directory, appointment: Appointment, named: { readonly place_id?: string | null; readonly calendar_id?: string | null }) {
  const placed = requestOf(directory, appointment, named.place_id ?? null);
  const request = narrowed(forDesk(placed.request), named.calendar_id ?? null, '/calendar_id');
  return { request, placeId: placeOf(request, placed.placeId, '/place_id') };
}

function narrowed(request: BookingRequest, calendarId: string | null, field: string): BookingRequest {
  if (calendarId === null) return request;
  if (request.rules.needs.flat().includes(calendarId)) return onCalendar(request, calendarId);
  throw invalid(field, { it: 'Questa agenda non segue questo servizio.', en: 'This calendar does not serve this service.' });
}

interface WantedTime {
  readonly starts_at: string;
  readonly calendar_id?: string | null;
  readonly outside_hours?: boolean;
}

/** A start as a body names it; outside the hours nobody but the official can know whose time it is. */
export function wantedTime({ starts_at: startsAt, calendar_id: calendarId = null, outside_hours: mayBeOutside = false }: WantedTime) {
  if (mayBeOutside && !calendarId) throw invalid('/calendar_id', { it: 'Fuori orario, indica chi riceve.', en: 'Outside the hours, say whose time it is.' });
  const start = parseMinute(startsAt.toUpperCase()) ?? 0; // the format whole-minute was checked at the door
  return { start, calendarId, mayBeOutside };
}
