import type { Alternative } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';

// What is offered can be booked, what is refused was not offered.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const hold = (wanted: object, startsAt: string) => citizen.post('/holds', { ...wanted, starts_at: startsAt });

/** Each can be held, one after the other. */
async function expectHoldable(wanted: object, alternatives: readonly Alternative[] = []): Promise<void> {
  for (const { starts_at, ends_at, place_id } of alternatives) {
    const held = await citizen.hold({ ...wanted, ...(place_id && { place_id }) }, starts_at);
    expect(held).toMatchObject({ starts_at, ends_at, place_id });
    await citizen.remove(`/holds/${held.id}`, { token: held.token });
  }
}

const minutes = (instant: string) => Date.parse(instant) / 60_000;

/** The three free starts nearest to the one asked, the earlier first where two are equally near. */
async function nearest(wanted: object, asked: string): Promise<string[]> {
  const starts = await citizen.starts(wanted, '2026-12-01', '2027-01-30');
  const distance = (start: string) => Math.abs(minutes(start) - minutes(asked));
  return starts.toSorted((one, other) => distance(one) - distance(other) || minutes(one) - minutes(other)).slice(0, 3);
}

describe.each([
  ['by video', 'informazioni-scia', 'video'],
  ['by phone, with a buffer', 'informazioni-scia', 'phone'],
  ['by phone, packed', 'certificati-anagrafici', 'phone'],
  ['at a desk', 'aiuto-spid', 'desk'],
  ['at home, operator and bike', 'aiuto-digitale-a-domicilio', 'home'],
  ['by video, on the clock', 'permesso-di-costruire', 'video'],
])('%s', (_, slug, channel) => {
  test('every start that is offered can be held, for as long as it is said', async () => {
    const wanted = await citizen.wanted(slug, channel);
    const { items } = await citizen.slots(wanted, '2026-12-01', '2027-01-30');
    const sample = items.filter((__, place) => place < 4 || place % 17 === 0 || place > items.length - 4);
    expect(sample.length).toBeGreaterThan(8);
    await expectHoldable(wanted, sample);
  });

  test('of a whole day, every ten minutes, only what is offered can be held', async () => {
    const wanted = await citizen.wanted(slug, channel);
    const day = '2026-12-03';
    const offered = new Set(await citizen.starts(wanted, day));
    const times = Array.from({ length: 60 }, (__, place) => ({ hour: String(8 + Math.floor(place / 6)).padStart(2, '0'), minute: String((place % 6) * 10).padStart(2, '0') }));
    for (const { hour, minute } of times) {
      const start = `${day}T${hour}:${minute}:00+01:00`;
      const answer = await hold(wanted, start);
      // A packed start inside the opening is no wrong one: it only is not the next.
      const isNone = slug === 'certificati-anagrafici' ? answer.statusCode === 422 || answer.statusCode === 409 : answer.statusCode === 422;
      expect({ start, isRight: offered.has(start) ? answer.statusCode === 201 : isNone }).toEqual({ start, isRight: true });
      if (answer.statusCode === 201) await citizen.remove(`/holds/${answer.json().id}`, { token: answer.json().token });
    }
  });

  test('a start that was taken and one that never was any come with the three nearest that can be held', async () => {
    const wanted = await citizen.wanted(slug, channel);
    const { items } = await citizen.slots(wanted, '2026-12-14', '2026-12-18');
    const taken = items[Math.floor(items.length / 2)]?.starts_at ?? '';
    await citizen.bookAt(wanted, taken);
    for (const [asked, name] of [[taken, 'slot-taken'], ['2026-12-16T03:00:00+01:00', 'slot-not-offered']] as const) {
      const { alternatives = [] } = expectProblem(await hold(wanted, asked), name);
      expect(alternatives.map(({ starts_at }) => starts_at)).toEqual(await nearest(wanted, asked));
      await expectHoldable(wanted, alternatives);
    }
  });
});

