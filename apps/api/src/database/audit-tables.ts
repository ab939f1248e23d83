import type { AuditAction, AuditActor, AuditObject } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/**
 * The trail: who saw or changed what. The database refuses to change or delete its rows (see the migrations `audit`); what
 * is personal lies in `audit_values` beside them, which erasure deletes while the trail stays whole.
 */
export function auditTables({ table, plain, deleted, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  const auditEntries = table('audit_entries', {
    id: id(),
    at: plain.instant().notNull(),
    actor: plain.text().$type<AuditActor>().notNull(),
    staffId: plain.text(),
    /** By which session of the staff, or by which key of another system. */
    sessionId: plain.text(),
    action: plain.text().$type<AuditAction>().notNull(),
    objectKind: plain.text().$type<AuditObject>().notNull(),
    objectId: plain.text(),
    /** Names of the changed fields. */
    fields: plain.json<readonly string[]>().notNull(),
    /** SHA-256 of the salt and all that lies beside it, base64url. */
    digest: plain.text().notNull(),
  }, (t) => [index('audit_entries_at').on(t.at), index('audit_entries_object').on(t.objectKind, t.objectId), index('audit_entries_staff').on(t.staffId, t.at)]);

  const auditValues = table('audit_values', {
    entryId: plain.text().primaryKey().references(() => auditEntries.id),
    /** Whose data it is: erasing this person deletes the row. */
    personId: plain.text(),
    salt: deleted.text().notNull(),
    /** The client's address, whole. */
    address: deleted.text(),
    /** Old and new values by field, as JSON. */
    written: deleted.text().notNull(),
    at: plain.instant().notNull(),
  }, (t) => [index('audit_values_person').on(t.personId), index('audit_values_at').on(t.at)]);

  /** The chain over the trail: link n is SHA-256 of link n-1 and entry n (see audit/chain.ts). */
  const auditSeals = table('audit_seals', {
    number: plain.integer().primaryKey(),
    entryId: plain.text().notNull(),
    digest: plain.text().notNull(),
    sealedAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('audit_seals_entry').on(t.entryId)]);

  return { auditEntries, auditValues, auditSeals };
}
