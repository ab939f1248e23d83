import { expect, test } from 'vitest';
import { deadlineOf, remindersOf } from './times.ts';

const hour = 3_600_000;
const start = Date.parse('2026-12-03T09:00:00Z');
const twoDaysAndTwoHours = [2880, 120];

function hoursBefore(now: number, minutes: readonly number[] = twoDaysAndTwoHours): number[][] {
  return remindersOf(start, minutes, now).map(({ dueAt, deadlineAt }) => [(start - dueAt) / hour, (start - deadlineAt) / hour]);
}

test.each([
  ['a week before: two days and two hours before', start - 168 * hour, [[48, 2], [2, 0]]],
  ['the day before: only two hours before', start - 24 * hour, [[2, 0]]],
  ['half an hour before the reminder: it still leaves', start - 2.5 * hour, [[2, 0]]],
  ['a little later: it would only repeat the confirmation', start - 2.4 * hour, []],
  ['an hour before: none', start - hour, []],
  ['after the start: none', start + hour, []],
])('reminders of an appointment booked %s', (_, now, expected) => {
  expect(hoursBefore(now)).toEqual(expected);
});

test('reminders may be set in any order, twice, or not at all', () => {
  expect(hoursBefore(0, [120, 2880, 120])).toEqual([[48, 2], [2, 0]]);
  expect(hoursBefore(0, [])).toEqual([]);
  expect(hoursBefore(0, [0, -60])).toEqual([]);
});

test('what tells of a coming time is tried for a day, but never after the appointment', () => {
  expect(deadlineOf('confirmation', start, start + 100 * hour)).toBe(start + 24 * hour);
  expect(deadlineOf('moved', start, start + hour)).toBe(start + hour);
  expect(deadlineOf('confirmation', start, null)).toBe(start + 24 * hour);
});

test('a cancellation, a refusal and a link are tried for a day, whenever the appointment was', () => {
  for (const message of ['cancelled', 'refused', 'access-link'] as const) expect(deadlineOf(message, start, start + hour)).toBe(start + 24 * hour);
});
