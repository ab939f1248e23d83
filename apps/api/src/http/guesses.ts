import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';
import { clientOf } from './client-address.ts';
import { problem, type ProblemError } from './problems.ts';

const windowMilliseconds = 10 * 60_000;

/** Counts wrong codes and tokens by client address, for all processes together. */
export interface GuessGuard {
  /** Counts a wrong one and answers with what to throw: `not-found`, or `too-many-requests` from the limit on. */
  wrong(address: string): Promise<ProblemError>;
}

/** `limit`: how many wrong ones in ten minutes are answered as just that (GUESS_LIMIT). A right one never comes here. */
export function guardGuesses({ database, clock, secrets, limit }: { database: Database; clock: Clock; secrets: Secrets; limit: number }): GuessGuard {
  const { guesses } = database.tables;

  async function count(clientDigest: string, now: number): Promise<{ count: number; since: number }> {
    const isOver = sql`${guesses.since} <= ${sql.param(now - windowMilliseconds, guesses.since)}`;
    const [row] = await database.write((tx) =>
      tx
        .insert(guesses)
        .values({ clientDigest, since: now, count: 1 })
        .onConflictDoUpdate({
          target: guesses.clientDigest,
          set: {
            count: sql`case when ${isOver} then 1 else ${guesses.count} + 1 end`,
            since: sql`case when ${isOver} then ${sql.param(now, guesses.since)} else ${guesses.since} end`,
          },
        })
        .returning({ count: guesses.count, since: guesses.since }),
    );
    return row ?? { count: 1, since: now };
  }

  return {
    async wrong(address) {
      const now = clock.now();
      const made = await count(secrets.digest('client', clientOf(address)), now);
      if (made.count <= limit) return problem('not-found');
      return problem('too-many-requests', { retryAfterSeconds: (made.since + windowMilliseconds - now) / 1000 });
    },
  };
}
