import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';
import { raiseRulesRevision } from '../hours-rows.ts';
import type { BusyTime } from './busy-times.ts';

interface Whose {
  readonly sourceId: string;
  readonly calendarId: string;
}

type Row = BusyTime & { readonly id: string };

/** How the absences of one source become the times of a reading. */
export interface TimesChange {
  readonly gone: readonly string[];
  /** Those under way that are busy no more: they end now, as what was closed was closed. */
  readonly ended: readonly string[];
  readonly come: readonly BusyTime[];
}

/** What is different from this minute on. What is over stays as it was: no reading closes the past, nor opens it. Pure. */
export function changeOfTimes(rows: readonly Row[], times: readonly BusyTime[], now: number): TimesChange {
  const minute = minuteOf(now);
  const fromNow = ({ startsAt, endsAt }: BusyTime) => `${Math.max(startsAt, minute)} ${endsAt}`;
  const ahead = times.filter(({ endsAt }) => endsAt > now);
  const wanted = new Set(ahead.map(fromNow));
  const lying = rows.filter(({ endsAt }) => endsAt > now);
  const known = new Set(lying.map(fromNow));
  const left = lying.filter((row) => !wanted.has(fromNow(row)));
  return {
    gone: left.filter(({ startsAt }) => startsAt >= minute).map(({ id }) => id),
    ended: left.filter(({ startsAt }) => startsAt < minute).map(({ id }) => id),
    come: ahead.filter((time) => !known.has(fromNow(time))).map(({ startsAt, endsAt }) => ({ startsAt: Math.max(startsAt, minute), endsAt })),
  };
}

/** Hours go by the minute. */
function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000) * 60_000;
}

export function isNothing({ gone, ended, come }: TimesChange): boolean {
  return gone.length + ended.length + come.length === 0;
}

/** The absences of a source that are not over, by time. */
export async function readBusyRows(reader: Reader | Writer, { absences }: Tables, sourceId: string, now: number): Promise<Row[]> {
  return reader
    .select({ id: absences.id, startsAt: absences.startsAt, endsAt: absences.endsAt })
    .from(absences)
    .where(and(eq(absences.source, sourceId), gt(absences.endsAt, now)))
    .orderBy(absences.startsAt, absences.id);
}

const rowsAtOnce = 500;

/** Makes the absences of a source those of a reading, and tells everybody whom hours concern; inside a write that has the calendar. */
export async function applyTimes(tx: Writer, tables: Tables, { sourceId, calendarId }: Whose, times: readonly BusyTime[], now: number): Promise<TimesChange> {
  const { absences } = tables;
  const change = changeOfTimes(await readBusyRows(tx, tables, sourceId, now), times, now);
  if (isNothing(change)) return change;
  for (const ids of inParts(change.gone)) await tx.delete(absences).where(inArray(absences.id, ids));
  for (const ids of inParts(change.ended)) await tx.update(absences).set({ endsAt: minuteOf(now) }).where(inArray(absences.id, ids));
  const rows = change.come.map((time) => ({ id: newId(), calendarId, ...time, source: sourceId }));
  for (const some of inParts(rows)) await tx.insert(absences).values(some);
  await raiseRulesRevision(tx, tables, [calendarId]);
  return change;
}

function inParts<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, index) => all.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce));
}
