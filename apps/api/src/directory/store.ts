import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from './directory.ts';
import { directoryOf } from './picture.ts';
import { revisionQuery } from './queries.ts';
import { readDirectoryRows } from './read-rows.ts';

export interface DirectoryStore {
  /** The directory as it is now. An installation that nobody set up yet answers with an empty one, of revision -1. */
  current(): Promise<Directory>;
}

/**
 * Keeps the picture of the directory. Each call asks the database for the revision, so that a change made by another
 * process shows at once; the tables are read again only when it has moved. `clock` says which privacy notice is in force.
 */
export function directoryStore(database: Database, clock: Clock, { roomOpensMinutes }: { readonly roomOpensMinutes?: number | undefined } = {}): DirectoryStore {
  const askRevision = revisionQuery(database);
  let kept: Directory | null = null;
  let reading: Promise<Directory> | null = null;

  async function current(): Promise<Directory> {
    const revision = (await askRevision()) ?? -1;
    if (kept?.revision === revision && clock.now() < kept.privacyNotice.replacedAt) return kept;
    reading ??= read().finally(() => (reading = null));
    const picture = await reading;
    // A reading that somebody else began may have ended just before the revision that we saw.
    return picture.revision === revision ? picture : current();
  }

  /** Reads until no change came in between, so that no picture is half old and half new. */
  async function read(): Promise<Directory> {
    const picture = directoryOf(await readDirectoryRows(database), clock.now(), roomOpensMinutes);
    if (((await askRevision()) ?? -1) !== picture.revision) return read();
    kept = picture.revision === -1 ? null : picture; // without a union nothing would say that it changed
    return picture;
  }

  return { current };
}
