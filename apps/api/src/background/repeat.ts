import type { Clock } from '../clock.ts';
import { makeNap } from './nap.ts';
import type { Rounds } from './rounds.ts';

export interface Repeated {
  /** Once more now; while it works, once more after. */
  wake(): void;
  /** Begins no more, and waits for what is under way. */
  stop(): Promise<void>;
}

export interface Repetition {
  /** Its name on the page that tells how every job goes. */
  readonly job: string;
  /** Is told of each round; left out, nobody is. */
  readonly rounds?: Rounds | undefined;
  /** Between the end of one round and the beginning of the next, in milliseconds. */
  readonly every: number;
  readonly clock: Clock;
  /** What the log is told when a round fails; the next one tries again. */
  readonly trouble: string;
  readonly log: { warn(about: object, message: string): void };
}

const tellEveryMilliseconds = 60_000;

/** Works at once and again and again until it is stopped, one round after the other. The same trouble is told once a minute at most. */
export function repeat(work: () => Promise<unknown>, { job, rounds, every, clock, trouble, log }: Repetition): Repeated {
  const nap = makeNap();
  let isStopped = false;
  let toldAt = -Infinity;

  function tell(error: unknown): void {
    const now = clock.now();
    if (now - toldAt < tellEveryMilliseconds) return;
    toldAt = now;
    log.warn({ name: error instanceof Error ? error.name : 'error' }, trouble);
  }

  function failed(error: unknown): void {
    rounds?.ended(job, error ?? new Error('unknown'));
    tell(error);
  }

  async function keepWorking(): Promise<void> {
    while (!isStopped) {
      nap.reset();
      rounds?.begun(job, every);
      await work().then(() => rounds?.ended(job), failed);
      if (!isStopped) await nap.rest(every);
    }
  }

  const working = keepWorking();
  return {
    wake: nap.wake,
    async stop() {
      isStopped = true;
      nap.wake();
      await working;
    },
  };
}
