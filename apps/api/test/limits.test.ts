import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';

// How many requests one address may make a minute. The minutes are real ones: no test waits for one to end.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

beforeAll(async () => {
  desk = await openEmptyDesk({ limitFactor: 1 });
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

let addresses = 0;
const someAddress = () => `198.51.100.${(addresses += 1)}`;

/** The status of each of so many requests, one after the other. */
async function repeat(count: number, request: () => ReturnType<Citizen['get']>): Promise<number[]> {
  const answers: number[] = [];
  for (let made = 0; made < count; made += 1) answers.push((await request()).statusCode);
  return answers;
}

test('every answer says how many requests there may be, how many are left and when that changes', async () => {
  const remoteAddress = someAddress();
  const answers = [
    await citizen.get('/union', { remoteAddress }),
    await citizen.get(`/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-02' })}`, { remoteAddress }),
    await citizen.get('/slots', { remoteAddress }), // 422
    await citizen.get('/appointments/K7QM-3XRT', { remoteAddress }), // 401
    await citizen.get('/appointments/K7QM-3XRT', { remoteAddress, token: 'a' }), // 404
    await citizen.get('/nothing', { remoteAddress }), // 404
    await citizen.send('HEAD', '/union', { remoteAddress }),
    await citizen.get('/openapi.json', { remoteAddress }),
    await citizen.get('/status', { remoteAddress }),
  ];
  answers.forEach(({ headers }, index) => {
    expect(headers).toMatchObject({ 'ratelimit-limit': '300', 'ratelimit-remaining': String(299 - index) });
    expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
    expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
  });
  const posts = [
    await citizen.post('/holds', { ...video, starts_at: '2026-12-03T09:00:00+01:00' }, { remoteAddress }), // 201
    await citizen.post('/holds', {}, { remoteAddress }), // 422
    await citizen.send('POST', '/holds', { remoteAddress, payload: 'x', headers: { 'content-type': 'text/plain' } }), // 415
  ];
  posts.forEach(({ headers }, index) => expect(headers).toMatchObject({ 'ratelimit-limit': '60', 'ratelimit-remaining': String(59 - index) }));
});

test('300 GETs a minute, and the next one waits', async () => {
  const remoteAddress = someAddress();
  expect(new Set(await repeat(300, () => citizen.get('/problem-free', { remoteAddress })))).toEqual(new Set([404]));
  const answer = await citizen.get('/union', { remoteAddress });
  expectProblem(answer, 'too-many-requests');
  expect(answer.headers).toMatchObject({ 'ratelimit-limit': '300', 'ratelimit-remaining': '0', 'access-control-allow-origin': '*', 'content-language': 'it' });
  const wait = Number(answer.headers['retry-after']);
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expectProblem(await citizen.send('GET', '/status', { remoteAddress }), 'too-many-requests');
  expect((await citizen.get('/union', { remoteAddress: someAddress() })).statusCode).toBe(200); // somebody else
  expect((await citizen.post('/holds', {}, { remoteAddress })).statusCode).toBe(422); // POSTs count apart
});

test('60 POSTs a minute, whatever they ask for', async () => {
  const remoteAddress = someAddress();
  expect(new Set(await repeat(60, () => citizen.post('/holds', {}, { remoteAddress })))).toEqual(new Set([422]));
  expectProblem(await citizen.post('/holds', {}, { remoteAddress }), 'too-many-requests');
  expectProblem(await citizen.post('/appointments', {}, { remoteAddress }), 'too-many-requests');
  expect((await citizen.get('/union', { remoteAddress })).statusCode).toBe(200);
});

test('neighbours in one IPv6 network count as one, and an IPv4 address is one however it is written', async () => {
  const left = async (remoteAddress: string) => Number((await citizen.get('/status', { remoteAddress })).headers['ratelimit-remaining']);
  expect(await left('2001:db8:aa:bb::1')).toBe(299);
  expect(await left('2001:db8:aa:bb:1:2:3:4')).toBe(298);
  expect(await left('2001:DB8:AA:BB::')).toBe(297);
  expect(await left('2001:db8:aa:bc::1')).toBe(299);
  expect(await left('203.0.113.9')).toBe(299);
  expect(await left('::ffff:203.0.113.9')).toBe(298);
});

describe('LIMIT_FACTOR', () => {
  test.each([[0.1, 30, 6], [2, 600, 120], [0.001, 1, 1]])('%f makes %i GETs and %i POSTs of it', async (limitFactor, gets, posts) => {
    const other = await openEmptyDesk({ limitFactor, demo: false });
    try {
      const at = citizenOf(other);
      expect((await at.get('/status')).headers['ratelimit-limit']).toBe(String(gets));
      expect((await at.post('/holds', {})).headers['ratelimit-limit']).toBe(String(posts));
      const rest = Math.min(gets, 30) - 1;
      await repeat(rest, () => at.get('/status'));
      expect((await at.get('/status')).statusCode).toBe(gets > 30 ? 200 : 429);
    } finally {
      await other.close();
    }
  });

  test('0 switches the limits off', async () => {
    const other = await openEmptyDesk({ limitFactor: 0, demo: false });
    try {
      const at = citizenOf(other);
      expect(new Set(await repeat(320, () => at.get('/nothing')))).toEqual(new Set([404]));
      expect(new Set(await repeat(70, () => at.post('/holds', {})))).toEqual(new Set([422]));
      expect((await at.get('/status')).headers).not.toHaveProperty('ratelimit-limit');
    } finally {
      await other.close();
    }
  });
});

describe('who asks is read from X-Forwarded-For', () => {
  const left = async (at: Citizen, remoteAddress: string, forwarded: string) => Number((await at.get('/status', { remoteAddress, headers: { 'x-forwarded-for': forwarded } })).headers['ratelimit-remaining']);

  test('never where nobody is trusted', async () => {
    const address = someAddress();
    expect(await left(citizen, address, '192.0.2.1')).toBe(299);
    expect(await left(citizen, address, '192.0.2.2')).toBe(298);
    expect(await left(citizen, address, '10.0.0.1, 192.0.2.3')).toBe(297);
  });

  test('only behind a trusted proxy, and there the last address that is not one of ours', async () => {
    const proxied = await openEmptyDesk({ limitFactor: 1, demo: false, trustedProxies: ['10.0.0.0/8', '2001:db8:ffff::/48'] });
    try {
      const at = citizenOf(proxied);
      expect(await left(at, '10.0.0.1', '192.0.2.1')).toBe(299);
      expect(await left(at, '10.9.9.9', '192.0.2.1')).toBe(298);
      expect(await left(at, '2001:db8:ffff::7', '192.0.2.1')).toBe(297);
      expect(await left(at, '10.0.0.1', '1.1.1.1, 192.0.2.1')).toBe(296); // what the client itself claims does not count
      expect(await left(at, '10.0.0.1', '192.0.2.1, 10.0.0.2')).toBe(295);
      expect(await left(at, '10.0.0.1', '192.0.2.2')).toBe(299);
      expect(await left(at, '11.0.0.1', '192.0.2.1')).toBe(299); // no proxy of ours: its own address
      expect(await left(at, '11.0.0.1', '192.0.2.7')).toBe(298);
      expect(await left(at, '10.0.0.1', '2001:db8:1:1::1')).toBe(299);
      expect(await left(at, '10.0.0.1', '2001:db8:1:1::2')).toBe(298);
    } finally {
      await proxied.close();
    }
  });
});
