import type { ConfirmedAppointment } from '@sportello/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';
import { cutConnections, fillDisk, lockDatabase } from './trouble.ts';

// When the database cannot answer, the citizen is asked to come back shortly, and nothing is half done.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let starts: string[];

const nine = '2026-12-03T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  starts = await citizen.starts(video, '2026-12-02', '2026-12-31');
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

function expectUnavailable(answer: LightMyRequestResponse): void {
  expectProblem(answer, 'service-unavailable');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1);
}

test('while another program has locked the database times are still shown, a booking is refused, and the same request goes through afterwards', { timeout: 60_000 }, async () => {
  const hold = await citizen.hold(video, nine);
  const [form, key] = [await citizen.application(hold), newKey()];
  const confirm = () => citizen.post('/appointments', form, { token: hold.token, key });
  const before = await rowsOf(desk);

  const release = await lockDatabase(desk.location);
  const refused = confirm();
  expect(await citizen.starts(video, '2026-12-03')).not.toContain(nine);
  expectUnavailable(await refused);
  await release();

  expect(await rowsOf(desk)).toEqual(before);
  const answer = await confirm();
  expect(answer.statusCode).toBe(201);
  expect(answer.headers).not.toHaveProperty('idempotency-replayed');
});

test('on a full disk nothing is half written, and the same request goes through when there is room again', async () => {
  const makeRoom = await fillDisk(desk);
  const keys = starts.map((start) => ({ start, hold: newKey(), confirmation: newKey() }));
  let refused: { before: unknown; again: () => Promise<LightMyRequestResponse> } | null = null;
  for (const { start, hold: holdKey, confirmation } of keys) {
    const before = await rowsOf(desk);
    const askForHold = () => citizen.post('/holds', { ...video, starts_at: start }, { key: holdKey });
    const held = await askForHold();
    if (held.statusCode !== 201) {
      expectUnavailable(held);
      refused = { before, again: askForHold };
      break;
    }
    const beforeConfirmation = await rowsOf(desk);
    const form = await citizen.application(held.json(), { details: 'x'.repeat(2000) });
    const confirm = () => citizen.post('/appointments', form, { token: held.json().token, key: confirmation });
    const answer = await confirm();
    if (answer.statusCode !== 201) {
      expectUnavailable(answer);
      refused = { before: beforeConfirmation, again: confirm };
      break;
    }
  }
  const after = await rowsOf(desk);
  const seen = await citizen.starts(video, '2026-12-30');
  await makeRoom();
  expect(refused).not.toBeNull();
  expect(after).toEqual(refused?.before);
  expect(seen).not.toEqual([]);
  expect((await refused?.again())?.statusCode).toBe(201);
});

test('when connections break in the middle, every booking that was answered is there, and who was not answered asks again', async () => {
  const holds = await Promise.all(starts.slice(0, 8).map((start) => citizen.hold(video, start)));
  const requests = await Promise.all(holds.map(async (hold) => {
    const [form, key] = [await citizen.application(hold), newKey()];
    return () => citizen.post('/appointments', form, { token: hold.token, key });
  }));
  const first = requests.map((request) => request());
  await cutConnections(desk.location);
  const answers = await Promise.all(first);
  for (const answer of answers) if (answer.statusCode !== 201) expectUnavailable(answer);

  const final = await Promise.all(requests.map((request) => request()));
  expect(final.map(({ statusCode }) => statusCode)).toEqual(requests.map(() => 201));
  answers.forEach((answer, index) => answer.statusCode === 201 && expect(final[index]?.body).toBe(answer.body));
  const { people, claims, outbox } = await rowsOf(desk);
  expect([people.length, claims.length, outbox.filter(({ message }) => message === 'confirmation').length]).toEqual([8, 8, 8]);
  await citizen.show((final[0] as LightMyRequestResponse).json<ConfirmedAppointment>());
});

describe('without any database', () => {
  let gone: Desk;
  beforeAll(async () => {
    gone = await openEmptyDesk();
    await gone.database.close();
  });

  test('the status says that the service is not ready, and so does everything else', async () => {
    const at = citizenOf(gone);
    for (const path of ['/status', '/union', '/services', `/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-02' })}`]) expectUnavailable(await at.get(path));
    expectUnavailable(await at.get('/appointments/K7QM-3XRT', { token: 'a' }));
    expectUnavailable(await at.post('/holds', { ...video, starts_at: nine }));
  });

  test('the documentation still answers', async () => {
    expect((await citizenOf(gone).get('/openapi.json')).statusCode).toBe(200);
    expect((await gone.app.inject({ url: '/problems/service-unavailable' })).statusCode).toBe(200);
  });
});

test('the status is ok when the service is ready', async () => {
  const answer = await citizen.get('/status');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ status: 'ok' });
  expect(answer.headers['cache-control']).toBe('no-store');
});
