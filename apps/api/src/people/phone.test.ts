import { describe, expect, it, test } from 'vitest';
import { normalizePhone } from './phone.ts';

describe('a phone number is understood however it is written', () => {
  test.each([
    ['333 1234567', '+393331234567'],
    ['333.123.45.67', '+393331234567'],
    ['333-1234567', '+393331234567'],
    ['333\u2013123\u00a04567', '+393331234567'],
    ['+39 333 123 4567', '+393331234567'],
    ['(+39) 333 1234567', '+393331234567'],
    ['0039 333 1234567', '+393331234567'],
    ['00393331234567', '+393331234567'],
    ['39 333 1234567', '+393331234567'],
    ['392 1234567', '+393921234567'],
    ['\u202a+39 333 1234567\u202c', '+393331234567'], // copied from the contacts of a computer
    ['3331234567\n', '+393331234567'],
    ['800 123456', '+39800123456'],
  ])('%j is %s', (typed, e164) => {
    expect(normalizePhone(typed)).toBe(e164);
  });
});

describe('a landline keeps its zero', () => {
  test.each([
    ['0141 123456', '+390141123456'],
    ['0141/123456', '+390141123456'],
    ['+39 0141.123.456', '+390141123456'],
    ['00390141123456', '+390141123456'],
    ['+39 (0)141 123456', '+390141123456'],
    ['06 12345678', '+390612345678'],
    ['02 1234567', '+39021234567'],
    ['+39 06 698 12345', '+390669812345'], // the Vatican, in the Italian plan
    ['0141 123456 int. 5', '+390141123456'],
  ])('%j is %s', (typed, e164) => {
    expect(normalizePhone(typed)).toBe(e164);
  });

  it('in the invented range of the demonstration too', () => {
    for (let last = 0; last < 100; last += 1) {
      const invented = `+3901410000${String(last).padStart(2, '0')}`;
      expect(normalizePhone(invented)).toBe(invented);
      expect(normalizePhone(invented.replace('+39', ''))).toBe(invented);
    }
  });

  it('and is refused without it, as it would ring nowhere', () => {
    expect(normalizePhone('141 123456')).toBeNull();
    expect(normalizePhone('+39 141 123456')).toBeNull();
  });
});

describe('a foreign number is accepted with + or 00', () => {
  test.each([
    ['+33 6 12 34 56 78', '+33612345678'],
    ['0033 612345678', '+33612345678'],
    ['+40 721 234 567', '+40721234567'],
    ['+355 69 123 4567', '+355691234567'],
    ['+212 6 12345678', '+212612345678'],
    ['+380 50 123 4567', '+380501234567'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['+44 7700 900123', '+447700900123'], // set apart for fiction, so in no plan
    ['+1 202 555 0143', '+12025550143'],
    ['+378 0549 882345', '+3780549882345'],
  ])('%j is %s', (typed, e164) => {
    expect(normalizePhone(typed)).toBe(e164);
  });

  it('without them it is read in the country of the desk', () => {
    expect(normalizePhone('06 12 34 56 78', 'FR')).toBe('+33612345678');
  });
});

describe('what nobody can call is refused', () => {
  test.each([
    '',
    ' ',
    '+',
    '0',
    '123',
    '12345',
    '+39 12',
    '+39 3331',
    '112',
    '999999999',
    '0000000000',
    '+390000000000',
    '3331234567000',
    '333 12345678', // one digit too many makes it a voice mailbox
    '892 424', // premium rate
    '+999 123456',
    '+33 6 12',
    '333 1234567 / 0141 123456',
    'non ho telefono',
    'ada@example.org',
    '333 1234567 <script>',
    '1'.repeat(10_000),
    '+'.repeat(10_000),
    '()'.repeat(10_000),
  ])('%j', (typed) => {
    expect(normalizePhone(typed)).toBeNull();
  });
});

it('a normalized number stays as it is', () => {
  for (const e164 of ['+390141000012', '+393331234567', '+33612345678', '+447700900123', '+3780549882345']) {
    expect(normalizePhone(e164)).toBe(e164);
  }
});
