/** Chance that can be repeated: the same seed, the same numbers (mulberry32). */
export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  isTrue(probability: number): boolean;
  /** One of them; throws where there is none. */
  pick<Item>(items: readonly Item[]): Item;
  /** Exponentially distributed: often little, now and then much. */
  around(mean: number): number;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    isTrue: (probability) => next() < probability,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from');
      return item;
    },
    around: (mean) => -Math.log(1 - next()) * mean,
  };
}
