import type { RecordItem, RecordKind } from '@sportello/contract';
import type { Database } from '../database/database.ts';
import { readDirectoryRows } from '../directory/read-rows.ts';
import { problem } from '../http/problems.ts';
import { idsWithDraft } from './drafts.ts';
import { kindOf, recordsIn } from './records/kinds.ts';
import { revisionsOf } from './versions.ts';

/** All of a kind as they are in force, in the order in which people see them, archived ones last. */
export async function readRecords(database: Database, kind: RecordKind): Promise<RecordItem[]> {
  const rows = await readDirectoryRows(database);
  const [revisions, drafts] = [await revisionsOf(database, kind), await idsWithDraft(database, kind)];
  const items = [...recordsIn(rows, kind)].map(([id, { state, content }]) => ({ kind, id, title: kindOf(kind).title(content, rows), revision: revisions.get(id) ?? 0, state, has_draft: drafts.has(id), content }));
  return [...items.filter(({ state }) => state === 'used'), ...items.filter(({ state }) => state === 'archived')];
}

/** One of them. Throws `not-found`. */
export async function readRecord(database: Database, kind: RecordKind, id: string): Promise<RecordItem> {
  const record = (await readRecords(database, kind)).find((one) => one.id === id);
  if (!record) throw problem('not-found');
  return record;
}
