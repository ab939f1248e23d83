import { type Repeated, repeat } from '../../background/repeat.ts';
import type { Rounds } from '../../background/rounds.ts';
import { allLights } from '../lights/all-lights.ts';
import type { LightDeps } from '../lights/light.ts';
import { systemLights } from '../system-state.ts';
import { watchRound } from './watch-round.ts';

interface JobDeps extends LightDeps {
  readonly rounds?: Rounds | undefined;
  readonly log: { warn(about: object, message: string): void };
}

/** Whether a round is due is asked so often, by each process. */
const everyMilliseconds = 60_000;

/** Looks at the lights every few minutes, whether or not somebody has the page open, and tells administrators what is not well. */
export function startWatch(deps: JobDeps): Repeated {
  const { database, clock, rounds, log } = deps;
  const lights = systemLights(deps);
  return repeat(() => watchRound({ database, clock, lights, checks: allLights }), { job: 'watch', rounds, every: everyMilliseconds, clock, trouble: 'the state of the system could not be looked at', log });
}
