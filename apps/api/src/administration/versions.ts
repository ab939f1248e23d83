import type { RecordContent, RecordKind, RecordState, RecordVersion, VersionAction } from '@sportello/contract';
import { and, desc, eq, max } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import type { Database, Reader, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { Directory } from '../directory/directory.ts';

export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}

/** How far a record has come: 0 where no change of it is known. */
export async function revisionOf(reader: Reader, { recordVersions }: Tables, { kind, id }: RecordName): Promise<number> {
  const [row] = await reader.select({ revision: max(recordVersions.revision) }).from(recordVersions).where(and(eq(recordVersions.kind, kind), eq(recordVersions.recordId, id)));
  return row?.revision ?? 0;
}

/** The same of all of a kind that were ever changed. */
export async function revisionsOf({ read, tables: { recordVersions } }: Database, kind: RecordKind): Promise<ReadonlyMap<string, number>> {
  const rows = await read.select({ id: recordVersions.recordId, revision: max(recordVersions.revision) }).from(recordVersions).where(eq(recordVersions.kind, kind)).groupBy(recordVersions.recordId);
  return new Map(rows.map(({ id, revision }) => [id, revision ?? 0]));
}

export interface NewVersion extends RecordName {
  readonly revision: number;
  readonly action: VersionAction;
  readonly state: RecordState;
  readonly content: RecordContent;
  readonly staffId: string | null;
}

/** Adds a step to the history, in the write that makes it. Where another one took the same revision the database refuses it. */
export async function addVersion(tx: Writer, { recordVersions }: Tables, { id, ...version }: NewVersion, at: number): Promise<void> {
  await tx.insert(recordVersions).values({ id: newId(), recordId: id, ...version, at });
}

export type VersionRow = Readonly<Tables['recordVersions']['$inferSelect']>;

/** One step of the history; null where there is none. */
export async function findVersion(reader: Reader, { recordVersions }: Tables, { kind, id }: RecordName, revision: number): Promise<VersionRow | null> {
  const [row] = await reader.select().from(recordVersions).where(and(eq(recordVersions.kind, kind), eq(recordVersions.recordId, id), eq(recordVersions.revision, revision)));
  return row ?? null;
}

const mostVersions = 1000;

/** The whole history, the newest step first, with the names of colleagues. */
export async function readVersions({ read, tables: { recordVersions, staff } }: Database, directory: Directory, { kind, id }: RecordName): Promise<RecordVersion[]> {
  const rows = await read
    .select({ version: recordVersions, givenName: staff.givenName, familyName: staff.familyName })
    .from(recordVersions)
    .leftJoin(staff, eq(staff.id, recordVersions.staffId))
    .where(and(eq(recordVersions.kind, kind), eq(recordVersions.recordId, id)))
    .orderBy(desc(recordVersions.revision))
    .limit(mostVersions);
  const write = instantWriter(directory);
  return rows.map(({ version: { revision, action, at, staffId, state, content }, givenName, familyName }) => ({
    revision,
    action,
    at: write(at),
    staff_id: staffId,
    staff_name: givenName === null ? null : `${givenName} ${familyName}`,
    state,
    content,
  }));
}
