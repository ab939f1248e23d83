import { notInArray } from 'drizzle-orm';
import type { Database, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import { enqueueSystemNotice, type SystemNotice } from '../../notifications/enqueue-system.ts';
import type { LightCheck, LightDeps } from '../lights/light.ts';
import type { KnownLight, SystemLights } from '../system-state.ts';
import { claimRound, endRound } from './claim-round.ts';
import { judgeWatch, type Look, type Watch } from './judge-watch.ts';

interface RoundDeps extends Pick<LightDeps, 'clock'> {
  readonly database: Database;
  readonly lights: Pick<SystemLights, 'watch'>;
  readonly checks: readonly LightCheck[];
}

/**
 * One look at every light, and a mail to administrators about what is new. Any number of processes may do it: one has the round.
 * Whether this one had it.
 */
export async function watchRound({ database, clock, lights, checks }: RoundDeps): Promise<boolean> {
  const holder = newId();
  if (!(await claimRound(database, holder, clock.now()))) return false;
  const known = await lights.watch();
  const looks = known.flatMap((light) => lookOf(light, checks));
  return database.write(async (tx) => {
    const now = clock.now();
    if (!(await endRound(tx, database.tables, holder, now))) return false;
    const watches = await judge(tx, database, looks, now);
    await forgetUnknown(tx, database, checks);
    for (const notice of noticesOf(watches, now)) await enqueueSystemNotice(tx, database.tables, notice, now);
    return true;
  });
}

function lookOf({ name, row }: KnownLight, checks: readonly LightCheck[]): Look[] {
  if (!row) return [];
  const { state, says, since, checkedAt } = row;
  const isToldElsewhere = checks.some((check) => check.name === name && check.toldElsewhere?.includes(says));
  return [{ name, state, isToldElsewhere, since, checkedAt }];
}

async function judge(tx: Writer, { tables: { lightWatches } }: Database, looks: readonly Look[], now: number): Promise<Watch[]> {
  const before = new Map((await tx.select().from(lightWatches)).map((watch) => [watch.id, watch]));
  const after = looks.map((look) => ({ was: before.get(look.name) ?? null, is: judgeWatch(before.get(look.name) ?? null, look, now) }));
  const changed = after.flatMap(({ was, is }) => (is && is !== was ? [is] : []));
  for (const watch of changed) await tx.insert(lightWatches).values(watch).onConflictDoUpdate({ target: lightWatches.id, set: watch });
  return changed;
}

/** A light of another version would stay in trouble for good. */
async function forgetUnknown(tx: Writer, { tables: { lightWatches } }: Database, checks: readonly LightCheck[]): Promise<void> {
  await tx.delete(lightWatches).where(notInArray(lightWatches.id, checks.map(({ name }) => name)));
}

/** One mail for all that is new, and one for all that is over. */
function noticesOf(watches: readonly Watch[], now: number): SystemNotice[] {
  return [
    ...(watches.some(({ toldAt }) => toldAt === now) ? (['system-trouble'] as const) : []),
    ...(watches.some(({ clearedAt }) => clearedAt === now) ? (['system-well'] as const) : []),
  ];
}
