import { and, eq, gt, lte } from 'drizzle-orm';
import { localDay, startOfDay } from '@sportello/scheduling';
import { type Repeated, repeat } from '../background/repeat.ts';
import type { Rounds } from '../background/rounds.ts';
import type { Clock } from '../clock.ts';
import { type Database, isUniqueViolation, type Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { enqueueNotices, noticeRow, readSubscribers } from './notices.ts';

const everyMilliseconds = 10_000;
/** So long after it happened nothing can be committed any more that happened before. */
const settledMilliseconds = 10_000;
/** Tomorrow's list leaves when the working day is over: 17:00 of the union. */
const listMinute = 17 * 60;

const lastSeen = 'notices-until';
const lastList = 'notices-list-day';

interface NoticeDeps {
  readonly database: Database;
  readonly directory: { current(): Promise<{ readonly union: { readonly timeZone: string } }> };
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: { warn(about: object, message: string): void };
  readonly rounds?: Rounds | undefined;
}

/**
 * Writes notices for the staff out of what stands in the log of events, so that no booking waits for them: each event once,
 * whichever process looks. A new installation begins with what happens from now on.
 */
export async function writeNotices({ database, directory, clock }: Pick<NoticeDeps, 'database' | 'directory' | 'clock'>): Promise<void> {
  const now = clock.now();
  const to = now - settledMilliseconds;
  if (await hasNews(database, to)) {
    await advance(database, lastSeen, String(to), async (tx, before) => {
      const from = before === null ? to : Number(before);
      if (from < to) await enqueueNotices(tx, database.tables, { from, to });
    });
  }
  const { timeZone } = (await directory.current()).union;
  const today = localDay(timeZone, Math.floor(now / 60_000));
  const isEvening = Math.floor(now / 60_000) >= startOfDay(timeZone, today) + listMinute;
  if (isEvening && (await valueOf(database.read, database.tables, lastList)) !== today) {
    await advance(database, lastList, today, async (tx, before) => {
      if (before !== today) await enqueueLists(tx, database.tables, now);
    });
  }
}

async function enqueueLists(tx: Writer, tables: Tables, now: number): Promise<void> {
  const wanted = (await readSubscribers(tx, tables)).filter(({ notices }) => notices.includes('tomorrow'));
  const rows = wanted.map(({ id: staffId }) => noticeRow({ message: 'notice-tomorrow', staffId, appointmentId: null, sequence: null }, now));
  if (rows.length > 0) await tx.insert(tables.outbox).values(rows);
}

/** Whether anything happened since the last time, or this is the first; looks without taking the write lock. */
async function hasNews({ read, tables }: Database, to: number): Promise<boolean> {
  const seen = await valueOf(read, tables, lastSeen);
  if (seen === null) return true;
  const { events, appointments } = tables;
  const from = Number(seen);
  const [event] = await read.select({ id: events.id }).from(events).where(and(gt(events.at, from), lte(events.at, to))).limit(1);
  if (event) return true;
  const [toCall] = await read.select({ id: appointments.id }).from(appointments).where(and(gt(appointments.toCallSince, from), lte(appointments.toCallSince, to))).limit(1);
  return toCall !== undefined;
}

/** Moves one value of the installation on, in one write with the work; who comes second waits, and sees what the first wrote. */
async function advance(database: Database, key: string, value: string, work: (tx: Writer, before: string | null) => Promise<void>): Promise<void> {
  const { installation } = database.tables;
  try {
    await database.write(async (tx) => {
      const [locked] = await tx.update(installation).set({ key }).where(eq(installation.key, key)).returning();
      await work(tx, locked?.value ?? null);
      if (locked) await tx.update(installation).set({ value }).where(eq(installation.key, key));
      else await tx.insert(installation).values({ key, value });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error; // another process was the first ever: the next round sees its value
  }
}

async function valueOf(read: Pick<Writer, 'select'>, { installation }: Tables, key: string): Promise<string | null> {
  const [row] = await read.select().from(installation).where(eq(installation.key, key));
  return row?.value ?? null;
}

/** Looks every ten seconds until it is stopped. */
export function startNotices(deps: NoticeDeps): Repeated {
  return repeat(() => writeNotices(deps).then(deps.wake), { ...deps, job: 'notices', every: everyMilliseconds, trouble: 'notices failed' });
}
