import BetterSqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { DatabaseLocation } from '../src/database/open.ts';
import type { Desk } from './app.ts';

// What can befall a database, on both kinds; the tests do not know which they are on.

/** Another program keeps what is booked to itself until it is told to let go. */
export async function lockDatabase(location: DatabaseLocation): Promise<() => Promise<void>> {
  if (location.kind === 'sqlite') {
    const other = new BetterSqlite(location.file);
    other.exec('BEGIN IMMEDIATE');
    return async () => void other.close();
  }
  const other = new pg.Client({ connectionString: location.url });
  await other.connect();
  await other.query('BEGIN');
  await other.query('LOCK TABLE calendars, appointments, guesses IN SHARE ROW EXCLUSIVE MODE');
  return () => other.end();
}

/** The disk is full: what is there stays, nothing more finds room. Call the answer when there is room again. */
export async function fillDisk(desk: Desk): Promise<() => Promise<void>> {
  if (desk.location.kind === 'sqlite') {
    const other = new BetterSqlite(desk.location.file);
    other.exec('VACUUM');
    other.close();
    const setMost = (pages: number) => desk.database.write(async (tx) => (tx as unknown as { get(query: unknown): unknown }).get(sql.raw(`PRAGMA max_page_count = ${pages}`)));
    await setMost(1); // never less than there are
    return async () => void (await setMost(1_073_741_823));
  }
  const raise = `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`;
  await asAdmin(desk.location.url, [raise, 'CREATE TRIGGER disk_full BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION disk_full()']);
  const { url } = desk.location;
  return () => asAdmin(url, ['DROP TRIGGER disk_full ON outbox', 'DROP FUNCTION disk_full']);
}

/** Cuts every connection of the server, wherever there are any: a database in a file has none. */
export async function cutConnections(location: DatabaseLocation): Promise<void> {
  if (location.kind === 'pg') await asAdmin(location.url, ['SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()']);
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}
