import { expect, it } from 'vitest';
import { pauseBefore } from './back-off.ts';

it.each([
  [1, 0, 250],
  [1, 1, 500],
  [2, 1, 1_000],
  [4, 1, 4_000],
  [6, 1, 15_000],
  [60, 1, 15_000],
  [60, 0, 7_500],
])('after %i failures and with a chance of %d the browser waits %i ms before it comes back', (failures, chance, milliseconds) => {
  expect(pauseBefore(failures, chance)).toBe(milliseconds);
});
