import { recordAudit } from '../audit/record.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Head } from './format.ts';

/** The trail says that a copy of everything left. */
export function auditBackup(tx: Writer, { tables }: Pick<Database, 'tables'>, file: string, now: number): Promise<void> {
  return recordAudit(tx, tables, { kind: 'system' }, { action: 'export', object: { kind: 'backup', id: null }, after: { file } }, now);
}

/** A backup that somebody made by hand: it counts when the last good one is asked for. `file`: its name without its folder. */
export async function recordBackup(database: Database, { file, bytes, startedAt, now }: { file: string; bytes: number; startedAt: number; now: number }): Promise<void> {
  const row = { id: newId(), night: null, state: 'good', startedAt, endedAt: now, file, kilobytes: Math.ceil(bytes / 1000) } as const;
  await database.write(async (tx) => {
    await tx.insert(database.tables.backups).values(row);
    await auditBackup(tx, database, file, now);
  });
}

/** The trail says of a database that it came out of a backup: what was noted of it later does not fit it any more. */
export async function recordRestore(database: Database, { made_at, version }: Head, now: number): Promise<void> {
  const after = { made_at: new Date(made_at).toISOString(), version };
  await database.write((tx) => recordAudit(tx, database.tables, { kind: 'system' }, { action: 'restore', object: { kind: 'backup', id: null }, after }, now));
}
