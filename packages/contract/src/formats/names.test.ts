import { describe, expect, it, test } from 'vitest';
import { isName, normalizeName } from './names.ts';

describe('a name', () => {
  test.each([
    'Ada',
    'D’Angelo',
    "De' Medici",
    'Maria Luisa',
    'Jean-Luc',
    'Ø',
    'Nguyễn Thị',
    '李',
    'Ольга',
    'محمد',
    'सचिन',
    'می\u200cخواهم', // Persian writes with a zero width non-joiner
    'क्\u200dष', // Hindi with a joiner
    'Rossi & Figli S.r.l. (in liquidazione)',
    '3M',
    '𠮷野',
    "Robert'); DROP TABLE Students;--",
    '<b>Ada</b>',
  ])('can be %s', (name) => {
    expect(isName(name)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['only blanks', '   '],
    ['only a non-breaking blank', '\u00a0'],
    ['only an ideographic blank', '\u3000'],
    ['only invisible characters', '\u200b\u200d\ufeff'],
    ['only a Hangul filler', '\u3164'],
    ['only a blank of Braille', '\u2800'],
    ['with a null', 'Ada\u0000'],
    ['with a tab', 'Ada\tRossi'],
    ['with a line break', 'Ada\nBcc: all@example.org'],
    ['with a line separator', 'Ada\u2028Rossi'],
    ['with a control of the second set', 'Ada\u0085'],
    ['with a delete', 'Ada\u007f'],
    ['with a turn of direction', 'Ada\u202eissoR'],
    ['with an isolate', 'Ada\u2066Rossi'],
    ['with half of a pair', 'Ada\ud83d'],
  ])('cannot be %s', (_what, name) => {
    expect(isName(name)).toBe(false);
  });

  it('has at most 100 characters, whatever each one takes to store', () => {
    expect(isName('a'.repeat(100))).toBe(true);
    expect(isName('a'.repeat(101))).toBe(false);
    expect(isName('𠮷'.repeat(100))).toBe(true);
    expect(isName('𠮷'.repeat(101))).toBe(false);
    expect(isName('a'.repeat(1_000_000))).toBe(false);
  });
});

describe('what people type', () => {
  test.each([
    ['  Ada \n', 'Ada'],
    ['Niccolo\u0300', 'Niccolò'],
    ['Maria  Luisa', 'Maria  Luisa'],
    ['   ', ''],
  ])('%j becomes %j', (typed, normalized) => {
    expect(normalizeName(typed)).toBe(normalized);
  });
});
