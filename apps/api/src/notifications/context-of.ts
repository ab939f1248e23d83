import { type Channel, type Language, parseAppointmentCode } from '@sportello/contract';
import { permissionsOf } from '../appointments/states.ts';
import type { Localized, Tables } from '../database/schema.ts';
import type { ChannelRules, MessageText, Office, Place, Service, Union } from '../directory/directory.ts';
import type { MessageContext, MessagePlace, OwnText } from './messages/context.ts';
import { safeStreet } from './messages/safe-text.ts';

/** What messages ask of the directory. */
export interface MessageDirectory {
  readonly union: Pick<Union, 'name' | 'phone' | 'email' | 'address' | 'timeZone'>;
  readonly services: ReadonlyMap<string, Pick<Service, 'name' | 'slug'> & { readonly channels: ReadonlyMap<Channel, ChannelTexts> }>;
  readonly offices: ReadonlyMap<string, Pick<Office, 'name' | 'phone'>>;
  readonly places: ReadonlyMap<string, PlaceTexts>;
  readonly municipalities: ReadonlyMap<string, { readonly name: string }>;
  readonly messageTexts: readonly Pick<MessageText, 'message' | 'subject' | 'title' | 'text'>[];
}

export type ChannelTexts = Pick<ChannelRules, 'documents' | 'after' | 'beforeVideo'>;

type PlaceTexts = Pick<Place, 'name' | 'street' | 'postalCode' | 'locality' | 'province' | 'accessNotes'>;

type AppointmentRow = Tables['appointments']['$inferSelect'];
type PersonRow = Tables['people']['$inferSelect'];

/** An appointment that has a time and a code, and so can be told of. */
export type TellableAppointment = Pick<
  AppointmentRow,
  | 'id' | 'state' | 'sequence' | 'linkGeneration' | 'serviceId' | 'officeId' | 'channel' | 'municipalityId' | 'placeId'
  | 'moveCutoffMinutes' | 'cancelCutoffMinutes' | 'homeStreet' | 'homePostalCode' | 'homeLocality' | 'cancelReason'
> & { readonly code: string; readonly startsAt: number; readonly endsAt: number };

export type TellablePerson = Pick<PersonRow, 'givenName' | 'familyName' | 'phone'>;

/** Another time, as it was proposed. */
export type TellableProposal = Pick<Tables['proposals']['$inferSelect'], 'startsAt' | 'endsAt' | 'placeId' | 'message' | 'expiresAt'>;

export interface Links {
  /** Public address of the installation, without a slash at its end. */
  readonly baseUrl: string;
  /** The link that opens the appointment, secret included. */
  manageLink(appointment: { readonly id: string; readonly code: string; readonly linkGeneration: number }): string;
}

/**
 * Everything that is said of an appointment, in one language, as it is at `now`. Throws when the directory does not know
 * what the appointment names: archived services stay in it, so that is a bug and not the person's fault.
 */
export function contextOf(
  appointment: TellableAppointment,
  person: TellablePerson,
  directory: MessageDirectory,
  links: Links,
  language: Language,
  now: number,
  proposal: TellableProposal | null = null,
): MessageContext {
  const service = found(directory.services.get(appointment.serviceId), 'service');
  const office = found(directory.offices.get(appointment.officeId), 'office');
  const texts = service.channels.get(appointment.channel) ?? noTexts; // the service may have given the channel up
  const code = parseAppointmentCode(appointment.code) ?? appointment.code;
  return {
    language,
    timeZone: directory.union.timeZone,
    union: directory.union,
    office: { name: office.name[language], phone: office.phone },
    service: service.name[language],
    municipality: found(directory.municipalities.get(appointment.municipalityId), 'municipality').name,
    id: appointment.id,
    code,
    state: appointment.state,
    sequence: appointment.sequence,
    channel: appointment.channel,
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    place: placeOf(appointment, directory, language),
    homeAddress: homeText(appointment),
    ...permissionsOf(appointment, now),
    refusalReason: appointment.state === 'refused' ? appointment.cancelReason : null,
    cancellationReason: appointment.state === 'cancelled' ? appointment.cancelReason : null,
    proposal: proposal && { ...proposal, place: placeOf(proposal, directory, language) },
    person: { givenName: person.givenName, familyName: person.familyName, phone: person.phone },
    manageLink: inLanguage(links.manageLink({ id: appointment.id, code: appointment.code, linkGeneration: appointment.linkGeneration }), language),
    pageAddress: inLanguage(`${links.baseUrl}/appuntamento/${code}`, language),
    bookAgainLink: inLanguage(`${links.baseUrl}/?servizio=${encodeURIComponent(service.slug)}`, language),
    ownTexts: ownTextsIn(directory, language),
    documents: textIn(texts.documents, language),
    after: textIn(texts.after, language),
    beforeVideo: textIn(texts.beforeVideo, language),
  };
}

/** The site begins in Italian: who reads another language comes from here to pages in that one. The secret stays the last. */
export function inLanguage(link: string, language: Language): string {
  if (language === 'it') return link;
  const [address = '', secret] = link.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}lingua=${language}${secret === undefined ? '' : `#${secret}`}`;
}

const noTexts: ChannelTexts = { documents: null, after: null, beforeVideo: null };

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The directory does not know the ${what} of an appointment`);
  return value;
}

function textIn(text: Localized | null, language: Language): string | null {
  return text && text[language];
}

/** Where the union wrote nothing in a language, the text of the product is said. */
function ownTextsIn({ messageTexts }: MessageDirectory, language: Language): MessageContext['ownTexts'] {
  const written = messageTexts.filter(({ text }) => text[language] !== '');
  return Object.fromEntries(
    written.map(({ message, subject, title, text }): [string, OwnText] => [message, { subject: textIn(subject, language) || null, title: textIn(title, language) || null, text: text[language] }]),
  );
}

function placeOf({ placeId }: { readonly placeId: string | null }, { places }: MessageDirectory, language: Language): MessagePlace | null {
  return placeId === null ? null : placeText(found(places.get(placeId), 'place'), language);
}

function placeText({ name, accessNotes, ...address }: PlaceTexts, language: Language): MessagePlace {
  const { street, postalCode, locality, province } = address;
  return { name: name[language], address: `${street}, ${postalCode} ${locality} (${province})`, accessNotes: accessNotes[language] };
}

function homeText({ homeStreet, homePostalCode, homeLocality }: TellableAppointment): string | null {
  return homeStreet && safeStreet(`${homeStreet}, ${homePostalCode ?? ''} ${homeLocality ?? ''}`);
}
