import type { Columns } from './columns.pg.ts';

/** Papers that people send each other; they hang on (kind, id), today an appointment. Erasing the owner takes them away whole. */
export function fileTables({ table, plain, deleted, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  const files = table('files', {
    id: id(),
    ownerKind: plain.text().$type<'appointment'>().notNull(),
    ownerId: plain.text().notNull(),
    name: deleted.text().notNull(),
    mediaType: plain.text().notNull(),
    bytes: plain.integer().notNull(),
    /** SHA-256 of the content, hexadecimal. */
    digest: deleted.text().notNull(),
    sentBy: plain.text().$type<'citizen' | 'staff' | 'guest'>().notNull(),
    staffId: plain.text(),
    guestId: plain.text(),
    /** The question that it answers. */
    questionId: plain.text(),
    /** Where the content lies: under the id of the row. */
    store: plain.text().$type<'database' | 'folder' | 's3'>().notNull(),
    createdAt: plain.instant().notNull(),
    /** When somebody of the desk first opened what a citizen or a guest sent; null: it is new to them. */
    seenAt: plain.instant(),
  }, (t) => [index('files_owner').on(t.ownerKind, t.ownerId)]);

  /** The content of a file that lies in the database. */
  const filePieces = table('file_pieces', {
    id: id(),
    fileId: plain.text().notNull(),
    position: plain.integer().notNull(),
    content: deleted.bytes().notNull(),
  }, (t) => [uniqueIndex('file_pieces_position').on(t.fileId, t.position)]);

  /** Content whose row is gone, or did not come yet: to be taken away where it lies. */
  const fileRemovals = table('file_removals', {
    id: id(),
    store: plain.text().$type<'database' | 'folder' | 's3'>().notNull(),
    dueAt: plain.instant().notNull(),
    attempts: plain.integer().notNull().default(0),
  }, (t) => [index('file_removals_due').on(t.dueAt)]);

  return { files, filePieces, fileRemovals };
}
