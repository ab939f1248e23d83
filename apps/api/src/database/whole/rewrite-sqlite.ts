import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { errorCodes, type Reader } from '../database.ts';
import { applyToSqlite } from '../migrate.ts';
import { tables } from '../tables.sqlite.ts';
import type { PortableTable, PortableType } from './portable-tables.ts';
import { assertMayGo, CannotRewrite, columnNames, type Rewrite, type Rewriting, tablesOfSubstance } from './rewrite.ts';
import { type PortableRow, type PortableValue, quoted } from './snapshot.ts';

/** Writes the file anew in place, with the file for itself: a process that has it open would go on with what it remembers. */
export async function rewriteSqlite<Result>(file: string, { migration, replace }: Rewrite, work: (rewriting: Rewriting) => Promise<Result>): Promise<Result> {
  const isNew = !existsSync(file);
  mkdirSync(dirname(file), { recursive: true });
  const connection = new BetterSqlite(file, { timeout: 2000 });
  let isDone = false;
  try {
    takeForItself(connection);
    assertMayGo(whatIsThere(connection), replace);
    connection.exec('BEGIN EXCLUSIVE');
    const hadTables = dropAll(connection);
    applyToSqlite(connection, migration);
    const result = await work(rewriting(connection));
    connection.exec('COMMIT');
    isDone = true;
    if (hadTables) connection.exec('VACUUM'); // what was replaced does not stay in free pages
    return result;
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.close();
    if (isNew && !isDone) rmSync(file, { force: true });
  }
}

/** Leaving WAL needs that nobody else has the file open; from then on nobody else can open it. The next start goes back to WAL. */
function takeForItself(connection: BetterSqlite.Database): void {
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = off'); // looked at as a whole in the end
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (!errorCodes(error).some((code) => /^SQLITE_(BUSY|LOCKED)/.test(code))) throw error;
    throw new CannotRewrite('in-use', 'This database is in use: stop the server, and every other process on it, and try again.');
  }
}

function namesOf(connection: BetterSqlite.Database, type: 'table' | 'view' | 'trigger'): { name: string; sql: string }[] {
  return connection.prepare<[string], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").all(type);
}

function whatIsThere(connection: BetterSqlite.Database): Parameters<typeof assertMayGo>[0] {
  const present = namesOf(connection, 'table').map(({ name }) => name);
  return {
    tables: present,
    migrations: present.includes('migrations') ? (connection.prepare('SELECT name FROM migrations').pluck().all() as string[]) : [],
    hasData: tablesOfSubstance.some((name) => present.includes(name) && connection.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`).get() !== undefined),
  };
}

/** Whatever version made them; indexes and triggers go with their tables. Answers whether there was anything. */
function dropAll(connection: BetterSqlite.Database): boolean {
  const [views, all] = [namesOf(connection, 'view'), namesOf(connection, 'table')];
  for (const { name } of views) connection.exec(`DROP VIEW ${quoted(name)}`);
  for (const { name } of all) connection.exec(`DROP TABLE ${quoted(name)}`);
  return all.length > 0;
}

function rewriting(connection: BetterSqlite.Database): Rewriting {
  // They say what happens when somebody books; what is put back has happened.
  const triggers = namesOf(connection, 'trigger');
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${quoted(name)}`);
  const columnsOf = connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck();
  const made = namesOf(connection, 'table').filter(({ name }) => name !== 'migrations');
  const inserts = new Map<string, BetterSqlite.Statement>();

  function insertInto(table: PortableTable): BetterSqlite.Statement {
    const names = columnNames(table.columns).map(quoted);
    return connection.prepare(`INSERT INTO ${quoted(table.name)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  }

  return {
    tables: new Map(made.map(({ name }) => [name, columnsOf.all(name)])),
    async insert(table, rows: readonly PortableRow[]) {
      const insert = inserts.get(table.name) ?? insertInto(table);
      inserts.set(table.name, insert);
      for (const row of rows) insert.run(row.map((value, index) => kept(value, table.columns[index]?.type)));
    },
    async finish() {
      for (const { sql } of triggers) connection.exec(sql);
      applyToSqlite(connection);
      // drizzle's SQLite builders answer the same calls as PostgreSQL's (see open-sqlite.ts).
      return { read: drizzle(connection, { casing: 'snake_case' }) as unknown as Reader, tables };
    },
  };
}

function kept(value: PortableValue, type: PortableType | undefined): string | number | Buffer | null {
  if (value === null) return null;
  if (type === 'boolean') return value ? 1 : 0;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'bytes') return Buffer.from(String(value), 'base64');
  return typeof value === 'number' ? value : String(value);
}
