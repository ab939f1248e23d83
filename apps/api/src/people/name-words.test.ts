import { expect, test } from 'vitest';
import { foldWord, plainWords, withJoined } from './name-words.ts';

test.each([
  ["D'Angelo", ['d', 'angelo']],
  ['D’Angelò', ['d', 'angelo']],
  ["Niccolo'", ['niccolo']],
  ['Müller-Lüdenscheidt', ['muller', 'ludenscheidt']],
  ['Łukasz Straße', ['lukasz', 'strasse']],
  ['  De   Rossi ', ['de', 'rossi']],
  ['Rossi & Figli S.r.l.', ['rossi', 'figli', 'srl']],
  ['ЖАННА', ['жанна']],
  ['!?', []],
])('%j are the words %j', (text, words) => {
  expect(plainWords(text)).toEqual(words);
});

test.each([
  ['rossi', 'rosi'],
  ['acquaviva', 'aquaviva'],
  ['michela', 'mikela'],
  ['filippo', 'philipo'],
  ['jacopo', 'iacopo'],
  ['walter', 'valter'],
  ['mohammed', 'moamed'],
  ['yuri', 'iuri'],
])('%s and %s sound the same', (one, other) => {
  expect(foldWord(one)).toBe(foldWord(other));
});

test('numbers stay numbers', () => {
  expect(foldWord('11')).toBe('11');
  expect(foldWord('h')).toBe('h');
});

test('neighbours are known together too, unless that would be longer than any name', () => {
  expect(withJoined(['dell', 'orto', 'ada'])).toEqual(['dell', 'orto', 'ada', 'dellorto', 'ortoada']);
  expect(withJoined(['a'.repeat(20), 'b'.repeat(20)])).toHaveLength(2);
});
