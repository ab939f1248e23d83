import { type Repeated, repeat } from '../background/repeat.ts';
import type { Rounds } from '../background/rounds.ts';
import type { RetentionDeps } from './deps.ts';
import { applyRetention } from './run.ts';

const everyMilliseconds = 5 * 60_000;

interface JobDeps extends RetentionDeps {
  readonly rounds?: Rounds | undefined;
  readonly log: { warn(about: object, message: string): void };
}

/** Looks every five minutes whether the work of the night is due, and does it. */
export function startRetention({ log, rounds, ...deps }: JobDeps): Repeated {
  return repeat(() => applyRetention(deps), { job: 'retention', rounds, every: everyMilliseconds, clock: deps.clock, trouble: 'what is over was not taken away', log });
}
