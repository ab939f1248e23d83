import { expect, it } from 'vitest';
import { deskPerson } from '../person.fixture.ts';
import { mergedOf } from './merged.ts';

const ada = deskPerson({ email: null, tax_code: null });

it('who stays gains what they lack, and what differs of whom goes does not stay', () => {
  const twin = deskPerson({ id: 'x2', name: 'Ada Rosi', family_name: 'Rosi', phone: '+39 *** *** 999' });
  expect(mergedOf(ada, twin)).toEqual({ name: 'Ada Rossi', gains: ['email'], loses: ['family_name', 'phone'] });
});

it('names go together', () => {
  const half = deskPerson({ id: 'x2', name: 'Rossi', given_name: null });
  expect(mergedOf(half, ada)).toMatchObject({ name: 'Rossi', gains: [], loses: ['given_name'] });
  const nameless = deskPerson({ id: 'x3', name: '', given_name: null, family_name: null });
  expect(mergedOf(nameless, ada)).toMatchObject({ name: 'Ada Rossi', gains: ['given_name', 'family_name'] });
});
