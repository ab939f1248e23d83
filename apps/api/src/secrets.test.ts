import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSecrets } from './secrets.ts';

const secrets = makeSecrets(Buffer.alloc(48, 'a key'));
const owner = { id: '01a20043-4811-7fae-b4ba-3384d05eed1d', linkGeneration: 0 };
const token = secrets.token('manage', owner);

test('a token opens what it was made for', () => {
  expect(secrets.isToken(token, 'manage', owner)).toBe(true);
  expect(secrets.ownerIdOf(token)).toBe(owner.id);
});

test('the same token comes out again, so that it need not be kept', () => {
  expect(makeSecrets(Buffer.alloc(48, 'a key')).token('manage', owner)).toBe(token);
});

test('a token can stand in a header and in an address, and is too long to be guessed', () => {
  expect(token).toMatch(/^[A-Za-z0-9_-]{64}$/);
});

test.each([
  ['another purpose', secrets.token('hold', owner)],
  ['another owner', secrets.token('manage', { ...owner, id: '01a20043-4811-7fae-b4ba-3384d05eed1e' })],
  ['another link generation', secrets.token('manage', { ...owner, linkGeneration: 1 })],
  ['another installation', makeSecrets(Buffer.alloc(48, 'another key')).token('manage', owner)],
  ['nobody', ''],
  ['a shorter one', token.slice(0, -1)],
  ['a longer one', `${token}A`],
  ['one with a padding', `${token}==`],
  ['one with a character that base64 leaves out', `${token.slice(0, 10)}!${token.slice(10)}`],
  ['small letters', token.toLowerCase()],
  ['plain base64', Buffer.from(token, 'base64url').toString('base64') === token ? `${token}+` : Buffer.from(token, 'base64url').toString('base64')],
  ['something long', 'A'.repeat(10_000)],
])('the token of %s opens nothing', (_, wrong) => {
  expect(secrets.isToken(wrong, 'manage', owner)).toBe(false);
});

test('without an owner no token opens anything', () => {
  expect(secrets.isToken(token, 'manage', null)).toBe(false);
  const ofNobody = secrets.token('manage', { id: '00000000-0000-7000-8000-000000000000', linkGeneration: 0 });
  expect(secrets.isToken(ofNobody, 'manage', null)).toBe(false);
});

test('of what is no token no owner is known', () => {
  for (const text of ['', 'a', token.slice(1), 'A'.repeat(65), '💥']) expect(secrets.ownerIdOf(text)).toBeNull();
});

test('digests differ by purpose, by text and by installation, and tell nothing', () => {
  const digests = [secrets.digest('a', 'bc'), secrets.digest('ab', 'c'), secrets.digest('a', 'bd'), makeSecrets(randomBytes(48)).digest('a', 'bc')];
  expect(new Set(digests).size).toBe(4);
  expect(secrets.digest('a', 'bc')).toBe(digests[0]);
  expect(secrets.digest('email', 'ada@example.org')).not.toContain('ada');
});

test('keys for libraries are their own', () => {
  expect(secrets.derivedKey('captcha')).toHaveLength(32);
  expect(secrets.derivedKey('captcha').equals(secrets.derivedKey('digest'))).toBe(false);
});
