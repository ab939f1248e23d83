import { readJobs } from '../read-jobs.ts';
import { doesJobs, readProcesses } from '../read-processes.ts';
import { type Finding, type LightCheck, type LightDeps, quick } from './light.ts';

/** Who answers and who works: whether everybody lives that should. */
export const processesLight: LightCheck = {
  name: 'processes',
  ...quick,
  async look({ database, clock }: LightDeps): Promise<Finding> {
    const seen = await readProcesses(database, clock.now());
    const alive = seen.filter(({ isAlive }) => isAlive);
    const died = seen.filter(({ isAlive }) => !isAlive);
    const deadWorker = died.findLast(doesJobs);
    const values = { alive: alive.length, died: died.length, seen_at: (deadWorker ?? died.at(-1))?.seenAt ?? null };
    if (alive.length === 0 && died.length === 0) return { state: 'unknown', says: 'none', values };
    if (!alive.some(doesJobs)) return { state: 'bad', says: deadWorker ? 'worker-died' : 'no-worker', values, ...(deadWorker && { since: deadWorker.seenAt }) };
    return died.length > 0 ? { state: 'attention', says: 'died', values, since: values.seen_at } : { state: 'good', says: 'good', values };
  },
};

const longMilliseconds = 30 * 60_000;

/** The work beside the requests: whether each job comes to its end. */
export const jobsLight: LightCheck = {
  name: 'jobs',
  ...quick,
  async look({ database, clock }: LightDeps): Promise<Finding> {
    const now = clock.now();
    const alive = (await readProcesses(database, now)).filter(({ isAlive }) => isAlive);
    const jobs = await readJobs(database, alive.map(({ id }) => id), now);
    if (jobs.length === 0) return { state: 'unknown', says: 'none' };
    const wrong = jobs.filter(({ state }) => state === 'failing' || state === 'late');
    const [first] = wrong;
    if (!first) return { state: 'good', says: 'good', values: { jobs: jobs.length } };
    const since = Math.min(...wrong.map(({ failingSince, lastGoodAt }) => failingSince ?? lastGoodAt ?? now));
    return { state: now - since > longMilliseconds ? 'bad' : 'attention', says: 'failing', values: { jobs: wrong.length, first: first.job }, since };
  },
};

const skewed = { attention: 2_000, bad: 30_000 } as const;

/** Whether the clocks of the machines go with the database's. */
export const clocksLight: LightCheck = {
  name: 'clocks',
  ...quick,
  async look({ database, clock }: LightDeps): Promise<Finding> {
    const alive = (await readProcesses(database, clock.now())).filter(({ isAlive }) => isAlive);
    const [worst] = alive.toSorted((one, other) => Math.abs(other.skewMilliseconds) - Math.abs(one.skewMilliseconds));
    if (!worst) return { state: 'unknown', says: 'none' };
    const milliseconds = Math.abs(worst.skewMilliseconds);
    const values = { seconds: Math.round(milliseconds / 1000), machine: worst.machine };
    if (milliseconds < skewed.attention) return { state: 'good', says: 'good', values };
    return { state: milliseconds < skewed.bad ? 'attention' : 'bad', says: 'skewed', values };
  },
};

/** Which version runs, and whether it is the same everywhere. */
export const versionLight: LightCheck = {
  name: 'version',
  ...quick,
  async look({ database, clock, version }: LightDeps): Promise<Finding> {
    const alive = (await readProcesses(database, clock.now())).filter(({ isAlive }) => isAlive);
    const versions = [...new Set([version, ...alive.map((one) => one.version)])];
    const values = { version, versions: versions.join(', ').slice(0, 400) };
    return versions.length > 1 ? { state: 'attention', says: 'differ', values } : { state: 'good', says: 'good', values };
  },
};
