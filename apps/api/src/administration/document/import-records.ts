import { type ArchivableKind, archivableKinds, type RecordKind } from '@sportello/contract';
import { localDay } from '@sportello/scheduling';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { type DirectoryRows, readDirectoryRows } from '../../directory/read-rows.ts';
import { canonicalJson } from '../../http/blank-fields.ts';
import type { FieldProblem, Said } from '../../http/problems.ts';
import { writeArchived } from '../archive.ts';
import type { Kept } from '../records/kind.ts';
import { kindOf, recordsIn } from '../records/kinds.ts';
import { missingOf } from '../records/references.ts';
import { addVersion, revisionOf } from '../versions.ts';
import type { RecordRow } from './read-document.ts';
import type { RowProblem } from './row-problems.ts';

/** Each kind after those that its rows lean on. */
const order: readonly RecordKind[] = ['union', 'privacy_notice', 'municipality', 'life_event', 'faq', 'place', 'office', 'calendar', 'service', 'closure', 'worked_holiday', 'message_text'];

export interface Importing {
  readonly rows: readonly RecordRow[];
  readonly staffId: string | null;
  readonly now: number;
  /** Something else is wrong already: nothing needs to be written to tell what is wrong here. */
  readonly isOnlyJudged: boolean;
}

export interface ImportedRecords {
  readonly created: readonly RecordRow[];
  readonly changed: readonly RecordRow[];
  readonly unchanged: readonly RecordRow[];
  readonly problems: readonly RowProblem[];
  readonly after: DirectoryRows;
}

/** Writes the records of a document over those that are there, with a step in the history of each. Where something is wrong the caller takes the write back. */
export async function importRecords(tx: Writer, tables: Tables, { rows, staffId, now, isOnlyJudged }: Importing): Promise<ImportedRecords> {
  const before = await readDirectoryRows({ read: tx, tables });
  const records = rows.map((record) => asHere(record, before));
  const wrong = [...twiceIn(records), ...judgeAll(records, before, { now, isThere: isThereWith(records, before) })];
  if (wrong.length > 0 || isOnlyJudged) return { created: [], changed: [], unchanged: [], problems: wrong, after: before };

  const sorted = { created: [] as RecordRow[], changed: [] as RecordRow[], unchanged: [] as RecordRow[] };
  const known = (record: RecordRow) => recordsIn(before, record.content.kind).get(record.id);
  for (const kind of order) {
    for (const record of records) {
      if (record.content.kind !== kind) continue;
      const kept = known(record);
      if (kept && isSame(kept, record)) {
        sorted.unchanged.push(record);
        continue;
      }
      sorted[kept ? 'changed' : 'created'].push(record);
      await write(tx, tables, { record, kept, rows: before, now });
    }
  }
  const after = await readDirectoryRows({ read: tx, tables });
  const problems = judgeAll(records, after, { now, isThere: (kind, id) => recordsIn(after, kind).has(id) });
  if (problems.length === 0) for (const record of [...sorted.created, ...sorted.changed]) await remember(tx, tables, record, { kept: known(record), after, staffId, now });
  return { ...sorted, problems, after };
}

/** There is one union: that of a document is ours, whatever its id. */
function asHere(record: RecordRow, { unions }: DirectoryRows): RecordRow {
  const own = unions[0]?.id;
  return record.content.kind === 'union' && own !== undefined ? { ...record, id: own } : record;
}

function isSame(kept: Kept, { state = 'used', content }: RecordRow): boolean {
  return kept.state === state && canonicalJson(kept.content) === canonicalJson(content);
}

/** What must be one of its kind. */
const unique = ['slug', 'istat_code', 'version'] as const;
const twice: Said = { it: 'Nel documento c’è già.', en: 'It is in the document already.' };

function twiceIn(records: readonly RecordRow[]): RowProblem[] {
  const seen = new Set<string>();
  return records.flatMap(({ row, id, content }) => {
    const names = [['/id', id], ...unique.map((name) => [`/content/${name}`, (content as Readonly<Record<string, unknown>>)[name]])] as const;
    return names.flatMap(([field, value]) => {
      if (typeof value !== 'string') return [];
      const key = `${content.kind} ${field} ${value}`;
      const isTwice = seen.has(key);
      seen.add(key);
      return isTwice ? [{ list: 'records' as const, row, field: String(field), detail: twice }] : [];
    });
  });
}

function isThereWith(records: readonly RecordRow[], rows: DirectoryRows): (kind: RecordKind, id: string) => boolean {
  const inDocument = new Set(records.map(({ id, content }) => `${content.kind} ${id}`));
  return (kind, id) => inDocument.has(`${kind} ${id}`) || recordsIn(rows, kind).has(id);
}

function judgeAll(records: readonly RecordRow[], rows: DirectoryRows, { now, isThere }: { readonly now: number; readonly isThere: (kind: RecordKind, id: string) => boolean }): RowProblem[] {
  const today = localDay(rows.unions[0]?.timeZone ?? 'Europe/Rome', Math.floor(now / 60_000));
  return records.flatMap(({ row, id, state = 'used', content }) => {
    const kind = kindOf(content.kind);
    const wrong: FieldProblem[] = [...missingOf(kind.references(content), isThere), ...kind.judge(content, { rows, id, today })];
    const isStateWrong = state === 'archived' && !isArchivable(content.kind);
    return [...wrong.map(({ field, detail }) => ({ list: 'records' as const, row, field: `/content${field}`, detail })), ...(isStateWrong ? [{ list: 'records' as const, row, field: '/state', detail: notArchived }] : [])];
  });
}

const notArchived: Said = { it: 'Questo tipo non si archivia.', en: 'This kind is not archived.' };

function isArchivable(kind: RecordKind): kind is ArchivableKind {
  return archivableKinds.some((name) => name === kind);
}

async function write(tx: Writer, tables: Tables, { record, kept, rows, now }: { readonly record: RecordRow; readonly kept: Kept | undefined; readonly rows: DirectoryRows; readonly now: number }): Promise<void> {
  const { id, state = 'used', content } = record;
  await kindOf(content.kind).write(tx, tables, { id, content, rows, now });
  if (!isArchivable(content.kind) || (state === (kept?.state ?? 'used') && content.kind !== 'service')) return;
  // A service that is used was just written as published or draft.
  if (content.kind !== 'service' || state === 'archived') await writeArchived(tx, tables, { kind: content.kind, id }, state === 'archived' ? now : null);
}

async function remember(tx: Writer, tables: Tables, { id, content: { kind } }: RecordRow, { kept, after, staffId, now }: { readonly kept: Kept | undefined; readonly after: DirectoryRows; readonly staffId: string | null; readonly now: number }): Promise<void> {
  const next = recordsIn(after, kind).get(id);
  if (!next) throw new Error(`${kind} ${id} was imported and is not there`);
  const revision = await revisionOf(tx, tables, { kind, id });
  if (kept && revision === 0) await addVersion(tx, tables, { kind, id, revision: 0, action: 'before', ...kept, staffId: null }, now);
  await addVersion(tx, tables, { kind, id, revision: revision + 1, action: 'import', ...next, staffId }, now);
}
