import { and, eq, lte } from 'drizzle-orm';
import { expireHolds } from './appointments/claims.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import { keptMilliseconds } from './http/idempotency.ts';

const everyMilliseconds = 60_000;
const holdsAtOnce = 200;

interface HousekeepingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: { warn(about: object, message: string): void };
}

/**
 * Takes away what nobody needs any more: holds that ended become `expired` (their time was free already), keys of
 * requests older than a day, old guesses, used proofs of work. Nothing waits for it, and it may run twice.
 */
export async function tidyUp({ database, clock }: Pick<HousekeepingDeps, 'database' | 'clock'>): Promise<void> {
  const { appointments, idempotencyKeys, guesses, usedCaptchas } = database.tables;
  const now = clock.now();
  const ended = await database.read
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.state, 'held'), lte(appointments.heldUntil, now)))
    .orderBy(appointments.id)
    .limit(holdsAtOnce);
  if (ended.length > 0) await database.write((tx) => expireHolds(tx, database.tables, ended.map(({ id }) => id), now));

  const [anyKey] = await database.read.select({ scope: idempotencyKeys.scope }).from(idempotencyKeys).where(lte(idempotencyKeys.createdAt, now - keptMilliseconds)).limit(1);
  const [anyGuess] = await database.read.select({ digest: guesses.clientDigest }).from(guesses).where(lte(guesses.since, now - 3_600_000)).limit(1);
  const [anyCaptcha] = await database.read.select({ id: usedCaptchas.id }).from(usedCaptchas).where(lte(usedCaptchas.expiresAt, now)).limit(1);
  if (!anyKey && !anyGuess && !anyCaptcha) return;
  await database.write(async (tx) => {
    await tx.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, now - keptMilliseconds));
    await tx.delete(guesses).where(lte(guesses.since, now - 3_600_000));
    await tx.delete(usedCaptchas).where(lte(usedCaptchas.expiresAt, now));
  });
}

/** Tidies up every minute until it is stopped; a failure is told and tried again with the next minute. */
export function startHousekeeping({ database, clock, log }: HousekeepingDeps): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = tidyUp({ database, clock }).catch((error: unknown) => log.warn({ name: error instanceof Error ? error.name : 'error' }, 'housekeeping failed'));
  }, everyMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
