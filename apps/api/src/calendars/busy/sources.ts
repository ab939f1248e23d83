import type { BusyFailure } from '@sportello/contract';
import { meets } from '@sportello/scheduling';
import { asc, eq, sql } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import { attempt } from '../../database/attempt.ts';
import type { Database, Reader, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import { dayOf } from '../../directory/directory.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import { raiseRulesRevision } from '../hours-rows.ts';
import { readStanding } from '../touched.ts';
import { applyTimes, readBusyRows } from './apply-times.ts';
import { addressPlace, type BusyDeps, type SourceRow } from './busy-deps.ts';
import type { Reading } from './busy-times.ts';
import { calendarUrl, hostOf } from './calendar-address.ts';
import { keptEtag } from './known-etag.ts';
import { readEveryMilliseconds } from './next-reading.ts';

/** As many calendars elsewhere as one calendar may follow. */
const mostSources = 5;

export type NewSource =
  | { readonly ok: true; readonly source: SourceRow }
  | { readonly ok: false; readonly why: 'too-many-links' }
  | { readonly ok: false; readonly why: 'busy-source-unreadable'; readonly failure: BusyFailure };

export async function readSource({ read, tables: { busySources } }: Database, id: string): Promise<SourceRow | null> {
  const [row] = await read.select().from(busySources).where(eq(busySources.id, id));
  return row ?? null;
}

/** The calendars elsewhere that a calendar follows, the oldest first. */
export async function readSourcesOf(reader: Reader | Writer, { busySources }: Database['tables'], calendarId: string): Promise<SourceRow[]> {
  return reader.select().from(busySources).where(eq(busySources.calendarId, calendarId)).orderBy(asc(busySources.createdAt), asc(busySources.id));
}

/** Booked appointments that lie in busy times which are still to come. */
export interface TouchedBySource {
  readonly count: number;
  /** Epoch milliseconds of the first one; null: there is none. */
  readonly firstStartsAt: number | null;
}

/** What each source touches. */
export async function findTouched({ read, tables }: Database, calendarId: string, sourceIds: readonly string[], now: number): Promise<ReadonlyMap<string, TouchedBySource>> {
  if (sourceIds.length === 0) return new Map();
  const standing = await readStanding(read, tables, [calendarId], now);
  const touched = new Map<string, TouchedBySource>();
  for (const id of sourceIds) {
    const times = (await readBusyRows(read, tables, id, now)).flatMap(({ startsAt, endsAt }) => [Math.floor(startsAt / 60_000), Math.ceil(endsAt / 60_000)]);
    const starts = standing.filter(({ appointment }) => meets(times, Math.floor(appointment.startsAt / 60_000), Math.ceil(appointment.endsAt / 60_000))).map(({ appointment }) => appointment.startsAt);
    touched.set(id, { count: starts.length, firstStartsAt: starts.length > 0 ? Math.min(...starts) : null });
  }
  return touched;
}

interface SourceWish {
  readonly calendarId: string;
  /** As somebody copied it. */
  readonly address: string;
  readonly staff: StaffMember;
}

/**
 * Follows a calendar elsewhere: reads it first, and keeps it with what was found, or not at all. One that is followed already
 * is that one. `signal` ends the reading.
 */
export async function followSource(deps: BusyDeps, { calendarId, address, staff }: SourceWish, signal: AbortSignal): Promise<NewSource> {
  const { database, clock } = deps;
  const url = calendarUrl(address);
  if (!url) return { ok: false, why: 'busy-source-unreadable', failure: 'bad-address' };
  const before = await readSourcesOf(database.read, database.tables, calendarId);
  const settled = settledAlready(deps, before, url);
  if (settled) return settled;

  const directory = await deps.directory.current();
  const today = dayOf(directory, clock.now());
  const reading = await deps.busy.read(url.href, { timeZone: directory.union.timeZone, today, etag: null }, signal);
  if (!reading.ok) return { ok: false, why: 'busy-source-unreadable', failure: reading.failure };
  if (reading.isSame) return { ok: false, why: 'busy-source-unreadable', failure: 'not-a-calendar' }; // nobody asked whether it was
  return attempt(database, (tx) => keepSource(deps, tx, { calendarId, url, staff, reading, today }));
}

/** What need not be read any more: it is followed already, or there are enough. */
function settledAlready({ sealing }: Pick<BusyDeps, 'sealing'>, theirs: readonly SourceRow[], url: URL): NewSource | null {
  const twin = theirs.find((row) => addressOf(sealing, row) === url.href);
  if (twin) return { ok: true, source: twin };
  return theirs.length >= mostSources ? { ok: false, why: 'too-many-links' } : null;
}

interface Found {
  readonly calendarId: string;
  readonly url: URL;
  readonly staff: StaffMember;
  readonly reading: Extract<Reading, { isSame: false }>;
  readonly today: string;
}

async function keepSource({ database, clock, sealing }: Pick<BusyDeps, 'database' | 'clock' | 'sealing'>, tx: Writer, { calendarId, url, staff, reading, today }: Found): Promise<NewSource> {
  const { tables } = database;
  await database.touchCalendars(tx, [calendarId]);
  const settled = settledAlready({ sealing }, await readSourcesOf(tx, tables, calendarId), url);
  if (settled) return settled;
  const now = clock.now();
  const id = newId();
  const source: SourceRow = {
    id,
    calendarId,
    staffId: staff.id,
    address: sealing.seal(addressPlace(id), url.href),
    host: hostOf(url),
    etag: keptEtag(today, reading.etag),
    createdAt: now,
    dueAt: now + readEveryMilliseconds,
    lockedUntil: null,
    lastGoodAt: now,
    busyCount: reading.times.filter(({ endsAt }) => endsAt > now).length,
    failure: null,
  };
  await tx.insert(tables.busySources).values(source);
  await applyTimes(tx, tables, { sourceId: id, calendarId }, reading.times, now);
  await recordAudit(tx, tables, actorOf(staff), { action: 'create', object: { kind: 'busy-source', id }, after: { calendar_id: calendarId, host: source.host } }, now);
  return { ok: true, source };
}

/** null where the key is not there that it was sealed under. */
function addressOf(sealing: BusyDeps['sealing'], { id, address }: SourceRow): string | null {
  try {
    return sealing.open(addressPlace(id), address);
  } catch {
    return null;
  }
}

/** Follows it no more, and takes away all busy times that came from it. One that is gone already is fine. */
export async function unfollowSource({ database, clock }: Pick<BusyDeps, 'database' | 'clock'>, { id, calendarId }: Pick<SourceRow, 'id' | 'calendarId'>, staff: StaffMember): Promise<void> {
  const { tables } = database;
  const { busySources, absences } = tables;
  await database.write(async (tx) => {
    await database.touchCalendars(tx, [calendarId]);
    const [gone] = await tx.delete(busySources).where(eq(busySources.id, id)).returning({ host: busySources.host });
    if (!gone) return;
    const [freed] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(absences).where(eq(absences.source, id));
    await tx.delete(absences).where(eq(absences.source, id));
    if (freed && freed.count > 0) await raiseRulesRevision(tx, tables, [calendarId]);
    await recordAudit(tx, tables, actorOf(staff), { action: 'delete', object: { kind: 'busy-source', id }, before: { calendar_id: calendarId, host: gone.host } }, clock.now());
  });
}
