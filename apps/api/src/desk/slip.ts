import type { Slip } from '@sportello/contract';
import type { Timed } from '../appointments/appointment.ts';
import { shownCode } from '../appointments/codes.ts';
import { manageLink } from '../appointments/links.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Directory } from '../directory/directory.ts';
import { inLanguage, inLanguageOrNull } from '../directory/in-language.ts';
import { addressOf } from '../directory/wire.ts';
import { inLanguage as linkInLanguage } from '../notifications/context-of.ts';
import type { Person } from './booked.ts';
import type { DeskDeps } from './deps.ts';
import { nameOf } from './wire.ts';

/** An appointment on paper, in the language of its messages. */
export function slipOf({ secrets, publicUrl }: Pick<DeskDeps, 'secrets' | 'publicUrl'>, directory: Directory, appointment: Timed & { readonly code: string }, requester: Person | null): Slip {
  const { language, channel } = appointment;
  const write = instantWriter(directory);
  const service = directory.services.get(appointment.serviceId);
  const office = directory.offices.get(appointment.officeId);
  const place = directory.places.get(appointment.placeId ?? '');
  const { homeStreet, homePostalCode, homeLocality } = appointment;
  return {
    code: shownCode(appointment.code),
    language,
    name: requester ? nameOf(requester, { asInitials: false }) : '',
    service_name: service ? inLanguage(service.name, language) : '',
    office_name: office ? inLanguage(office.name, language) : '',
    office_phone: office?.phone || directory.union.phone,
    channel,
    place: place ? { name: inLanguage(place.name, language), address: addressOf(place) } : null,
    home_address: homeStreet && `${homeStreet}, ${homePostalCode ?? ''} ${homeLocality ?? ''}`.trim(),
    // The number that we call, or that we call before we come.
    phone: channel === 'phone' || channel === 'home' ? (requester?.phone ?? null) : null,
    starts_at: write(appointment.startsAt),
    ends_at: write(appointment.endsAt),
    documents: inLanguageOrNull(service?.channels.get(channel)?.documents ?? null, language),
    needed: inLanguageOrNull(service?.needed ?? null, language),
    link: linkInLanguage(manageLink(secrets, publicUrl)(appointment), language),
  };
}
