import { and, gt, inArray, isNull, lte } from 'drizzle-orm';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { tellAdministrators } from '../tell-administrators.ts';
import { warnedBeforeMilliseconds } from './key-states.ts';

/** Tells administrators of keys that end within two weeks: each key once, all of one look in one mail. Answers with how many they were. */
export async function warnOfEndingKeys({ database, clock }: { readonly database: Database; readonly clock: Clock }): Promise<number> {
  const { apiKeys } = database.tables;
  const now = clock.now();
  const isEnding = and(isNull(apiKeys.warnedAt), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now), lte(apiKeys.expiresAt, now + warnedBeforeMilliseconds));
  const ending = await database.read.select({ id: apiKeys.id }).from(apiKeys).where(isEnding);
  if (ending.length === 0) return 0;
  return database.write(async (tx) => {
    const ids = ending.map(({ id }) => id);
    const warned = await tx.update(apiKeys).set({ warnedAt: now }).where(and(inArray(apiKeys.id, ids), isNull(apiKeys.warnedAt))).returning({ id: apiKeys.id });
    if (warned.length > 0) await tellAdministrators(tx, database.tables, 'staff-api-key-ending', now);
    return warned.length;
  });
}
