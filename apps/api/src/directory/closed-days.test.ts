import type { Channel } from '@sportello/contract';
import { expect, test } from 'vitest';
import { closedDays } from './closed-days.ts';
import type { Closure, WorkedHoliday } from './directory.ts';
import { directoryOf } from './picture.ts';
import { municipalityRow, noRows, placeRow } from './test/rows.ts';

const municipalities = [municipalityRow('vinchio', '01-22'), municipalityRow('vigliano'), municipalityRow('bisestile', '02-29')];
const places = [placeRow('sala-di-vinchio', 'vinchio'), placeRow('sala-di-vigliano', 'vigliano'), placeRow('sala-bisestile', 'bisestile')];

function closure(scope: Closure['scope'], scopeId: string | null, days: [string, string], closesRemote = false): Closure {
  return { id: scope, scope, scopeId, firstDay: days[0], lastDay: days[1], closesRemote, reason: null };
}

function worked(day: string, municipalityId: string | null = null): WorkedHoliday {
  return { id: day, day, municipalityId };
}

interface Ask {
  closures?: Closure[];
  workedHolidays?: WorkedHoliday[];
  days: [string, string];
  at?: string;
  by?: Channel;
}

function closed({ closures = [], workedHolidays = [], days, at, by = at ? 'desk' : 'video' }: Ask): string[] {
  const directory = directoryOf({ ...noRows, municipalities, places, closures, workedHolidays }, 0);
  return [...closedDays(directory, { officeId: 'suap', placeId: at ?? null, channel: by }, ...days)].sort();
}

const january: [string, string] = ['2026-01-07', '2026-01-31'];
const atVinchio = 'sala-di-vinchio';
const threeDays: [string, string] = ['2026-01-19', '2026-01-21'];
const those = ['2026-01-19', '2026-01-20', '2026-01-21'];

test('a national holiday closes every channel', () => {
  for (const by of ['video', 'phone', 'home', 'desk'] as const) expect(closed({ days: ['2026-12-24', '2026-12-27'], by })).toEqual(['2026-12-25', '2026-12-26']);
});

test('the holidays of both years are known around New Year', () => {
  expect(closed({ days: ['2026-12-27', '2027-01-06'] })).toEqual(['2027-01-01', '2027-01-06']);
});

test('the days asked about are both included, and a day before another asks about none', () => {
  expect(closed({ days: ['2026-12-25', '2026-12-25'] })).toEqual(['2026-12-25']);
  expect(closed({ days: ['2026-12-26', '2026-12-25'] })).toEqual([]);
});

test('the patron day of a comune closes the desks that stand in it, and nothing else', () => {
  expect(closed({ days: january, at: atVinchio })).toEqual(['2026-01-22']);
  expect(closed({ days: january, at: 'sala-di-vigliano' })).toEqual([]);
  expect(closed({ days: january })).toEqual([]);
  expect(closed({ days: january, by: 'home' })).toEqual([]);
});

test('a patron of 29 February is kept in the years that have one', () => {
  expect(closed({ days: ['2027-02-20', '2027-03-10'], at: 'sala-bisestile' })).toEqual([]);
  expect(closed({ days: ['2028-02-20', '2028-03-10'], at: 'sala-bisestile' })).toEqual(['2028-02-29']);
});

test('the union closes its desks, and the other channels when it says so', () => {
  expect(closed({ closures: [closure('union', null, threeDays)], days: january, at: 'sala-di-vigliano' })).toEqual(those);
  expect(closed({ closures: [closure('union', null, threeDays)], days: january })).toEqual([]);
  expect(closed({ closures: [closure('union', null, threeDays, true)], days: january, by: 'phone' })).toEqual(those);
});

test('a comune closes its places, not the video channel of the union’s offices, unless said so', () => {
  const closures = [closure('municipality', 'vigliano', threeDays)];
  expect(closed({ closures, days: january, at: 'sala-di-vigliano' })).toEqual(those);
  expect(closed({ closures, days: january, at: atVinchio })).toEqual(['2026-01-22']);
  expect(closed({ closures, days: january })).toEqual([]);
  expect(closed({ closures: [closure('municipality', 'vigliano', threeDays, true)], days: january })).toEqual(those);
});

test('an office closes for itself only', () => {
  expect(closed({ closures: [closure('office', 'suap', threeDays)], days: january, at: 'sala-di-vigliano' })).toEqual(those);
  expect(closed({ closures: [closure('office', 'suap', threeDays)], days: january })).toEqual([]);
  expect(closed({ closures: [closure('office', 'suap', threeDays, true)], days: january })).toEqual(those);
  expect(closed({ closures: [closure('office', 'sue', threeDays, true)], days: january })).toEqual([]);
});

test('a place closes for itself only', () => {
  const closures = [closure('place', 'sala-di-vigliano', threeDays)];
  expect(closed({ closures, days: january, at: 'sala-di-vigliano' })).toEqual(those);
  expect(closed({ closures, days: january, at: atVinchio })).toEqual(['2026-01-22']);
  expect(closed({ closures, days: january })).toEqual([]);
});

test('of a long closure only the days asked about are told', () => {
  expect(closed({ closures: [closure('office', 'suap', ['2025-01-01', '2027-01-01'], true)], days: ['2026-01-30', '2026-01-31'] })).toEqual(['2026-01-30', '2026-01-31']);
});

test('a holiday on which the union works is open everywhere', () => {
  const workedHolidays = [worked('2026-12-08'), worked('2027-01-22')];
  expect(closed({ workedHolidays, days: ['2026-12-01', '2026-12-20'] })).toEqual([]);
  expect(closed({ workedHolidays, days: ['2027-01-20', '2027-01-25'], at: atVinchio })).toEqual([]);
});

test('a holiday on which one comune works is open at its places', () => {
  const workedHolidays = [worked('2026-12-08', 'vinchio')];
  const days: [string, string] = ['2026-12-01', '2026-12-20'];
  expect(closed({ workedHolidays, days, at: atVinchio })).toEqual([]);
  expect(closed({ workedHolidays, days, at: 'sala-di-vigliano' })).toEqual(['2026-12-08']);
  expect(closed({ workedHolidays, days })).toEqual(['2026-12-08']);
});

test('working on a holiday does not lift a closure', () => {
  const closures = [closure('union', null, ['2026-12-08', '2026-12-08'], true)];
  expect(closed({ closures, workedHolidays: [worked('2026-12-08')], days: ['2026-12-01', '2026-12-20'] })).toEqual(['2026-12-08']);
});
