import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../database/open.ts';
import { type Checked, checkDatabase } from './check-database.ts';
import type { Foot, Head } from './format.ts';
import { restoreBackup } from './restore-backup.ts';

export interface ToTry {
  readonly file: string;
  /** Where the try may lie meanwhile; it takes about as much room as the database. */
  readonly folder: string;
  readonly keys: readonly Buffer[];
}

/** The names that tries have, so that those of a process that died are found. */
export const triedPrefix = '.sportello-check-';

/**
 * The one proof that a backup can be restored: restores it into a database of its own that nobody else reads (whatever kind it was
 * taken from), looks at that, and takes it away. Throws what `restoreBackup` throws.
 */
export async function tryBackup({ file, folder, keys }: ToTry): Promise<{ head: Head; foot: Foot; checked: Checked }> {
  const own = await mkdtemp(join(folder, triedPrefix));
  try {
    const location = { kind: 'sqlite', file: join(own, 'tried.db') } as const;
    const { head, foot } = await restoreBackup({ location, file, replace: false });
    const database = await openDatabase(location);
    try {
      // At the time of the backup: entries of the trail that waited for their seal then would be late by now.
      return { head, foot, checked: await checkDatabase({ database, clock: { now: () => head.made_at }, keys }) };
    } finally {
      await database.close();
    }
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
