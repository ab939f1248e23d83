import type { Channel, Language } from '@sportello/contract';
import { type Directory, type Service, serves } from './directory.ts';
import { inLanguage } from './in-language.ts';
import { buildServiceSearch, type SearchableService, type ServiceSearch } from './search.ts';

/** Which services are looked for; what is left out narrows nothing. */
export interface ServiceWish {
  readonly q?: string;
  readonly officeId?: string;
  readonly municipalityId?: string;
  readonly channel?: Channel;
}

/**
 * The published services that answer all wishes: by name, or the best match first where there are words. A comune
 * narrows to what its office serves on `day`.
 */
export function findServices(directory: Directory, wish: ServiceWish, language: Language, day: string): Service[] {
  const { q = '', officeId, municipalityId, channel } = wish;
  return searchIn(directory, language)(q)
    .flatMap((id) => directory.services.get(id) ?? [])
    .filter((service) => officeId === undefined || service.officeId === officeId)
    .filter((service) => channel === undefined || service.channels.has(channel))
    .filter((service) => municipalityId === undefined || serves(directory, service, municipalityId, day));
}

/** A published service by its id or its slug. */
export function findPublished({ services, servicesBySlug }: Directory, idOrSlug: string): Service | null {
  const service = services.get(idOrSlug) ?? servicesBySlug.get(idOrSlug);
  return service?.state === 'published' ? service : null;
}

/** The indexes of each picture of the directory; they go when it goes. */
const indexes = new WeakMap<Directory, Map<Language, ServiceSearch>>();

function searchIn(directory: Directory, language: Language): ServiceSearch {
  const ofDirectory = indexes.get(directory) ?? new Map<Language, ServiceSearch>();
  const search = ofDirectory.get(language) ?? buildServiceSearch(searchableServices(directory, language), language);
  indexes.set(directory, ofDirectory.set(language, search));
  return search;
}

function searchableServices(directory: Directory, language: Language): SearchableService[] {
  const { compare } = new Intl.Collator(language);
  return [...directory.services.values()]
    .filter(({ state }) => state === 'published')
    .map((service) => asSearchable(directory, service, language))
    .sort((one, other) => compare(one.name, other.name) || compare(one.id, other.id));
}

function asSearchable({ offices, lifeEvents }: Directory, service: Service, language: Language): SearchableService {
  const { id, officeId, name, summary, forWhom, how, needed, result, keywords } = service;
  const office = offices.get(officeId);
  const events = lifeEvents.filter(({ slug }) => service.lifeEventSlugs.includes(slug));
  return {
    id,
    name: inLanguage(name, language),
    summary: inLanguage(summary, language),
    keywords: keywords[language].length > 0 ? keywords[language] : keywords.it,
    officeName: office ? inLanguage(office.name, language) : '',
    body: [...events.map((event) => event.name), forWhom, how, needed, result].map((text) => inLanguage(text, language)).join('\n'),
  };
}
