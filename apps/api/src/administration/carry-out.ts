import { type ArchivableKind, archivableKinds, type RecordContent, type RecordState, type VersionAction } from '@sportello/contract';
import { localDay } from '@sportello/scheduling';
import { sql } from 'drizzle-orm';
import { type Actor, recordAudit, type Values } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { type DirectoryRows, readDirectoryRows } from '../directory/read-rows.ts';
import { problem, type Said } from '../http/problems.ts';
import { writeArchived } from './archive.ts';
import { dependentsOf } from './dependents.ts';
import type { Kept } from './records/kind.ts';
import { missingOf } from './records/references.ts';
import { kindOf, recordsIn } from './records/kinds.ts';
import { addVersion, findVersion, type RecordName, revisionOf } from './versions.ts';

/** What somebody wants of a record; `revision` is the one that they saw. */
export type Wish = RecordName &
  (
    | { readonly does: 'create'; readonly content: RecordContent }
    | { readonly does: 'change'; readonly revision: number; readonly content: RecordContent }
    | { readonly does: 'restore'; readonly revision: number; readonly to: number }
    | { readonly does: 'archive' | 'unarchive' | 'delete'; readonly revision: number }
  );

/** What the directory was made of, before and after. */
export interface Carried {
  readonly before: DirectoryRows;
  readonly after: DirectoryRows;
}

/**
 * Does what is wished, inside a write: the rows, the history and the trail. Administrators wait for each other. Throws
 * `not-found`, `changed-meanwhile`, `validation` (fields below `/content`), `state-conflict` and `still-used`.
 */
export async function carryOut(tx: Writer, tables: Tables, wish: Wish, { by, now }: { readonly by: Actor; readonly now: number }): Promise<Carried> {
  await lockDirectory(tx, tables);
  const before = await readDirectoryRows({ read: tx, tables });
  const kept = recordsIn(before, wish.kind).get(wish.id) ?? null;
  const revision = await revisionOf(tx, tables, wish);
  if (wish.does === 'create') {
    if (kept || revision > 0) throw problem('changed-meanwhile');
  } else if (wish.revision !== revision) {
    throw problem(kept || revision > 0 ? 'changed-meanwhile' : 'not-found');
  }
  await write(tx, tables, wish, { before, kept, now });
  const after = await readDirectoryRows({ read: tx, tables });
  const next = recordsIn(after, wish.kind).get(wish.id) ?? null; // ids that were given to what is new are in
  const staffId = by.kind === 'staff' ? by.staffId : null;
  if (kept && revision === 0) await addVersion(tx, tables, { ...named(wish), revision: 0, action: 'before', ...kept, staffId: null }, now);
  await addVersion(tx, tables, { ...named(wish), revision: revision + 1, action: actionOf(wish), ...(next ?? gone(kept)), staffId }, now);
  await recordAudit(tx, tables, by, { action: actionOf(wish), object: { kind: wish.kind, id: wish.id }, before: written(kept), after: written(next) }, now);
  return { before, after };
}

/**
 * The first step of every change of the directory: whoever changes it at the same moment waits, and who has a picture of it reads anew.
 * Before there is a union, a row of its own stands for it, so that two administrators do not make two.
 */
export async function lockDirectory(tx: Writer, { unions, installation }: Pick<Tables, 'unions' | 'installation'>): Promise<void> {
  const raised = await tx.update(unions).set({ directoryRevision: sql`${unions.directoryRevision} + 1` }).returning({ id: unions.id });
  if (raised.length > 0) return;
  const row = { key: 'directory', value: 'lock' };
  await tx.insert(installation).values(row).onConflictDoUpdate({ target: installation.key, set: { value: row.value } });
}

interface Present {
  readonly before: DirectoryRows;
  readonly kept: Kept | null;
  readonly now: number;
}

/** Writes the rows. */
async function write(tx: Writer, tables: Tables, wish: Wish, present: Present): Promise<void> {
  const { kept, before, now } = present;
  switch (wish.does) {
    case 'create':
      return writeContent(tx, tables, { ...named(wish), content: wish.content }, present);
    case 'change':
      if (!kept) throw problem('not-found');
      return writeContent(tx, tables, { ...named(wish), content: wish.content }, present);
    case 'restore': {
      const version = await findVersion(tx, tables, wish, wish.to);
      if (!version) throw problem('not-found');
      return writeContent(tx, tables, { ...named(wish), content: version.content }, present);
    }
    case 'archive':
    case 'unarchive':
      if (!kept) throw problem('not-found');
      return archive(tx, tables, wish, { ...present, kept });
    case 'delete': {
      if (!kept) throw problem('not-found');
      const dependents = await dependentsOf(tx, tables, before, wish, now);
      if (dependents.length > 0) throw problem('still-used');
      return kindOf(wish.kind).remove(tx, tables, wish.id);
    }
  }
}

interface Written extends RecordName {
  readonly content: RecordContent;
}

async function writeContent(tx: Writer, tables: Tables, { kind, id, content }: Written, { before: rows, kept, now }: Present): Promise<void> {
  if (kept?.state === 'archived') throw problem('state-conflict', { state: kept.state });
  if (content.kind !== kind) throw problem('validation', { errors: [{ field: '/content/kind', detail: otherKind }] });
  const today = localDay(rows.unions[0]?.timeZone ?? 'Europe/Rome', Math.floor(now / 60_000));
  const missing = missingOf(kindOf(kind).references(content), (name, other) => recordsIn(rows, name).has(other));
  const errors = [...missing, ...kindOf(kind).judge(content, { rows, id, today })].map(({ field, detail }) => ({ field: `/content${field}`, detail }));
  if (errors.length > 0) throw problem('validation', { errors });
  await kindOf(kind).write(tx, tables, { id, content, rows, now });
}

async function archive(tx: Writer, tables: Tables, { kind, id, does }: Extract<Wish, { does: 'archive' | 'unarchive' | 'delete' }>, { before, kept, now }: Present & { readonly kept: Kept }): Promise<void> {
  const wanted: RecordState = does === 'archive' ? 'archived' : 'used';
  if (kept.state === wanted) throw problem('changed-meanwhile');
  if (does === 'archive' && kind === 'office' && before.services.some(({ officeId, state }) => officeId === id && state !== 'archived')) throw problem('still-used', { detail: servicesFirst });
  // The address takes kinds that can be archived, and no other.
  if (!archivableKinds.some((name) => name === kind)) throw problem('not-found');
  await writeArchived(tx, tables, { kind: kind as ArchivableKind, id }, does === 'archive' ? now : null);
}

function named({ kind, id }: Wish): RecordName {
  return { kind, id };
}

function actionOf({ does }: Wish): Exclude<VersionAction, 'before' | 'import'> {
  return does;
}

/** Of what is deleted the history keeps how it was at last. */
function gone(kept: Kept | null): Kept {
  if (!kept) throw new Error('What was not there cannot be deleted');
  return kept;
}

/** Longer values stand in the history. */
const longestValue = 1000;

function written(kept: Kept | null): Values {
  if (!kept) return {};
  const fields = Object.entries(kept.content).filter(([name]) => name !== 'kind');
  const values = fields.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value).slice(0, longestValue) : value] as const);
  return { ...Object.fromEntries(values), state: kept.state };
}

const otherKind: Said = { it: 'Non è di questo tipo.', en: 'It is not of this kind.' };
const servicesFirst: Said = { it: 'Questo ufficio ha ancora dei servizi: archivia o sposta prima quelli.', en: 'This office still has services: archive or move those first.' };