describe('a start that is none is refused with others', () => {
  test.each([
    ['off the grid', '2026-12-03T09:10:00+01:00'],
    ['outside the opening', '2026-12-03T20:00:00+01:00'],
    ['too late to end inside it', '2026-12-03T12:30:00+01:00'],
    ['on a Sunday', '2026-12-06T10:00:00+01:00'],
    ['on 8 December', '2026-12-08T10:00:00+01:00'],
    ['on Christmas day', '2026-12-25T09:00:00+01:00'],
    ['in the past', '2026-11-30T09:00:00+01:00'],
    ['long ago', '1970-01-01T00:00:00Z'],
    ['too soon', '2026-12-01T09:30:00+01:00'],
    ['too far', '2027-02-01T09:00:00+01:00'],
    ['in another life', '9999-12-31T23:59:00-23:59'],
    ['before there were offices', '0001-01-01T00:00:00+23:59'],
  ])('%s', async (_, start) => {
    const { alternatives = [] } = expectProblem(await hold(video, start), 'slot-not-offered');
    expect(alternatives).toHaveLength(3);
    expect(alternatives.map(({ starts_at }) => starts_at)).toEqual(await nearest(video, start));
    await expectHoldable(video, alternatives);
  });

  test('between two that are equally near the earlier comes first', async () => {
    const { alternatives } = expectProblem(await hold(video, '2026-12-03T10:15:00+01:00'), 'slot-not-offered');
    expect(alternatives?.map(({ starts_at }) => starts_at)).toEqual(['2026-12-03T10:00:00+01:00', '2026-12-03T10:30:00+01:00', '2026-12-03T09:30:00+01:00']);
  });

  test('for a comune that the office does not serve there is nothing to offer instead', async () => {
    const { id } = await citizen.municipality('Vinchio');
    const served = await desk.database.read.select().from(desk.database.tables.competences);
    await desk.change((tx, { competences }) => tx.delete(competences));
    const refused = await hold({ ...video, municipality_id: id }, '2026-12-03T09:00:00+01:00');
    await desk.change((tx, { competences }) => tx.insert(competences).values(served));
    expect(expectProblem(refused, 'slot-not-offered').alternatives).toEqual([]);
  });

  test('at a desk the others are at the same place', async () => {
    const wanted = await citizen.wanted('informazioni-scia', 'desk');
    const { alternatives = [] } = expectProblem(await hold(wanted, '2026-12-02T15:00:00+01:00'), 'slot-not-offered');
    expect(new Set(alternatives.map(({ place_id }) => place_id))).toEqual(new Set([wanted.place_id]));
  });
});

describe('an instant may be written in any zone', () => {
  test.each(['2026-12-03T08:00:00Z', '2026-12-03T08:00:00z', '2026-12-03T13:45:00+05:45', '2026-12-02T22:00:00-10:00', '2026-12-03T09:00+01:00', '2026-12-03T08:00:00.000Z', '2026-12-03T08:00:00-00:00', '2026-12-03t09:00:00+01:00'])('%s', async (instant) => {
    expect(await citizen.hold(video, instant)).toMatchObject({ starts_at: '2026-12-03T09:00:00+01:00', ends_at: '2026-12-03T09:30:00+01:00' });
  });

  test.each([
    '2026-12-03T09:00:00', '2026-12-03 09:00:00+01:00', '2026-12-03', '09:00', '2026-12-03T09:00:30+01:00', '2026-12-03T09:00:00.001+01:00', '2026-12-03T25:00:00+01:00',
    '2026-12-03T09:60:00+01:00', '2026-02-30T09:00:00+01:00', '2026-12-03T09:00:00+25:00', '2026-12-03T09:00:00 01:00', '1796284800000', 'now', '+002026-12-03T09:00:00Z', '2026-12-03T09:00:00+01:00[Europe/Rome]',
  ])('%s is no instant on a whole minute', async (text) => {
    expectInvalid(await hold(video, text), '/starts_at');
  });

  test.each([1_796_284_800_000, true, { at: '2026-12-03T09:00:00+01:00' }, ['2026-12-03T09:00:00+01:00']])('%j is no text', async (value) => {
    expectInvalid(await citizen.post('/holds', { ...video, starts_at: value }), '/starts_at');
  });
});
