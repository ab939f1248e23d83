import { and, eq, isNull } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import { recordEvent } from '../appointments/events.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { isNew } from './new-files.ts';
import type { StoredRow } from './files.ts';

interface Opening {
  readonly appointment: Appointment;
  readonly file: StoredRow;
  /** Whose appointment it is. */
  readonly personId: string | null;
  readonly by: Actor;
}

/** Somebody of the desk opens a paper: that is on record before anything is shown, and for no board is it new any more. In one write. */
export async function recordOpening(tx: Writer, tables: Tables, { appointment, file, personId, by }: Opening, now: number): Promise<void> {
  await recordAudit(tx, tables, by, { action: 'see', object: { kind: 'file', id: file.id }, personId }, now);
  if (!isNew(file)) return;
  const { files } = tables;
  const [first] = await tx.update(files).set({ seenAt: now }).where(and(eq(files.id, file.id), isNull(files.seenAt))).returning({ id: files.id });
  if (first) await recordEvent(tx, tables, appointment, { kind: 'papers-changed', by, at: now });
}
