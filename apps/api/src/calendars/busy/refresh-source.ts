import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { type Actor, recordAudit } from '../../audit/record.ts';
import type { Database, Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { dayOf } from '../../directory/directory.ts';
import { applyTimes, changeOfTimes, isNothing, readBusyRows } from './apply-times.ts';
import { addressPlace, type BusyDeps, type SourceRow } from './busy-deps.ts';
import type { Reading } from './busy-times.ts';
import { etagOfToday, keptEtag } from './known-etag.ts';
import { nextAfterFailure, readEveryMilliseconds } from './next-reading.ts';

/** So long a source is in the hands of one process; a reading takes less. */
const leaseMilliseconds = 60_000;

/** Takes a source in hand, so that no other process reads it meanwhile; null where one does, or it is gone. `onlyDue`: not before its time. */
export async function takeSource({ write, tables: { busySources } }: Database, id: string, { now, onlyDue }: { now: number; onlyDue: boolean }): Promise<SourceRow | null> {
  const isFree = or(isNull(busySources.lockedUntil), lte(busySources.lockedUntil, now));
  const isDue = onlyDue ? lte(busySources.dueAt, now) : undefined;
  return write(async (tx) => {
    const [row] = await tx.update(busySources).set({ lockedUntil: now + leaseMilliseconds }).where(and(eq(busySources.id, id), isFree, isDue)).returning();
    return row ?? null;
  });
}

/**
 * Reads a source that was taken in hand, and makes its busy times absences. A failure leaves what the last good reading
 * found. Where nothing changed the calendar is not touched. `signal` ends it: then the source stays due, and it throws.
 */
export async function refreshSource(deps: BusyDeps, source: SourceRow, by: Actor, signal: AbortSignal): Promise<void> {
  const { database, clock } = deps;
  const { busySources } = database.tables;
  const directory = await deps.directory.current();
  const today = dayOf(directory, clock.now());
  let reading: Reading;
  try {
    const address = deps.sealing.open(addressPlace(source.id), source.address);
    reading = await deps.busy.read(address, { timeZone: directory.union.timeZone, today, etag: etagOfToday(today, source.etag) }, signal);
  } catch (error) {
    const dueAt = signal.aborted ? source.dueAt : clock.now() + readEveryMilliseconds; // such as an address whose key is not there
    await database.write(async (tx) => void (await tx.update(busySources).set({ lockedUntil: null, dueAt }).where(eq(busySources.id, source.id))));
    throw error;
  }
  if (reading.ok && !reading.isSame) return keepTimes(deps, source, { reading, today, by });
  const now = clock.now();
  const outcome = reading.ok
    ? { dueAt: now + readEveryMilliseconds, lastGoodAt: now, failure: null }
    : { dueAt: nextAfterFailure(source.lastGoodAt ?? source.createdAt, now), failure: reading.failure };
  await database.write(async (tx) => void (await tx.update(busySources).set({ ...outcome, lockedUntil: null }).where(eq(busySources.id, source.id))));
}

interface Good {
  readonly reading: Extract<Reading, { isSame: false }>;
  readonly today: string;
  readonly by: Actor;
}

/** Until when somebody may take a change of this calendar's hours back, which a reading between the two would make impossible; null: nobody may. */
async function undoUntil(tx: Writer, { calendarChanges }: Tables, calendarId: string, now: number): Promise<number | null> {
  const open = await tx.select().from(calendarChanges).where(and(gt(calendarChanges.undoUntil, now), isNull(calendarChanges.undoneAt)));
  const ends = open.filter(({ calendarIds }) => calendarIds.includes(calendarId)).map((change) => change.undoUntil);
  return ends.length === 0 ? null : Math.max(...ends);
}

async function keepTimes({ database, clock }: BusyDeps, source: SourceRow, { reading, today, by }: Good): Promise<void> {
  const { tables } = database;
  const { busySources } = tables;
  const whose = { sourceId: source.id, calendarId: source.calendarId };
  const seen = changeOfTimes(await readBusyRows(database.read, tables, source.id, clock.now()), reading.times, clock.now());
  await database.write(async (tx) => {
    if (!isNothing(seen)) await database.touchCalendars(tx, [source.calendarId]);
    const now = clock.now();
    const until = isNothing(seen) ? null : await undoUntil(tx, tables, source.calendarId, now);
    if (until !== null) return void (await tx.update(busySources).set({ dueAt: until, lockedUntil: null }).where(eq(busySources.id, source.id)));
    const known = await noteGood(tx);
    if (!known || isNothing(seen)) return; // removed meanwhile, or all as it was
    const { come, gone, ended } = await applyTimes(tx, tables, whose, reading.times, now);
    await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'busy-source', id: source.id }, after: { calendar_id: source.calendarId, times_added: come.length, times_removed: gone.length + ended.length } }, now);
  });

  async function noteGood(tx: Writer): Promise<boolean> {
    const now = clock.now();
    const busyCount = reading.times.filter(({ endsAt }) => endsAt > now).length;
    const good = { dueAt: now + readEveryMilliseconds, lockedUntil: null, lastGoodAt: now, failure: null, busyCount, etag: keptEtag(today, reading.etag) };
    return (await tx.update(busySources).set(good).where(eq(busySources.id, source.id)).returning({ id: busySources.id })).length > 0;
  }
}
