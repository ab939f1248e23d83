import type { Columns } from './columns.pg.ts';

/** Why a backup could not be made; told to who runs the desk. */
export type BackupFailure = 'no-folder' | 'disk-full' | 'no-access' | 'not-good' | 'unavailable' | 'unknown';

/** The copies that were made of all this; they lie elsewhere. */
export function backupTables({ table, plain, index, uniqueIndex }: Columns) {
  /** One row a backup, by night (tried until it is good) or by hand (once it is). */
  const backups = table('backups', {
    id: plain.text().primaryKey(),
    /** Whose night it is, a day of the union's zone; null: made by hand. Two processes make one a night. */
    night: plain.text(),
    state: plain.text().$type<'running' | 'good' | 'failed'>().notNull(),
    startedAt: plain.instant().notNull(),
    endedAt: plain.instant(),
    attempts: plain.integer().notNull().default(1),
    /** Running: a process that lives moves it on; failed: not tried again before. */
    waitUntil: plain.instant(),
    failure: plain.text().$type<BackupFailure>(),
    /** Name of the file, without its folder. */
    file: plain.text(),
    kilobytes: plain.integer(),
  }, (t) => [uniqueIndex('backups_night').on(t.night), index('backups_started').on(t.startedAt)]);

  return { backups };
}
