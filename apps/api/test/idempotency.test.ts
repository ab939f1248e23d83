import type { ConfirmedAppointment, Hold } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

const nine = '2026-12-03T09:00:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';
const friday = '2026-12-04T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const hold = (startsAt: string, key: string, sent: object = {}) => citizen.post('/holds', { ...video, starts_at: startsAt }, { key, ...sent });

/** The same request twice: the second brings the very answer of the first. */
async function expectReplayed(request: (key: string) => ReturnType<Citizen['post']>): Promise<void> {
  const key = newKey();
  const first = await request(key);
  const before = await rowsOf(desk);
  const second = await request(key);
  expect(first.headers).not.toHaveProperty('idempotency-replayed');
  expect(second.headers).toMatchObject({ 'idempotency-replayed': 'true', 'content-type': first.headers['content-type'] });
  expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body]);
  expect(await rowsOf(desk)).toEqual(before);
}

describe('every POST carries a key', () => {
  const paths = ['/holds', '/appointments', '/appointments/K7QM-3XRT/moves', '/appointments/K7QM-3XRT/cancellations', '/appointments/K7QM-3XRT/access-links'];

  test.each(paths)('%s', async (path) => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer nothing' };
    expectProblem(await citizen.send('POST', path, { headers, payload: '{}' }), 'idempotency-key-missing');
  });

  test.each(['', 'short', 'fifteen-charact', 'x'.repeat(201), 'sixteen charactr', 'sixteen-characté', 'sixteen-\tcharact'])('%j is none', async (key) => {
    expectProblem(await hold(nine, key), 'idempotency-key-missing');
  });

  test.each(['sixteen-characte', 'x'.repeat(200), '!"#$%&()*+,-./:;<=>?@[]^_`{|}~', '3f2b8c1e-9d4a-4b7e-8a51-0c6d2e9f7b10'])('%j is one', async (key) => {
    expect((await hold(nine, key)).statusCode).toBe(201);
  });

  test('a PATCH and a DELETE need none', async () => {
    const held = await citizen.hold(video, nine);
    expect((await citizen.patch(`/holds/${held.id}`, { extend: true }, { token: held.token })).statusCode).toBe(200);
    expect((await citizen.remove(`/holds/${held.id}`, { token: held.token })).statusCode).toBe(204);
  });
});

describe('the same request again brings the same answer again', () => {
  test('a hold', async () => {
    await expectReplayed((key) => hold(nine, key));
    expect((await rowsOf(desk)).claims).toHaveLength(1);
  });

  test('a hold, also after it was extended or let go', async () => {
    const key = newKey();
    const first = await hold(nine, key);
    const { id, token } = first.json<Hold>();
    await citizen.patch(`/holds/${id}`, { extend: true }, { token });
    await citizen.remove(`/holds/${id}`, { token });
    expect((await hold(nine, key)).body).toBe(first.body);
  });

  test('a hold that let another one go', async () => {
    const former = await citizen.hold(video, nine);
    await expectReplayed((key) => hold(ten, key, { token: former.token }));
  });

  test('a confirmation, with the token of its link', async () => {
    const held = await citizen.hold(video, nine);
    const form = await citizen.application(held);
    await expectReplayed((key) => citizen.post('/appointments', form, { key, token: held.token }));
  });

  test('a confirmation, also when the hold would have ended and the privacy notice has changed since', async () => {
    const held = await citizen.hold(video, nine);
    const form = await citizen.application(held);
    const key = newKey();
    const first = await citizen.post('/appointments', form, { key, token: held.token });
    desk.clock.pass(60);
    await desk.change((tx, { privacyNotices }) => tx.update(privacyNotices).set({ version: 'another' }));
    const second = await citizen.post('/appointments', form, { key, token: held.token });
    await desk.change((tx, { privacyNotices }) => tx.update(privacyNotices).set({ version: '2026-11-demo' }));
    expect([second.statusCode, second.body]).toEqual([201, first.body]);
    await citizen.show(second.json<ConfirmedAppointment>());
  });

  test('a move', async () => {
    const booked = await citizen.bookAt(video, nine);
    await expectReplayed((key) => citizen.move(booked, { starts_at: friday }, { key }));
  });

  test('a move, also after the next one', async () => {
    const booked = await citizen.bookAt(video, nine);
    const key = newKey();
    const first = await citizen.move(booked, { starts_at: friday }, { key });
    await citizen.move(booked, { starts_at: ten });
    expect((await citizen.move(booked, { starts_at: friday }, { key })).body).toBe(first.body);
    expect(await citizen.show(booked)).toMatchObject({ starts_at: ten, sequence: 2 });
  });

  test('a cancellation', async () => {
    const booked = await citizen.bookAt(video, nine);
    await expectReplayed((key) => citizen.cancel(booked, { reason: 'Sto meglio' }, { key }));
  });

  test('the asking for a link: one message', async () => {
    const booked = await citizen.bookAt(video, nine);
    await expectReplayed((key) => citizen.post(`/appointments/${booked.code}/access-links`, { email: 'ada@example.org' }, { key }));
    expect(await desk.database.read.select().from(desk.database.tables.linkRequests)).toHaveLength(1);
  });

  test('in the language of the first', async () => {
    const booked = await citizen.bookAt(video, nine);
    const key = newKey();
    const first = await citizen.move(booked, { starts_at: friday }, { key, headers: { 'accept-language': 'en' } });
    expect((await citizen.move(booked, { starts_at: friday }, { key })).body).toBe(first.body);
  });

  test('however its JSON is written', async () => {
    const key = newKey();
    const first = await hold(nine, key);
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const [names, values] = [Object.keys({ ...video, starts_at: nine }).toReversed(), { ...video, starts_at: nine } as Record<string, unknown>];
    const payload = JSON.stringify(Object.fromEntries(names.map((name) => [name, values[name]])), null, 4);
    const second = await citizen.send('POST', '/holds', { headers, payload });
    expect(second.body).toBe(first.body);
  });

  test('for 24 hours, then the key is free', async () => {
    const key = newKey();
    const first = (await hold(friday, key)).json<Hold>();
    desk.clock.pass(24 * 60 - 1);
    expect((await hold(friday, key)).json<Hold>().id).toBe(first.id);
    desk.clock.pass(1);
    const later = await hold(friday, key);
    expect(later.statusCode).toBe(201);
    expect(later.json<Hold>().id).not.toBe(first.id);
    expect(later.headers).not.toHaveProperty('idempotency-replayed');
  });
});

