import { channels, type Office, type ServiceItem } from '@sportello/contract';
import type { ServiceFilter } from '../../paths.ts';

const mostCharacters = 200;

/** What the address of the list says; what it says wrongly narrows nothing. */
export function filterIn(query: URLSearchParams): ServiceFilter {
  return {
    words: (query.get('q') ?? '').trim().slice(0, mostCharacters) || undefined,
    office: query.get('ufficio') || undefined,
    lifeEvent: query.get('evento') || undefined,
    channel: channels.find((known) => known === query.get('modalita')),
  };
}

export function isNarrowed({ words, office, lifeEvent, channel }: ServiceFilter): boolean {
  return Boolean(words || office || lifeEvent || channel);
}

/** Those of the found services that the filters leave, in the order found. */
export function narrow(found: readonly ServiceItem[], { office, lifeEvent, channel }: ServiceFilter, offices: readonly Office[]): ServiceItem[] {
  const officeId = offices.find(({ slug }) => slug === office)?.id;
  return found
    .filter((service) => !officeId || service.office_id === officeId)
    .filter((service) => !lifeEvent || service.life_events.includes(lifeEvent))
    .filter((service) => !channel || service.channels.includes(channel));
}

export interface OfficeGroup {
  readonly office: Office;
  readonly services: readonly ServiceItem[];
}

/** The services of each office, in the order of the offices; an office without services is left out. */
export function byOffice(services: readonly ServiceItem[], offices: readonly Office[]): OfficeGroup[] {
  return offices.map((office) => ({ office, services: services.filter(({ office_id }) => office_id === office.id) })).filter((group) => group.services.length > 0);
}

