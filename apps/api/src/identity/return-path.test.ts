import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test.each(['/scrivania', '/scrivania/oggi?giorno=2026-12-01#9', '/unione', '/unione/personale/1', '/scrivania?torna=https://example.org/'])('%s is a page of the staff', (path) => {
  expect(returnPath(path)).toBe(path);
});

test.each([
  undefined, null, 1, [], ['/scrivania', '//evil.example'], '', '/', '/servizi', '/scrivaniaX', '/api/v1/staff/session',
  'https://evil.example/scrivania', 'http:/scrivania', '//evil.example', '//evil.example/scrivania', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\\/evil.example',
  '/scrivania\\..\\..\\evil', '/scrivania//evil.example', '/scrivania/../..//evil.example', '/scrivania/..', '/scrivania/./x', '/scrivania/%2e%2e/%2e%2e', '/scrivania/%2E%2E',
  '/scrivania/%2f%2fevil.example', '/scrivania/%5cevil.example', '/scrivania/%255c', '/scrivania/%252e%252e', '/scrivania/%00', '/scrivania/%0d%0aset-cookie:a=b',
  '/scrivania\r\nset-cookie: a=b', '/scrivania\t', ' /scrivania', '/%09/evil.example', '/scrivania?a=\nb', '%2f%2fevil.example', 'javascript:alert(1)', '@evil.example', '.evil.example', `/scrivania/${'a'.repeat(1_000)}`,
])('%j is none, and leads to the desk', (path) => {
  expect(returnPath(path)).toBe('/scrivania');
});
