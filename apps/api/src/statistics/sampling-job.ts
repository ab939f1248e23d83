import { type Repeated, repeat } from '../background/repeat.ts';
import type { Rounds } from '../background/rounds.ts';
import type { SamplingDeps } from './deps.ts';
import { sampleOffer } from './sample-offer.ts';

const everyMilliseconds = 10 * 60_000;

interface JobDeps extends SamplingDeps {
  readonly log: { warn(about: object, message: string): void };
  readonly rounds?: Rounds | undefined;
}

/** Takes the day's sample of what is free, as soon as there is a day without one. Any number of processes may do it: one sample stands. */
export function startSampling({ log, rounds, ...deps }: JobDeps): Repeated {
  return repeat(() => sampleOffer(deps), { job: 'samples', rounds, every: everyMilliseconds, clock: deps.clock, trouble: 'the free times of the day were not sampled', log });
}
