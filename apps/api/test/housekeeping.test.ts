import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tidyUp } from '../src/housekeeping.ts';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

const nine = '2026-12-03T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

test('a hold that ended becomes expired, once, and its address is forgotten; one that lives stays', async () => {
  const ended = await citizen.hold(video, nine);
  desk.clock.pass(9);
  const living = await citizen.hold(video, '2026-12-03T10:00:00+01:00');
  desk.clock.pass(1);
  await tidyUp(desk);
  await tidyUp(desk);
  const { appointments, claims } = await rowsOf(desk);
  expect(appointments).toMatchObject([{ id: ended.id, state: 'expired', clientDigest: null }, { id: living.id, state: 'held', clientDigest: expect.any(String) }]);
  expect(claims.map(({ appointmentId }) => appointmentId)).toEqual([living.id]);
  expect((await rowsOf(desk, ended)).events).toMatchObject([{ kind: 'held' }, { kind: 'expired', actor: 'system', at: desk.clock.now() }]);
  expectProblem(await citizen.confirm(ended), 'hold-expired');
  expect((await citizen.confirm(living)).statusCode).toBe(201);
});

test('what was booked is never touched', async () => {
  await citizen.bookAt(video, nine);
  const before = await rowsOf(desk);
  desk.clock.pass(600);
  await tidyUp(desk);
  expect(await rowsOf(desk)).toEqual(before);
});

test('keys go after a day, guesses after an hour', async () => {
  const key = newKey();
  await citizen.hold(video, nine, { key });
  await citizen.get('/appointments/K7QM-3XRT', { token: 'a' });
  const { guesses } = desk.database.tables;
  desk.clock.pass(59);
  await tidyUp(desk);
  expect(await desk.database.read.select().from(guesses)).toHaveLength(1);
  desk.clock.pass(23 * 60);
  await tidyUp(desk);
  expect(await desk.database.read.select().from(guesses)).toHaveLength(0);
  expect((await rowsOf(desk)).idempotencyKeys).toHaveLength(1);
  desk.clock.pass(1);
  await tidyUp(desk);
  expect((await rowsOf(desk)).idempotencyKeys).toHaveLength(0);
});
