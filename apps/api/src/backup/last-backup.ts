import { desc, eq, isNotNull } from 'drizzle-orm';
import type { BackupFailure } from '../database/backup-tables.ts';
import type { Database } from '../database/database.ts';

export interface LastBackups {
  /** The newest that was made and checked, by night or by hand; null: there was none. Instants are epoch milliseconds. */
  readonly good: { readonly madeAt: number; readonly endedAt: number | null; readonly file: string | null; readonly kilobytes: number | null; readonly byHand: boolean } | null;
  /** Where the newest night did not go well (or is still under way): what was wrong, how often it was tried, and when it is tried again. */
  readonly trouble: { readonly night: string; readonly state: 'running' | 'failed'; readonly failure: BackupFailure | null; readonly attempts: number; readonly nextTryAt: number | null } | null;
}

/** What is known of the backups of this desk, whichever process or machine made them. */
export async function lastBackups({ read, tables: { backups } }: Pick<Database, 'read' | 'tables'>): Promise<LastBackups> {
  const [good] = await read.select().from(backups).where(eq(backups.state, 'good')).orderBy(desc(backups.startedAt)).limit(1);
  const [newest] = await read.select().from(backups).where(isNotNull(backups.night)).orderBy(desc(backups.night)).limit(1);
  const isTrouble = newest !== undefined && newest.night !== null && newest.state !== 'good';
  return {
    good: good ? { madeAt: good.startedAt, endedAt: good.endedAt, file: good.file, kilobytes: good.kilobytes, byHand: good.night === null } : null,
    trouble: isTrouble ? { night: newest.night ?? '', state: newest.state === 'running' ? 'running' : 'failed', failure: newest.failure, attempts: newest.attempts, nextTryAt: newest.waitUntil } : null,
  };
}
