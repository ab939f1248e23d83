import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { filesOf, type StoredRow } from './files.ts';

/**
 * Takes files away inside a write: the rows, the pieces that lie in the database, and a note of what has to be taken away
 * elsewhere, which a job does after the commit. An answer that was one of them goes with it.
 */
export async function takeFilesAway(tx: Writer, tables: Tables, gone: readonly StoredRow[], now: number): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  const { files, filePieces, fileRemovals, answers } = tables;
  await tx.delete(filePieces).where(inArray(filePieces.fileId, ids));
  for (const { id, store } of gone) {
    if (store !== 'database') await tx.insert(fileRemovals).values({ id, store, dueAt: now }).onConflictDoNothing();
  }
  for (const { id, ownerId, questionId } of gone) {
    if (questionId !== null) await tx.delete(answers).where(and(eq(answers.appointmentId, ownerId), eq(answers.questionId, questionId), eq(answers.value, id)));
  }
  await tx.delete(files).where(inArray(files.id, ids));
}

/** All papers of these appointments: erasing a person, or the end of the time for which they are kept. */
export async function takeAllFilesAway(tx: Writer, tables: Tables, appointmentIds: readonly string[], now: number): Promise<void> {
  for (const id of appointmentIds) await takeFilesAway(tx, tables, await filesOf(tx, tables, id), now);
}
