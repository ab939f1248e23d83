import { expect, test } from 'vitest';
import { cutoff, monthsBefore, periodsOf } from './periods.ts';

test.each([
  ['2026-12-03', 12, '2025-12-03'], ['2027-01-31', 1, '2026-12-31'], ['2027-03-31', 1, '2027-02-28'], ['2028-03-31', 1, '2028-02-29'],
  ['2027-01-15', 1, '2026-12-15'], ['2027-12-31', 24, '2025-12-31'], ['2027-07-31', 6, '2027-01-31'],
])('on %s, %i months ago was %s', (day, months, before) => expect(monthsBefore(day, months)).toBe(before));

test.each([
  ['2027-12-03', 12, '2026-12-03T00:00:00+01:00'],
  ['2027-03-28', 6, '2026-09-28T00:00:00+02:00'], // the night on which summer time begins
  ['2027-10-31', 6, '2027-04-30T00:00:00+02:00'], // and ends
])('on %s is over after %i months what ended before %s', (day, months, instant) => expect(cutoff('Europe/Rome', day, months)).toBe(Date.parse(instant)));

test('what the union did not decide is kept as long as is usual', () => {
  const nothing = { messagesMonths: null, textsMonths: null, trailMonths: null, accessMonths: null };
  expect(periodsOf({ ...nothing, textsMonths: 3 })).toEqual({ messages: 12, texts: 3, trail: 24, access: 6 });
});
