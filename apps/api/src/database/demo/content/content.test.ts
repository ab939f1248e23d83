import { describe, expect, it } from 'vitest';
import { demoContent } from './index.ts';
import type { CalendarKey, Channel, ChannelContent, OfficeKey, OpeningContent, PlaceKey, Text, Weekday } from './shape.ts';

const { union, municipalities, offices, places, lifeEvents, services, calendars } = demoContent;

/** Offices whose calendars may serve a service of the office: building and technical work share staff. */
const staffOf: Record<OfficeKey, readonly OfficeKey[]> = {
  'ufficio-tecnico': ['ufficio-tecnico', 'sue'],
  suap: ['suap'],
  sue: ['sue', 'ufficio-tecnico'],
  'punto-risposte': ['punto-risposte'],
  'amico-digitale': ['amico-digitale'],
};

const dayNames: Record<Weekday, Text> = {
  mon: { it: 'lunedì', en: 'Monday' },
  tue: { it: 'martedì', en: 'Tuesday' },
  wed: { it: 'mercoledì', en: 'Wednesday' },
  thu: { it: 'giovedì', en: 'Thursday' },
  fri: { it: 'venerdì', en: 'Friday' },
  sat: { it: 'sabato', en: 'Saturday' },
  sun: { it: 'domenica', en: 'Sunday' },
};

interface Window {
  readonly day: Weekday;
  readonly start: number;
  readonly end: number;
}

function minutes(time: string): number {
  const [hours = Number.NaN, rest = Number.NaN] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function windowsOf(opening: OpeningContent): Window[] {
  return opening.days.map((day) => ({ day, start: minutes(opening.start), end: minutes(opening.end) }));
}

function isEveryWeek(opening: OpeningContent): boolean {
  return (opening.everyWeeks ?? 1) === 1;
}

function openingsOf(key: CalendarKey): readonly OpeningContent[] {
  return calendars.find((calendar) => calendar.key === key)?.opening ?? [];
}

function receives(opening: OpeningContent, channel: Channel, place: PlaceKey | undefined): boolean {
  if (opening.channels && !opening.channels.includes(channel)) return false;
  return channel !== 'desk' || (opening.place !== undefined && (place === undefined || opening.place === place));
}

function meet(left: readonly Window[], right: readonly Window[]): Window[] {
  return left.flatMap((a) =>
    right
      .filter((b) => a.day === b.day)
      .map((b) => ({ day: a.day, start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) })),
  );
}

/** Stretches of a week in which every need has an open calendar. */
function sharedWindows(rule: ChannelContent, place: PlaceKey | undefined, only: (opening: OpeningContent) => boolean): Window[] {
  const perNeed = rule.needs.map((pool) =>
    pool.flatMap(openingsOf).filter(only).filter((opening) => receives(opening, rule.channel, place)).flatMap(windowsOf),
  );
  const [first = [], ...others] = perNeed;
  return others.reduce<Window[]>(meet, first);
}

/** The appointment with its buffers, from the first start that the grid allows. */
function fits(rule: ChannelContent, window: Window): boolean {
  const earliest = window.start + (rule.bufferBeforeMinutes ?? 0);
  const step = rule.stepMinutes ?? rule.durationMinutes;
  const start = rule.grid === 'clock' ? Math.ceil(earliest / step) * step : earliest;
  return start + rule.durationMinutes + (rule.bufferAfterMinutes ?? 0) <= window.end;
}

function isText(value: object): value is Text {
  return 'it' in value && typeof value.it === 'string';
}

/** Every translated text below a value, with the way to it. */
function textsIn(value: unknown, path: string): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

const texts = textsIn(demoContent, '');
const everything = JSON.stringify(demoContent);
const rules = services.flatMap((service) => service.channels.map((rule) => ({ service, rule, name: `${service.key} by ${rule.channel}` })));

