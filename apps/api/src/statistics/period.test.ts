import { expect, test } from 'vitest';
import { bucketOf, dayAt, eachDay, hourOf, lastTwelveMonths, periodBefore } from './period.ts';

const rome = 'Europe/Rome';

test('the period before is as long, and ends where the period begins', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  expect(periodBefore({ from: '2026-11-03', to: '2026-11-03' })).toEqual({ from: '2026-11-02', to: '2026-11-02' });
  expect(eachDay({ from: '2028-02-28', to: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
});

test('weeks begin on Monday', () => {
  expect(['2026-11-01', '2026-11-02', '2026-11-08'].map((day) => bucketOf('week', day))).toEqual(['2026-10-26', '2026-11-02', '2026-11-02']);
  expect(bucketOf('month', '2026-11-30')).toBe('2026-11');
});

test.each([['2026-12-15', '2025-12-01', '2026-11-30'], ['2026-01-01', '2025-01-01', '2025-12-31'], ['2028-03-31', '2027-03-01', '2028-02-29']])('on %s the last twelve whole months go from %s to %s', (today, from, to) => {
  expect(lastTwelveMonths(today)).toEqual({ from, to });
});

test.each([
  ['2026-03-29T01:59:59+01:00', '2026-03-29', 1],
  ['2026-03-29T03:00:00+02:00', '2026-03-29', 3],
  ['2026-10-25T02:30:00+02:00', '2026-10-25', 2],
  ['2026-10-25T02:30:00+01:00', '2026-10-25', 2],
  ['2026-10-24T23:59:59+02:00', '2026-10-24', 23],
  ['2026-10-24T22:00:00Z', '2026-10-25', 0],
])('%s lies on %s in hour %i of the union', (instant, day, hour) => {
  expect([dayAt(rome, Date.parse(instant)), hourOf(rome, Date.parse(instant))]).toEqual([day, hour]);
});
