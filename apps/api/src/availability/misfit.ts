import type { Misfit } from '@sportello/contract';
import type { Timed } from '../appointments/appointment.ts';
import { closedDays } from '../directory/closed-days.ts';
import { dayOf, type Directory, isMember, serves } from '../directory/directory.ts';

/**
 * Why an appointment would not be made like this today; null: it would. `calendarIds`: whose time it takes. Hours are not asked
 * about: they are the desk's, which is told of its own changes.
 */
export function misfitOf(directory: Directory, { serviceId, channel, placeId, officeId, municipalityId, startsAt }: Timed, calendarIds: readonly string[]): Misfit | null {
  const service = directory.services.get(serviceId);
  const rules = service?.channels.get(channel);
  if (!service || service.state !== 'published' || !rules) return 'not_offered';
  const day = dayOf(directory, startsAt);
  if (!isMember(directory, municipalityId, day)) return 'not_member';
  if (!serves(directory, service, municipalityId, day)) return 'not_served';
  if (placeId !== null && !rules.placeIds.includes(placeId)) return 'no_place';
  if (closedDays(directory, { officeId, placeId, channel }, day, day).has(day)) return 'closed';
  const meets = (need: readonly string[]) => need.some((id) => calendarIds.includes(id));
  return rules.needs.every(meets) ? null : 'no_calendar';
}
