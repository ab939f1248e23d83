import type { Hold } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted, without } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';

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

const nine = '2026-12-03T09:00:00+01:00';
const halfPast = '2026-12-03T09:30:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';
const thursday = '2026-12-03';

/** Asks for a start that may be refused. */
const ask = (wanted: object, startsAt: string, token?: string) => citizen.post('/holds', { ...wanted, starts_at: startsAt }, { token });
const extend = ({ id }: Pick<Hold, 'id'>, token: string) => citizen.patch(`/holds/${id}`, { extend: true }, { token });
const release = ({ id }: Pick<Hold, 'id'>, token: string) => citizen.remove(`/holds/${id}`, { token });

async function kindsOfEvents({ id }: Pick<Hold, 'id'>): Promise<string[]> {
  const { events } = desk.database.tables;
  const rows = await desk.database.read.select().from(events).where(eq(events.appointmentId, id)).orderBy(events.id);
  return rows.map(({ kind }) => kind);
}

async function claimsOf({ id }: Pick<Hold, 'id'>) {
  const { claims } = desk.database.tables;
  return desk.database.read.select().from(claims).where(eq(claims.appointmentId, id));
}

describe('a hold', () => {
  test('says what is kept, until when, and the secret that opens it', async () => {
    const answer = await ask(video, nine);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: expect.stringMatching(/./),
      token: expect.stringMatching(/^[\w-]{43,}$/),
      ...video,
      place_id: null,
      starts_at: nine,
      ends_at: halfPast,
      expires_at: '2026-12-01T08:10:00+01:00',
      extended: false,
    });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': expect.stringMatching(/^application\/json/) });
  });

  test('keeps the seconds of its end', async () => {
    desk.clock.set('2026-12-01T08:00:25.700+01:00');
    expect((await citizen.hold(video, nine)).expires_at).toBe('2026-12-01T08:10:25+01:00');
  });

  test('lasts as long as the service says', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { holdMinutes: 3 });
    const hold = await citizen.hold(video, nine);
    await restore();
    expect(hold.expires_at).toBe('2026-12-01T08:03:00+01:00');
  });

  test('takes the time of one official, buffers included', async () => {
    const hold = await citizen.hold(await citizen.wanted('informazioni-scia', 'phone'), '2026-12-03T09:00:00+01:00');
    expect(await claimsOf(hold)).toMatchObject([{ startsAt: Date.parse(nine), endsAt: Date.parse('2026-12-03T09:25:00+01:00'), heldUntil: Date.parse('2026-12-01T08:10:00+01:00') }]);
    expectProblem(await ask(video, nine), 'slot-taken');
  });

  test('at a desk names its place', async () => {
    const desktop = await citizen.wanted('informazioni-scia', 'desk');
    expect(await citizen.hold(desktop, nine)).toMatchObject({ place_id: desktop.place_id });
    const nowhere = without(desktop, 'place_id');
    expectInvalid(await ask(nowhere, ten), '/place_id');
    expectInvalid(await ask({ ...nowhere, place_id: '' }, ten), '/place_id');
    expectInvalid(await ask({ ...nowhere, place_id: null }, ten), '/place_id');
    expectInvalid(await ask({ ...nowhere, place_id: 'nowhere' }, ten), '/place_id');
  });

  test('elsewhere has no place', async () => {
    const { place_id } = await citizen.wanted('informazioni-scia', 'desk');
    expectInvalid(await ask({ ...video, place_id }, nine), '/place_id');
    expect((await ask({ ...video, place_id: null }, nine)).statusCode).toBe(201);
    expect((await ask({ ...video, place_id: '' }, ten)).statusCode).toBe(201);
  });

  test.each([
    ['service_id', 'nothing'],
    ['channel', 'fax'],
    ['channel', 'home'],
    ['municipality_id', 'nowhere'],
  ])('with an unknown %s (%s) is refused on that field', async (field, value) => {
    expectInvalid(await ask({ ...video, [field]: value }, nine), `/${field}`);
  });

  test.each(['service_id', 'channel', 'municipality_id', 'starts_at'])('needs its %s', async (field) => {
    for (const nothing of [undefined, null, '']) expectInvalid(await citizen.post('/holds', { ...video, starts_at: nine, [field]: nothing }), `/${field}`);
  });

  test.each(['duration_minutes', 'price_cents', 'ends_at', 'token', 'expires_at', 'extended', 'id', 'constructor', 'a/b~c'])('%s is not for the client to say', async (name) => {
    expectInvalid(await citizen.post('/holds', { ...video, starts_at: nine, [name]: 15 }), `/${name.replace('~', '~0').replace('/', '~1')}`);
  });

  test('leaves a trace of each thing that happens to it', async () => {
    const hold = await citizen.hold(video, nine);
    await extend(hold, hold.token);
    await extend(hold, hold.token);
    await release(hold, hold.token);
    await release(hold, hold.token);
    expect(await kindsOfEvents(hold)).toEqual(['held', 'extended', 'released']);
    const { events } = desk.database.tables;
    const [held] = await desk.database.read.select().from(events).where(eq(events.appointmentId, hold.id)).orderBy(events.id);
    expect(held).toMatchObject({ at: desk.clock.now(), actor: 'citizen', newStartsAt: Date.parse(nine), oldStartsAt: null, serviceId: video.service_id, channel: 'video', municipalityId: video.municipality_id, placeId: null });
  });

  test('never has its token in the database', async () => {
    const { token, id } = await citizen.hold(video, nine);
    const { appointments, idempotencyKeys } = desk.database.tables;
    const kept = JSON.stringify([await desk.database.read.select().from(appointments), await desk.database.read.select().from(idempotencyKeys)]);
    expect(kept).toContain(id);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(token.slice(-20));
  });
});

