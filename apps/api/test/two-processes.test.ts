import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Desk, newKey, openBeside, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

// Two processes answer for one desk. What one keeps in memory never contradicts what the other did.

let desk: Desk;
let beside: Desk;
let here: Citizen;
let there: Citizen;
let video: Wanted;

const nine = '2026-12-03T09:00:00+01:00';
const friday = '2026-12-04T09:00:00+01:00';
const thursday = '2026-12-03';

beforeAll(async () => {
  desk = await openEmptyDesk();
  beside = await openBeside(desk);
  [here, there] = [citizenOf(desk), citizenOf(beside)];
  video = await here.wanted();
});
afterEach(() => desk.clear());
afterAll(async () => {
  await beside.close();
  await desk.close();
});

test('what is booked with one is taken with the other, and free again when it is let go', async () => {
  expect(await there.starts(video, thursday)).toContain(nine);
  const booked = await here.bookAt(video, nine);
  expect(await there.starts(video, thursday)).not.toContain(nine);
  expectProblem(await there.post('/holds', { ...video, starts_at: nine }), 'slot-taken');
  await there.move(booked, { starts_at: friday });
  expect(await here.starts(video, thursday, '2026-12-04')).toContain(nine);
  expect(await here.starts(video, thursday, '2026-12-04')).not.toContain(friday);
  await here.cancel(booked, {});
  expect(await there.starts(video, '2026-12-04')).toContain(friday);
});

test('a hold of one is confirmed with the other', async () => {
  const hold = await here.hold(video, nine);
  expect((await there.confirm(hold)).statusCode).toBe(201);
  expectProblem(await here.confirm(hold), 'hold-used');
});

test('one key is one booking, wherever it is sent', async () => {
  const key = newKey();
  const ask = (citizen: Citizen) => citizen.post('/holds', { ...video, starts_at: nine }, { key });
  const answers = await Promise.all([ask(here), ask(there), ask(here), ask(there)]);
  const won = answers.filter(({ statusCode }) => statusCode === 201);
  expect(new Set(won.map(({ body }) => body)).size).toBe(1);
  for (const answer of answers) if (answer.statusCode !== 201) expectProblem(answer, 'request-in-progress');
  expect((await ask(there)).headers['idempotency-replayed']).toBe('true');
  expect((await rowsOf(desk)).claims).toHaveLength(1);
});

test('a key that was used for something else with one is refused by the other', async () => {
  const key = newKey();
  await here.post('/holds', { ...video, starts_at: nine }, { key });
  expectProblem(await there.post('/holds', { ...video, starts_at: friday }, { key }), 'idempotency-key-reused');
});

test('wrong guesses with one count for the other', async () => {
  for (let made = 0; made < 10; made += 1) for (const citizen of [here, there]) expectProblem(await citizen.get('/appointments/K7QM-3XRT', { token: 'a' }), 'not-found');
  for (const citizen of [here, there]) expectProblem(await citizen.get('/appointments/K7QM-3XRT', { token: 'a' }), 'too-many-requests');
});

test('a change of the directory made with one shows with the other', async () => {
  await there.starts(video, thursday);
  await desk.change((tx, { closures }) => tx.insert(closures).values({ id: 'today', scope: 'union', firstDay: thursday, lastDay: thursday, closesRemote: true }));
  const seen = await there.starts(video, thursday);
  await desk.change((tx, { closures }) => tx.delete(closures));
  expect(seen).toEqual([]);
});

test('of a person who confirms with both at once the limit holds', async () => {
  const holds = [await here.hold(video, nine), await there.hold(video, '2026-12-03T10:00:00+01:00')];
  const [one, other] = await Promise.all([here.confirm(holds[0] as never, {}, { email: 'ada@example.org' }), there.confirm(holds[1] as never, {}, { email: 'ada@example.org' })]);
  expect([one.statusCode, other.statusCode].toSorted()).toEqual([201, 409]);
});
