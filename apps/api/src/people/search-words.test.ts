import { describe, expect, test } from 'vitest';
import { phoneTerm, rangeOf, termsOfPerson } from './person-terms.ts';
import { readSearchWords } from './search-words.ts';

const isIn = (term: string, beginning: string) => {
  const { from, to } = rangeOf(beginning);
  return from <= term && term <= to;
};

describe('a phone number', () => {
  const kept = phoneTerm('+390141123456');
  test.each(['0141 123456', '+39 0141 123456', '0039 0141.123.456', '0141/123456', '(0141) 12 34 56', '123456', '390141123456', '\u202a+39 0141 123456\u202c'])('is known from %j', (typed) => {
    expect(readSearchWords(typed).phones.some((phone) => isIn(kept, phone))).toBe(true);
  });
  test.each(['12345', '0141 123457', 'rossi', 'via Roma 123456'])('is not known from %j', (typed) => {
    expect(readSearchWords(typed).phones.some((phone) => isIn(kept, phone))).toBe(false);
  });
});

describe('an e-mail address', () => {
  const [kept] = termsOfPerson({ givenName: null, familyName: null, companyName: null, email: 'Ada.Rossi_72@example.org', phone: null, taxCode: null });
  test.each(['ada.rossi_72@example.org', 'ADA.ROSSI', 'adarossi', 'ada.rossi_72@ex'])('is known from %j', (typed) => {
    expect(isIn(kept?.term ?? '', readSearchWords(typed).email ?? '-')).toBe(true);
  });
  test.each(['ada rossi', 'bruno@example.org', 'ad'])('is not known from %j', (typed) => {
    expect(isIn(kept?.term ?? '', readSearchWords(typed).email ?? '-')).toBe(false);
  });
});

test('a tax code is known whole, spaced out, or from its beginning; two words are a name', () => {
  expect(readSearchWords('RSSMRA80A01H501U').taxCode).toBe('rssmra80a01h501u');
  expect(readSearchWords('rss mra 80a01').taxCode).toBe('rssmra80a01');
  expect(readSearchWords('RSSMRA').taxCode).toBe('rssmra');
  expect(readSearchWords('Rossi Mario').taxCode).toBeNull();
});

test('the code of an appointment is known with and without its hyphen', () => {
  for (const typed of ['K7QM-3XRT', 'k7qm 3xrt', 'K7QM3XRT']) expect(readSearchWords(typed).code).toBe('K7QM3XRT');
  expect(readSearchWords('Rossi').code).toBeNull();
});

test('numbers and addresses are nobody’s name', () => {
  expect(readSearchWords('0141 123456').nameWords).toEqual([]);
  expect(readSearchWords('ada@example.org').nameWords).toEqual([]);
  expect(readSearchWords('Studio 2000').nameWords).toEqual(['studio', '2000']);
});
