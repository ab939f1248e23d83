import type { Hold, Problem } from '@sportello/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { openDatabase } from '../src/database/open.ts';
import type { App } from '../src/http/app.ts';
import { newKey, testClock, testNow, testSealing, testSecrets } from './app.ts';
import { makeTestDatabase } from './database.ts';
import { fillPlainDirectory, type PlainDirectory } from './plain-directory.ts';

/*
 * Fifty clients at once for the time of one calendar, in four shapes. On PostgreSQL half of them talk to a second server on the
 * same database; on SQLite both servers' requests meet in one process's queue.
 */
const clients = process.env['PROVE'] ? 200 : 50;

let made: Awaited<ReturnType<typeof makeTestDatabase>>;
let directory: PlainDirectory;
const servers: { app: App; close(): Promise<void> }[] = [];

const services = [{ durationMinutes: 30 }, { durationMinutes: 60, stepMinutes: 15 }, { durationMinutes: 120, stepMinutes: 30 }, { durationMinutes: 15 }];
const [halfHour, hour, twoHours, quarter] = [0, 1, 2, 3] as const;
let day = 0;

beforeAll(async () => {
  made = await makeTestDatabase();
  directory = await fillPlainDirectory(made.database, { calendars: 1, services });
  for (const database of [made.database, ...(made.location.kind === 'pg' ? [await openDatabase(made.location)] : [])]) {
    const settings = { demo: true, publicUrl: 'http://localhost', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: 'test', webFolder: null, mailFrom: 'sportello@example.org' };
    const app = await buildApp({ database, clock: testClock(testNow), secrets: testSecrets, sealing: testSealing, settings, logger: { level: 'error' } });
    await app.ready();
    servers.push({ app, close: () => app.close().then(() => (database === made.database ? undefined : database.close())) });
  }
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await made.drop();
});
beforeEach(() => {
  day += 1;
});

/** An instant of a working day of its own for each test, by its time in Rome. */
function at(time: string): string {
  const days = ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-09', '2026-12-10', '2026-12-11'];
  return `${days[day - 1]}T${time}:00+01:00`;
}

async function postHold(client: number, body: object, key: string): Promise<LightMyRequestResponse> {
  const app = servers[client % servers.length]?.app;
  if (!app) throw new Error('no server');
  return app.inject({ method: 'POST', url: '/api/v1/holds', headers: { 'idempotency-key': key }, payload: body });
}

function hold(client: number, service: number, startsAt: string): Promise<LightMyRequestResponse> {
  const body = { service_id: directory.serviceIds[service], channel: 'video', municipality_id: directory.municipalityId, starts_at: startsAt };
  return postHold(client, body, newKey());
}

/** Everybody at once; answers with who won and what the others were told. */
async function race(choose: (client: number) => { service: number; startsAt: string }): Promise<{ won: Hold[]; lost: Problem[] }> {
  const answers = await Promise.all(
    Array.from({ length: clients }, (_, client) => {
      const { service, startsAt } = choose(client);
      return hold(client, service, startsAt);
    }),
  );
  const unexpected = answers.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 409);
  expect(unexpected.map(({ body }) => body)).toEqual([]);
  return {
    won: answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json<Hold>()),
    lost: answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json<Problem>()),
  };
}

async function overlappingClaims(): Promise<number> {
  const claims = await made.database.read.select().from(made.database.tables.claims);
  return claims.filter((one) => claims.some((other) => one.id < other.id && one.calendarId === other.calendarId && one.startsAt < other.endsAt && other.startsAt < one.endsAt)).length;
}

/** Every loser was told that the time was taken, and what it was offered instead can really be held. */
async function expectGoodRefusals(lost: readonly Problem[], service: number): Promise<void> {
  expect(new Set(lost.map(({ type }) => type.split('/').at(-1)))).toEqual(new Set(['slot-taken']));
  const alternatives = new Set(lost.flatMap((problem) => problem.alternatives?.map(({ starts_at }) => starts_at) ?? []));
  expect(alternatives.size).toBeGreaterThan(0);
  expect(lost.every((problem) => problem.alternatives?.length === 3)).toBe(true);
  const answers = await Promise.all([...alternatives].slice(0, 1).map((startsAt) => hold(0, service, startsAt)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201]);
}

describe('fifty people at once', () => {
  test('one of them gets the same time', async () => {
    const { won, lost } = await race(() => ({ service: halfHour, startsAt: at('10:00') }));
    expect(won).toHaveLength(1);
    expect(await overlappingClaims()).toBe(0);
    await expectGoodRefusals(lost, halfHour);
  });

  test('overlapping times never go to two of them', async () => {
    const starts = ['10:00', '10:15', '10:30', '10:45'];
    const { won, lost } = await race((client) => ({ service: hour, startsAt: at(starts[client % 4] ?? '') }));
    expect(won).toHaveLength(1);
    expect(await overlappingClaims()).toBe(0);
    await expectGoodRefusals(lost, hour);
  });

  test('a long time and the short ones inside it exclude each other', async () => {
    const inside = ['14:00', '14:15', '14:30', '14:45', '15:00', '15:15', '15:30', '15:45'];
    const { won } = await race((client) => (client % 2 === 0 ? { service: twoHours, startsAt: at('14:00') } : { service: quarter, startsAt: at(inside[client % 8] ?? '') }));
    const long = won.filter(({ service_id }) => service_id === directory.serviceIds[twoHours]);
    const shortOnes = ['14:15', '14:45', '15:15', '15:45'].map(at);
    expect(won.map(({ starts_at }) => starts_at).sort()).toEqual(long.length > 0 ? [at('14:00')] : shortOnes);
    expect(await overlappingClaims()).toBe(0);
  });

  test('times that only touch are all given, each once', async () => {
    const starts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30'];
    const { won, lost } = await race((client) => ({ service: halfHour, startsAt: at(starts[client % 8] ?? '') }));
    expect(won.map(({ starts_at }) => starts_at).sort()).toEqual(starts.map(at));
    expect(lost).toHaveLength(clients - starts.length);
    expect(await overlappingClaims()).toBe(0);
  });

  test('one request sent many times is one booking', async () => {
    const key = newKey();
    const body = { service_id: directory.serviceIds[halfHour], channel: 'video', municipality_id: directory.municipalityId, starts_at: at('11:00') };
    const answers = await Promise.all(Array.from({ length: clients }, (_, client) => postHold(client, body, key)));
    const held = answers.flatMap((answer) => (answer.statusCode === 201 ? [answer.json<Hold>().id] : []));
    expect(new Set(held).size).toBe(1);
    expect(new Set(answers.map(({ statusCode }) => statusCode)).isSubsetOf(new Set([201, 409]))).toBe(true);
    const names = answers.flatMap((answer) => (answer.statusCode === 409 ? [answer.json<Problem>().type.split('/').at(-1)] : []));
    expect(new Set(names).isSubsetOf(new Set(['request-in-progress']))).toBe(true);
  });
});
