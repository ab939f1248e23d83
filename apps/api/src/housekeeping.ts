import { and, eq, isNotNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { expireHolds } from './appointments/claims.ts';
import { forgetAuditValues } from './audit/erase.ts';
import { absencesKeptMilliseconds } from './calendars/changed-hours.ts';
import { type Repeated, repeat } from './background/repeat.ts';
import type { Rounds } from './background/rounds.ts';
import type { Clock } from './clock.ts';
import type { Database, Writer } from './database/database.ts';
import { forgetPapersOfHolds } from './files/hold-papers.ts';
import { keptMilliseconds } from './http/idempotency.ts';
import { forgetSessions } from './identity/sessions.ts';
import { forgetFailures } from './identity/throttle.ts';
import { cutoff, periodsOf } from './retention/periods.ts';
import { forgottenOfRooms, tidyRooms } from './rooms/tidy-rooms.ts';
import { dayAt } from './statistics/period.ts';
import { deliveriesKeptMilliseconds } from './systems/webhooks/deliveries.ts';

const everyMilliseconds = 60_000;
const holdsAtOnce = 200;
const dayMilliseconds = 24 * 3_600_000;
/** Busy times that were read from elsewhere, once they are over: so long the agenda shows why nobody was received. */
const busyTimesKeptMilliseconds = 31 * dayMilliseconds;

interface HousekeepingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: { warn(about: object, message: string): void };
  readonly rounds?: Rounds | undefined;
}

/**
 * Takes away what nobody needs any more: holds that ended become `expired` (their time was free already) and lose what was sent to them, keys of
 * requests older than a day, old guesses, used proofs of work, what was left of sign-ins, old sessions of the staff, changes of
 * hours that nobody can take back any more, absences of ten years ago, busy times of a month ago that were read from elsewhere, what was written in rooms that closed, what other systems were told a month ago, and the values in the trail when their time is over.
 * Nothing waits for it, and it may run twice.
 */
export async function tidyUp({ database, clock }: Pick<HousekeepingDeps, 'database' | 'clock'>): Promise<void> {
  const { appointments } = database.tables;
  const now = clock.now();
  const ended = await database.read
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.state, 'held'), lte(appointments.heldUntil, now)))
    .orderBy(appointments.id)
    .limit(holdsAtOnce);
  if (ended.length > 0) await database.write((tx) => expireHolds(tx, database.tables, ended.map(({ id }) => id), now));
  await forgetPapersOfHolds(database, now);

  await tidyRooms({ database, clock });
  const old: Forgotten[] = [];
  for (const one of await forgottenAt(database, now)) if (await isAny(database, one)) old.push(one);
  if (old.length === 0) return;
  await database.write(async (tx) => {
    for (const { table, isOld, forget = () => tx.delete(table).where(isOld) } of old) await forget(tx);
  });
}

/** Rows that are too old; `forget` where a feature has a verb for it. */
interface Forgotten {
  readonly table: PgTable;
  readonly isOld: SQL;
  readonly forget?: (tx: Writer) => Promise<void>;
}

async function forgottenAt(database: Database, now: number): Promise<Forgotten[]> {
  const { tables } = database;
  const { idempotencyKeys, guesses, usedCaptchas, signInChallenges, signInFailures, staffSessions, auditValues, calendarChanges, absences, webhookDeliveries } = tables;
  const { trail: valuesBefore, access: sessionsBefore } = await decidedCutoffs(database, now);
  return [
    ...forgottenOfRooms(database, now),
    { table: idempotencyKeys, isOld: lte(idempotencyKeys.createdAt, now - keptMilliseconds) },
    { table: guesses, isOld: lte(guesses.since, now - 3_600_000) },
    { table: usedCaptchas, isOld: lte(usedCaptchas.expiresAt, now) },
    { table: signInChallenges, isOld: lte(signInChallenges.expiresAt, now) },
    { table: signInFailures, isOld: lte(signInFailures.since, now - 3_600_000), forget: (tx) => forgetFailures(tx, tables, now) },
    { table: staffSessions, isOld: lte(staffSessions.lastSeenAt, sessionsBefore), forget: (tx) => forgetSessions(tx, tables, sessionsBefore) },
    { table: calendarChanges, isOld: lte(calendarChanges.createdAt, now - dayMilliseconds) },
    { table: absences, isOld: lte(absences.endsAt, now - absencesKeptMilliseconds - dayMilliseconds) },
    { table: absences, isOld: sql`${and(isNotNull(absences.source), lte(absences.endsAt, now - busyTimesKeptMilliseconds))}` },
    { table: webhookDeliveries, isOld: sql`${and(ne(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.createdAt, now - deliveriesKeptMilliseconds))}` },
    { table: auditValues, isOld: lte(auditValues.at, valuesBefore), forget: (tx) => forgetAuditValues(tx, tables, valuesBefore) },
  ];
}

/** Before which instants the values beside the trail, and the access log of the staff, are over: the union decides on the months. */
async function decidedCutoffs({ read, tables: { unions } }: Database, now: number): Promise<{ trail: number; access: number }> {
  const [union = { timeZone: 'Europe/Rome', messagesMonths: null, textsMonths: null, trailMonths: null, accessMonths: null }] = await read.select().from(unions);
  const day = dayAt(union.timeZone, now);
  const { trail, access } = periodsOf(union);
  return { trail: cutoff(union.timeZone, day, trail), access: cutoff(union.timeZone, day, access) };
}

async function isAny({ read }: Database, { table, isOld }: Forgotten): Promise<boolean> {
  const rows = await read.select({ one: sql<number>`1` }).from(table).where(isOld).limit(1);
  return rows.length > 0;
}

/** Tidies up every minute until it is stopped. */
export function startHousekeeping({ database, clock, log, rounds }: HousekeepingDeps): Repeated {
  return repeat(() => tidyUp({ database, clock }), { job: 'housekeeping', rounds, every: everyMilliseconds, clock, trouble: 'housekeeping failed', log });
}