describe('another request with the same key', () => {
  test('is refused, and changes nothing', async () => {
    const key = newKey();
    await hold(nine, key);
    const before = await rowsOf(desk);
    expectProblem(await hold(ten, key), 'idempotency-key-reused');
    expect(await rowsOf(desk)).toEqual(before);
  });

  test('is another one where path, method or token is another', async () => {
    const key = newKey();
    const held = got<Hold>(await hold(nine, key), 201);
    expect((await hold(ten, key, { token: 'another-visitor' })).statusCode).toBe(201);
    const confirmed = got<ConfirmedAppointment>(await citizen.confirm(held, {}, {}, { key }), 201);
    expect((await citizen.move(confirmed, { starts_at: friday }, { key })).statusCode).toBe(200);
    expect((await citizen.cancel(confirmed, {}, { key })).json()).toMatchObject({ state: 'cancelled' });
    expect((await citizen.patch(`/holds/${held.id}`, { extend: true }, { token: held.token, headers: { 'idempotency-key': key } })).statusCode).toBe(409);
  });
});

describe('a refusal leaves the key free', () => {
  test('for the corrected form', async () => {
    const held = await citizen.hold(video, nine);
    const key = newKey();
    expectInvalid(await citizen.confirm(held, {}, { email: 'ada' }, { key }), '/person/email');
    expectInvalid(await citizen.confirm(held, { privacy_notice_version: 'old' }, {}, { key }), '/privacy_notice_version');
    const answer = await citizen.confirm(held, {}, {}, { key });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers).not.toHaveProperty('idempotency-replayed');
  });

  test('for the same request when the time is free again', async () => {
    const other = await citizen.hold(video, nine);
    const key = newKey();
    expectProblem(await hold(nine, key), 'slot-taken');
    expect((await rowsOf(desk)).idempotencyKeys).toHaveLength(1);
    await citizen.remove(`/holds/${other.id}`, { token: other.token });
    expect((await hold(nine, key)).statusCode).toBe(201);
  });

  test('for another time', async () => {
    const key = newKey();
    expectProblem(await hold('2026-12-06T09:00:00+01:00', key), 'slot-not-offered');
    expect((await hold(nine, key)).statusCode).toBe(201);
  });

  test('for a move that is possible', async () => {
    const booked = await citizen.bookAt(video, nine);
    await citizen.hold(video, friday);
    const key = newKey();
    expectProblem(await citizen.move(booked, { starts_at: friday }, { key }), 'slot-taken');
    expect((await citizen.move(booked, { starts_at: ten }, { key })).statusCode).toBe(200);
  });
});

describe('the same request twice at once', () => {
  test.each(['hold', 'confirmation', 'move', 'cancellation'] as const)('makes one %s', async (what) => {
    const held = await citizen.hold(video, nine);
    const form = await citizen.application(held);
    const booked = what === 'move' || what === 'cancellation' ? await citizen.bookAt(video, ten) : { code: '', manage_token: '' };
    const key = newKey();
    const request = {
      hold: () => hold(friday, key),
      confirmation: () => citizen.post('/appointments', form, { key, token: held.token }),
      move: () => citizen.move(booked, { starts_at: friday }, { key }),
      cancellation: () => citizen.cancel(booked, {}, { key }),
    }[what];
    const answers = await Promise.all([request(), request(), request()]);
    const done = answers.filter(({ statusCode }) => statusCode < 300);
    const waiting = answers.filter(({ statusCode }) => statusCode >= 300);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ body }) => body)).size).toBe(1);
    for (const answer of waiting) {
      expectProblem(answer, 'request-in-progress');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    }
    expect((await request()).body).toBe(done[0]?.body);
    const { claims, appointments } = await rowsOf(desk);
    expect(claims).toHaveLength({ hold: 2, confirmation: 1, move: 2, cancellation: 1 }[what]);
    expect(Math.max(...appointments.map(({ sequence }) => sequence))).toBe(booked.code === '' ? 0 : 1);
  });
});

test('what is kept are digests and an answer without secrets: never the key, the request or a person', async () => {
  const key = newKey();
  const held = await citizen.hold(video, nine);
  const answer = await citizen.confirm(held, { topic: 'Segreto' }, { email: 'ada@example.org' }, { key });
  const { manage_token } = got<ConfirmedAppointment>(answer, 201);
  const kept = JSON.stringify((await rowsOf(desk)).idempotencyKeys);
  for (const secret of [key, held.token, manage_token, 'ada@example.org', 'Segreto', 'Rossi']) expect(kept).not.toContain(secret);
});
