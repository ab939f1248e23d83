import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DrizzleSnapshotJSON,
  type DrizzleSQLiteSnapshotJSON,
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { tables as pgTables } from '../tables.pg.ts';
import { tables as sqliteTables } from '../tables.sqlite.ts';

export type DatabaseKind = 'sqlite' | 'pg';

const migrations = join(import.meta.dirname, '..', 'migrations');

/** The statements that bring the database of the last migration to today's schema; none when they agree. */
export async function pendingStatements(kind: DatabaseKind): Promise<{ statements: string[]; snapshot: unknown }> {
  const file = join(migrations, kind, 'snapshot.json');
  const last: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (kind === 'pg') {
    const snapshot = generateDrizzleJson(pgTables, undefined, undefined, 'snake_case');
    const before = (last ?? generateDrizzleJson({}, undefined, undefined, 'snake_case')) as DrizzleSnapshotJSON;
    return { statements: await generateMigration(before, snapshot), snapshot };
  }
  const snapshot = await generateSQLiteDrizzleJson(sqliteTables, undefined, 'snake_case');
  const before = (last ?? (await generateSQLiteDrizzleJson({}, undefined, 'snake_case'))) as DrizzleSQLiteSnapshotJSON;
  return { statements: await generateSQLiteMigration(before, snapshot), snapshot };
}

async function writeMigration(kind: DatabaseKind, name: string): Promise<void> {
  const { statements, snapshot } = await pendingStatements(kind);
  if (statements.length === 0) return console.log(`${kind}: up to date`);
  const folder = join(migrations, kind);
  const number = String(readdirSync(folder).filter((file) => file.endsWith('.sql')).length).padStart(4, '0');
  writeFileSync(join(folder, `${number}_${name}.sql`), `${statements.join('\n')}\n`);
  writeFileSync(join(folder, 'snapshot.json'), `${JSON.stringify(snapshot, null, 1)}\n`);
  console.log(`${kind}: ${number}_${name}.sql, ${statements.length} statements`);
}

if (import.meta.main) {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9-]+$/.test(name)) throw new Error('Say what the migration does: pnpm generate <kebab-case-name>');
  await writeMigration('sqlite', name);
  await writeMigration('pg', name);
}
