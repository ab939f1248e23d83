import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { setImmediate as others } from 'node:timers/promises';
import { isUnavailable, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { RetentionDeps } from './deps.ts';

export type Run = Readonly<Tables['retentionRuns']['$inferSelect']>;

/** How many were treated, by what they are. */
export type Done = Partial<Record<'people' | 'appointments' | 'messages' | 'texts' | 'failures', number>>;

/** Treats some rows inside a write. */
export type Treat = (tx: Writer, ids: readonly string[]) => Promise<Done>;

/** After which another process goes on where one ended in the middle. */
const turnMilliseconds = 10 * 60_000;
/** So many in one write: a booking waits for some milliseconds at most. */
const atOnce = 20;

/** Another process has the run. */
export class TurnLost extends Error {}

type Working = Pick<RetentionDeps, 'database' | 'clock'>;

/** The run of a night, if nobody else is at it and it is not done. */
export async function takeTurn({ database, clock }: Working, day: string): Promise<Run | null> {
  const { retentionRuns } = database.tables;
  const [known] = await database.read.select().from(retentionRuns).where(eq(retentionRuns.day, day));
  const now = clock.now();
  if (known && (known.endedAt !== null || known.lockedUntil > now)) return null;
  const turn = { holder: newId(), lockedUntil: now + turnMilliseconds };
  return database.write(async (tx) => {
    const rows = known
      ? await tx.update(retentionRuns).set(turn).where(and(eq(retentionRuns.id, known.id), isNull(retentionRuns.endedAt), lte(retentionRuns.lockedUntil, now))).returning()
      : await tx.insert(retentionRuns).values({ id: newId(), day, startedAt: now, ...turn }).onConflictDoNothing().returning();
    return rows[0] ?? null;
  });
}

/** One write of a run: counts what is done in it, and says that we are still at it. Throws TurnLost, and does nothing, where another process took over. */
export async function step({ database, clock }: Working, run: Run, doing: (tx: Writer) => Promise<Done>): Promise<void> {
  const { retentionRuns } = database.tables;
  await database.write(async (tx) => {
    const done = await doing(tx);
    const counted = Object.entries(done).map(([name, by]): [string, SQL] => [name, sql`${retentionRuns[name as keyof Done]} + ${by}`]); // Done names columns
    const isOurs = and(eq(retentionRuns.id, run.id), eq(retentionRuns.holder, run.holder));
    const kept = await tx.update(retentionRuns).set({ ...Object.fromEntries(counted), lockedUntil: clock.now() + turnMilliseconds }).where(isOurs).returning({ id: retentionRuns.id });
    if (kept.length === 0) throw new TurnLost();
  });
  await others(); // a booking that waits goes first
}

/** Treats these, some at a time; where that fails one by one, so that one that cannot be treated holds up nobody, and is counted. */
export async function eachInTurn(working: Working, run: Run, ids: readonly string[], treat: Treat): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    if (await isTreated(working, run, some, treat)) continue;
    for (const id of some) {
      if (!(await isTreated(working, run, [id], treat))) await step(working, run, async () => ({ failures: 1 }));
    }
  }
}

async function isTreated(working: Working, run: Run, ids: readonly string[], treat: Treat): Promise<boolean> {
  try {
    await step(working, run, (tx) => treat(tx, ids));
    return true;
  } catch (error) {
    if (error instanceof TurnLost || isUnavailable(error)) throw error;
    return false;
  }
}
