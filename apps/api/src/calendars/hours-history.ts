import type { HoursAction } from '@sportello/contract';
import { desc, eq } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { DayOpening, Tables } from '../database/schema.ts';
import { canonicalJson } from '../http/blank-fields.ts';
import { contentOf, type RuleContent } from './hours-change.ts';
import type { HoursRows } from './hours-rows.ts';

/** An unusual day without its id and its reason, which is the desk's business only as long as it lasts. */
export interface UnusualDay {
  readonly day: string;
  readonly opening: readonly DayOpening[];
}

/** Hours as the history keeps them: what they say, never which rows they lay in. */
export interface KeptState {
  readonly rules: readonly RuleContent[];
  readonly exceptions: readonly UnusualDay[];
}

interface HoursStep {
  readonly action: Exclude<HoursAction, 'before'>;
  readonly before: HoursRows;
  readonly after: HoursRows;
  readonly staffId: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Adds a step to the history of a calendar's hours, inside the write that makes it and after its revision was raised. Where only absences changed
 * nothing is added. What was there before is kept too, where the history does not know it yet.
 */
export async function addHoursVersion(tx: Writer, tables: Tables, { action, before, after, staffId, at }: HoursStep): Promise<void> {
  const [old, young] = [stateOf(before), stateOf(after)];
  if (canonicalJson(old) === canonicalJson(young)) return;
  const { calendarId } = before;
  const revision = await rulesRevisionOf(tx, tables, calendarId);
  const { hoursVersions } = tables;
  const [last] = await tx.select().from(hoursVersions).where(eq(hoursVersions.calendarId, calendarId)).orderBy(desc(hoursVersions.revision)).limit(1);
  const isKnown = last !== undefined && canonicalJson({ rules: last.rules, exceptions: last.exceptions }) === canonicalJson(old);
  if (!isKnown) await tx.insert(hoursVersions).values({ id: newId(), calendarId, revision: revision - 1, action: 'before', staffId: null, at, ...old }).onConflictDoNothing();
  await tx.insert(hoursVersions).values({ id: newId(), calendarId, revision, action, staffId, at, ...young });
}

async function rulesRevisionOf(tx: Writer, { calendars }: Tables, id: string): Promise<number> {
  const [row] = await tx.select({ rulesRevision: calendars.rulesRevision }).from(calendars).where(eq(calendars.id, id));
  return row?.rulesRevision ?? 0;
}

/** In an order of their own, so that the same hours are always written alike. */
function stateOf({ rules, exceptions }: HoursRows): KeptState {
  const inOrder = <Value>(values: readonly Value[]) => values.toSorted((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1));
  const days = exceptions.map(({ day, opening }) => ({ day, opening: inOrder(opening.map((part) => ({ ...part, ...setsOf(part) }))) }));
  return { rules: inOrder(rules.map((rule) => ({ ...contentOf(rule), ...setsOf(rule) }))), exceptions: inOrder(days) };
}

/** Lists of what an opening is for are sets. */
function setsOf({ channels, serviceIds = null }: Pick<DayOpening, 'channels' | 'serviceIds'>) {
  return { channels: channels && channels.toSorted(), serviceIds: serviceIds && serviceIds.toSorted() };
}

export interface HoursVersionRow extends KeptState {
  readonly revision: number;
  readonly action: HoursAction;
  readonly at: number;
  readonly staffName: string | null;
}

const mostVersions = 200;

/** The history, the newest step first, with the names of colleagues. */
export async function readHoursVersions({ read, tables: { hoursVersions, staff } }: Pick<Database, 'read' | 'tables'>, calendarId: string): Promise<HoursVersionRow[]> {
  const rows = await read
    .select({ version: hoursVersions, givenName: staff.givenName, familyName: staff.familyName })
    .from(hoursVersions)
    .leftJoin(staff, eq(staff.id, hoursVersions.staffId))
    .where(eq(hoursVersions.calendarId, calendarId))
    .orderBy(desc(hoursVersions.revision))
    .limit(mostVersions);
  return rows.map(({ version: { revision, action, at, rules, exceptions }, givenName, familyName }) => ({
    revision,
    action,
    at,
    staffName: givenName === null ? null : `${givenName} ${familyName}`,
    // Only `addHoursVersion` writes them.
    rules: rules as readonly RuleContent[],
    exceptions: exceptions as readonly UnusualDay[],
  }));
}
