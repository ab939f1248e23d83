import type { ConfirmedAppointment } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted, without } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let booked: ConfirmedAppointment;

const nine = '2026-12-03T09:00:00+01:00';
const thursday = '2026-12-03';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  booked = await citizen.bookAt(video, nine);
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

test('a cancelled appointment frees its time at once, and stays to be seen', async () => {
  const answer = await citizen.cancel(booked, { reason: 'Sto meglio\ncosì' });
  expect(answer.statusCode).toBe(200);
  const before = without(booked, 'manage_token');
  expect(answer.json()).toEqual({ ...before, state: 'cancelled', sequence: 1, can: { move_until: null, cancel_until: null } });
  expect(await citizen.starts(video, thursday)).toContain(nine);
  expect(await citizen.show(booked)).toMatchObject({ state: 'cancelled', starts_at: nine, person: { given_name: 'Ada' } });
  await citizen.bookAt(video, nine);
});

test('it leaves no claim, a trace and its message, in one write', async () => {
  await citizen.cancel(booked, { reason: 'Sto meglio' });
  const { claims, outbox, appointments } = await rowsOf(desk);
  const { events } = await rowsOf(desk, appointments[0]);
  expect(claims).toEqual([]);
  expect(events.map(({ kind }) => kind)).toEqual(['held', 'confirmed', 'cancelled']);
  expect(events.at(-1)).toMatchObject({ actor: 'citizen', at: desk.clock.now(), newStartsAt: Date.parse(nine) });
  expect(outbox.at(-1)).toMatchObject({ message: 'cancelled', sequence: 1, state: 'pending' });
  expect(appointments[0]).toMatchObject({ state: 'cancelled', cancelReason: 'Sto meglio' });
});

test('a second cancellation is no conflict and changes nothing', async () => {
  const first = await citizen.cancel(booked, {});
  desk.clock.pass(60 * 30); // past every term
  const before = await rowsOf(desk);
  const second = await citizen.cancel(booked, { reason: 'Davvero' });
  expect([second.statusCode, second.json()]).toEqual([200, first.json()]);
  const after = await rowsOf(desk);
  expect({ ...after, idempotencyKeys: [] }).toEqual({ ...before, idempotencyKeys: [] });
});

test('two at once are one', async () => {
  const answers = await Promise.all([citizen.cancel(booked, {}), citizen.cancel(booked, {})]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const { appointments, outbox } = await rowsOf(desk);
  expect(appointments[0]).toMatchObject({ sequence: 1 });
  expect(outbox.filter(({ message }) => message === 'cancelled')).toHaveLength(1);
});

test('it is possible until its term, to the minute', async () => {
  desk.clock.set('2026-12-03T05:00:01+01:00');
  const before = await rowsOf(desk);
  expect(expectProblem(await citizen.cancel(booked, {}), 'too-late').until).toBe('2026-12-03T05:00:00+01:00');
  expect(await rowsOf(desk)).toEqual(before);
  desk.clock.set('2026-12-03T05:00:00+01:00');
  expect((await citizen.cancel(booked, {})).statusCode).toBe(200);
});

test.each(['arrived', 'in_progress', 'served', 'missed', 'refused'] as const)('in the state %s it is a conflict', async (state) => {
  await desk.change((tx, { appointments }) => tx.update(appointments).set({ state }));
  const before = await rowsOf(desk);
  expect(expectProblem(await citizen.cancel(booked, {}), 'state-conflict').state).toBe(state);
  expect(await rowsOf(desk)).toEqual(before);
});

test('a request that waits for an official can be cancelled', async () => {
  await desk.change((tx, { appointments }) => tx.update(appointments).set({ state: 'pending' }));
  expect(got(await citizen.cancel(booked, {}), 200)).toMatchObject({ state: 'cancelled', sequence: 1 });
});

describe('the reason', () => {
  test.each([[{}], [{ reason: null }], [{ reason: '' }], [{ reason: '  ' }]])('need not be said: %j', async (body) => {
    expect((await citizen.cancel(booked, body)).statusCode).toBe(200);
    expect((await rowsOf(desk)).appointments[0]?.cancelReason).toBeNull();
  });

  test('nor any body', async () => {
    const headers = { 'idempotency-key': 'a-key-that-nobody-else-has' };
    expect((await citizen.send('POST', `/appointments/${booked.code}/cancellations`, { token: booked.manage_token, headers })).statusCode).toBe(200);
  });

  test('is a text of 500 characters at most, and nothing else is asked', async () => {
    expectInvalid(await citizen.cancel(booked, { reason: 'x'.repeat(501) }), '/reason');
    expectInvalid(await citizen.cancel(booked, { reason: 5 }), '/reason');
    expectInvalid(await citizen.cancel(booked, { reason: 'a\u0000b' }), '/reason');
    expectInvalid(await citizen.cancel(booked, { refund: true }), '/refund');
    expect((await citizen.cancel(booked, { reason: '𠮷'.repeat(500) })).statusCode).toBe(200);
  });

  test('is never told again', async () => {
    expect((await citizen.cancel(booked, { reason: 'Segreto' })).body).not.toContain('Segreto');
    expect(JSON.stringify(await citizen.show(booked))).not.toContain('Segreto');
  });
});

test('it needs the link', async () => {
  const other = await citizen.bookAt(video, '2026-12-03T10:00:00+01:00');
  expectProblem(await citizen.cancel({ ...booked, manage_token: other.manage_token }, {}), 'not-found');
  expectProblem(await citizen.cancel(booked, {}, { token: undefined }), 'unauthorized');
  expect((await citizen.show(booked)).state).toBe('confirmed');
});

test('against resale a time may be offered again only after a while', async () => {
  const restore = await changeRules(desk, 'informazioni-scia', 'video', { releaseDelayMinutes: 30 });
  const ten = '2026-12-03T10:00:00+01:00';
  const link = await citizen.bookAt(video, ten);
  await restore();
  await citizen.cancel(link, {});
  expect(await citizen.starts(video, thursday)).not.toContain(ten);
  expectProblem(await citizen.post('/holds', { ...video, starts_at: ten }), 'slot-taken');
  desk.clock.pass(29);
  expect(await citizen.starts(video, thursday)).not.toContain(ten);
  desk.clock.pass(1);
  expect(await citizen.starts(video, thursday)).toContain(ten);
  await citizen.bookAt(video, ten);
  expect((await citizen.show(link)).state).toBe('cancelled');
});

test('a hold that is let go is free at once even there', async () => {
  const restore = await changeRules(desk, 'informazioni-scia', 'video', { releaseDelayMinutes: 30 });
  const hold = await citizen.hold(video, '2026-12-03T10:00:00+01:00');
  await citizen.remove(`/holds/${hold.id}`, { token: hold.token });
  const starts = await citizen.starts(video, thursday);
  await restore();
  expect(starts).toContain('2026-12-03T10:00:00+01:00');
});
