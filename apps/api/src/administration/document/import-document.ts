import { documentLists, type ImportReport, type Language, recordKinds, type UnionDocumentIn } from '@sportello/contract';
import { sql } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import { attempt } from '../../database/attempt.ts';
import type { Writer } from '../../database/database.ts';
import { directoryOf } from '../../directory/picture.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { AdministrationDeps } from '../deps.ts';
import { keepLogo } from '../logo/keep-logo.ts';
import { type ImportedHours, importHours } from './import-hours.ts';
import { type ImportedRecords, importRecords } from './import-records.ts';
import { readDocument, type ReadDocument } from './read-document.ts';
import { rowErrorsOf, type RowProblem } from './row-problems.ts';

interface Import {
  readonly by: StaffMember;
  readonly document: UnionDocumentIn;
  /** A try is taken back, whatever comes out. */
  readonly isTry: boolean;
  readonly language: Language;
}

type Outcome = { readonly ok: boolean; readonly records: ImportedRecords | null; readonly hours: ImportedHours | null; readonly problems: readonly RowProblem[] };

/** Reads a document in: all of it or, where anything is wrong, nothing. A try does the same and takes it back, so that what it tells is true. */
export async function importDocument(deps: AdministrationDeps, { by, document, isTry, language }: Import): Promise<ImportReport> {
  const read = await readDocument(document);
  const outcome = await attempt(deps.database, async (tx) => {
    const done = await carryIn(deps, tx, by, read);
    return { ...done, ok: done.problems.length === 0 && !isTry };
  });
  return reportOf(outcome, document, language);
}

async function carryIn({ database, clock }: AdministrationDeps, tx: Writer, by: StaffMember, read: ReadDocument): Promise<Outcome> {
  const { tables } = database;
  const now = clock.now();
  await tx.update(tables.unions).set({ directoryRevision: sql`${tables.unions.directoryRevision} + 1` });
  const staff = new Set((await tx.select({ id: tables.staff.id }).from(tables.staff)).map(({ id }) => id));
  for (const logo of read.logos) await keepLogo(tx, tables, logo, now);
  const records = await importRecords(tx, tables, { rows: read.records.map((record) => ofOurStaff(record, staff)), staffId: by.id, now, isOnlyJudged: read.problems.length > 0 });
  const ofRecords = [...read.problems, ...records.problems];
  // Where a record is missing, its hours have nothing to be judged by.
  if (ofRecords.length > 0) return { ok: false, records: null, hours: null, problems: ofRecords };
  const hours = await importHours(tx, database, directoryOf(records.after, now), read.hours, { staffId: by.id, now });
  const counts = { created: records.created.length, changed: records.changed.length, unchanged: records.unchanged.length, hours: hours.changed };
  await recordAudit(tx, tables, actorOf(by), { action: 'import', object: { kind: 'union', id: records.after.unions[0]?.id ?? null }, after: counts }, now);
  return { ok: true, records, hours, problems: hours.problems };
}

/** A calendar of a colleague who works elsewhere is nobody's here. */
function ofOurStaff<Row extends ReadDocument['records'][number]>(record: Row, staff: ReadonlySet<string>): Row {
  const { content } = record;
  if (content.kind !== 'calendar' || content.staff_id === undefined || staff.has(content.staff_id)) return record;
  const rest = Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'staff_id')) as typeof content; // the same but for what may be left out
  return { ...record, content: rest };
}

const mostErrors = 500;

function reportOf({ records, hours, problems }: Outcome, document: UnionDocumentIn, language: Language): ImportReport {
  const wrongRows = new Set(problems.map(({ list, row }) => `${list} ${row}`)).size;
  const isRight = problems.length === 0;
  return {
    is_right: isRight,
    kinds: isRight && records && hours ? countsOf(records, hours) : [],
    errors: rowErrorsOf([...problems].sort((one, other) => documentLists.indexOf(one.list) - documentLists.indexOf(other.list) || one.row - other.row).slice(0, mostErrors), document, language),
    error_count: problems.length,
    wrong_rows: wrongRows,
  };
}

function countsOf(records: ImportedRecords, hours: ImportedHours): ImportReport['kinds'] {
  const of = (name: 'created' | 'changed' | 'unchanged', kind: string) => records[name].filter(({ content }) => content.kind === kind).length;
  const kinds = recordKinds.map((kind) => ({ kind, created: of('created', kind), changed: of('changed', kind), unchanged: of('unchanged', kind) }));
  return [...kinds, { kind: 'hours' as const, created: 0, changed: hours.changed, unchanged: hours.unchanged }].filter(({ created, changed, unchanged }) => created + changed + unchanged > 0);
}
