import { expect, test } from 'vitest';
import { nextAttemptAt } from './back-off.ts';

test('the wait grows from a minute to an hour and stays there', () => {
  const waits = Array.from({ length: 8 }, (_, attempts) => nextAttemptAt(attempts + 1, 0, () => 0.5) / 60_000);
  expect(waits).toEqual([1, 2, 5, 15, 30, 60, 60, 60]);
});

test('each wait is a fifth more or less', () => {
  expect(nextAttemptAt(1, 1_000, () => 0)).toBe(1_000 + 48_000);
  expect(nextAttemptAt(1, 1_000, () => 1)).toBe(1_000 + 72_000);
});