describe('a start that somebody holds', () => {
  test('is taken for everybody else, also one that overlaps it', async () => {
    await citizen.hold(video, nine);
    expectProblem(await ask(video, nine), 'slot-taken');
    expectProblem(await ask(await citizen.wanted('avvio-o-cessazione-attivita', 'video'), nine), 'slot-taken');
    expect((await ask(video, halfPast)).statusCode).toBe(201); // touching is fine
  });

  test('can be held again by others when its time is over, and the former holder learns it', async () => {
    const first = await citizen.hold(video, nine);
    desk.clock.pass(9);
    expectProblem(await ask(video, nine), 'slot-taken');
    desk.clock.pass(1);
    const second = await citizen.hold(video, nine);
    expect(second.token).not.toBe(first.token);
    expectProblem(await extend(first, first.token), 'hold-expired');
    expect(await kindsOfEvents(first)).toEqual(['held', 'expired']);
    expect(await claimsOf(first)).toEqual([]);
    expect(await claimsOf(second)).toHaveLength(1);
  });

  test('goes to one of many who want it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(video, nine)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, ...Array<number>(7).fill(409)]);
    for (const answer of answers.filter(({ statusCode }) => statusCode === 409)) {
      const { alternatives } = expectProblem(answer, 'slot-taken');
      expect(alternatives?.map(({ starts_at }) => starts_at)).toEqual([halfPast, ten, '2026-12-03T10:30:00+01:00']);
    }
    expect(await desk.database.read.select().from(desk.database.tables.claims)).toHaveLength(1);
  });
});

