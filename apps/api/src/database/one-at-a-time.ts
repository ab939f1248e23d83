import { AsyncLocalStorage } from 'node:async_hooks';

const writing = new AsyncLocalStorage<true>();

/** Runs the work of a write; throws when it is called from inside another write, which would wait for itself. */
export function asWrite<Result>(work: () => Promise<Result>): Promise<Result> {
  if (writing.getStore()) throw new Error('A write inside a write: pass the transaction on instead');
  return writing.run(true, work);
}

/** A queue in which each work begins when the one before it has ended, well or badly. */
export function makeQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
