import { describe, expect, it, test } from 'vitest';
import { isTaxCode, normalizeTaxCode } from './tax-code.ts';

/**
 * Worked out on paper from the tables of the decree; each line shows the weights in order of position.
 * Omocodia replaces digits from the right (2 -> N, 6 -> S, 5 -> R, 0 -> L, 1 -> M, 8 -> U).
 */
const codesOfPersons = [
  // 8 18 12 12 8 0 | 19 5 | 14 | 1 1 | 0 | 13 6 5 = 122 = 4 * 26 + 18 -> S
  'RSSMRA85T10A562S',
  // 18 17 14 12 14 19 | 5 5 | 7 | 0 21 | 5 | 5 0 13 = 155 = 5 * 26 + 25 -> Z
  'MRTMTT25D09F205Z',
  // 18 11 4 18 20 19 | 19 2 | 3 | 6 | 13 | 25 | 9 0 9 = 176 = 6 * 26 + 20 -> U (a woman, born abroad)
  'MLLSNT82P65Z404U',
  // as the first, but the last digit 2 is N: 20 in place of 5 = 137 = 5 * 26 + 7 -> H
  'RSSMRA85T10A56NH',
  // all seven digits replaced: 8 18 12 12 8 0 | 16 17 | 14 | 12 4 | 0 | 8 18 20 = 167 = 6 * 26 + 11 -> L
  'RSSMRAURTMLARSNL',
];

/** Worked out like a VAT number: the digits in even places doubled, less 9 when above 9; sum and check make a ten. */
const numericCodes = [
  '12345678903', // 1 4 3 8 5 3 7 7 9 0 = 47 -> 3
  '80078750587', // 8 0 0 5 8 5 5 0 5 7 = 43 -> 7
  '00743110157', // 0 0 7 8 3 2 1 0 1 1 = 23 -> 7
];

describe('a tax code', () => {
  test.each(codesOfPersons)('%s of a person is accepted', (code) => {
    expect(isTaxCode(code)).toBe(true);
  });

  test.each(numericCodes)('%s of 11 digits is accepted', (code) => {
    expect(isTaxCode(code)).toBe(true);
  });

  test.each(codesOfPersons)('%s with any other check letter is refused', (code) => {
    const accepted = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => isTaxCode(code.slice(0, 15) + letter));
    expect(accepted).toEqual([code[15]]);
  });

  test.each(numericCodes)('%s with any single digit mistyped is refused', (code) => {
    for (let place = 0; place < 11; place += 1) {
      for (const digit of '0123456789'.replace(code.charAt(place), '')) {
        expect(isTaxCode(code.slice(0, place) + digit + code.slice(place + 1))).toBe(false);
      }
    }
  });

  test.each(codesOfPersons)('%s without one character, or with one more, is refused', (code) => {
    for (let place = 0; place < 16; place += 1) {
      expect(isTaxCode(code.slice(0, place) + code.slice(place + 1))).toBe(false);
      expect(isTaxCode(code.slice(0, place) + 'A' + code.slice(place))).toBe(false);
    }
  });

  it('has a day of birth from 01 to 31, or from 41 to 71, in digits or in letters of omocodia', () => {
    const accepted = [...Array(100).keys()].filter((day) => acceptsSomeCheckLetter(dayOf(day)));
    expect(accepted).toEqual([...range(1, 31), ...range(41, 71)]);
    expect(acceptsSomeCheckLetter('MR')).toBe(true); // 15
    expect(acceptsSomeCheckLetter('PN')).toBe(false); // 32
    expect(acceptsSomeCheckLetter('LL')).toBe(false); // 00
  });

  it('has one of twelve month letters', () => {
    const months = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((month) =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].some((check) => isTaxCode(`RSSMRA85${month}10A562${check}`)),
    );
    expect(months.join('')).toBe('ABCDEHLMPRST');
  });

  test.each([
    ['nothing', ''],
    ['all zeros', '00000000000'],
    ['a letter that no omocodia uses', 'RSSMRA8AT10A562S'],
    ['a digit where a letter belongs', 'RSSMR185T10A562S'],
    ['small letters, not normalized', 'rssmra85t10a562s'],
    ['a line break at the end', 'RSSMRA85T10A562S\n'],
    ['digits of another script', '١٢٣٤٥٦٧٨٩٠٣'],
    ['16 digits', '1234567890123456'],
    ['text', 'NONLOSO'],
  ])('that is %s is refused', (_what, code) => {
    expect(isTaxCode(code)).toBe(false);
  });
});

describe('what people type', () => {
  test.each([
    [' rssmra 85t10 a562s ', 'RSSMRA85T10A562S'],
    ['TINIT-RSSMRA85T10A562S', 'RSSMRA85T10A562S'],
    ['tinit-rssmra85t10a562s', 'RSSMRA85T10A562S'],
    ['RSSMRA85T10\u00a0A562S\n', 'RSSMRA85T10A562S'],
    ['800 787 50587', '80078750587'],
  ])('%j becomes %s', (typed, normalized) => {
    expect(normalizeTaxCode(typed)).toBe(normalized);
    expect(isTaxCode(normalizeTaxCode(typed))).toBe(true);
  });

  it('stays the same when normalized twice', () => {
    expect(normalizeTaxCode(normalizeTaxCode('tinit- rssmra85t10a562s'))).toBe('RSSMRA85T10A562S');
  });
});

function acceptsSomeCheckLetter(day: string): boolean {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].some((check) => isTaxCode(`RSSMRA85T${day}A562${check}`));
}

function dayOf(day: number): string {
  return String(day).padStart(2, '0');
}

function range(from: number, to: number): number[] {
  return [...Array(to - from + 1).keys()].map((offset) => from + offset);
}
