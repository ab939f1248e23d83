import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './app.ts';
import { citizenOf } from './citizen.ts';

let desk: Desk;

beforeAll(async () => void (desk = await openDesk()));
afterAll(() => desk.close());

test('a long answer travels compressed, a short one as it is, and both are known again', async () => {
  const headers = { 'accept-encoding': 'gzip, br' };
  const [plain, packed] = [await citizenOf(desk).get('/services'), await citizenOf(desk).get('/services', { headers })];
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', etag: plain.headers.etag, 'content-length': String(packed.rawPayload.length) });
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
  expect(gunzipSync((await citizenOf(desk).get('/services', { headers: { 'accept-encoding': 'gzip' } })).rawPayload).toString()).toBe(plain.body);
  const again = await citizenOf(desk).get('/services', { headers: { ...headers, 'if-none-match': String(packed.headers.etag) } });
  expect([again.statusCode, again.body, again.headers['content-encoding']]).toEqual([304, '', undefined]);
  expect((await citizenOf(desk).get('/union', { headers })).headers['content-encoding']).toBeUndefined();
});