describe('extending', () => {
  test('adds five minutes, once; asked again it changes nothing', async () => {
    const hold = await citizen.hold(video, nine);
    desk.clock.pass(8);
    const extended = await extend(hold, hold.token);
    expect(extended.statusCode).toBe(200);
    expect(extended.json()).toEqual({ ...hold, expires_at: '2026-12-01T08:15:00+01:00', extended: true });
    desk.clock.pass(4);
    const again = await extend(hold, hold.token);
    expect(again).toMatchObject({ statusCode: 200 });
    expect(again.json()).toEqual(extended.json());
    desk.clock.pass(2);
    expectProblem(await ask(video, nine), 'slot-taken');
    desk.clock.pass(1);
    expect((await ask(video, nine)).statusCode).toBe(201);
  });

  test('is too late when the hold has ended, and the nearest free starts come with it, the same one first', async () => {
    const hold = await citizen.hold(video, nine);
    desk.clock.pass(10);
    const { alternatives } = expectProblem(await extend(hold, hold.token), 'hold-expired');
    expect(alternatives?.map(({ starts_at }) => starts_at)).toEqual([nine, halfPast, ten]);
  });

  test('makes no sense once it is confirmed', async () => {
    const hold = await citizen.hold(video, nine);
    await citizen.confirm(hold);
    expectProblem(await extend(hold, hold.token), 'hold-used');
    expectProblem(await release(hold, hold.token), 'hold-used');
  });

  test.each([{}, { extend: false }, { extend: 'true' }, { extend: null }, { extend: 1 }])('is asked for by %j only', async (body) => {
    const hold = await citizen.hold(video, nine);
    if (body.extend === undefined || body.extend === null) expectInvalid(await citizen.patch(`/holds/${hold.id}`, body, { token: hold.token }), '/extend');
    else expectInvalid(await citizen.patch(`/holds/${hold.id}`, body, { token: hold.token }), '/extend');
    expectInvalid(await citizen.patch(`/holds/${hold.id}`, { extend: true, starts_at: ten }, { token: hold.token }), '/starts_at');
  });
});

describe('letting go', () => {
  test('answers 204 without content, and the same again', async () => {
    const hold = await citizen.hold(video, nine);
    expect(await release(hold, hold.token)).toMatchObject({ statusCode: 204, body: '' });
    expect(await release(hold, hold.token)).toMatchObject({ statusCode: 204, body: '' });
    expect(await citizen.starts(video, thursday)).toContain(nine);
    expectProblem(await extend(hold, hold.token), 'hold-expired');
    expectProblem(await citizen.confirm(hold), 'hold-expired');
  });

  test('of a hold that ended by itself is fine', async () => {
    const hold = await citizen.hold(video, nine);
    desk.clock.pass(11);
    expect((await release(hold, hold.token)).statusCode).toBe(204);
  });

  test('does not touch the one who holds the time now', async () => {
    const first = await citizen.hold(video, nine);
    desk.clock.pass(11);
    const second = await citizen.hold(video, nine);
    expect((await release(first, first.token)).statusCode).toBe(204);
    expect(await claimsOf(second)).toHaveLength(1);
    expectProblem(await ask(video, nine), 'slot-taken');
  });
});

describe('a hold opens with its own token only', () => {
  test('a wrong one, that of another hold and an unknown hold are answered alike', async () => {
    const mine = await citizen.hold(video, nine);
    const other = await citizen.hold(video, ten);
    const refusals = [
      await extend(mine, other.token),
      await extend(mine, `${mine.token.slice(0, -1)}${mine.token.endsWith('A') ? 'B' : 'A'}`),
      await extend({ id: '01a20043-4811-7fae-b4ba-3384d05eed1d' }, mine.token),
      await extend({ id: 'nothing' }, mine.token),
      await release(mine, other.token),
      await release({ id: 'nothing' }, 'nothing'),
    ];
    const bodies = refusals.map((answer) => ({ ...expectProblem(answer, 'not-found'), instance: '' }));
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expectProblem(await citizen.patch(`/holds/${mine.id}`, { extend: true }), 'unauthorized');
    expectProblem(await citizen.remove(`/holds/${mine.id}`), 'unauthorized');
    expect(await claimsOf(mine)).toMatchObject([{ heldUntil: Date.parse(mine.expires_at) }]);
  });

  test('the token of an appointment is not that of its hold', async () => {
    const hold = await citizen.hold(video, nine);
    const { manage_token, code } = (await citizen.confirm(hold)).json();
    expectProblem(await release(hold, manage_token), 'not-found');
    expectProblem(await citizen.get(`/appointments/${code}`, { token: hold.token }), 'not-found');
  });
});

