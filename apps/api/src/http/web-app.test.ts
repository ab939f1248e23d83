import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { App } from './app.ts';
import { registerWebApp } from './web-app.ts';

const html = `<!doctype html>\n<html lang="it">\n  <head>\n    <title>Sportello</title>\n  </head>\n  <body>${'<p>Prova</p>'.repeat(200)}</body>\n</html>\n`;

let folder: string;
let app: App;
let union: () => Promise<object>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), html);
  union = async () => ({ name: 'Unione' });
  app = Fastify() as unknown as App; // the types of bodies play no part here
  app.get('/api/v1/union', () => union());
  await registerWebApp(app, { folder });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (headers: Record<string, string> = {}) => app.inject({ url: '/servizi', headers });

/** What a browser finds in the block: its text ends at the first `</script`. */
function written(page: string): unknown {
  const text = /<script type="application\/json" id="answers">([\s\S]*?)<\/script/i.exec(page)?.[1];
  return text === undefined ? null : JSON.parse(text)['/union'];
}

test('every page carries the union, and nothing else of it changes', async () => {
  const { body, headers } = await open();
  expect(written(body)).toEqual({ name: 'Unione' });
  expect(body.replace(/<script.*<\/script>\n {2}/, '')).toBe(html);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Accept-Encoding' });
});

test.each(['</script><script>alert(1)</script>', '<!--<script>', "$& $' $`", '"\\u2028\u2028', '</head>'])('a name such as %j stays a name', async (name) => {
  union = async () => ({ name });
  const { body } = await open();
  expect(written(body)).toEqual({ name });
  expect(body.match(/<script/g)).toHaveLength(1);
});

test('what changes shows on the next page, and a page that did not change is not sent again', async () => {
  const first = await open();
  const etag = String(first.headers.etag);
  expect((await open({ 'if-none-match': etag })).statusCode).toBe(304);

  union = async () => ({ name: 'Unione nuova' });
  const next = await open({ 'if-none-match': etag });
  expect(next.statusCode).toBe(200);
  expect(written(next.body)).toEqual({ name: 'Unione nuova' });
});

test('a site that is built again is the next page', async () => {
  await open();
  writeFileSync(join(folder, 'index.html'), html.replace('<title>Sportello', '<title>Sportello nuovo'));
  expect((await open()).body).toContain('Sportello nuovo');
});

test('a page travels compressed', async () => {
  const { headers, rawPayload } = await open({ 'accept-encoding': 'gzip, br' });
  expect(headers['content-encoding']).toBe('br');
  expect(written(brotliDecompressSync(rawPayload).toString())).toEqual({ name: 'Unione' });
});

test.each([
  ['says that it is broken', () => Promise.reject(new Error('gone'))],
  ['does not answer', () => new Promise<object>(() => undefined)],
])('when the database %s the page comes without the union', async (_, broken) => {
  union = broken;
  const { statusCode, body } = await open();
  expect(statusCode).toBe(200);
  expect(body).toBe(html);
});

test('a page names early only the chunks of its own pages', async () => {
  const chunk = (name: string, pages: string) => `\n    <link rel="modulepreload" href="/assets/${name}.js" crossorigin data-pages="${pages}">`;
  writeFileSync(join(folder, 'index.html'), html.replace('</title>', `</title>${chunk('find', '^/(?!scrivania)')}${chunk('book', '^/prenota')}`));
  const named = async (url: string) => [...(await app.inject({ url })).body.matchAll(/assets\/(\w+)\.js/g)].map(([, name]) => name);
  expect(await named('/servizi')).toEqual(['find']);
  expect(await named('/prenota/orario?servizio=cila')).toEqual(['find', 'book']);
  expect(await named('/scrivania')).toEqual([]);
});
