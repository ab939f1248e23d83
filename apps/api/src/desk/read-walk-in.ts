import type { createWalkIn, Channel } from '@sportello/contract';
import type { Static } from 'typebox';
import type { WalkIn } from '../appointments/walk-in.ts';
import { dayOf, type Directory, municipalitiesServed, serves } from '../directory/directory.ts';
import { invalid, type Said } from '../http/problems.ts';
import { isWithinReach } from '../identity/reach.ts';
import type { StaffMember } from '../identity/staff-member.ts';

type WalkInSaid = Static<(typeof createWalkIn)['schema']['body']>;

const gone: Said = { it: 'Non c’è più, o non è del tuo ufficio: ricarica la pagina.', en: 'It does not exist any more, or is not of your office: reload the page.' };
const unserved: Said = { it: 'L’ufficio non serve questo comune.', en: 'The office does not serve this comune.' };

/** What two fields say of somebody who came: the rest follows. Throws `validation` for what does not exist or lies beyond reach. */
export function readWalkIn(directory: Directory, staff: StaffMember, said: WalkInSaid, now: number): Omit<WalkIn, 'by'> {
  const service = directory.services.get(said.service_id);
  const rules = service?.channels.get('desk' satisfies Channel) ?? service?.channels.values().next().value;
  if (!service || !rules || service.state !== 'published') throw invalid('/service_id', gone);
  const place = said.place_id ? directory.places.get(said.place_id) : null;
  if (place === undefined || place?.archivedAt) throw invalid('/place_id', gone);

  const day = dayOf(directory, now);
  const isTheirs = (municipalityId: string) => serves(directory, service, municipalityId, day) && isWithinReach(staff, { officeId: service.officeId, municipalityId });
  const served = municipalitiesServed(directory, service.officeId, day).filter(isTheirs);
  const ofPlace = place && served.includes(place.municipalityId) ? place.municipalityId : undefined;
  const municipalityId = said.municipality_id ?? ofPlace ?? served[0];
  if (!municipalityId) throw invalid('/service_id', gone);
  if (!isTheirs(municipalityId)) throw invalid('/municipality_id', isWithinReach(staff, { officeId: service.officeId, municipalityId }) ? unserved : gone);
  return { service, rules, municipalityId, placeId: place?.id ?? null, name: said.name, staffId: staff.id };
}
