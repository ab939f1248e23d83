import { expect, it } from 'vitest';
import { members } from '../../messages/members.ts';
import { type MemberValues, mistakesInMember, scopeOf, withNewer } from './member-values.ts';

const texts = members.it.form;
const ada: MemberValues = { given_name: 'Ada', family_name: 'Rossi', role: 'operator', allOffices: false, officeIds: ['suap'], municipalityIds: ['mombercelli'] };

it('an operator is given offices, a manager comuni too, the others reach everything', () => {
  expect(scopeOf(ada)).toEqual({ all_offices: false, office_ids: ['suap'], municipality_ids: [] });
  expect(scopeOf({ ...ada, role: 'manager' })).toEqual({ all_offices: false, office_ids: ['suap'], municipality_ids: ['mombercelli'] });
  expect(scopeOf({ ...ada, allOffices: true })).toEqual({ all_offices: true, office_ids: [], municipality_ids: [] });
  expect(scopeOf({ ...ada, role: 'admin' })).toEqual({ all_offices: false, office_ids: [], municipality_ids: [] });
});

it.each([
  [{}, {}],
  [{ officeIds: [] }, { officeIds: texts.reachMissing }],
  [{ officeIds: [], municipalityIds: [], role: 'manager' as const }, { officeIds: texts.reachMissingManager }],
  [{ officeIds: [], role: 'manager' as const }, {}],
  [{ officeIds: [], role: 'auditor' as const }, {}],
  [{ officeIds: [], allOffices: true }, {}],
  [{ role: '' as const, given_name: ' ' }, { given_name: texts.givenNameMissing, role: texts.roleMissing }],
])('%j is told what is missing', (change, mistakes) => {
  expect(mistakesInMember({ ...ada, ...change }, texts)).toEqual(mistakes);
});

it('when somebody else was quicker, what was typed stays and the rest follows them', () => {
  const newer: MemberValues = { ...ada, given_name: 'Adele', role: 'manager', officeIds: ['sue'] };
  expect(withNewer({ ...ada, family_name: 'Neri' }, ada, newer)).toEqual({ ...newer, family_name: 'Neri' });
  expect(withNewer({ ...ada, officeIds: [] }, ada, newer)).toEqual({ ...ada, given_name: 'Adele', officeIds: [] });
});
