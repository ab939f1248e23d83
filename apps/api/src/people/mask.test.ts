import { expect, test } from 'vitest';
import { maskEmail, maskPhone } from './mask.ts';

test.each([
  ['+393331234123', '+39 *** *** 123'],
  ['+390141000012', '+39 *** *** 012'],
  ['+33612345678', '+33 *** *** 678'],
  ['+3780549882345', '+378 *** *** 345'],
  ['+12025550143', '+1 *** *** 143'],
  ['+39123', '*** *** ***'],
  ['333', '*** *** ***'],
  ['', '*** *** ***'],
  ['not a number', '*** *** ***'],
])('of the phone %j only %s is shown', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['ada@example.org', 'a***@example.org'],
  ['a@example.org', 'a***@example.org'],
  ['Ada.Rossi+long@posta.example.it', 'A***@posta.example.it'],
  ['𠮷野@example.jp', '𠮷***@example.jp'],
  ['@example.org', '***'],
  ['not an address', '***'],
  ['', '***'],
])('of the e-mail %j only %s is shown', (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

test('a mask does not tell how long the contact is', () => {
  expect(maskEmail('ab@example.org').length).toBe(maskEmail(`${'a'.repeat(60)}@example.org`).length);
  expect(maskPhone('+39021234567').length).toBe(maskPhone('+393331234567').length);
});
