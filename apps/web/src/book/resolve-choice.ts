import type { Municipality, Office, OpenInvitation, Place, ServiceChannel, ServicePage } from '@sportello/contract';
import type { BookingChoice } from '../paths.ts';

/** What is known to choose from. `service` is the page of the chosen one, if it exists. */
export interface Directory {
  readonly municipalities: readonly Municipality[];
  readonly offices: readonly Office[];
  readonly service: ServicePage | null;
  /** The one that is followed, which opens its service and channel. */
  readonly invitation?: OpenInvitation | null;
}

export type Operator = ServiceChannel['operators'][number];

export type ChoicePart = 'municipality' | 'office' | 'service' | 'channel' | 'place' | 'operator';

/** The choice with what it stands for. What has only one possibility is chosen already. */
export interface Chosen {
  readonly municipality: Municipality | undefined;
  /** The names of all the other comuni. */
  readonly elsewhere: readonly string[];
  readonly office: Office | undefined;
  readonly service: ServicePage | undefined;
  /** The ways of meeting that are open to everybody, or the one that an invitation opens. */
  readonly ways: readonly ServiceChannel[];
  readonly way: ServiceChannel | undefined;
  readonly place: Place | undefined;
  /** Undefined: whoever is free. */
  readonly operator: Operator | undefined;
  readonly invitation: OpenInvitation | undefined;
  readonly day: string | undefined;
  /** What the address names and nobody knows: passed over, with a note. */
  readonly unknown: readonly ChoicePart[];
}

export function resolveChoice(choice: BookingChoice, { municipalities, offices, service: page, invitation: followed }: Directory): Chosen {
  const municipality = municipalities.find(({ istat_code }) => istat_code === choice.municipality);
  const service = page ?? undefined;
  const office = offices.find(({ id, slug }) => (service ? id === service.office_id : slug === choice.office));
  const invitation = followed && followed.service.id === service?.id ? followed : undefined;
  const ways = (service?.channels ?? []).filter(({ channel, who_may_book }) => (invitation ? channel === invitation.channel : who_may_book === 'citizens'));
  const way = ways.length === 1 ? ways[0] : ways.find(({ channel }) => channel === choice.channel);
  const places = way?.places ?? [];
  const place = places.length === 1 ? places[0] : places.find(({ id }) => id === choice.place);
  const operator = way?.operators.find(({ id }) => id === choice.operator);

  const isUnknown: Readonly<Record<ChoicePart, boolean>> = {
    municipality: Boolean(choice.municipality && !municipality),
    office: Boolean(choice.office && !office && !service),
    service: Boolean(choice.service && !service),
    channel: Boolean(choice.channel && service && way?.channel !== choice.channel),
    place: Boolean(choice.place && places.length > 0 && !place),
    operator: Boolean(choice.operator && way && !operator),
  };
  const unknown = (Object.keys(isUnknown) as ChoicePart[]).filter((part) => isUnknown[part]); // its own keys
  const elsewhere = municipalities.filter((one) => one !== municipality).map(({ name }) => name);
  return { municipality, elsewhere, office, service, ways, way, place, operator, invitation, day: choice.day, unknown };
}

/** The address of what was chosen, without what nobody knows. */
export function choiceOf({ municipality, office, service, way, place, operator, invitation, day }: Chosen): BookingChoice {
  return {
    municipality: municipality?.istat_code,
    office: service ? undefined : office?.slug,
    service: service?.slug,
    channel: way?.channel,
    place: place?.id,
    operator: operator?.id,
    invitation: invitation?.id,
    day,
  };
}

/** Whether the office of the service works for the comune; true while one of them is not chosen. */
export function isServed({ municipality, office }: Pick<Chosen, 'municipality' | 'office'>): boolean {
  return !municipality || !office || office.municipality_ids.includes(municipality.id);
}

/** Everything that a free time depends on. */
export interface Bookable {
  readonly municipality: Municipality;
  readonly service: ServicePage;
  readonly way: ServiceChannel;
  readonly place: Place | undefined;
  readonly operator: Operator | undefined;
  readonly invitation: OpenInvitation | undefined;
}

/** Tells one whole choice from another: a time that was picked belongs to it. */
export function bookableKey({ municipality, service, way, place, operator, invitation }: Bookable): string {
  return [municipality.id, service.id, way.channel, place?.id, operator?.id, invitation?.id].join(' ');
}

/** The whole choice, or null while something is missing. */
export function bookableOf(chosen: Chosen): Bookable | null {
  const { municipality, service, way, place, operator, invitation } = chosen;
  if (!municipality || !service || !way || !isServed(chosen)) return null;
  return way.channel === 'desk' && !place ? null : { municipality, service, way, place, operator, invitation };
}
