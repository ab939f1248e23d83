import { expect, test } from 'vitest';
import { renamed } from './form.ts';

test('what the API says of a field stands at the field of the form that it means', () => {
  expect(renamed({ 'with_people/reason': 'Scrivi perché.', from: 'Scegli un giorno.' }, { 'with_people/reason': 'reason' })).toEqual({ reason: 'Scrivi perché.', from: 'Scegli un giorno.' });
});
