import type { DeskAppointmentItem, DeskPerson, Language } from '@sportello/contract';
import { shownCode } from '../appointments/codes.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import { initials, maskEmail, maskPhone, maskTaxCode } from '../people/mask.ts';
import type { Booked, Person } from './queries.ts';

/** How it is shown: an auditor sees initials, everybody else names. */
export interface Shown {
  readonly language: Language;
  readonly asInitials: boolean;
}

export function itemOnWire(directory: Directory, { appointment, requester }: Booked, shown: Shown): DeskAppointmentItem {
  const write = instantWriter(directory);
  const service = directory.services.get(appointment.serviceId);
  return {
    id: appointment.id,
    code: appointment.code === null ? null : shownCode(appointment.code),
    state: appointment.state,
    channel: appointment.channel,
    service_id: appointment.serviceId,
    service_name: service ? inLanguage(service.name, shown.language) : '',
    office_id: appointment.officeId,
    municipality_id: appointment.municipalityId,
    place_id: appointment.placeId,
    starts_at: appointment.startsAt === null ? null : write(appointment.startsAt),
    ends_at: appointment.endsAt === null ? null : write(appointment.endsAt),
    person: requester && { id: requester.id, name: nameOf(requester, shown) },
  };
}

/** `isMasked`: contacts and tax code as far as they help to recognise somebody, no further. */
export function personOnWire(directory: Directory, { person, booked }: { person: Person; booked: readonly Booked[] }, shown: Shown, { isMasked }: { isMasked: boolean }): DeskPerson {
  const orNull = (text: string | null, mask: (text: string) => string) => (text === null || !isMasked ? text : mask(text));
  return {
    id: person.id,
    name: nameOf(person, shown),
    email: orNull(person.email, maskEmail),
    phone: orNull(person.phone, maskPhone),
    tax_code: orNull(person.taxCode, maskTaxCode),
    is_masked: isMasked,
    appointments: booked.map((one) => itemOnWire(directory, one, shown)),
  };
}

/** Given and family name, or those of a company; empty for who was erased. */
function nameOf({ kind, givenName, familyName, companyName }: Person, { asInitials }: Shown): string {
  const names = (kind === 'legal' && companyName ? [companyName] : [givenName, familyName]).filter((name): name is string => Boolean(name));
  return asInitials ? initials(...names) : names.join(' ');
}
