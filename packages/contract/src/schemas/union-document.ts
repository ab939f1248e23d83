import * as Type from 'typebox';
import { Id, Instant, InstantIn, Line, oneOf } from './common.ts';
import { OpeningExceptionIn, OpeningRuleIn } from './desk-calendars.ts';
import { LogoContent, LogoId } from './logo.ts';
import { RecordContent, recordKinds, recordStates } from './records.ts';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 });

/** One record of a document. Ids are those of the installation that wrote it: records name each other by them. */
export const DocumentRecord = Type.Object({ id: Id, state: Type.Optional(oneOf(recordStates, 'Left out: it is used')), content: RecordContent }, closed);

/** When a calendar is open: its rules, single days, and the times that somebody is away (never why). */
export const DocumentHours = Type.Object(
  {
    calendar_id: Id,
    rules: Type.Array(OpeningRuleIn, { maxItems: 500 }),
    exceptions: Type.Array(OpeningExceptionIn, { maxItems: 1000 }),
    absences: Type.Array(Type.Object({ starts_at: InstantIn, ends_at: InstantIn }, closed), { maxItems: 12_000 }),
  },
  closed,
);

/** The picture that the union's record names. */
export const DocumentLogo = Type.Object({ id: LogoId, content: LogoContent }, closed);

export const documentFormat = 'sportello-virtuale';
export const documentVersion = 1;
const mostRecords = 100_000;
const mostLogos = 1;

const head = { format: Type.Literal(documentFormat), version: Type.Literal(documentVersion) };

/** All that a union decided, in one document: enough to offer the same free times elsewhere. No person, no appointment, no secret. */
export const UnionDocument = Type.Object(
  { ...head, written_at: Instant, written_by: Line, records: Type.Array(DocumentRecord, { maxItems: mostRecords }), hours: Type.Array(DocumentHours, { maxItems: mostRecords }), logos: Type.Array(DocumentLogo, { maxItems: mostLogos }) },
  closed,
);

/** The same as it comes in: each record is judged by itself, so that all that is wrong is told at once. */
export const UnionDocumentIn = Type.Object(
  {
    ...head,
    written_at: Type.Optional(Line),
    written_by: Type.Optional(Line),
    records: Type.Array(Type.Unknown(), { maxItems: mostRecords }),
    hours: Type.Optional(Type.Array(Type.Unknown(), { maxItems: mostRecords })),
    logos: Type.Optional(Type.Array(Type.Unknown(), { maxItems: mostLogos })),
  },
  closed,
);

export const documentLists = ['records', 'hours', 'logos'] as const;
export type DocumentList = (typeof documentLists)[number];

/** What is wrong in one row of a document, and where. */
export const RowError = Type.Object(
  {
    list: oneOf(documentLists, 'In which list'),
    row: Type.Integer({ format: 'int32', minimum: 1, maximum: mostRecords, description: 'Counted from 1' }),
    /** What it is about, as far as that can be read. */
    title: Type.Optional(Line),
    field: Line,
    detail: Line,
  },
  closed,
);

/** What an import does, or would do. */
export const ImportReport = Type.Object(
  {
    /** Whether it can be done: nothing is wrong. */
    is_right: Type.Boolean(),
    kinds: Type.Array(Type.Object({ kind: oneOf([...recordKinds, 'hours'], 'What it is'), created: count, changed: count, unchanged: count }, closed), { maxItems: 20 }),
    /** The first of them. */
    errors: Type.Array(RowError, { maxItems: 500 }),
    error_count: count,
    wrong_rows: count,
  },
  closed,
);

export type DocumentLogo = Type.Static<typeof DocumentLogo>;
export type DocumentRecord = Type.Static<typeof DocumentRecord>;
export type DocumentHours = Type.Static<typeof DocumentHours>;
export type UnionDocument = Type.Static<typeof UnionDocument>;
export type UnionDocumentIn = Type.Static<typeof UnionDocumentIn>;
export type RowError = Type.Static<typeof RowError>;
export type ImportReport = Type.Static<typeof ImportReport>;
