import type { Database } from '../database/database.ts';

/** A query, prepared once, for the revision of the directory; null where the union was not set up yet. */
export function revisionQuery({ read, tables }: Database): () => Promise<number | null> {
  const query = read.select({ revision: tables.unions.directoryRevision }).from(tables.unions).limit(1).prepare('directory_revision');
  return async () => (await query.execute())[0]?.revision ?? null;
}
