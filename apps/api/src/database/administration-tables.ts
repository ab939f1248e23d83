import type { LogoMediaType, RecordContent, RecordKind, RecordState, VersionAction } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/** How the union's decisions came about. What they are in force lies in the tables of the directory. */
export function administrationTables({ table, plain, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  /** Each change of a record, with how it was from then on; the newest says its revision. */
  const recordVersions = table('record_versions', {
    id: id(),
    kind: plain.text().$type<RecordKind>().notNull(),
    recordId: plain.text().notNull(),
    revision: plain.integer().notNull(),
    action: plain.text().$type<VersionAction>().notNull(),
    state: plain.text().$type<RecordState>().notNull(),
    content: plain.json<RecordContent>().notNull(),
    /** null: the installation itself. */
    staffId: plain.text(),
    at: plain.instant().notNull(),
  }, (t) => [uniqueIndex('record_versions_revision').on(t.kind, t.recordId, t.revision), index('record_versions_at').on(t.at)]);

  /** Changes that are kept for later: one for each record. */
  const recordDrafts = table('record_drafts', {
    id: id(),
    kind: plain.text().$type<RecordKind>().notNull(),
    recordId: plain.text().notNull(),
    basedOn: plain.integer().notNull(),
    content: plain.json<RecordContent>().notNull(),
    staffId: plain.text().notNull(),
    changedAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('record_drafts_record').on(t.kind, t.recordId)]);

  /** Pictures for the logo of the union, by the SHA-256 of their content; which one is in force the union says. */
  const logos = table('logos', {
    id: id(),
    mediaType: plain.text().$type<LogoMediaType>().notNull(),
    width: plain.integer().notNull(),
    height: plain.integer().notNull(),
    content: plain.bytes().notNull(),
    /** When it was last sent. */
    createdAt: plain.instant().notNull(),
  });

  return { recordVersions, recordDrafts, logos };
}
