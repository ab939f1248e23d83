import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted, without } from './citizen.ts';
import { expectInvalid } from './expect-problem.ts';

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

/** GET /slots for the video channel in the first days of December, with other parameters; undefined: left out. */
function ask(changes: Record<string, string | undefined> = {}) {
  const query = Object.entries({ ...video, from: '2026-12-01', to: '2026-12-07', ...changes }).filter(([, value]) => value !== undefined);
  return citizen.get(`/slots?${new URLSearchParams(query as [string, string][])}`);
}

describe('what is asked must be whole and known', () => {
  test.each(['service_id', 'channel', 'municipality_id', 'from', 'to'])('%s is required', async (name) => {
    expectInvalid(await ask({ [name]: undefined }), name);
    expectInvalid(await ask({ [name]: '' }), name);
  });

  test('all that is missing is said at once', async () => {
    expectInvalid(await citizen.get('/slots'), 'service_id', 'channel', 'municipality_id', 'from', 'to');
  });

  test.each([
    ['a service that nobody knows', 'service_id', 'nothing'],
    ['the slug of a service in place of its id', 'service_id', 'informazioni-scia'],
    ['an id that no id can be', 'service_id', 'a b\u0000'],
    ['a channel that nobody knows', 'channel', 'fax'],
    ['a channel that the service does not have', 'channel', 'home'],
    ['a comune that nobody knows', 'municipality_id', 'nowhere'],
    ['a comune by its code', 'municipality_id', '005066'],
  ])('%s is said on its parameter', async (_, name, value) => {
    expectInvalid(await ask({ [name]: value }), name);
  });

  test.each(['', '2026-13-01', '2026-02-29', '2026-2-3', '01/12/2026', '2026-12-01T09:00:00+01:00', 'tomorrow', '20261201', '2026-W49', '2026-12-01 '])('%j is no day', async (text) => {
    expectInvalid(await ask({ from: text }), 'from');
    expectInvalid(await ask({ to: text }), 'to');
  });

  test('the same parameter twice is one too many', async () => {
    const twice = `${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-02' })}&from=2026-12-02`;
    expectInvalid(await citizen.get(`/slots?${twice}`), 'from');
  });
});

describe('the days asked for', () => {
  test('both days are included, and one day is enough', async () => {
    expect(await citizen.starts(video, '2026-12-03')).toEqual([
      '2026-12-03T09:00:00+01:00', '2026-12-03T09:30:00+01:00', '2026-12-03T10:00:00+01:00', '2026-12-03T10:30:00+01:00',
      '2026-12-03T11:00:00+01:00', '2026-12-03T11:30:00+01:00', '2026-12-03T12:00:00+01:00',
    ]);
    const days = new Set((await citizen.starts(video, '2026-12-02', '2026-12-04')).map((start) => start.slice(0, 10)));
    expect([...days]).toEqual(['2026-12-02', '2026-12-03', '2026-12-04']);
  });

  test('the last day does not come before the first', async () => {
    expectInvalid(await ask({ from: '2026-12-02', to: '2026-12-01' }), 'to');
  });

  test('sixty-two days at most', async () => {
    expect((await ask({ from: '2026-12-01', to: '2027-01-31' })).statusCode).toBe(200);
    expectInvalid(await ask({ from: '2026-12-01', to: '2027-02-01' }), 'to');
    expectInvalid(await ask({ from: '2026-01-01', to: '9999-12-31' }), 'to');
  });

  test.each([
    ['a day past', '2026-11-30', '2026-11-30'],
    ['a Sunday', '2026-12-06', '2026-12-06'],
    ['8 December', '2026-12-08', '2026-12-08'],
    ['Christmas', '2026-12-25', '2026-12-25'],
    ['beyond the horizon', '2027-01-31', '2027-03-31'],
    ['long ago', '1970-01-01', '1970-01-31'],
    ['the first day of the calendar', '0001-01-01', '0001-01-01'],
    ['the last day of the calendar', '9999-12-31', '9999-12-31'],
    ['some years ahead', '2999-01-01', '2999-01-31'],
  ])('%s has no starts', async (_, from, to) => {
    const answer = await ask({ from, to });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ items: [], time_zone: 'Europe/Rome' });
  });

  test('a year zero is no day', async () => {
    expectInvalid(await ask({ from: '0000-01-01', to: '0000-01-01' }), 'from', 'to');
  });
});

describe('the first free start', () => {
  test('is the first of the list', async () => {
    const { items, next_available_at } = await citizen.slots(video, '2026-12-01', '2026-12-07');
    expect(next_available_at).toBe('2026-12-01T10:00:00+01:00');
    expect(items[0]?.starts_at).toBe(next_available_at);
  });

  test('is said even where it lies beyond the last day', async () => {
    const { items, next_available_at } = await citizen.slots(video, '2026-12-05', '2026-12-06');
    expect(items).toEqual([]);
    expect(next_available_at).toBe('2026-12-07T09:00:00+01:00');
  });

  test('counts from the first day asked for, also where that is long past', async () => {
    expect((await citizen.slots(video, '2026-11-01', '2026-11-02')).next_available_at).toBe('2026-12-01T10:00:00+01:00');
    expect((await citizen.slots(video, '2026-12-24', '2026-12-24')).next_available_at).toBe('2026-12-24T09:00:00+01:00');
  });

  test('is null where there is none within the horizon', async () => {
    expect((await citizen.slots(video, '2027-01-30', '2027-01-30')).next_available_at).toBeNull();
    expect((await citizen.slots(video, '2028-01-01', '2028-02-01')).next_available_at).toBeNull();
  });
});

