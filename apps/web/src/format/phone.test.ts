import { expect, it } from 'vitest';
import { formatPhone } from './phone.ts';

it.each([
  ['+390141000010', '0141 000 010'],
  ['+390612345678', '06 123 456 78'],
  ['+393331234567', '333 123 4567'],
  ['+33123456789', '+33123456789'],
])('%s is read as %s', (number, read) => {
  expect(formatPhone(number)).toBe(read);
});
