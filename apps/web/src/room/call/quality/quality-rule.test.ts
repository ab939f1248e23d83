import { expect, it } from 'vitest';
import { firstQuality, type Measured, nextQuality, type Quality } from './quality-rule.ts';

const good: Measured = { lostThere: 0, lostHere: 0, roundTripMilliseconds: 40, sendable: 3000, isNarrow: false };
const lossy: Measured = { ...good, lostThere: 0.2 };
const narrow: Measured = { ...good, isNarrow: true, sendable: 100 };
const middling: Measured = { ...good, lostThere: 0.05 };

function after(quality: Quality, ...looks: readonly (readonly [Measured, number])[]): Quality {
  return looks.flatMap(([measured, times]) => Array.from({ length: times }, () => measured)).reduce(nextQuality, quality);
}
const settled = after(firstQuality, [good, 4]);

it('a connection that has just begun is not judged', () => {
  expect(after(firstQuality, [lossy, 4]).level).toBe(firstQuality.level);
});

it('one bad moment changes nothing, two in a row make the picture smaller', () => {
  expect(after(settled, [lossy, 1], [good, 1], [lossy, 1]).level).toBe(1);
  expect(after(settled, [lossy, 2]).level).toBe(2);
});

it('the picture grows again after ten good seconds', () => {
  expect(after(settled, [good, 4]).level).toBe(1);
  expect(after(settled, [good, 5]).level).toBe(0);
});

it('what is neither good nor bad leaves the picture as it is', () => {
  expect(after(settled, [middling, 50]).level).toBe(1);
});

it('a better picture that did not hold is tried later the next time, so that it does not jump to and fro', () => {
  const fallen = after(settled, [good, 5], [lossy, 2]);
  expect(fallen).toMatchObject({ level: 1, goodBeforeBetter: 10 });
  expect(after(fallen, [good, 9]).level).toBe(1);
  expect(after(fallen, [good, 10]).level).toBe(0);
});

it('voice alone is offered only where the least picture is still too much, and not any more when it is carried again', () => {
  const least = after(settled, [narrow, 4]);
  expect(least).toMatchObject({ level: 3, isTooMuch: false });
  const tooMuch = after(least, [lossy, 4]);
  expect(tooMuch.isTooMuch).toBe(true);
  expect(after(tooMuch, [good, tooMuch.goodBeforeBetter]).isTooMuch).toBe(false);
});

it('a picture that is small because the network is wide enough for it stays', () => {
  expect(after(settled, [{ ...narrow, sendable: 500 }, 10]).level).toBe(1);
});
