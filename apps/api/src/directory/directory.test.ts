import { expect, test } from 'vitest';
import { dayOf, isMember, municipalitiesServed, type Service, serves } from './directory.ts';
import { directoryOf } from './picture.ts';
import { municipalityRow, noRows, serviceRow } from './test/rows.ts';

function membership(municipalityId: string, firstDay: string, lastDay: string | null = null) {
  return { id: `${municipalityId} ${firstDay}`, municipalityId, firstDay, lastDay };
}

function competence(municipalityId: string, { serviceId = null as string | null, firstDay = '2020-01-01', lastDay = null as string | null } = {}) {
  return { id: `${municipalityId} ${serviceId} ${firstDay}`, officeId: 'sue', municipalityId, serviceId, firstDay, lastDay };
}

const directory = directoryOf(
  {
    ...noRows,
    municipalities: ['vinchio', 'vigliano', 'agliano'].map((id) => municipalityRow(id)),
    memberships: [membership('vinchio', '2020-01-01'), membership('vigliano', '2020-01-01', '2026-06-30'), membership('vigliano', '2028-01-01'), membership('agliano', '2020-01-01')],
    competences: [competence('vinchio', { lastDay: '2026-12-31' }), competence('vigliano'), competence('agliano', { serviceId: 'cila', firstDay: '2026-03-01' })],
    services: [serviceRow('cila', 'sue'), serviceRow('scia', 'sue'), serviceRow('altro', 'suap')],
  },
  0,
);

function service(id: string): Service {
  const found = directory.services.get(id);
  if (!found) throw new Error(id);
  return found;
}

test('a comune is a member from its first day to its last, and may come back', () => {
  expect(isMember(directory, 'vigliano', '2019-12-31')).toBe(false);
  expect(isMember(directory, 'vigliano', '2020-01-01')).toBe(true);
  expect(isMember(directory, 'vigliano', '2026-06-30')).toBe(true);
  expect(isMember(directory, 'vigliano', '2026-07-01')).toBe(false);
  expect(isMember(directory, 'vigliano', '2028-01-01')).toBe(true);
  expect(isMember(directory, 'nowhere', '2026-01-01')).toBe(false);
});

test('an office serves a comune from the first day of its competence to the last', () => {
  expect(serves(directory, service('cila'), 'vinchio', '2026-12-31')).toBe(true);
  expect(serves(directory, service('cila'), 'vinchio', '2027-01-01')).toBe(false);
  expect(serves(directory, service('altro'), 'vinchio', '2026-12-31')).toBe(false);
});

test('a comune that left is served no more, whatever the competence says', () => {
  expect(serves(directory, service('cila'), 'vigliano', '2026-06-30')).toBe(true);
  expect(serves(directory, service('cila'), 'vigliano', '2026-07-01')).toBe(false);
});

test('a competence may be for one service only', () => {
  expect(serves(directory, service('cila'), 'agliano', '2026-02-28')).toBe(false);
  expect(serves(directory, service('cila'), 'agliano', '2026-03-01')).toBe(true);
  expect(serves(directory, service('scia'), 'agliano', '2026-03-01')).toBe(false);
});

test('the comuni of an office are those that it serves on that day, by name', () => {
  expect(municipalitiesServed(directory, 'sue', '2026-04-01')).toEqual(['agliano', 'vigliano', 'vinchio']);
  expect(municipalitiesServed(directory, 'sue', '2026-07-01')).toEqual(['agliano', 'vinchio']);
  expect(municipalitiesServed(directory, 'suap', '2026-07-01')).toEqual([]);
});

test('a day begins at midnight in the union, not in Greenwich', () => {
  expect(dayOf(directory, Date.parse('2026-12-01T22:59:59Z'))).toBe('2026-12-01');
  expect(dayOf(directory, Date.parse('2026-12-01T23:00:00Z'))).toBe('2026-12-02');
  expect(dayOf(directory, Date.parse('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
});
