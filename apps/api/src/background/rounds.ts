import type { Clock } from '../clock.ts';

/** How the rounds of one job go; epoch milliseconds. */
export interface JobRounds {
  readonly job: string;
  readonly everyMilliseconds: number;
  /** Since when a round is under way; null: it rests. */
  readonly busySince: number | null;
  readonly lastEndedAt: number | null;
  readonly lastGoodAt: number | null;
  /** null: the last round was good. */
  readonly failingSince: number | null;
  /** Kind of the last error, never its words; null: the last round was good. */
  readonly failure: string | null;
}

/** What the jobs of this process tell of their rounds; in memory alone, so that telling costs nothing. */
export interface Rounds {
  begun(job: string, everyMilliseconds: number): void;
  /** `error` undefined: it was good. */
  ended(job: string, error?: unknown): void;
  list(): readonly JobRounds[];
}

export function makeRounds({ now }: Clock): Rounds {
  const known = new Map<string, JobRounds>();
  return {
    begun(job, everyMilliseconds) {
      const before = known.get(job) ?? { lastEndedAt: null, lastGoodAt: null, failingSince: null, failure: null };
      known.set(job, { ...before, job, everyMilliseconds, busySince: now() });
    },
    ended(job, error) {
      const before = known.get(job);
      if (!before) return;
      const at = now();
      const failed = error !== undefined;
      known.set(job, {
        ...before,
        busySince: null,
        lastEndedAt: at,
        lastGoodAt: failed ? before.lastGoodAt : at,
        failingSince: failed ? (before.failingSince ?? at) : null,
        failure: failed ? kindOf(error) : null,
      });
    },
    list: () => [...known.values()],
  };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  return 'code' in error && typeof error.code === 'string' && /^[\w-]{1,40}$/.test(error.code) ? error.code : error.name.slice(0, 40);
}
