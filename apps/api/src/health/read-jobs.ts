import type { JobState } from '@sportello/contract';
import { inArray } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

type RunRow = Readonly<Tables['jobRuns']['$inferSelect']>;

/** How a job goes, by the process that came to its end last. */
export interface SeenJob {
  readonly job: string;
  readonly state: JobState['state'];
  readonly everyMilliseconds: number;
  readonly lastGoodAt: number | null;
  readonly failingSince: number | null;
  readonly failure: string | null;
}

/** A job that has not come to an end for so long, or for three of its rounds, is late. */
const lateMilliseconds = 10 * 60_000;

/** How the jobs of the processes that live go, by name. */
export async function readJobs({ read, tables: { jobRuns } }: Pick<Database, 'read' | 'tables'>, processIds: readonly string[], now: number): Promise<SeenJob[]> {
  if (processIds.length === 0) return [];
  const rows = await read.select().from(jobRuns).where(inArray(jobRuns.processId, [...processIds]));
  const byJob = Map.groupBy(rows, ({ job }) => job);
  return [...byJob.values()].map((runs) => judgeJob(runs, now)).sort((one, other) => one.job.localeCompare(other.job));
}

/** Pure; at least one run. */
export function judgeJob(runs: readonly RunRow[], now: number): SeenJob {
  const newest = runs.reduce((one, other) => ((other.lastEndedAt ?? -Infinity) > (one.lastEndedAt ?? -Infinity) ? other : one));
  const { job, everyMilliseconds, failure, failingSince, lastEndedAt } = newest;
  const goods = runs.flatMap(({ lastGoodAt }) => (lastGoodAt === null ? [] : [lastGoodAt]));
  const busySince = Math.min(...runs.map((run) => run.busySince ?? Infinity));
  const isLate = now - (lastEndedAt ?? Math.min(busySince, now)) > Math.max(lateMilliseconds, 3 * everyMilliseconds);
  const state = isLate ? 'late' : failingSince !== null ? 'failing' : lastEndedAt === null ? 'never' : 'good';
  return { job, state, everyMilliseconds, lastGoodAt: goods.length > 0 ? Math.max(...goods) : null, failingSince, failure };
}
