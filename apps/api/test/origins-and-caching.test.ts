import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

beforeAll(async () => {
  desk = await openEmptyDesk({ limitFactor: 100 });
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterAll(() => desk.close());

const origin = 'https://www.comune.example.it';
const names = (header: unknown) => String(header).split(',').map((name) => name.trim().toLowerCase()).toSorted();

describe('the site of any comune may ask', () => {
  const preflight = (path: string, method: string) => citizen.send('OPTIONS', path, { headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type,idempotency-key,accept-language' } });

  test.each([['/holds', 'POST'], ['/holds/a', 'PATCH'], ['/holds/a', 'DELETE'], ['/appointments', 'POST'], ['/appointments/K7QM-3XRT', 'GET'], ['/appointments/K7QM-3XRT/moves', 'POST'], ['/slots', 'GET'], ['/nothing', 'GET']])('whether it may, before a request to %s by %s', async (path, method) => {
    const answer = await preflight(path, method);
    expect(answer).toMatchObject({ statusCode: 204, body: '' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(names(answer.headers['access-control-allow-headers'])).toEqual(['accept-language', 'authorization', 'content-type', 'idempotency-key']);
    expect(names(answer.headers['access-control-allow-methods'])).toEqual(expect.arrayContaining([method.toLowerCase()]));
  });

  test('what a verb allows, without being about to use it', async () => {
    const answer = await citizen.send('OPTIONS', '/holds');
    expect(answer.statusCode).toBeLessThan(300);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  test('every answer, and read the headers that it needs', async () => {
    const headers = { origin };
    const answers: LightMyRequestResponse[] = [
      await citizen.get('/union', { headers }),
      await citizen.get('/slots', { headers }),
      await citizen.get('/nothing', { headers }),
      await citizen.get('/appointments/K7QM-3XRT', { headers }),
      await citizen.get('/openapi.json', { headers }),
      await citizen.post('/holds', {}, { headers }),
      await citizen.post('/holds', { ...video, starts_at: '2026-12-03T09:00:00+01:00' }, { headers }),
      await citizen.send('POST', '/holds', { headers, payload: 'x' }),
      await citizen.send('PUT', '/holds', { headers }),
    ];
    for (const answer of answers) {
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
      expect(names(answer.headers['access-control-expose-headers'])).toEqual(['idempotency-replayed', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after']);
    }
  });
});

test('cookies are neither read nor set', async () => {
  const booked = await citizen.bookAt(video, '2026-12-04T09:00:00+01:00');
  const cookie = `session=${booked.manage_token}; authorization=Bearer ${booked.manage_token}`;
  const answer = await citizen.get(`/appointments/${booked.code}`, { headers: { cookie } });
  expectProblem(answer, 'unauthorized');
  for (const path of ['/union', '/status', '/services', '/nothing']) {
    const [plain, withCookie] = [await citizen.get(path), await citizen.get(path, { headers: { cookie } })];
    expect(withCookie.headers).not.toHaveProperty('set-cookie');
    expect([withCookie.statusCode, withCookie.headers.etag]).toEqual([plain.statusCode, plain.headers.etag]);
  }
});

describe('the directory may be kept for a minute', () => {
  test.each(['/union', '/municipalities', '/offices', '/services', '/services?q=scia', '/services/informazioni-scia'])('%s', async (path) => {
    const answer = await citizen.get(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
    expect(names(answer.headers.vary)).toContain('accept-language');
    const etag = String(answer.headers.etag);
    expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
    for (const known of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const again = await citizen.get(path, { headers: { 'if-none-match': known } });
      expect(again).toMatchObject({ statusCode: 304, body: '' });
      expect(again.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=60' });
      expect(names(again.headers.vary)).toContain('accept-language');
    }
    expect((await citizen.get(path, { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
    const english = await citizen.get(path, { headers: { 'accept-language': 'en' } });
    expect(english.headers['content-language']).toBe('en');
  });

  test('not what it refuses', async () => {
    for (const path of ['/services/nothing', '/services?office_id=nothing', '/services?limit=0', '/municipalities?cursor=nothing']) {
      const answer = await citizen.get(path);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });
});

test('everything else is not kept', async () => {
  const hold = await citizen.hold(video, '2026-12-07T09:00:00+01:00');
  const booked = await citizen.bookAt(video, '2026-12-09T09:00:00+01:00');
  const token = booked.manage_token;
  const answers = [
    await citizen.get('/status'),
    await citizen.get(`/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-02' })}`),
    await citizen.get(`/appointments/${booked.code}`, { token }),
    await citizen.get(`/appointments/${booked.code}/calendar.ics`, { token }),
    await citizen.patch(`/holds/${hold.id}`, { extend: true }, { token: hold.token }),
    await citizen.remove(`/holds/${hold.id}`, { token: hold.token }),
    await citizen.post('/holds', { ...video, starts_at: '2026-12-10T09:00:00+01:00' }),
    await citizen.move(booked, { starts_at: '2026-12-14T09:00:00+01:00' }),
    await citizen.cancel(booked, {}),
    await citizen.post(`/appointments/${booked.code}/access-links`, { email: 'ada@example.org' }),
    await citizen.get('/openapi.json'),
    await citizen.get('/nothing'),
  ];
  for (const answer of answers) expect([answer.raw.req.url, answer.headers['cache-control']]).toEqual([answer.raw.req.url, 'no-store']);
});

describe('what a verb is for', () => {
  test('HEAD answers like GET, without the body', async () => {
    for (const path of ['/union', '/services', '/status', `/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-02' })}`]) {
      const [get, head] = [await citizen.get(path), await citizen.send('HEAD', path)];
      expect(head).toMatchObject({ statusCode: 200, body: '' });
      expect([head.headers.etag, head.headers['content-type'], head.headers['cache-control']]).toEqual([get.headers.etag, get.headers['content-type'], get.headers['cache-control']]);
    }
  });

  test('a GET takes no body and does not mind one', async () => {
    const answer = await citizen.send('GET', '/status', { headers: { 'content-type': 'application/json' }, payload: '{' });
    expect(answer.statusCode).toBe(200);
  });

  test('a DELETE takes none either', async () => {
    const hold = await citizen.hold(video, '2026-12-11T09:00:00+01:00');
    expect((await citizen.send('DELETE', `/holds/${hold.id}`, { token: hold.token, headers: { 'content-type': 'application/json' } })).statusCode).toBe(204);
  });

  test('what the API does not know is not found', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) expectProblem(await citizen.send(method, '/union'), 'not-found');
    for (const method of ['TRACE', 'PROPFIND', 'SEARCH']) expect((await citizen.send(method, '/union')).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('every answer protects whoever reads it', () => {
  test('no address leaks, nothing is guessed from the content, nobody frames it', async () => {
    for (const path of ['/union', '/nothing', '/status']) {
      expect((await citizen.get(path)).headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining("frame-ancestors 'none'") });
    }
    expect((await citizen.get('/union')).headers).not.toHaveProperty('strict-transport-security');
    expect((await citizen.get('/union')).headers).not.toHaveProperty('x-powered-by');
  });

  test('and where the address is https it stays so', async () => {
    const safe = await openEmptyDesk({ publicUrl: 'https://sportello.example.org', demo: false });
    try {
      const answer = await citizenOf(safe).get('/nothing');
      expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/);
      expect(expectProblem(answer, 'not-found').type).toBe('https://sportello.example.org/problems/not-found');
    } finally {
      await safe.close();
    }
  });
});
