import type { Alternative } from '@sportello/contract';
import { alternativesTo } from '../availability/free-starts.ts';
import { type BookingRequest, placesOf } from '../availability/request.ts';
import type { Directory } from '../directory/directory.ts';
import { problem } from '../http/problems.ts';
import type { Appointment } from './appointment.ts';
import type { BookingDeps } from './deps.ts';

/** A request at the place that it is about; null outside a desk. */
export interface PlacedRequest {
  readonly request: BookingRequest;
  readonly placeId: string | null;
}

/** What a hold or an appointment was booked as, with the rules of today; at another place where one is named. */
export function requestOf(directory: Directory, appointment: Appointment, newPlaceId: string | null = null): PlacedRequest {
  const placeId = newPlaceId ?? appointment.placeId;
  const service = directory.services.get(appointment.serviceId);
  const rules = service?.channels.get(appointment.channel);
  // What it was booked for may be given up meanwhile, its place too; a place that is named must be right.
  const isPlaceGone = newPlaceId === null && placeId !== null && !rules?.placeIds.includes(placeId);
  if (!service || !rules || isPlaceGone) throw problem('slot-not-offered', { alternatives: [] });
  const request: BookingRequest = { service, rules, municipalityId: appointment.municipalityId, places: placesOf(rules, placeId, '/place_id'), asker: appointment.invitationId === null ? 'citizen' : 'invited' };
  return { request, placeId };
}

/** The free starts nearest to this one (epoch minutes), as if the appointment `own` were not there. */
export function othersNear(deps: BookingDeps, directory: Directory, placed: PlacedRequest, start: number, own?: string): Promise<Alternative[]> {
  const except = new Set(own ? [own] : []);
  return alternativesTo(deps.calendars, start, { directory, ...placed, now: deps.clock.now(), except });
}

/** The free starts nearest to that of a hold or an appointment. */
export function othersNearTo(deps: BookingDeps, directory: Directory, appointment: Appointment): Promise<Alternative[]> {
  return othersNear(deps, directory, requestOf(directory, appointment), Math.floor((appointment.startsAt ?? 0) / 60_000));
}
