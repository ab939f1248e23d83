import type { Office } from '@sportello/contract';
import { expect, it } from 'vitest';
import { officesWithin } from './offices-within.ts';

// Of an office only its id matters here.
const offices = [{ id: 'suap' }, { id: 'anagrafe' }] as unknown as Office[];
const scope = { all_offices: false, office_ids: ['suap'], municipality_ids: [] as string[] };
const ids = (role: 'operator' | 'manager' | 'admin' | 'auditor', change: object = {}) => officesWithin({ role, scope: { ...scope, ...change } }, offices).map(({ id }) => id);

it('each role chooses among the offices that it reaches', () => {
  expect(ids('operator')).toEqual(['suap']);
  expect(ids('operator', { all_offices: true })).toEqual(['suap', 'anagrafe']);
  expect(ids('operator', { municipality_ids: ['x'] })).toEqual(['suap']);
  expect(ids('manager')).toEqual(['suap']);
  expect(ids('manager', { municipality_ids: ['x'] })).toEqual(['suap', 'anagrafe']);
  expect(ids('admin', { office_ids: [] })).toEqual(['suap', 'anagrafe']);
  expect(ids('auditor', { office_ids: [] })).toEqual(['suap', 'anagrafe']);
});
