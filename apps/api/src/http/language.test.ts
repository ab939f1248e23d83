import { expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

test.each([
  ['en', 'en'],
  ['EN-us', 'en'],
  ['en-GB,en;q=0.9,it;q=0.8', 'en'],
  ['fr-FR, de;q=0.9, en;q=0.1', 'en'],
  ['it;q=0.1, en;q=0.2', 'en'],
  ['  en ; q=0.5 ', 'en'],
])('%s wants English', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test.each([undefined, '', 'it', 'it-CH', 'fr', 'de-AT, fr;q=0.5', '*', 'en;q=0', 'it, en', 'en;q=0.2, *;q=0.9', 'english', 'e', 'en;q=nonsense', ',,,;', 'x'.repeat(10_000), `${'fr,'.repeat(5000)}en`])('%s gets Italian', (header) => {
  expect(preferredLanguage(header)).toBe('it');
});
