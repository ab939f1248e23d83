import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteConnection } from 'better-sqlite3';
import type { Pool } from 'pg';

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

/** The names of the migrations that this program knows. */
export function knownMigrations(kind: 'sqlite' | 'pg'): readonly string[] {
  return migrationsOf(kind).map(({ name }) => name);
}

const journal = 'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY NOT NULL, applied_at text NOT NULL DEFAULT CURRENT_TIMESTAMP)';

/** Applies what is missing, all or nothing. A newer database than this program is refused by name. */
export function migrateSqlite(connection: SqliteConnection): void {
  connection.pragma('busy_timeout = 5000');
  connection
    .transaction(() => {
      connection.exec(journal);
      const applied = connection.prepare('SELECT name FROM migrations').pluck().all() as string[];
      for (const { name, sql } of missing('sqlite', applied)) {
        connection.exec(sql);
        connection.prepare('INSERT INTO migrations (name) VALUES (?)').run(name);
      }
    })
    .immediate();
  connection.pragma('busy_timeout = 0');
}

/** The same for PostgreSQL; processes that start together wait for each other on an advisory lock. */
export async function migratePg(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(7238104)');
    await client.query(journal);
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
    for (const { name, sql } of missing('pg', rows.map((row) => row.name))) {
      await client.query(sql);
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function missing(kind: 'sqlite' | 'pg', applied: readonly string[]): Migration[] {
  const known = migrationsOf(kind);
  const newer = applied.find((name) => !known.some((migration) => migration.name === name));
  if (newer) throw new Error(`This database was used by a newer version (it has the migration ${newer}): install that version`);
  return known.filter(({ name }) => !applied.includes(name));
}
