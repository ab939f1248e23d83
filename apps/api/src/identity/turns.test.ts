import { expect, test } from 'vitest';
import { makeTurns } from './turns.ts';

/** A work that ends when it is told to. */
function work() {
  const { promise, resolve } = Promise.withResolvers<null>();
  let begun = false;
  return { begin: () => ((begun = true), promise), end: () => resolve(null), hasBegun: () => begun };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('only so many work at once; the next begins when one ends, well or badly', async () => {
  const turns = makeTurns({ atOnce: 2, waiting: 10 });
  const [one, two, three] = [work(), work(), work()];
  const failed = turns(async () => {
    await one.begin();
    throw new Error('it failed');
  }).catch(() => 'failed');
  const others = [turns(two.begin), turns(three.begin)];
  await soon();
  expect([one, two, three].map((each) => each.hasBegun())).toEqual([true, true, false]);
  one.end();
  expect(await failed).toBe('failed');
  await soon();
  expect(three.hasBegun()).toBe(true);
  two.end();
  three.end();
  await Promise.all(others);
});

test('one too many is refused at once instead of waiting', async () => {
  const turns = makeTurns({ atOnce: 1, waiting: 1 });
  const [one, two] = [work(), work()];
  const both = [turns(one.begin), turns(two.begin)];
  await expect(turns(async () => undefined)).rejects.toMatchObject({ problemName: 'service-unavailable' });
  one.end();
  two.end();
  await Promise.all(both);
  expect(await turns(async () => 'free again')).toBe('free again');
});
