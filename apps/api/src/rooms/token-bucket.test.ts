import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

test('what comes at once is measured, and what comes slowly is not', () => {
  const bucket = new TokenBucket({ most: 3, perSecond: 1 }, 0);
  expect([1, 1, 1, 1].map((amount) => bucket.take(amount, 0))).toEqual([true, true, true, false]);
  expect([bucket.take(1, 900), bucket.take(1, 1000), bucket.take(1, 1000)]).toEqual([false, true, false]);
  expect([bucket.take(3, 60_000), bucket.take(1, 60_000)]).toEqual([true, false]);
});

test('a clock that goes back gives nothing', () => {
  const bucket = new TokenBucket({ most: 1, perSecond: 1 }, 10_000);
  expect([bucket.take(1, 10_000), bucket.take(1, 0), bucket.take(1, 500)]).toEqual([true, false, false]);
});
