import { problem } from '../http/problems.ts';

/** Does a work when it is its turn. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * A queue in which at most `atOnce` works run, and at most `waiting` wait; one more is refused as `service-unavailable`, so
 * that a flood takes neither all the memory nor all the processor.
 */
export function makeTurns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turns {
  const queue: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw problem('service-unavailable');
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  /** Whoever waits first gets the place as it is: it never looks free in between. */
  function leave(): void {
    const next = queue.shift();
    if (next) return next();
    running -= 1;
  }

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
