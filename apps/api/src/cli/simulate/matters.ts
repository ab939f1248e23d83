import { findStarts, type Minutes } from '@sportello/scheduling';
import { calendarIdsOf, isOpen } from '../../availability/free-starts.ts';
import { questionOf } from '../../availability/question.ts';
import { type BookingRequest, forDesk } from '../../availability/request.ts';
import type { BookingDeps } from '../../appointments/deps.ts';
import { dayOf, type Directory, municipalitiesServed } from '../../directory/directory.ts';
import type { Chance } from './chance.ts';

/** A free start, and what it is for. */
export interface Found {
  readonly directory: Directory;
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
}

/** What people come for: every service by every channel that citizens may book, in an order that is always the same. */
export function mattersOf({ services }: Directory): BookingRequest[] {
  return [...services.values()]
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
    .flatMap((service) => [...service.channels.values()].map((rules): BookingRequest => ({ service, rules, municipalityId: '', places: rules.channel === 'desk' ? rules.placeIds : [null], asker: 'citizen' })))
    .filter(isOpen);
}

/** The same matter, of a comune that is served, at one place, as a citizen or the desk asks it; null: no comune is served. */
export function someRequest(directory: Directory, matter: BookingRequest, chance: Chance, { now, isDesk }: { now: number; isDesk: boolean }): { request: BookingRequest; placeId: string | null } | null {
  const served = municipalitiesServed(directory, matter.service.officeId, dayOf(directory, now));
  if (served.length === 0 || matter.places.length === 0) return null;
  const asked = { ...matter, municipalityId: chance.pick(served.toSorted()) };
  const placeId = chance.pick(matter.places);
  const request = { ...asked, places: [placeId] };
  return { request: isDesk ? forDeskSoon(request) : request, placeId };
}

const soonDays = 60;

/** As the desk asks it, without its three years: nobody in a simulation books that far ahead, and each question would lay them out. */
export function forDeskSoon(request: BookingRequest): BookingRequest {
  const asked = forDesk(request);
  return { ...asked, rules: { ...asked.rules, horizonDays: soonDays } };
}

const week = 7 * 1440;

/** One of the free starts of the week from a wish on; null: there is none. `except`: an appointment that would be moved there. */
export async function someStart(deps: BookingDeps, asked: Omit<Found, 'start'>, chance: Chance, { wish, except = null }: { wish: number; except?: string | null }): Promise<Found | null> {
  const times = await deps.calendars.read(calendarIdsOf(asked.request));
  const question = questionOf({ ...asked, times, now: deps.clock.now(), except: new Set(except === null ? [] : [except]) });
  const from = Math.floor(wish / 60_000);
  const starts = findStarts({ ...question, from, to: from + week });
  return starts.length === 0 ? null : { ...asked, start: chance.pick(starts) };
}