describe('places', () => {
  test('a start by video has no place', async () => {
    const { items } = await citizen.slots(video, '2026-12-03', '2026-12-03');
    expect(items[0]).toEqual({ starts_at: '2026-12-03T09:00:00+01:00', ends_at: '2026-12-03T09:30:00+01:00', place_id: null });
  });

  test('without a place a desk answers for all of them, ascending by start, then place', async () => {
    const anywhere = without(await citizen.wanted('informazioni-scia', 'desk'), 'place_id');
    const { items } = await citizen.slots(anywhere, '2026-12-01', '2026-12-31');
    expect(new Set(items.map(({ place_id }) => place_id)).size).toBe(4);
    const keys = items.map(({ starts_at, place_id }) => `${starts_at} ${place_id}`);
    expect(keys).toEqual(keys.toSorted());
    const sameTime = items.filter(({ starts_at }) => starts_at === '2026-12-03T09:00:00+01:00');
    expect(sameTime).toHaveLength(2); // at the seat, and at Mombercelli
  });

  test('with a place it answers for that one, and all together are the whole', async () => {
    const anywhere = without(await citizen.wanted('informazioni-scia', 'desk'), 'place_id');
    const places = (await citizen.service('informazioni-scia')).channels.find(({ channel }) => channel === 'desk')?.places ?? [];
    const each = await Promise.all(places.map(({ id }) => citizen.slots({ ...anywhere, place_id: id }, '2026-12-01', '2026-12-31')));
    each.forEach(({ items }, index) => expect(new Set(items.map(({ place_id }) => place_id))).toEqual(new Set([places[index]?.id])));
    const all = (await citizen.slots(anywhere, '2026-12-01', '2026-12-31')).items;
    expect(each.flatMap(({ items }) => items)).toHaveLength(all.length);
    expect(each.flatMap(({ next_available_at }) => next_available_at ?? []).toSorted()[0]).toBe(all[0]?.starts_at);
  });

  test('a place is named for the desk only, and must be one of the service', async () => {
    const { place_id = '' } = await citizen.wanted('informazioni-scia', 'desk');
    expectInvalid(await ask({ place_id }), 'place_id');
    expectInvalid(await ask({ channel: 'desk', place_id: 'nowhere' }), 'place_id');
    const vinchio = (await citizen.service('aiuto-spid')).channels.find(({ channel }) => channel === 'desk')?.places.find(({ name }) => name.includes('Vinchio'));
    expectInvalid(await ask({ channel: 'desk', place_id: vinchio?.id }), 'place_id');
  });

  test('the patron day closes the place of that comune, not the others nor the video', async () => {
    desk.clock.set('2027-01-10T08:00:00+01:00'); // Mombercelli keeps san Biagio on Wednesday 3 February
    const spid = await citizen.wanted('aiuto-spid', 'desk');
    const places = (await citizen.service('aiuto-spid')).channels.find(({ channel }) => channel === 'desk')?.places ?? [];
    const at = (name: string) => ({ ...spid, place_id: places.find((place) => place.name.includes(name))?.id ?? '' });
    expect(await citizen.starts(at('Mombercelli'), '2027-01-27')).not.toEqual([]);
    expect(await citizen.starts(at('Mombercelli'), '2027-02-03')).toEqual([]);
    expect(await citizen.starts(video, '2027-02-03')).not.toEqual([]);
  });
});

describe('the comune that the matter concerns', () => {
  test('anyone may book for any member, and the times are the same', async () => {
    const vinchio = await citizen.municipality('Vinchio');
    expect(await citizen.starts({ ...video, municipality_id: vinchio.id }, '2026-12-03')).toEqual(await citizen.starts(video, '2026-12-03'));
  });

  test('one that is no member has no starts, and gets them on the day when it joins', async () => {
    const id = newId();
    await desk.change(async (tx, { municipalities, memberships, competences, services }) => {
      const [service] = await tx.select({ officeId: services.officeId }).from(services).limit(1);
      const suap = (await tx.select().from(services)).find(({ slug }) => slug === 'informazioni-scia')?.officeId ?? service?.officeId ?? '';
      const row = { slug: `prova-${id}`, name: 'Comune di prova', istatCode: id.slice(-6), cadastralCode: 'Z999', postalCode: '14099', province: 'AT', areaCode: '0141', description: { it: '', en: '' } };
      await tx.insert(municipalities).values({ id, ...row });
      await tx.insert(memberships).values({ id: newId(), municipalityId: id, firstDay: '2026-12-04', lastDay: '2026-12-10' });
      await tx.insert(competences).values({ id: newId(), officeId: suap, municipalityId: id, firstDay: '2020-01-01' });
    });
    const newcomer = { ...video, municipality_id: id };
    expect(await citizen.starts(newcomer, '2026-12-03')).toEqual([]);
    expect(await citizen.starts(newcomer, '2026-12-04')).toHaveLength(8);
    expect(await citizen.starts(newcomer, '2026-12-10')).toHaveLength(7);
    expect((await citizen.slots(newcomer, '2026-12-11', '2026-12-31')).next_available_at).toBeNull();
    expect(await citizen.starts({ ...newcomer, service_id: (await citizen.wanted('certificati-anagrafici')).service_id }, '2026-12-04')).toEqual([]); // an office that does not serve it
  });
});

test('every language gets the same times', async () => {
  const [italian, english] = await Promise.all([ask(), citizen.get(`/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-07' })}`, { headers: { 'accept-language': 'en' } })]);
  expect(english.json()).toEqual(italian.json());
  expect(english.headers['content-language']).toBe('en');
});