describe('the words', () => {
  it('every text is there in Italian and in English', () => {
    const empty = texts.filter(({ text }) => !text.it.trim() || !text.en?.trim());
    expect(empty.map(({ path }) => path)).toEqual([]);
    expect(texts.length).toBeGreaterThan(400);
  });

  it('no text has stray spaces, and both languages have the same paragraphs', () => {
    const untidy = texts.filter(({ text }) =>
      [text.it, text.en].some((words) => / {2}|^\s|\s$|\n\n/.test(words)) || text.it.split('\n').length !== text.en.split('\n').length,
    );
    expect(untidy.map(({ path }) => path)).toEqual([]);
  });

  it('lists are lists in both languages', () => {
    const itemsOf = (words: string) => words.split('\n').map((line) => line.startsWith('- '));
    const uneven = texts.filter(({ text }) => itemsOf(text.it).join() !== itemsOf(text.en).join());
    expect(uneven.map(({ path }) => path)).toEqual([]);
  });

  it('nobody meets the jargon of offices', () => {
    const jargon = /suddett|predett|pertanto|codest|entro e non oltre|si prega|la S\.V\.|\butenza\b|\bistanza\b/i;
    expect(texts.filter(({ text }) => jargon.test(text.it)).map(({ path }) => path)).toEqual([]);
  });

  it('a summary fits in two lines of a phone', () => {
    const long = services.filter(({ summary }) => summary.it.length > 160 || summary.en.length > 160);
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it('the privacy notice has a version and at least ten questions are answered', () => {
    expect(union.privacyNotice.version).toBe('2026-11-demo');
    expect(union.faq.length).toBeGreaterThanOrEqual(10);
    expect(repeated(union.faq.map(({ key }) => key))).toEqual([]);
  });
});

describe('nothing real but the comuni', () => {
  it('every phone number lies in the invented range', () => {
    expect(everything.match(/\+39\d*/g)?.filter((phone) => !/^\+390141000\d{3}$/.test(phone))).toEqual([]);
    expect(everything.match(/0141 [\d ]+\d/g)?.filter((phone) => !/^0141 000 0\d\d$/.test(phone))).toEqual([]);
    expect(repeated([union.phone, ...offices.map(({ phone }) => phone)])).toEqual([]);
  });

  it('a number that a text names belongs to the union or to an office', () => {
    const known = [union.phone, ...offices.map(({ phone }) => phone)];
    const named = texts.flatMap(({ text }) => `${text.it} ${text.en}`.match(/0141 000 0\d\d/g) ?? []);
    expect(named.filter((phone) => !known.includes(`+39${phone.replaceAll(' ', '')}`))).toEqual([]);
  });

  it('every mailbox is at example.org', () => {
    expect(everything.match(/@[\w.-]+/g)?.filter((domain) => !/^@example\.org\.?$/.test(domain))).toEqual([]);
  });

  it('every street is a street of trial', () => {
    const streets = [union.street, ...places.map(({ street }) => street)];
    expect(streets.filter((street) => !/^Via di Prova \d+$/.test(street))).toEqual([]);
  });

  it('every calendar says that it is a demo', () => {
    expect(calendars.filter(({ name }) => !/\(demo\)|dimostrativ[oa]/.test(name))).toEqual([]);
  });
});

describe('the comuni and their days', () => {
  it('there are nine comuni, each with its own codes', () => {
    expect(municipalities).toHaveLength(9);
    expect(repeated(municipalities.map(({ key }) => key))).toEqual([]);
    expect(repeated(municipalities.map(({ istatCode }) => istatCode))).toEqual([]);
    expect(repeated(municipalities.map(({ cadastralCode }) => cadastralCode))).toEqual([]);
    const wrong = municipalities.filter(
      (one) => !/^005\d{3}$/.test(one.istatCode) || !/^[A-Z]\d{3}$/.test(one.cadastralCode) || !/^140\d\d$/.test(one.postalCode),
    );
    expect(wrong).toEqual([]);
  });

  it('days are written as days', () => {
    const days = [...municipalities.flatMap(({ patronDay }) => patronDay ?? [])];
    expect(days.filter((day) => Number.isNaN(Date.parse(`2024-${day}`)))).toEqual([]);
  });

  it('a place has the postal code of its comune', () => {
    const wrong = places.filter(
      (place) => municipalities.find(({ key }) => key === place.municipality)?.postalCode !== place.postalCode,
    );
    expect(wrong).toEqual([]);
    expect(repeated(places.map(({ key }) => key))).toEqual([]);
    expect(municipalities.filter(({ key }) => !places.some((place) => place.municipality === key))).toEqual([]);
  });
});

describe('the services', () => {
  it('there are at least fourteen, and every office and life event has some', () => {
    expect(services.length).toBeGreaterThanOrEqual(14);
    expect(offices.filter(({ key }) => !services.some(({ office }) => office === key))).toEqual([]);
    expect(lifeEvents.filter(({ key }) => !services.some((service) => service.lifeEvents.includes(key)))).toEqual([]);
    expect(offices).toHaveLength(5);
  });

  it('their addresses are short, lower case and their own', () => {
    expect(services.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
    expect(repeated(services.map(({ slug }) => slug))).toEqual([]);
    expect(repeated(services.map(({ key }) => key))).toEqual([]);
    expect(services.map(({ slug }) => slug)).toContain('informazioni-scia');
  });

  it('they belong to an office and to life events that exist', () => {
    const lost = services.filter(
      (service) =>
        !offices.some(({ key }) => key === service.office) ||
        service.lifeEvents.length === 0 ||
        service.lifeEvents.some((event) => !lifeEvents.some(({ key }) => key === event)),
    );
    expect(lost).toEqual([]);
  });

  it('people find them with the words of every day', () => {
    const poor = services.filter(({ keywords }) => keywords.it.length < 8 || keywords.en.length < 6);
    expect(poor.map(({ key }) => key)).toEqual([]);
    const untidy = services.filter(({ keywords }) =>
      [keywords.it, keywords.en].some((words) => repeated(words).length > 0 || words.some((word) => word !== word.trim().toLowerCase() || word === '')),
    );
    expect(untidy.map(({ key }) => key)).toEqual([]);
  });

  it('where booking replaces no filing, the page says so', () => {
    const silent = services.filter(
      ({ notAFiling, terms }) => notAFiling && !(terms.it.includes('non sostituisce') && terms.en.includes('does not replace')),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
    expect(services.filter(({ office, notAFiling }) => (office === 'suap' || office === 'sue') && !notAFiling)).toEqual([]);
  });

  it('popularity goes from 0 to 100', () => {
    expect(services.filter(({ popularity }) => popularity < 0 || popularity > 100)).toEqual([]);
  });

  it('requests of one service wait for an approval', () => {
    const moderated = services.filter(({ channels }) => channels.some((channel) => channel.moderated));
    expect(moderated.map(({ key }) => key)).toEqual(['eventi-e-manifestazioni']);
    expect(moderated.flatMap(({ channels }) => channels).every((channel) => channel.moderated)).toBe(true);
  });

  it.each(rules)('$name keeps to the booking rules', ({ rule }) => {
    expect(rule.durationMinutes).toBeGreaterThanOrEqual(5);
    expect(rule.durationMinutes).toBeLessThanOrEqual(480);
    expect(rule.channel === 'desk').toBe(rule.places !== undefined && rule.places.length > 0);
    expect(rule.needs.length).toBeGreaterThan(0);
    expect(rule.needs.filter((pool) => pool.length === 0)).toEqual([]);
  });

  it('a channel appears once in a service', () => {
    const twice = services.filter(({ channels }) => repeated(channels.map(({ channel }) => channel)).length > 0);
    expect(twice.map(({ key }) => key)).toEqual([]);
  });

  it.each(rules)('the questions of $name can be answered', ({ rule }) => {
    const questions = rule.questions ?? [];
    expect(repeated(questions.map(({ key }) => key))).toEqual([]);
    for (const { kind, choices = [] } of questions) {
      expect(choices.length >= 2).toBe(kind === 'choice');
      expect(repeated(choices.map(({ value }) => value))).toEqual([]);
    }
  });
});

describe('the hours', () => {
  it.each(rules)('$name is offered in a normal week', ({ rule }) => {
    expect(sharedWindows(rule, undefined, isEveryWeek).some((window) => fits(rule, window))).toBe(true);
  });

  const desks = rules.flatMap(({ service, rule }) => (rule.places ?? []).map((place) => ({ service, rule, place, name: `${service.key} at ${place}` })));

  it.each(desks)('$name finds somebody at the desk', ({ rule, place }) => {
    expect(places.some(({ key }) => key === place)).toBe(true);
    expect(sharedWindows(rule, place, () => true).some((window) => fits(rule, window))).toBe(true);
  });

  it.each(rules)('$name is met by people of the right office', ({ service, rule }) => {
    for (const key of rule.needs.flat()) {
      const calendar = calendars.find((one) => one.key === key);
      expect(calendar, key).toBeDefined();
      expect(staffOf[service.office]).toContain(calendar?.office);
    }
  });

  it('a visit at home takes an operator and the bike', () => {
    const visits = rules.filter(({ rule }) => rule.channel === 'home');
    expect(visits.length).toBeGreaterThan(0);
    for (const { rule } of visits) {
      expect(rule.needs.map((pool) => calendars.find(({ key }) => key === pool[0])?.kind)).toEqual(['operator', 'thing']);
    }
  });

  it('eight people and one bike, all of them needed', () => {
    expect(calendars.filter(({ kind }) => kind === 'operator')).toHaveLength(8);
    expect(calendars.filter(({ kind }) => kind === 'thing')).toHaveLength(1);
    const needed = new Set(rules.flatMap(({ rule }) => rule.needs.flat()));
    expect(calendars.filter(({ key }) => !needed.has(key))).toEqual([]);
  });

  it('nobody is open in two places at once', () => {
    const clashes = calendars.flatMap(({ key, opening }) =>
      opening.flatMap((a, index) =>
        opening
          .slice(index + 1)
          .filter((b) => isEveryWeek(a) || isEveryWeek(b) || (a.weekOffset ?? 0) === (b.weekOffset ?? 0))
          .filter((b) => meet(windowsOf(a), windowsOf(b)).some(({ start, end }) => start < end))
          .map(() => key),
      ),
    );
    expect(clashes).toEqual([]);
  });

  it('openings are whole, forward, and take turns within their cycle', () => {
    const wrong = calendars.flatMap(({ opening }) =>
      opening.filter(
        (one) =>
          !/^\d\d:\d\d$/.test(one.start) || !/^\d\d:\d\d$/.test(one.end) || minutes(one.start) >= minutes(one.end) ||
          one.days.length === 0 || (one.weekOffset ?? 0) >= (one.everyWeeks ?? 1),
      ),
    );
    expect(wrong).toEqual([]);
    expect(calendars.some(({ opening }) => opening.some(({ everyWeeks }) => everyWeeks === 2))).toBe(true);
  });

  it.each(places)('the hours shown for $key are those of its desk', (place) => {
    const here = calendars.flatMap(({ opening }) => opening).filter((one) => one.place === place.key);
    const open = new Set(here.flatMap(({ days }) => days));
    for (const [day, name] of Object.entries(dayNames) as [Weekday, Text][]) {
      expect([name.it, place.hoursText.it.toLowerCase().includes(name.it)]).toEqual([name.it, open.has(day)]);
      expect([name.en, place.hoursText.en.includes(name.en)]).toEqual([name.en, open.has(day)]);
    }
    const shown = new Set((place.hoursText.it.match(/\d?\d:\d\d/g) ?? []).map(minutes));
    const edges = [...open].flatMap((day) => {
      const windows = here.flatMap(windowsOf).filter((window) => window.day === day);
      return [Math.min(...windows.map(({ start }) => start)), Math.max(...windows.map(({ end }) => end))];
    });
    expect(edges.filter((edge) => !shown.has(edge))).toEqual([]);
    expect(place.hoursText.it.includes('settimane alterne')).toBe(here.length > 0 && here.every((one) => !isEveryWeek(one)));
  });
});
