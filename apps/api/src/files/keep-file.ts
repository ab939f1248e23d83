import { type FileRefusal, mostFiles } from '@sportello/contract';
import { count, eq, and } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { attempt } from '../database/attempt.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { StoredRow } from './files.ts';
import type { FileStores } from './store/file-store.ts';

export interface KeepDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly stores: FileStores;
}

/** A file that was judged, and who sends it. */
export interface NewFile extends Pick<StoredRow, 'name' | 'mediaType' | 'digest' | 'sentBy' | 'staffId' | 'guestId' | 'questionId'> {
  readonly appointmentId: string;
  readonly content: Buffer;
  readonly actor: Actor;
}

export type KeepRefusal = Extract<FileRefusal, 'too-many' | 'closed'> | 'hold-expired' | 'hold-used';

export interface Keeping {
  /** Whether it may still be added, asked once the appointment is locked. */
  readonly judge: (present: Appointment, now: number) => KeepRefusal | null;
  /** Written with the row: the request's key. */
  readonly remember: (tx: Writer, id: string) => Promise<void>;
  /** Written with the row: who else learns of it. */
  readonly tell?: (tx: Writer, present: Appointment, now: number) => Promise<void>;
}

export type KeepOutcome = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: KeepRefusal };

/** Longer than any store takes: what is not needed by then was left over by a process that ended. */
const strandedAfterMilliseconds = 3_600_000;

/**
 * Keeps a file: first the content, noted beforehand as something to be taken away, then in one write the row, which strikes that
 * note. So no row is without its content, and no content stays without a row, wherever a process ends.
 */
export async function keepFile(deps: KeepDeps, file: NewFile, keeping: Keeping): Promise<KeepOutcome> {
  const { database, clock, stores } = deps;
  const { fileRemovals } = database.tables;
  const id = newId();
  const store = stores.current;
  await database.write(async (tx) => void (await tx.insert(fileRemovals).values({ id, store: store.kind, dueAt: clock.now() + strandedAfterMilliseconds })));
  try {
    await store.put(id, file.content);
    const outcome = await attempt<KeepOutcome>(database, (tx) => keepRow(deps, tx, { id, file, keeping }));
    if (!outcome.ok) await discard(deps, id);
    return outcome;
  } catch (error) {
    await discard(deps, id).catch(() => undefined); // the note stands: the job does it later
    throw error;
  }
}

async function keepRow({ database: { tables }, clock, stores }: KeepDeps, tx: Writer, { id, file, keeping }: { id: string; file: NewFile; keeping: Keeping }): Promise<KeepOutcome> {
  const now = clock.now();
  const present = await lockPapers(tx, tables, file.appointmentId);
  if (!present) return { ok: false, why: 'closed' };
  const refusal = keeping.judge(present, now) ?? ((await countFiles(tx, tables, file.appointmentId)) >= mostFiles ? 'too-many' : null);
  if (refusal) return { ok: false, why: refusal };

  const { appointmentId, content, actor, ...described } = file;
  await tx.insert(tables.files).values({ ...described, id, ownerKind: 'appointment', ownerId: appointmentId, bytes: content.length, store: stores.current.kind, createdAt: now });
  await tx.delete(tables.fileRemovals).where(eq(tables.fileRemovals.id, id));
  const requester = await readRequester(tx, tables, appointmentId);
  // Which file, not what it is called: a name may say more than anybody should read in the trail.
  await recordAudit(tx, tables, actor, { action: 'create', object: { kind: 'file', id }, personId: requester?.id ?? null, after: { appointment_id: appointmentId, media_type: file.mediaType, bytes: content.length } }, now);
  await keeping.tell?.(tx, present, now);
  await keeping.remember(tx, id);
  return { ok: true, id };
}

/** Whoever adds or takes away papers of one appointment waits for the other; then it is read as the other left it. */
export async function lockPapers(tx: Writer, { appointments }: Tables, id: string): Promise<Appointment | null> {
  const [row] = await tx.update(appointments).set({ id }).where(eq(appointments.id, id)).returning();
  return row ?? null;
}

export async function countFiles(tx: Pick<Writer, 'select'>, { files }: Tables, appointmentId: string): Promise<number> {
  const [row] = await tx.select({ files: count() }).from(files).where(and(eq(files.ownerKind, 'appointment'), eq(files.ownerId, appointmentId)));
  return row?.files ?? 0;
}

async function discard({ database, stores }: KeepDeps, id: string): Promise<void> {
  const { fileRemovals } = database.tables;
  await stores.current.remove(id);
  await database.write(async (tx) => void (await tx.delete(fileRemovals).where(eq(fileRemovals.id, id))));
}
