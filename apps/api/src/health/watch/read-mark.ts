import type { SystemMark } from '@sportello/contract';
import type { Database } from '../../database/database.ts';
import { lastRoundAt, roundMilliseconds } from './claim-round.ts';
import { isOpen } from './judge-watch.ts';

/** Five rounds that nobody made. */
const silentMilliseconds = 5 * roundMilliseconds;

/** What the watch knows to be wrong, without a look of its own. `startedAt`: of the process that answers, which gives the first round its time. */
export async function readMark(database: Pick<Database, 'read' | 'tables'>, { now, startedAt }: { readonly now: number; readonly startedAt: number }): Promise<SystemMark> {
  const { lightWatches } = database.tables;
  const watches = await database.read.select({ troubleSince: lightWatches.troubleSince, troubleUntil: lightWatches.troubleUntil }).from(lightWatches);
  const lookedAt = Math.max((await lastRoundAt(database)) ?? -Infinity, startedAt);
  return { troubles: watches.filter(isOpen).length, is_watched: now - lookedAt < silentMilliseconds };
}
