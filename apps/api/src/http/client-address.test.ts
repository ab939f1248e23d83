import { expect, test } from 'vitest';
import { clientOf } from './client-address.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1::2:3', '1:0:0:0::/64'],
  ['1:2:3:4:5:6:192.0.2.1', '1:2:3:4::/64'],
])('%s counts as %s', (address, client) => {
  expect(clientOf(address)).toBe(client);
});

test.each([
  ['2001:db8::1', '2001:db8:0:0:ffff::1', true],
  ['2001:db8::1', '2001:db8:0:1::1', false],
  ['1::4:0:0:0:0', '1:0:0:4::9', true],
  ['192.0.2.1', '192.0.2.2', false],
])('%s and %s are one client: %s', (one, other, isOne) => {
  expect(clientOf(one) === clientOf(other)).toBe(isOne);
});

test.each(['', 'unknown', '192.0.2', '_hidden', '1.2.3.4:5678'])('what is no address counts as itself: %j', (text) => {
  expect(clientOf(text)).toBe(text);
});
