import { DocumentHours, DocumentLogo, DocumentRecord, recordContents, type RecordKind, recordKinds, type UnionDocumentIn } from '@sportello/contract';
import { setImmediate as others } from 'node:timers/promises';
import * as Type from 'typebox';
import { judgeShape } from '../../http/validation.ts';
import type { FieldProblem } from '../../http/problems.ts';
import { type JudgedLogo, judgeLogo } from '../logo/judge-logo.ts';
import type { RowProblem } from './row-problems.ts';

/** A record of a document, with its row in it (counted from 0). */
export interface RecordRow extends DocumentRecord {
  readonly row: number;
}

export interface HoursRow extends DocumentHours {
  readonly row: number;
}

export interface ReadDocument {
  readonly records: readonly RecordRow[];
  readonly hours: readonly HoursRow[];
  readonly logos: readonly JudgedLogo[];
  /** What is wrong with the shape of rows; those are in neither list. */
  readonly problems: readonly RowProblem[];
}

/** So many rows are read before others may be answered. */
const rowsAtOnce = 100;

/** Each kind by its own schema, so that what is wrong is told of what was meant. */
const judges = new Map<RecordKind, ReturnType<typeof judgeShape>>();

function judgeOf(kind: RecordKind): ReturnType<typeof judgeShape> {
  const judge = judges.get(kind) ?? judgeShape(Type.Object({ ...DocumentRecord.properties, content: recordContents[kind] }, { additionalProperties: false }));
  judges.set(kind, judge);
  return judge;
}

const judgeHours = judgeShape(DocumentHours);
const judgeLogoShape = judgeShape(DocumentLogo);
const otherPicture = { it: 'Non è di questa immagine.', en: 'It is not of this picture.' };
const noKind = { it: 'Manca il tipo (kind), o non è uno di quelli previsti.', en: 'The kind is missing, or none of those that there are.' };

/** Reads the rows of a document one by one: however many, others are answered meanwhile. */
export async function readDocument({ records, hours = [], logos = [] }: UnionDocumentIn): Promise<ReadDocument> {
  const problems: RowProblem[] = [];
  const read = { records: [] as RecordRow[], hours: [] as HoursRow[], logos: [] as JudgedLogo[] };
  for (const [row, value] of records.entries()) {
    if (row % rowsAtOnce === 0) await others();
    const kind = kindIn(value);
    const wrong = kind === null ? [{ field: '/content/kind', detail: noKind }] : judgeOf(kind)(value);
    if (wrong.length === 0) read.records.push({ ...(value as DocumentRecord), row }); // judged by the line above
    else problems.push(...wrong.map((problem) => ({ list: 'records' as const, row, ...problem })));
  }
  for (const [row, value] of hours.entries()) {
    if (row % rowsAtOnce === 0) await others();
    const wrong = judgeHours(value);
    if (wrong.length === 0) read.hours.push({ ...(value as DocumentHours), row });
    else problems.push(...wrong.map((problem) => ({ list: 'hours' as const, row, ...problem })));
  }
  for (const [row, value] of logos.entries()) {
    const verdict = await judgeDocumentLogo(value);
    if (verdict.ok) read.logos.push(verdict.logo);
    else problems.push(...verdict.wrong.map((problem) => ({ list: 'logos' as const, row, ...problem })));
  }
  return { ...read, problems };
}

type LogoReading = { readonly ok: true; readonly logo: JudgedLogo } | { readonly ok: false; readonly wrong: readonly FieldProblem[] };

/** A picture of a document is judged as one that was sent; its id is that of its content. */
async function judgeDocumentLogo(value: unknown): Promise<LogoReading> {
  const wrong = judgeLogoShape(value);
  if (wrong.length > 0) return { ok: false, wrong };
  const { id, content } = value as DocumentLogo; // judged by the line above
  const verdict = await judgeLogo(Buffer.from(content, 'base64'));
  if (!verdict.ok) return { ok: false, wrong: [{ field: '/content', detail: verdict.why }] };
  return verdict.logo.id === id ? verdict : { ok: false, wrong: [{ field: '/id', detail: otherPicture }] };
}

/** The kind that a row names, or null. */
export function kindIn(value: unknown): RecordKind | null {
  const content = isObject(value) ? value['content'] : undefined;
  const kind = isObject(content) ? content['kind'] : undefined;
  return recordKinds.find((name) => name === kind) ?? null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
