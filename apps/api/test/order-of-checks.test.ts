import type { ConfirmedAppointment, Hold } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';

// A request that is wrong in several ways is told the first in this order:
// 429; 413, 415, 400; 401; 422 shape; 404; idempotency; then the rules.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

const nine = '2026-12-03T09:00:00+01:00';
const large = JSON.stringify({ text: 'x'.repeat(200_000) });

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const post = (path: string, payload: string | Buffer, headers: Record<string, string> = {}) => citizen.send('POST', path, { headers: { 'content-type': 'application/json', ...headers }, payload });

test('429 comes before anything', async () => {
  const busy = await openEmptyDesk({ limitFactor: 0.001 });
  try {
    const at = citizenOf(busy);
    await at.send('POST', '/nothing');
    expectProblem(await at.send('POST', '/appointments', { headers: { 'content-type': 'text/plain' }, payload: large }), 'too-many-requests');
    await at.get('/slots');
    expectProblem(await at.get('/slots'), 'too-many-requests');
    expectProblem(await at.get('/nothing'), 'too-many-requests');
    expectProblem(await at.get('/appointments/K7QM-3XRT'), 'too-many-requests');
  } finally {
    await busy.close();
  }
});

describe('413, 415 and 400', () => {
  test('too large comes before the wrong type, and before JSON that is none, a missing key and a missing token', async () => {
    expectProblem(await post('/appointments', large, { 'content-type': 'text/plain' }), 'body-too-large');
    expectProblem(await post('/appointments', '{'.repeat(200_000)), 'body-too-large');
  });

  test('the wrong type comes before JSON that is none, a missing key and a missing token', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/jsonx', 'application/merge-patch+json', 'multipart/form-data; boundary=x', 'json', '*/*']) {
      expectProblem(await post('/appointments', '{', { 'content-type': type }), 'unsupported-media-type');
    }
    expectProblem(await citizen.send('POST', '/appointments', { payload: '{}' }), 'unsupported-media-type');
    expectProblem(await citizen.send('PATCH', '/holds/nothing', { headers: { 'content-type': 'application/json' }, payload: '{"extend":true}' }), 'unsupported-media-type');
  });

  test('the type may be written in any case, and with its character set', async () => {
    const headers = { 'idempotency-key': newKey() };
    for (const type of ['Application/JSON', 'application/json; charset=utf-8', 'application/json;charset=UTF-8']) expectInvalid(await post('/appointments/K7QM-3XRT/access-links', '{}', { ...headers, 'content-type': type }), '/email');
  });

  test('JSON that is none comes before a missing token', async () => {
    for (const payload of ['{', '{"a":1,}', "{'a':1}", '{} {}', 'undefined', 'NaN', '{"__proto__":{"a":1}}', '{"a":1}\u0000', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), Buffer.from('{"a":"\ud83d"}', 'utf16le')]) {
      expectProblem(await post('/appointments', payload, { 'idempotency-key': newKey() }), 'malformed-body');
    }
  });

  test('a missing key comes before a missing token', async () => {
    expectProblem(await post('/appointments', '{}'), 'idempotency-key-missing');
  });
});

describe('401', () => {
  test('comes before a wrong shape and an unknown code', async () => {
    const headers = { 'idempotency-key': newKey() };
    expectProblem(await post('/appointments', '{"nonsense":true}', headers), 'unauthorized');
    expectProblem(await post('/appointments/nonsense/moves', '{"nonsense":true}', headers), 'unauthorized');
    expectProblem(await post('/appointments/nonsense/cancellations', '{"nonsense":true}', headers), 'unauthorized');
    expectProblem(await citizen.patch('/holds/nonsense', { nonsense: true }), 'unauthorized');
    expectProblem(await citizen.remove('/holds/nonsense'), 'unauthorized');
    expectProblem(await citizen.get('/appointments/nonsense'), 'unauthorized');
  });
});

describe('the shape', () => {
  test('comes before an unknown hold, code or token', async () => {
    const token = 'nobody-has-this-token';
    expectInvalid(await citizen.post('/appointments/nonsense/moves', { starts_at: 'tomorrow' }, { token }), '/starts_at');
    expectInvalid(await citizen.post('/appointments/nonsense/cancellations', { reason: 5 }, { token }), '/reason');
    expectInvalid(await citizen.patch('/holds/nonsense', { extend: false }, { token }), '/extend');
    expectInvalid(await citizen.post('/appointments', { hold_id: 'nonsense' }, { token }), '/person', '/privacy_notice_version');
  });

  test('comes before a key that was used for something else', async () => {
    const key = newKey();
    await citizen.hold(video, nine, { key });
    expectInvalid(await citizen.post('/holds', { ...video, starts_at: 'tomorrow' }, { key }), '/starts_at');
  });
});

describe('404', () => {
  test('comes before a key that was used for something else', async () => {
    const booked = await citizen.bookAt(video, nine);
    const key = newKey();
    await citizen.move(booked, { starts_at: '2026-12-04T09:00:00+01:00' }, { key });
    await desk.change((tx, { appointments }) => tx.update(appointments).set({ linkGeneration: 7 }));
    expectProblem(await citizen.move(booked, { starts_at: nine }, { key }), 'not-found');
  });

  test('comes before the rules: who has no link learns nothing of the state', async () => {
    const booked = await citizen.bookAt(video, nine);
    await citizen.cancel(booked, {});
    expectProblem(await citizen.move(booked, { starts_at: nine }, { token: 'nobody-has-this-token' }), 'not-found');
    const hold = await citizen.hold(video, nine);
    desk.clock.pass(60);
    expectProblem(await citizen.confirm(hold, {}, {}, { token: 'nobody-has-this-token' }), 'not-found');
  });
});

describe('the key', () => {
  test('comes before the rules: what was done is repeated, though it could not be done any more', async () => {
    const key = newKey();
    const hold = (await citizen.post('/holds', { ...video, starts_at: nine }, { key })).json<Hold>();
    const booked = (await citizen.confirm(hold, {}, {}, { key })).json<ConfirmedAppointment>();
    desk.clock.set('2026-12-02T07:59:00+01:00');
    expectProblem(await citizen.post('/holds', { ...video, starts_at: nine }), 'slot-taken');
    expect((await citizen.post('/holds', { ...video, starts_at: nine }, { key })).statusCode).toBe(201);
    expectProblem(await citizen.post('/holds', { ...video, starts_at: '2026-12-06T09:00:00+01:00' }, { key }), 'idempotency-key-reused');
    expect(await citizen.show(booked)).toMatchObject({ state: 'confirmed' });
  });
});

describe('the rules', () => {
  test('the state comes before the term, and the term before the time', async () => {
    const booked = await citizen.bookAt(video, nine);
    desk.clock.set('2026-12-03T08:00:00+01:00');
    expectProblem(await citizen.move(booked, { starts_at: '2026-12-06T09:00:00+01:00' }), 'too-late');
    await desk.change((tx, { appointments }) => tx.update(appointments).set({ state: 'arrived' }));
    expectProblem(await citizen.move(booked, { starts_at: '2026-12-06T09:00:00+01:00' }), 'state-conflict');
  });
});
