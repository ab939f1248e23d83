import { describe, expect, test } from 'vitest';
import { isNearlySameName, likenessOfName } from './likeness.ts';
import { plainWords } from './name-words.ts';
import { oneSlipAway, slipsBetween } from './near-words.ts';

const likeness = (sought: string, name: string) => likenessOfName(plainWords(sought), plainWords(name));

describe('slips of the finger', () => {
  test.each([
    ['rosi', 'rosi', 0],
    ['rosi', 'risi', 1],
    ['rosi', 'roosi', 1],
    ['rosi', 'osi', 1],
    ['rosi', 'orsi', 1],
    ['giovani', 'goivnai', 2],
    ['', 'abc', 3],
    ['abc', '', 3],
  ])('between %j and %j are %i', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });

  test('every word that is one away is one away, and none is missing', () => {
    const near = oneSlipAway('rosi');
    expect(near.every((word) => slipsBetween('rosi', word) === 1)).toBe(true);
    for (const word of ['osi', 'ros', 'orsi', 'rois', 'rosia', 'arosi', 'rusi', 'rosa']) expect(near).toContain(word);
    expect(near).not.toContain('rosi');
  });
});

test('who is called exactly so comes first, then what sounds the same, then what begins so, then slips', () => {
  const sought = 'rossi mario';
  const names = ['Mario Rossi', 'Mario Rosi', 'Mario Rossini', 'Maria Rossi', 'Ada Bianchi'];
  const ranked = names.toSorted((one, other) => likeness(sought, other) - likeness(sought, one));
  expect(ranked).toEqual(names);
});

test('the order of names, an initial and what is written apart do not matter', () => {
  expect(likeness('mario rossi', 'Rossi Mario')).toBe(1);
  expect(likeness('m rossi', 'Mario Rossi')).toBeGreaterThan(0.9);
  expect(likeness('dangelo', "D'Angelo")).toBe(1);
  expect(likeness('de rossi', 'Derossi')).toBe(1);
  expect(likeness('mariarosa bo', 'Maria Rosa Bo')).toBe(1);
});

test('a number is never nearly another one', () => {
  expect(likeness('persona 12', 'Persona 13')).toBeLessThan(0.55);
});

test.each([
  ['Ada Quintavalle', 'Quintavale Ada', true],
  ['Ada Quintavalle', 'Ada Quintavelle', true],
  ["Luca D'Angelo", 'Luca Dangelo', true],
  ['Mario Rossi', 'Maria Rossi', false],
  ['Giovanni Ferrero', 'Giovanna Ferrero', false],
  ['Mario Rossi', 'Mario Rossi Bianchi', true],
  ['Mario Rossi', 'Mario', false],
  ['Persona Dimostrativa 1', 'Persona Dimostrativa 2', false],
])('%s and %s may be one person: %s', (one, other, isSame) => {
  expect(isNearlySameName(plainWords(one), plainWords(other))).toBe(isSame);
});