describe('who takes another time lets the first go', () => {
  test('if the new one is won', async () => {
    const former = await citizen.hold(video, nine);
    const hold = await citizen.hold(video, ten, { token: former.token });
    expect(await citizen.starts(video, thursday)).toContain(nine);
    expect(await kindsOfEvents(former)).toEqual(['held', 'released']);
    expectProblem(await extend(former, former.token), 'hold-expired');
    expect((await extend(hold, hold.token)).statusCode).toBe(200);
  });

  test('and not if it is not', async () => {
    const former = await citizen.hold(video, nine);
    await citizen.hold(video, ten);
    expectProblem(await ask(video, ten, former.token), 'slot-taken');
    expectProblem(await ask(video, '2026-12-06T10:00:00+01:00', former.token), 'slot-not-offered');
    expectInvalid(await ask({ ...video, service_id: 'nothing' }, halfPast, former.token), '/service_id');
    expect((await extend(former, former.token)).statusCode).toBe(200);
    expect(await citizen.starts(video, thursday)).not.toContain(nine);
  });

  test('the same time again is a new hold with a new end', async () => {
    const former = await citizen.hold(video, nine);
    desk.clock.pass(5);
    const hold = await citizen.hold(video, nine, { token: former.token });
    expect(hold).toMatchObject({ starts_at: nine, expires_at: '2026-12-01T08:15:00+01:00', extended: false });
    expect(hold.id).not.toBe(former.id);
    expect(await claimsOf(former)).toEqual([]);
    expect(await claimsOf(hold)).toHaveLength(1);
  });

  test('a time that overlaps the own one can be taken', async () => {
    const business = await citizen.wanted('avvio-o-cessazione-attivita', 'video'); // 45 minutes: 9:00, 9:45
    const former = await citizen.hold(business, nine);
    expectProblem(await ask(video, halfPast), 'slot-taken');
    expect(await citizen.hold(video, halfPast, { token: former.token })).toMatchObject({ starts_at: halfPast });
  });

  test('also where it was a time of another office', async () => {
    const building = await citizen.wanted('agibilita', 'video');
    const start = (await citizen.starts(building, thursday))[0] ?? '';
    const former = await citizen.hold(building, start);
    expect(await citizen.starts(building, thursday)).not.toContain(start);
    await citizen.hold(video, nine, { token: former.token });
    expect(await citizen.starts(building, thursday)).toContain(start);
    await citizen.hold(building, start);
  });

  test('many who exchange between two offices at once all get what they want', async () => {
    const building = await citizen.wanted('agibilita', 'video');
    const [ours, theirs] = [await citizen.starts(video, '2026-12-09', '2026-12-23'), await citizen.starts(building, '2026-12-09', '2026-12-23')];
    const visitors = await Promise.all(Array.from({ length: 6 }, (_, place) => (place % 2 === 0 ? citizen.hold(video, ours[place] ?? '') : citizen.hold(building, theirs[place] ?? ''))));
    const exchanged = await Promise.all(visitors.map(({ token }, place) => (place % 2 === 0 ? ask(building, theirs[10 + place] ?? '', token) : ask(video, ours[10 + place] ?? '', token))));
    expect(exchanged.map(({ statusCode }) => statusCode)).toEqual(visitors.map(() => 201));
    expect(await desk.database.read.select().from(desk.database.tables.claims)).toHaveLength(6);
    expect(await citizen.starts(video, '2026-12-09', '2026-12-23')).toEqual(expect.arrayContaining([ours[0], ours[2], ours[4]]));
  });

  test('a token of something else lets nothing go and hinders nothing', async () => {
    const confirmed = await citizen.hold(video, nine);
    const { manage_token } = (await citizen.confirm(confirmed)).json();
    for (const token of [confirmed.token, manage_token, 'nothing', 'x'.repeat(64)]) {
      const answer = await ask(video, ten, token);
      expect(answer.statusCode).toBe(201);
      await release(answer.json(), answer.json().token);
    }
    expect(await claimsOf(confirmed)).toHaveLength(1);
  });
});

