import type { RecordContent, RecordDraft, RecordKind } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Directory } from '../directory/directory.ts';
import { canonicalJson } from '../http/blank-fields.ts';
import { problem } from '../http/problems.ts';
import { type RecordName, revisionOf } from './versions.ts';

/** Keeps a change for later, in place of the one that was kept before. Throws `changed-meanwhile` for one of an older revision. */
export async function keepDraft({ write, tables }: Database, { kind, id }: RecordName, draft: { readonly revision: number; readonly content: RecordContent; readonly staffId: string }, now: number): Promise<void> {
  const { recordDrafts } = tables;
  await write(async (tx) => {
    if ((await revisionOf(tx, tables, { kind, id })) !== draft.revision) throw problem('changed-meanwhile');
    const values = { basedOn: draft.revision, content: draft.content, staffId: draft.staffId, changedAt: now };
    await tx.insert(recordDrafts).values({ id: newId(), kind, recordId: id, ...values }).onConflictDoUpdate({ target: [recordDrafts.kind, recordDrafts.recordId], set: values });
  });
}

/** What is kept for later, with who keeps it; null: nothing. */
export async function findDraft({ read, tables: { recordDrafts, staff } }: Database, directory: Directory, name: RecordName): Promise<RecordDraft | null> {
  const [row] = await read
    .select({ draft: recordDrafts, givenName: staff.givenName, familyName: staff.familyName })
    .from(recordDrafts)
    .leftJoin(staff, eq(staff.id, recordDrafts.staffId))
    .where(isOf(recordDrafts, name));
  if (!row) return null;
  const { basedOn, staffId, changedAt, content } = row.draft;
  return { based_on: basedOn, staff_id: staffId, staff_name: row.givenName === null ? null : `${row.givenName} ${row.familyName}`, changed_at: instantWriter(directory)(changedAt), content };
}

/** Ids of the records of a kind that have one. */
export async function idsWithDraft({ read, tables: { recordDrafts } }: Database, kind: RecordKind): Promise<ReadonlySet<string>> {
  const rows = await read.select({ id: recordDrafts.recordId }).from(recordDrafts).where(eq(recordDrafts.kind, kind));
  return new Set(rows.map(({ id }) => id));
}

/** After a change: the draft of whoever made it is over, and so is one that is in force now. What somebody else still keeps for later stays. */
export async function endDraft(tx: Writer, tables: Tables, name: RecordName, { staffId, content }: { readonly staffId: string; readonly content: RecordContent }): Promise<void> {
  const [draft] = await tx.select().from(tables.recordDrafts).where(isOf(tables.recordDrafts, name));
  if (draft && (draft.staffId === staffId || canonicalJson(draft.content) === canonicalJson(content))) await forgetDraft(tx, tables, name);
}

export async function forgetDraft(tx: Writer, { recordDrafts }: Tables, name: RecordName): Promise<void> {
  await tx.delete(recordDrafts).where(isOf(recordDrafts, name));
}

function isOf(recordDrafts: Tables['recordDrafts'], { kind, id }: RecordName) {
  return and(eq(recordDrafts.kind, kind), eq(recordDrafts.recordId, id));
}
