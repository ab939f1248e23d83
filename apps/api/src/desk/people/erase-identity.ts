import { emailKey } from '@sportello/contract';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { eraseAuditValuesOf } from '../../audit/erase.ts';
import type { WrittenValues } from '../../audit/record.ts';
import type { Writer } from '../../database/database.ts';
import { eraseRows } from '../../database/erase-rows.ts';
import type { Tables } from '../../database/schema.ts';
import type { Secrets } from '../../secrets.ts';
import type { Person } from '../booked.ts';
import { removePersonTerms } from './person-terms.ts';

/** Erases who somebody is, inside a write: names, contacts, what finds them, and what was written about them or reported by them. Nothing is sent to them any more. */
export async function eraseIdentity(tx: Writer, { tables, secrets }: { tables: Tables; secrets: Pick<Secrets, 'digest'> }, { id, email }: Person, now: number): Promise<void> {
  const { people, identities, delegations, notes, threadMessages, outbox, invitations, linkRequests, reports, retentionHolds } = tables;
  await eraseRows(tx, people, eq(people.id, id), { erasedAt: now });
  await removePersonTerms(tx, tables, [id]);
  await eraseRows(tx, identities, eq(identities.personId, id));
  await eraseRows(tx, delegations, or(eq(delegations.delegatorId, id), eq(delegations.delegateId, id)));
  await eraseRows(tx, notes, and(eq(notes.ownerKind, 'person'), eq(notes.ownerId, id)));
  await eraseRows(tx, threadMessages, eq(threadMessages.personId, id));
  await eraseRows(tx, retentionHolds, eq(retentionHolds.personId, id));
  await tx.update(outbox).set({ state: 'dropped', failure: 'gone', lockedUntil: null }).where(and(eq(outbox.personId, id), eq(outbox.state, 'pending')));
  await tx.update(invitations).set({ revokedAt: now }).where(and(eq(invitations.personId, id), isNull(invitations.usedAt), isNull(invitations.revokedAt)));
  if (email === null) return;
  await eraseRows(tx, linkRequests, eq(linkRequests.emailDigest, secrets.digest('email', emailKey(email))));
  await eraseRows(tx, reports, eq(sql`lower(${reports.email})`, emailKey(email)));
}

/** Erases what the trail keeps of these people beside its entries, which stay. */
export async function eraseFromTrail(tx: Writer, tables: Tables, ids: readonly string[]): Promise<void> {
  for (const one of await idsInTrail(tx, tables, ids)) await eraseAuditValuesOf(tx, tables, one);
}

/** Under which ids the trail knows these people: their own, and those of rows that were merged into theirs. */
async function idsInTrail(tx: Writer, { auditEntries, auditValues }: Tables, ids: readonly string[]): Promise<string[]> {
  const known = new Set(ids);
  for (const id of known) {
    const merges = await tx
      .select({ written: auditValues.written })
      .from(auditEntries)
      .innerJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
      .where(and(eq(auditEntries.objectKind, 'person'), eq(auditEntries.objectId, id), eq(auditEntries.action, 'merge')));
    for (const { written } of merges) {
      const duplicate = (JSON.parse(written) as WrittenValues).find(([field]) => field === 'duplicate')?.[2]; // recordAudit writes nothing else
      if (typeof duplicate === 'string') known.add(duplicate); // and is looked at in turn
    }
  }
  return [...known];
}
