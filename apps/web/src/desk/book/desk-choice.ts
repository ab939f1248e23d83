import { channels, type Channel, type Municipality, type Office, type Place, type ServiceChannel, type ServiceItem, type ServicePage } from '@sportello/contract';
import { isDay } from '../../staff/moments.ts';
import type { DeskChoice } from '../../staff/staff-paths.ts';

/** What the address has chosen. Whether it exists is for the directory to say. */
export function choiceIn(query: URLSearchParams): DeskChoice {
  const day = query.get('giorno');
  const start = query.get('inizio');
  return {
    service: query.get('servizio') ?? undefined,
    channel: query.get('modalita') ?? undefined,
    municipality: query.get('comune') ?? undefined,
    place: query.get('sede') ?? undefined,
    calendar: query.get('agenda') ?? undefined,
    day: isDay(day) ? day : undefined,
    start: start && !Number.isNaN(Date.parse(start)) ? start : undefined,
  };
}

/** What was chosen last on this device; it speaks of services and places, of nobody. */
export interface LastUsed {
  readonly services: readonly string[];
  readonly channel: string | undefined;
  readonly municipality: string | undefined;
  readonly place: string | undefined;
}

interface Directory {
  readonly page: ServicePage;
  readonly office: Office | undefined;
  readonly municipalities: readonly Municipality[];
}

/** A whole choice: what free times depend on. */
export interface DeskWish {
  readonly service: ServicePage;
  readonly way: ServiceChannel;
  readonly ways: readonly ServiceChannel[];
  readonly municipality: Municipality;
  /** Those that the office works for. */
  readonly municipalities: readonly Municipality[];
  readonly place: Place | undefined;
  readonly calendarId: string | undefined;
}

/** What is not chosen is what was used last, else the only one or the likeliest: nobody on the phone waits for a question that has an answer. */
export function resolveDeskChoice(choice: DeskChoice, last: LastUsed, { page, office, municipalities }: Directory): DeskWish | null {
  const way = pick(page.channels, ({ channel }) => channel, choice.channel, last.channel);
  const served = municipalities.filter(({ id }) => office?.municipality_ids.includes(id) ?? true);
  const places = way?.places ?? [];
  const asked = served.find(({ id }) => id === choice.municipality) ?? served.find(({ id }) => id === last.municipality);
  const place = pick(places, ({ id }) => id, choice.place, last.place, places.find(({ municipality_id }) => municipality_id === asked?.id)?.id);
  const municipality = asked ?? served.find(({ id }) => id === place?.municipality_id) ?? served[0];
  return way && municipality ? { service: page, way, ways: page.channels, municipality, municipalities: served, place, calendarId: choice.calendar } : null;
}

/** The first of the wished ones that exists, else the first of all. */
function pick<Item>(items: readonly Item[], keyOf: (item: Item) => string, ...wished: readonly (string | undefined)[]): Item | undefined {
  const found = wished.map((wish) => items.find((item) => keyOf(item) === wish)).find((item) => item !== undefined);
  return found ?? items[0];
}

/** As the API asks for free times. */
export function slotsWish({ service, way, municipality, place, calendarId }: DeskWish) {
  return {
    service_id: service.id,
    channel: way.channel,
    municipality_id: municipality.id,
    ...(way.channel === 'desk' && place && { place_id: place.id }),
    ...(calendarId && { calendar_id: calendarId }),
  };
}

export type SlotsWish = ReturnType<typeof slotsWish> & { readonly appointment_id?: string };

/** Tells one choice from another: a time that is held belongs to it. The calendar does not count, whoever is free will do. */
export function wishKey({ service, way, municipality, place }: DeskWish): string {
  return [service.id, way.channel, municipality.id, way.channel === 'desk' ? place?.id : ''].join(' ');
}

export function isChannel(text: string | undefined): text is Channel {
  return channels.some((channel) => channel === text);
}

/** The services that the words may mean, in the order given: all words in the name first, then in name, summary or office. */
export function matchServices(services: readonly ServiceItem[], words: string, officeName: (service: ServiceItem) => string): readonly ServiceItem[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return services;
  const fits = (text: string) => wanted.every((word) => plain(text).includes(word));
  const byName = services.filter(({ name }) => fits(name));
  const byRest = services.filter((service) => !byName.includes(service) && fits(`${service.name} ${service.summary} ${officeName(service)}`));
  return [...byName, ...byRest];
}

/** Without accents and capitals. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
}
