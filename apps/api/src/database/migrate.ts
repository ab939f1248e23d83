import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteConnection } from 'better-sqlite3';
import type { ClientBase, Pool } from 'pg';

interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations of one database in their order: `0000_name.sql`, generated from schema.ts or written by hand. */
function migrationsOf(kind: 'sqlite' | 'pg'): Migration[] {
  const folder = join(import.meta.dirname, 'migrations', kind);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file, sql: readFileSync(join(folder, file), 'utf8') }));
}

const journal = 'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY NOT NULL, applied_at text NOT NULL DEFAULT CURRENT_TIMESTAMP)';

/** Names of all migrations that this program knows, in their order. Both databases have the same. */
export function knownMigrations(): string[] {
  return migrationsOf('sqlite').map(({ name }) => name);
}

/** Applies what is missing, all or nothing. A newer database than this program is refused by name. */
export function migrateSqlite(connection: SqliteConnection): void {
  connection.pragma('busy_timeout = 5000');
  connection.transaction(() => applyToSqlite(connection)).immediate();
  connection.pragma('busy_timeout = 0');
}

/** The same inside a transaction of the caller; `last`: the migration to stop after. */
export function applyToSqlite(connection: SqliteConnection, last?: string): void {
  connection.exec(journal);
  const applied = connection.prepare('SELECT name FROM migrations').pluck().all() as string[];
  for (const { name, sql } of missing('sqlite', applied, last)) {
    connection.exec(sql);
    connection.prepare('INSERT INTO migrations (name) VALUES (?)').run(name);
  }
}

/** The same for PostgreSQL; processes that start together wait for each other on an advisory lock. */
export async function migratePg(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await applyToPg(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Until the transaction ends, every process that starts waits. */
export async function lockMigrations(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(7238104)');
}

/** The same inside a transaction of the caller; `last`: the migration to stop after. */
export async function applyToPg(client: ClientBase, last?: string): Promise<void> {
  await lockMigrations(client);
  await client.query(journal);
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  for (const { name, sql } of missing('pg', rows.map((row) => row.name), last)) {
    await client.query(sql);
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
  }
}

function missing(kind: 'sqlite' | 'pg', applied: readonly string[], last?: string): Migration[] {
  const known = migrationsOf(kind);
  const newer = applied.find((name) => !known.some((migration) => migration.name === name));
  if (newer) throw new Error(`This database was used by a newer version (it has the migration ${newer}): install that version`);
  return known.filter(({ name }) => !applied.includes(name) && (last === undefined || name <= last));
}
