import { apiBase, type Language, type Municipality, type Office, type Place, type ServiceItem, type Union } from '@sportello/contract';
import { type Directory, municipalitiesServed } from './directory.ts';
import type * as Known from './directory.ts';
import { inLanguage } from './in-language.ts';

// What the things of the directory look like on the wire; service-page.ts has the page of one service.

/** `baseUrl` is the public address of the installation: the union's own pages are written without it. */
export function unionOnWire({ union, logo, privacyNotice, isDemo, services }: Directory, language: Language, baseUrl: string): Union {
  return {
    name: union.name,
    phone: union.phone,
    email: union.email,
    address: union.address,
    logo: logo && { url: logoUrl(baseUrl, logo.id), width: logo.width, height: logo.height },
    time_zone: union.timeZone,
    languages: [...union.languages],
    privacy_notice: { version: privacyNotice.version, url: `${baseUrl}/privacy` },
    links: linksOf(union).map(({ rel, label, url }) => ({ rel, label: inLanguage(label, language), url: url.startsWith('/') ? baseUrl + url : url })),
    is_open: [...services.values()].some(({ state }) => state === 'published'),
    demo: isDemo,
  };
}

/** The address of a picture; another picture has another one. */
export function logoUrl(baseUrl: string, id: string): string {
  return `${baseUrl}${apiBase}/logos/${id}`;
}

const accessibility = { rel: 'accessibility', label: { it: 'Dichiarazione di accessibilità', en: 'Accessibility statement' } };

/** The links of the footer. Where the union says where its declaration of accessibility is, that link leads there. */
function linksOf({ links, accessibilityUrl }: Known.Union): Known.Union['links'] {
  if (accessibilityUrl === null) return links;
  const own = links.find(({ rel }) => rel === accessibility.rel) ?? accessibility;
  return [{ ...own, url: accessibilityUrl }, ...links.filter(({ rel }) => rel !== accessibility.rel)];
}

export function municipalityOnWire({ id, name, istatCode, postalCode, slug, province }: Known.Municipality): Municipality {
  return { id, name, istat_code: istatCode, postal_code: postalCode, slug, province };
}

/** With the comuni that the office serves on `day`. */
export function officeOnWire(directory: Directory, office: Known.Office, language: Language, day: string): Office {
  return {
    id: office.id,
    slug: office.slug,
    name: inLanguage(office.name, language),
    short_name: inLanguage(office.shortName, language),
    description: inLanguage(office.description, language),
    phone: office.phone,
    email: office.email,
    municipality_ids: municipalitiesServed(directory, office.id, day),
  };
}

export function serviceOnWire(service: Known.Service, language: Language): ServiceItem {
  return {
    id: service.id,
    slug: service.slug,
    name: inLanguage(service.name, language),
    summary: inLanguage(service.summary, language),
    office_id: service.officeId,
    channels: [...service.channels.keys()],
    life_events: [...service.lifeEventSlugs],
    popularity: service.popularity,
  };
}

export function placeOnWire(place: Known.Place, language: Language): Place {
  return {
    id: place.id,
    name: inLanguage(place.name, language),
    address: addressOf(place),
    municipality_id: place.municipalityId,
    access_notes: inLanguage(place.accessNotes, language),
  };
}

/** "Via Roma 1, 14047 Mombercelli (AT)" */
export function addressOf({ street, postalCode, locality, province }: Known.Place): string {
  return `${street}, ${postalCode} ${locality} (${province})`;
}
