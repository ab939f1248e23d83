import { problem } from '../http/problems.ts';

/** Does a work that holds a file in memory, for somebody. Throws `service-unavailable` where too many do, `too-many-requests` where they do too much at once. */
export type Uploads = <Result>(whose: string, work: () => Promise<Result>) => Promise<Result>;

/** Each holds 20 MB at most. Those that come on top are told to try again, for a line may be slow: none waits for another. */
const mostAtOnce = 12;
/** So that nobody takes all the places by sending slowly. */
const mostOfOne = 4;

export function countUploads(): Uploads {
  const running = new Map<string, number>();
  let all = 0;

  function change(whose: string, by: 1 | -1): void {
    const count = (running.get(whose) ?? 0) + by;
    all += by;
    if (count === 0) running.delete(whose);
    else running.set(whose, count);
  }

  return async (whose, work) => {
    if ((running.get(whose) ?? 0) >= mostOfOne) throw problem('too-many-requests', { retryAfterSeconds: 10 });
    if (all >= mostAtOnce) throw problem('service-unavailable', { retryAfterSeconds: 10 });
    change(whose, 1);
    try {
      return await work();
    } finally {
      change(whose, -1);
    }
  };
}
