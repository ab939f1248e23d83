import { expect, test } from 'vitest';
import { it } from '../../messages/appointment-table.it.ts';
import { bodyOf, mistakesIn, type TableValues } from './table-values.ts';

const values: TableValues = { from: '2026-11-01', to: '2026-11-22', office_id: '', service_id: '', format: 'xlsx', withPeople: false, reason: '' };

test.each<[string, Partial<TableValues>, Record<string, string>]>([
  ['all is well', {}, {}],
  ['both days are missing', { from: '', to: '' }, { from: it.mistakes.day, to: it.mistakes.day }],
  ['the days are turned round', { to: '2026-10-31' }, { to: it.mistakes.order }],
  ['it is a leap year and a day', { from: '2027-01-01', to: '2028-01-02' }, { to: it.mistakes.year }],
  ['people are named for nothing', { withPeople: true, reason: '  ' }, { reason: it.mistakes.reason }],
])('%s', (_, change, mistakes) => expect(mistakesIn({ ...values, ...change }, it.mistakes)).toEqual(mistakes));

test('what is not chosen is not asked for, and a reason that was typed and hidden again is not sent', () => {
  expect(bodyOf({ ...values, reason: 'Prova' })).toEqual({ from: '2026-11-01', to: '2026-11-22', format: 'xlsx' });
  expect(bodyOf({ ...values, office_id: 'o', withPeople: true, reason: ' Accesso agli atti ' })).toEqual({ from: '2026-11-01', to: '2026-11-22', format: 'xlsx', office_id: 'o', with_people: { reason: 'Accesso agli atti' } });
});
