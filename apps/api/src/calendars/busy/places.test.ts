import { expect, test } from 'vitest';
import { makePlaces } from './places.ts';

test('no more is done at once than there are places, and a failure gives its place back', async () => {
  const inPlace = makePlaces(2);
  const order: number[] = [];
  let [inside, most] = [0, 0];
  const work = (number: number) => async () => {
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    order.push(number);
    if (number % 2 === 0) throw new Error(String(number));
    return number;
  };
  const ended = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => inPlace(work(number))));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(most).toBe(2);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  expect(await inPlace(work(7))).toBe(7);
});
