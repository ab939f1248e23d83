import type { RetentionHoldRequest } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { dayOf } from '../directory/directory.ts';
import { invalid, problem } from '../http/problems.ts';
import { actorOf, type StaffMember } from '../identity/staff-member.ts';
import type { RetentionDeps } from './deps.ts';

export type Hold = Readonly<Tables['retentionHolds']['$inferSelect']>;

/** Whoever keeps somebody decides again after ten years. */
const longestDays = 3660;

/** Those in force on a day, the first that ends first. */
export async function holdsOn({ read, tables: { retentionHolds } }: Pick<Database, 'read' | 'tables'>, day: string): Promise<Hold[]> {
  return read.select().from(retentionHolds).where(and(isNull(retentionHolds.endedAt), gte(retentionHolds.until, day))).orderBy(asc(retentionHolds.until), asc(retentionHolds.id)).limit(1000);
}

/** Whether one of these people is kept on a day. */
export async function isAnyKept(tx: Writer, { retentionHolds }: Tables, personIds: readonly string[], day: string): Promise<boolean> {
  const kept = await tx.select({ id: retentionHolds.id }).from(retentionHolds).where(and(inArray(retentionHolds.personId, [...personIds]), isNull(retentionHolds.endedAt), gte(retentionHolds.until, day))).limit(1);
  return kept.length > 0;
}

/** Keeps somebody with all that names them, until a day. Throws `not-found` for who is not there any more, `validation` for a day that is over or too far. */
export async function holdPerson({ database, clock, directory }: Omit<RetentionDeps, 'secrets'>, staff: StaffMember, { person_id: personId, until, reason }: RetentionHoldRequest): Promise<Hold> {
  const { tables } = database;
  const { people, retentionHolds } = tables;
  const now = clock.now();
  const today = dayOf(await directory.current(), now);
  if (until < today) throw invalid('/until', { it: 'Scegli un giorno che deve ancora venire.', en: 'Choose a day that is still to come.' });
  if (until > addDays(today, longestDays)) throw invalid('/until', { it: 'Scegli un giorno entro dieci anni.', en: 'Choose a day within ten years.' });
  const hold: Hold = { id: newId(), personId, until, reason: reason.trim(), staffId: staff.id, createdAt: now, endedAt: null, endedBy: null };
  await database.write(async (tx) => {
    // Their row first: the work of the night has taken them already, or finds the hold.
    const found = await tx.update(people).set({ id: personId }).where(and(eq(people.id, personId), isNull(people.erasedAt))).returning({ id: people.id });
    if (found.length === 0) throw problem('not-found');
    await tx.insert(retentionHolds).values(hold);
    await recordAudit(tx, tables, actorOf(staff), { action: 'create', object: { kind: 'retention', id: hold.id }, personId, after: { until, reason: hold.reason } }, now);
  });
  return hold;
}

/** Keeps them no longer than others. Ended already is fine; throws `not-found` for one that never was. */
export async function endHold({ database, clock }: Pick<RetentionDeps, 'database' | 'clock'>, staff: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  const { retentionHolds } = tables;
  const now = clock.now();
  await database.write(async (tx) => {
    const [known] = await tx.select().from(retentionHolds).where(eq(retentionHolds.id, id));
    if (!known) throw problem('not-found');
    const ended = await tx.update(retentionHolds).set({ endedAt: now, endedBy: staff.id }).where(and(eq(retentionHolds.id, id), isNull(retentionHolds.endedAt))).returning({ id: retentionHolds.id });
    if (ended.length > 0) await recordAudit(tx, tables, actorOf(staff), { action: 'delete', object: { kind: 'retention', id }, personId: known.personId, before: { until: known.until } }, now);
  });
}
