import type { AuditObject } from '@sportello/contract';
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/** Erases the values that speak of a person (GDPR, article 17); that something was done, by whom and when, stays in the trail. */
export async function eraseAuditValuesOf(tx: Writer, { auditValues }: Tables, personId: string): Promise<void> {
  await tx.delete(auditValues).where(eq(auditValues.personId, personId));
}

/** Erases the values of what was done to these things, whoever they speak of. */
export async function eraseAuditValuesAbout(tx: Writer, { auditEntries, auditValues }: Tables, kind: AuditObject, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const about = tx.select({ id: auditEntries.id }).from(auditEntries).where(and(eq(auditEntries.objectKind, kind), inArray(auditEntries.objectId, [...ids])));
  await tx.delete(auditValues).where(inArray(auditValues.entryId, about));
}

/** Erases values that were written at `before` or earlier, the oldest first, `atMost` of them. */
export async function forgetAuditValues(tx: Writer, { auditValues }: Tables, before: number, atMost = 1_000): Promise<void> {
  const oldest = tx.select({ entryId: auditValues.entryId }).from(auditValues).where(lte(auditValues.at, before)).orderBy(asc(auditValues.at)).limit(atMost);
  await tx.delete(auditValues).where(inArray(auditValues.entryId, oldest));
}
