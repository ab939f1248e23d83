import type { NewRecordDraft, RecordContent, RecordKind } from '@sportello/contract';
import { and, desc, eq } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import type { Database, Reader, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { Directory } from '../directory/directory.ts';
import { readDirectoryRows } from '../directory/read-rows.ts';
import { invalid, problem } from '../http/problems.ts';
import { recordsIn } from './records/kinds.ts';
import type { RecordName } from './versions.ts';

// Records that are not there yet, kept for later. They lie with the other drafts, under an id that no record has; `basedOn` counts how often one was kept.

interface Keeping {
  readonly kind: RecordKind;
  /** What stands in the form, as JSON. */
  readonly typed: string;
  readonly staffId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Keeps a new one, and answers with its id. Throws `validation` for what is no form of this kind. */
export async function createNewDraft({ write, tables: { recordDrafts } }: Database, { kind, typed, staffId, now }: Keeping): Promise<string> {
  const id = newId();
  const content = readTyped(kind, typed);
  await write(async (tx) => void (await tx.insert(recordDrafts).values({ id: newId(), kind, recordId: id, basedOn: 0, content, staffId, changedAt: now })));
  return id;
}

/** Keeps it as it has become. Throws `not-found`, `changed-meanwhile` for one who saw an older one, `validation`. */
export async function keepNewDraft({ write, tables }: Database, id: string, { kind, typed, staffId, now, revision }: Keeping & { readonly revision: number }): Promise<void> {
  const content = readTyped(kind, typed);
  await write(async (tx) => {
    const present = await findRow(tx, tables, { kind, id });
    if (!present || (await isRecord(tx, tables, { kind, id }))) throw problem('not-found');
    if (present.basedOn !== revision) throw problem('changed-meanwhile');
    await tx.update(tables.recordDrafts).set({ basedOn: revision + 1, content, staffId, changedAt: now }).where(eq(tables.recordDrafts.id, present.id));
  });
}

const mostDrafts = 200;

/** All of a kind, the newest first, with the names of who kept them last. */
export async function readNewDrafts({ read, tables }: Database, directory: Directory, kind: RecordKind): Promise<NewRecordDraft[]> {
  const { recordDrafts, staff } = tables;
  const known = recordsIn(await readDirectoryRows({ read, tables }), kind);
  const rows = await read
    .select({ draft: recordDrafts, givenName: staff.givenName, familyName: staff.familyName })
    .from(recordDrafts)
    .leftJoin(staff, eq(staff.id, recordDrafts.staffId))
    .where(eq(recordDrafts.kind, kind))
    .orderBy(desc(recordDrafts.changedAt), desc(recordDrafts.id));
  const write = instantWriter(directory);
  return rows
    .filter(({ draft }) => !known.has(draft.recordId))
    .slice(0, mostDrafts)
    .map(({ draft: { recordId, basedOn, staffId, changedAt, content }, givenName, familyName }) => ({
      id: recordId,
      revision: basedOn,
      staff_id: staffId,
      staff_name: givenName === null ? null : `${givenName} ${familyName}`,
      changed_at: write(changedAt),
      typed: JSON.stringify(content),
    }));
}

/** Whether a name is that of a record, and not of a draft alone. */
async function isRecord(reader: Reader | Writer, tables: Tables, { kind, id }: RecordName): Promise<boolean> {
  return recordsIn(await readDirectoryRows({ read: reader, tables }), kind).has(id);
}

/** Gives it up, inside a write; the draft of a change of a record that is there is none of these, and stays. */
export async function dropNewDraft(tx: Writer, tables: Tables, name: RecordName): Promise<void> {
  const present = await findRow(tx, tables, name);
  if (present && !(await isRecord(tx, tables, name))) await tx.delete(tables.recordDrafts).where(eq(tables.recordDrafts.id, present.id));
}

async function findRow(reader: Reader | Writer, { recordDrafts }: Tables, { kind, id }: RecordName) {
  const [row] = await reader.select().from(recordDrafts).where(and(eq(recordDrafts.kind, kind), eq(recordDrafts.recordId, id)));
  return row ?? null;
}

/** An object that says its kind: no more is asked of what is unfinished, and nothing reads it but the form that wrote it. */
function readTyped(kind: RecordKind, typed: string): RecordContent {
  const value = parsed(typed);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== kind) throw invalid('/typed', { it: 'Non è una bozza di questo tipo.', en: 'It is no draft of this kind.' });
  return value as RecordContent; // as far as it goes
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