describe('a visit at home', () => {
  test('needs the operator and the bike, and both are taken for it', async () => {
    const home = await citizen.wanted('aiuto-digitale-a-domicilio', 'home');
    const hold = await citizen.hold(home, '2026-12-03T09:30:00+01:00');
    const claims = await claimsOf(hold);
    expect(claims).toHaveLength(2);
    const quarter = { startsAt: Date.parse('2026-12-03T09:15:00+01:00'), endsAt: Date.parse('2026-12-03T10:45:00+01:00') };
    expect(claims).toMatchObject([quarter, quarter]);
  });

  test('of two at the same time the second finds the bike taken, even where an operator is free', async () => {
    const home = await citizen.wanted('aiuto-digitale-a-domicilio', 'home');
    const { calendars, channelCalendars, openingRules, serviceChannels } = desk.database.tables;
    const colleague = 'a-colleague';
    await desk.change(async (tx) => {
      const channel = (await tx.select().from(serviceChannels)).find((row) => row.channel === 'home');
      const rule = { startMinute: 540, endMinute: 1020, recurrence: { kind: 'weekly' as const, days: [4], everyWeeks: 1 }, firstDay: '2026-01-01' };
      await tx.insert(calendars).values({ id: colleague, name: 'Seconda operatrice', kind: 'operator' });
      await tx.insert(channelCalendars).values({ id: colleague, serviceChannelId: channel?.id ?? '', need: 0, calendarId: colleague });
      await tx.insert(openingRules).values({ id: colleague, calendarId: colleague, ...rule });
    });
    const start = '2026-12-03T10:00:00+01:00';
    await citizen.hold(home, start);
    const second = await ask(home, start);
    const offered = await citizen.starts(home, thursday);
    await desk.change(async (tx) => {
      await tx.delete(openingRules).where(eq(openingRules.id, colleague));
      await tx.delete(channelCalendars).where(eq(channelCalendars.id, colleague));
    });
    expectProblem(second, 'slot-taken');
    expect(offered).not.toContain(start);
    expect(offered).toContain('2026-12-03T14:30:00+01:00'); // the colleague, with the bike
  });
});

test('of several officials who are free the one with the least to do that week gets it', async () => {
  const restore = await changeRules(desk, 'informazioni-scia', 'video', { limitPerDay: 9, limitFuture: 99 });
  const { openingRules, channelCalendars, serviceChannels, claims, appointments } = desk.database.tables;
  const rule = { startMinute: 540, endMinute: 720, recurrence: { kind: 'oneDay' as const, day: '2026-12-09' } };
  const ids: string[] = [];
  await desk.change(async (tx) => {
    const channel = (await tx.select().from(serviceChannels)).find((row) => row.serviceId === video.service_id && row.channel === 'video');
    const links = (await tx.select().from(channelCalendars)).filter((row) => row.serviceChannelId === channel?.id);
    ids.push(...links.map(({ calendarId }) => calendarId));
    await tx.insert(openingRules).values(ids.map((calendarId) => ({ id: `both ${calendarId}`, calendarId, ...rule })));
  });
  const start = '2026-12-09T09:00:00+01:00';
  await citizen.bookAt(video, start);
  await citizen.bookAt(video, start);
  expectProblem(await ask(video, start), 'slot-taken');
  const rows = await desk.database.read.select({ calendarId: claims.calendarId }).from(claims).innerJoin(appointments, eq(appointments.id, claims.appointmentId));
  await desk.change((tx) => tx.delete(openingRules).where(eq(openingRules.startMinute, -1)));
  for (const id of ids) await desk.change((tx) => tx.delete(openingRules).where(eq(openingRules.id, `both ${id}`)));
  await restore();
  expect(rows.map(({ calendarId }) => calendarId).toSorted()).toEqual(ids.toSorted());
});
