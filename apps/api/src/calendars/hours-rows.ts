import type { Channel } from '@sportello/contract';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { Hours } from './calendar-time.ts';

export type RuleRow = Readonly<Tables['openingRules']['$inferSelect']>;
export type ExceptionRow = Readonly<Tables['openingExceptions']['$inferSelect']>;
export type AbsenceRow = Readonly<Tables['absences']['$inferSelect']>;

/** The rows that the hours of one calendar are made of. Absences that are long over are not among them. */
export interface HoursRows {
  readonly calendarId: string;
  readonly rules: readonly RuleRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly absences: readonly AbsenceRow[];
}

export type CalendarsHours = ReadonlyMap<string, HoursRows>;

/** How far back absences are read: grids trace a piece of opening back by two days at most. */
export const tracedBackMilliseconds = 4 * 24 * 3_600_000;

/** The rows of these calendars, by id: rules and exceptions, and absences that end after `since` (epoch milliseconds). */
export async function readHoursRows(reader: Reader | Writer, { openingRules, openingExceptions, absences }: Tables, ids: readonly string[], since: number): Promise<Map<string, HoursRows>> {
  const wanted = [...ids];
  const rules = await reader.select().from(openingRules).where(inArray(openingRules.calendarId, wanted)).orderBy(asc(openingRules.id));
  const exceptions = await reader.select().from(openingExceptions).where(inArray(openingExceptions.calendarId, wanted)).orderBy(asc(openingExceptions.day), asc(openingExceptions.id));
  const away = await reader
    .select()
    .from(absences)
    .where(and(inArray(absences.calendarId, wanted), gt(absences.endsAt, since)))
    .orderBy(asc(absences.startsAt), asc(absences.id));
  const of = <Row extends { calendarId: string }>(rows: readonly Row[], id: string) => rows.filter(({ calendarId }) => calendarId === id);
  return new Map(ids.map((calendarId) => [calendarId, { calendarId, rules: of(rules, calendarId), exceptions: of(exceptions, calendarId), absences: of(away, calendarId) }]));
}

/** The same as the rules of time read it. */
export function hoursOf({ rules, exceptions, absences }: HoursRows): Hours {
  return {
    rules: rules.map(({ startMinute, endMinute, ...rule }) => ({ ...rule, wall: { start: startMinute, end: endMinute } })),
    exceptions: exceptions.map(({ day, opening }) => ({ day, opening })),
    absences: absences.flatMap(({ startsAt, endsAt }) => [Math.floor(startsAt / 60_000), Math.ceil(endsAt / 60_000)]),
  };
}

/**
 * Writes what is different: from the rows as they are to the rows as they are to be. An absence keeps its reason, which is
 * never part of the difference: only its times are changed. Inside a write that has the calendars.
 */
export async function writeHoursRows(tx: Writer, tables: Tables, from: HoursRows, to: HoursRows): Promise<void> {
  const { openingRules, openingExceptions, absences } = tables;
  const gone = difference(from, to);
  const come = difference(to, from);
  if (gone.rules.length > 0) await tx.delete(openingRules).where(inArray(openingRules.id, idsOf(gone.rules)));
  if (gone.exceptions.length > 0) await tx.delete(openingExceptions).where(inArray(openingExceptions.id, idsOf(gone.exceptions)));
  if (gone.absences.length > 0) await tx.delete(absences).where(inArray(absences.id, idsOf(gone.absences)));
  if (come.rules.length > 0) await tx.insert(openingRules).values([...come.rules]);
  if (come.exceptions.length > 0) await tx.insert(openingExceptions).values([...come.exceptions]);
  if (come.absences.length > 0) await tx.insert(absences).values([...come.absences]);
  for (const { id, startsAt, endsAt } of movedAbsences(from, to)) await tx.update(absences).set({ startsAt, endsAt }).where(eq(absences.id, id));
}

function difference(some: HoursRows, others: HoursRows): HoursRows {
  const only = <Row extends { id: string }>(rows: readonly Row[], known: readonly Row[]) => rows.filter(({ id }) => !known.some((one) => one.id === id));
  return { ...some, rules: only(some.rules, others.rules), exceptions: only(some.exceptions, others.exceptions), absences: only(some.absences, others.absences) };
}

export function movedAbsences(from: HoursRows, to: HoursRows): readonly AbsenceRow[] {
  return to.absences.filter(({ id, startsAt, endsAt }) => from.absences.some((one) => one.id === id && (one.startsAt !== startsAt || one.endsAt !== endsAt)));
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Tells every reader that the hours of these calendars are others now; inside a write that has them. */
export async function raiseRulesRevision(tx: Writer, { calendars }: Tables, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.update(calendars).set({ rulesRevision: sql`${calendars.rulesRevision} + 1` }).where(inArray(calendars.id, [...ids]));
}

/** What an opening is for; null: any. */
export interface OpeningPurpose {
  readonly channels: readonly Channel[] | null;
  readonly serviceIds: readonly string[] | null;
  readonly placeId: string | null;
}
