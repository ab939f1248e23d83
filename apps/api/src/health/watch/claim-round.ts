import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { Database, Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';

/** From one round to the next, whichever process takes it. */
export const roundMilliseconds = 3 * 60_000;
const id = 'current';

/** Takes the round that is due for this holder; false: none is, or another process was faster. */
export async function claimRound({ read, write, tables: { watchRounds } }: Pick<Database, 'read' | 'write' | 'tables'>, holder: string, now: number): Promise<boolean> {
  const [row] = await read.select().from(watchRounds).where(eq(watchRounds.id, id));
  const dueAt = now + roundMilliseconds;
  if (!row) {
    const made = await write((tx) => tx.insert(watchRounds).values({ id, holder, dueAt }).onConflictDoNothing().returning({ id: watchRounds.id }));
    return made.length > 0;
  }
  // A clock that was set back does not stop the watch.
  const isDue = or(lte(watchRounds.dueAt, now), gt(watchRounds.dueAt, now + 2 * roundMilliseconds));
  if (row.dueAt > now && row.dueAt <= now + 2 * roundMilliseconds) return false;
  const taken = await write((tx) => tx.update(watchRounds).set({ holder, dueAt }).where(and(eq(watchRounds.id, id), isDue)).returning({ id: watchRounds.id }));
  return taken.length > 0;
}

/** Notes that the round came to its end; false: it took so long that another process has the watch now, and what was found is old. */
export async function endRound(tx: Writer, { watchRounds }: Tables, holder: string, now: number): Promise<boolean> {
  const mine = await tx.update(watchRounds).set({ endedAt: now }).where(and(eq(watchRounds.id, id), eq(watchRounds.holder, holder))).returning({ id: watchRounds.id });
  return mine.length > 0;
}

/** When a round came to its end last, in epoch milliseconds; null: never. */
export async function lastRoundAt({ read, tables: { watchRounds } }: Pick<Database, 'read' | 'tables'>): Promise<number | null> {
  const [row] = await read.select({ endedAt: watchRounds.endedAt }).from(watchRounds).where(eq(watchRounds.id, id));
  return row?.endedAt ?? null;
}
