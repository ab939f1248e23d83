import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BackupFailure } from '../database/backup-tables.ts';
import { errorCodes, isUnavailable } from '../database/database.ts';
import { isSound } from './check-database.ts';
import { NotABackup } from './format.ts';
import { NotConsistent } from './restore-backup.ts';
import { tryBackup } from './try-backup.ts';
import { type ToBackUp, writeBackup } from './write-backup.ts';

export type ToMake = Omit<ToBackUp, 'overwrite'>;

/** `isSound`: what is in the database fits together; where it does not, this is a true copy of that. */
export type Made = { readonly ok: true; readonly bytes: number; readonly isSound: boolean } | { readonly ok: false; readonly failure: BackupFailure; readonly error: string };

/**
 * Makes a backup and restores it for a try, in the same folder. Under its name stands only what could be restored: until then it is
 * called `.unchecked`. What goes wrong is a value.
 */
export async function makeChecked(toMake: ToMake): Promise<Made> {
  const unchecked = `${toMake.file}.unchecked`;
  const folder = dirname(toMake.file);
  try {
    // Made by nobody else: a folder that is missing may be a disk that is not there, and its place is not written to.
    if (!(await stat(folder).catch(() => null))?.isDirectory()) return { ok: false, failure: 'no-folder', error: 'ENOENT' };
    const { bytes } = await writeBackup({ ...toMake, file: unchecked, overwrite: true });
    const { checked } = await tryBackup({ file: unchecked, folder, keys: [] });
    await rename(unchecked, toMake.file);
    return { ok: true, bytes, isSound: isSound(checked) };
  } catch (error) {
    await rm(unchecked, { force: true }).catch(() => undefined);
    return { ok: false, failure: failureOf(error), error: error instanceof Error ? (errorCodes(error)[0] ?? error.name) : 'error' };
  }
}

function failureOf(error: unknown): BackupFailure {
  const codes = errorCodes(error);
  if (error instanceof NotABackup || error instanceof NotConsistent) return 'not-good';
  if (codes.some((code) => ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code))) return 'disk-full';
  if (codes.some((code) => ['EACCES', 'EPERM', 'EROFS'].includes(code))) return 'no-access';
  if (codes.includes('ENOENT')) return 'no-folder';
  return isUnavailable(error) ? 'unavailable' : 'unknown';
}
