import { join } from 'node:path';
import { expect, test } from 'vitest';

/** By their path: neither the server nor the site may know the other, and this test belongs to neither. */
const read = (path: string) => import(join(import.meta.dirname, '..', path)) as Promise<unknown>;
const { pageAt, sitePages } = (await read('apps/api/src/site/pages.ts')) as { pageAt: (path: string) => unknown; sitePages: object };
const { patterns } = (await read('apps/web/src/paths.ts')) as { patterns: Record<string, string> };

test('the server knows every address of the site, and no other', () => {
  expect(Object.keys(sitePages).toSorted()).toEqual(Object.values(patterns).toSorted());
});

test.each([
  ['/', '/', null],
  ['/servizi/', '/servizi', null],
  ['/servizi/cila', '/servizi/:slug', 'cila'],
  ['/appuntamento/K7QM-3XRT/sposta', '/appuntamento/:code/sposta', 'K7QM-3XRT'],
  ['/scrivania/agenda', 'staff', null],
  ['/unione', 'staff', null],
])('%s is the page %s', (path, page, part) => {
  expect(pageAt(path)).toMatchObject({ page, part });
});

test.each(['/servizio', '/servizi/cila/altro', '/unionecollinare', '//', '/prenota/altro'])('%s is no page', (path) => {
  expect(pageAt(path)).toBeNull();
});
