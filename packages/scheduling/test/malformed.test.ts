import { expect, test } from 'vitest';
import { runCases } from '../src/cases/run-cases.ts';

const RULE = { start: '09:00', end: '12:00', days: ['mon'] };
const CASE = {
  id: 'a-case',
  time_zone: 'Europe/Rome',
  now: '2026-03-02T07:00:00Z',
  from: '2026-03-02T00:00:00+01:00',
  to: '2026-03-03T00:00:00+01:00',
  duration_minutes: 30,
  needs: [['anna']],
  calendars: [{ id: 'anna', opening: [RULE] }],
  expect: { starts: [] as unknown[] },
};

test.each<[field: string, fault: object]>([
  ['id', { id: 7 }],
  ['time_zone', { time_zone: 'Europe/Asti' }],
  ['time_zone', { time_zone: undefined }],
  ['now', { now: '2026-03-02T07:00:00' }],
  ['now', { now: '2026-03-02' }],
  ['from', { from: '2026-02-30T00:00:00Z' }],
  ['from', { from: 1_772_000_000 }],
  ['to', { to: '2026-03-01T00:00:00Z' }],
  ['to', { to: null }],
  ['duration_minutes', { duration_minutes: 0 }],
  ['duration_minutes', { duration_minutes: 7.5 }],
  ['duration_minutes', { duration_minutes: '30' }],
  ['step_minutes', { step_minutes: 0 }],
  ['offset_minutes', { offset_minutes: 'five' }],
  ['grid', { grid: 'hourly' }],
  ['buffer_before_minutes', { buffer_before_minutes: -5 }],
  ['buffer_after_minutes', { buffer_after_minutes: 1.5 }],
  ['notice_minutes', { notice_minutes: -1 }],
  ['horizon_minutes', { horizon_minutes: 'never' }],
  ['closed_days', { closed_days: '2026-04-06' }],
  ['closed_days[0]', { closed_days: ['2026-04-31'] }],
  ['needs', { needs: [] }],
  ['needs', { needs: undefined }],
  ['needs[0]', { needs: ['anna'] }],
  ['needs[0][1]', { needs: [['anna', 'bruno']] }],
  ['needs[1][0]', { needs: [['anna'], ['anna']] }],
  ['needs[0][1]', { needs: [['anna', 'anna']] }],
  ['calendars', { calendars: undefined }],
  ['calendars[0]', { calendars: ['anna'] }],
  ['calendars[0].id', { calendars: [{ opening: [] }] }],
  ['calendars[1].id', { calendars: [{ id: 'anna' }, { id: 'anna' }] }],
  ['calendars[0].opening', { calendars: [{ id: 'anna', opening: {} }] }],
  ['calendars[0].vacation', { calendars: [{ id: 'anna', vacation: [] }] }],
  ['duration', { duration: 30 }],
  ['expect', { expect: undefined }],
  ['expect.starts', { expect: {} }],
  ['expect.starts[0]', { expect: { starts: ['nine'] } }],
  ['expect.starts[0]', { expect: { starts: ['2026-03-02T08:00:30Z'] } }],
  ['expect.match', { expect: { starts: [], match: 'some' } }],
  ...rules(
    ['start', { start: '9:00' }],
    ['start', { start: '24:30' }],
    ['end', { end: '25:00' }],
    ['end', { end: '09:00' }],
    ['end', { start: '22:00', end: '02:00' }],
    ['end', { end: undefined }],
    ['days', { days: [] }],
    ['days[0]', { days: ['lun'] }],
    ['every_weeks', { every_weeks: 0, first_day: '2026-01-01' }],
    ['first_day', { every_weeks: 2 }],
    ['first_day', { first_day: '2026-1-1' }],
    ['last_day', { last_day: '2026-02-29' }],
    ['', { days: undefined }],
    ['', { month_day: 15 }],
    ['month_day', { days: undefined, month_day: 32 }],
    ['every_weeks', { days: undefined, month_day: 15, every_weeks: 2, first_day: '2026-01-01' }],
    ['nth_weekday.n', { days: undefined, nth_weekday: { n: 0, day: 'wed' } }],
    ['nth_weekday.n', { days: undefined, nth_weekday: { n: 6, day: 'wed' } }],
    ['nth_weekday.day', { days: undefined, nth_weekday: { n: 1, day: 3 } }],
    ['day', { days: undefined, day: '2026-13-01' }],
  ),
  ...calendars(
    ['exceptions[0].day', { exceptions: [{ opening: [] }] }],
    ['exceptions[0].opening', { exceptions: [{ day: '2026-03-02' }] }],
    ['exceptions[0].opening[0]', { exceptions: [{ day: '2026-03-02', opening: [['09:00']] }] }],
    ['exceptions[0].opening[0][1]', { exceptions: [{ day: '2026-03-02', opening: [['09:00', '08:00']] }] }],
    ['absences[0].starts_at', { absences: [{ ends_at: '2026-03-02T08:00:00Z' }] }],
    ['absences[0].ends_at', { absences: [{ starts_at: '2026-03-02T08:00:00Z', ends_at: '2026-03-02T08:00:00Z' }] }],
    ['taken[0].ends_at', { taken: [{ starts_at: '2026-03-02T08:00:00Z', ends_at: '2026-03-02 09:00' }] }],
    ['taken[0].buffer_after_minutes', { taken: [{ starts_at: '2026-03-02T08:00:00Z', ends_at: '2026-03-02T09:00:00Z', buffer_after_minutes: -1 }] }],
  ),
])('a fault in %s is named: %j', (field, fault) => {
  const { faults, exitCode } = runCases(JSON.stringify({ cases: [{ ...CASE, ...fault }] }), false);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^malformed (a-case|cases\[0\]): /);
  expect(faults[0]?.replace(/^malformed [^ ]+ /, '').startsWith(`${field}: `)).toBe(true);
  expect(exitCode).toBe(2);
});

test('a case without id is named by its place', () => {
  const { output } = runCases(JSON.stringify({ cases: [{ ...CASE, id: undefined, to: '2026-03-02T09:30:00+01:00' }] }), true);
  expect(output).toEqual(['{"id":"cases[0]","starts":["2026-03-02T08:00:00Z"]}']);
});

function rules(...faults: [field: string, fault: object][]): [string, object][] {
  return faults.map(([field, fault]) => [
    field === '' ? 'calendars[0].opening[0]' : `calendars[0].opening[0].${field}`,
    { calendars: [{ id: 'anna', opening: [{ ...RULE, ...fault }] }] },
  ]);
}

function calendars(...faults: [field: string, fault: object][]): [string, object][] {
  return faults.map(([field, fault]) => [`calendars[0].${field}`, { calendars: [{ id: 'anna', ...fault }] }]);
}
