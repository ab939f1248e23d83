import type { ConfirmedAppointment, Hold } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';

// Who tries codes and tokens is stopped after some wrong ones; who has the right one never is.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let booked: ConfirmedAppointment;
let held: Hold;

beforeAll(async () => {
  desk = await openEmptyDesk(); // no limits but this one: LIMIT_FACTOR is 0
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  booked = await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
  held = await citizen.hold(video, '2026-12-03T10:00:00+01:00');
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const guess = (code = booked.code, token = 'a-wrong-token', remoteAddress?: string) => citizen.get(`/appointments/${code}`, { token, ...(remoteAddress && { remoteAddress }) });

async function guessMany(count: number, request = () => guess()): Promise<void> {
  for (let made = 0; made < count; made += 1) expectProblem(await request(), 'not-found');
}

test('after twenty wrong ones the next wrong one waits, and is told how long', async () => {
  await guessMany(20);
  desk.clock.pass(4);
  const answer = await guess();
  expectProblem(answer, 'too-many-requests');
  expect(answer.headers['retry-after']).toBe('360');
});

test('the right one is served all the same, for everything', async () => {
  await guessMany(20);
  expectProblem(await guess(), 'too-many-requests');
  expect(await citizen.show(booked)).toMatchObject({ state: 'confirmed' });
  expect((await citizen.patch(`/holds/${held.id}`, { extend: true }, { token: held.token })).statusCode).toBe(200);
  expect((await citizen.confirm(held)).statusCode).toBe(201);
  expect((await citizen.move(booked, { starts_at: '2026-12-04T09:00:00+01:00' })).statusCode).toBe(200);
  expect((await citizen.cancel(booked, {})).statusCode).toBe(200);
  expectProblem(await guess(), 'too-many-requests');
});

test('codes and tokens of all kinds count together', async () => {
  const wrong = [
    () => guess('K7QM-3XRT'),
    () => guess('nonsense'),
    () => guess(),
    () => citizen.get(`/appointments/${booked.code}/calendar.ics`, { token: 'a-wrong-token' }),
    () => citizen.move({ ...booked, manage_token: 'a-wrong-token' }, { starts_at: '2026-12-04T09:00:00+01:00' }),
    () => citizen.cancel({ ...booked, manage_token: 'a-wrong-token' }, {}),
    () => citizen.patch(`/holds/${held.id}`, { extend: true }, { token: 'a-wrong-token' }),
    () => citizen.remove('/holds/nonsense', { token: held.token }),
    () => citizen.confirm(held, {}, {}, { token: booked.manage_token }),
  ];
  for (const request of [...wrong, ...wrong]) expectProblem(await request(), 'not-found');
  await guessMany(2);
  for (const request of wrong) expectProblem(await request(), 'too-many-requests');
});

test('what is no guess does not count', async () => {
  for (let made = 0; made < 25; made += 1) {
    expectProblem(await citizen.get(`/appointments/${booked.code}`), 'unauthorized');
    await citizen.show(booked);
    await citizen.post('/appointments/K7QM-3XRT/access-links', { email: 'ada@example.org' });
    expectProblem(await citizen.get('/nothing'), 'not-found');
    expectProblem(await citizen.get('/services/nothing'), 'not-found');
  }
  await guessMany(20);
});

test('ten minutes after the first wrong one it begins anew', async () => {
  await guessMany(1);
  desk.clock.pass(9);
  await guessMany(19);
  expectProblem(await guess(), 'too-many-requests');
  desk.clock.pass(1);
  await guessMany(20);
  expectProblem(await guess(), 'too-many-requests');
});

test('each address has its own, a home network one for all', async () => {
  const from = (remoteAddress: string) => () => guess(booked.code, 'a-wrong-token', remoteAddress);
  await guessMany(20, from('192.0.2.1'));
  expectProblem(await from('192.0.2.1')(), 'too-many-requests');
  expectProblem(await from('192.0.2.2')(), 'not-found');
  await guessMany(20, from('2001:db8::1'));
  expectProblem(await from('2001:db8::2')(), 'too-many-requests');
});

test('many at once are counted one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => guess()));
  expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(20);
});

test('the database does not learn the address', async () => {
  await guessMany(1, () => guess(booked.code, 'a-wrong-token', '192.0.2.77'));
  expect(JSON.stringify(await desk.database.read.select().from(desk.database.tables.guesses))).not.toContain('192.0.2');
});

describe('GUESS_LIMIT', () => {
  test('says how many', async () => {
    const strict = await openEmptyDesk({ guessLimit: 2, demo: false });
    try {
      const at = citizenOf(strict);
      const answers = [];
      for (let made = 0; made < 3; made += 1) answers.push((await at.get('/appointments/K7QM-3XRT', { token: 'a' })).statusCode);
      expect(answers).toEqual([404, 404, 429]);
    } finally {
      await strict.close();
    }
  });
});
