import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type CalendarRevision, type Database, errorCodes, type Reader, type Writer } from './database.ts';
import { migrateSqlite } from './migrate.ts';
import { asWrite, makeQueue } from './one-at-a-time.ts';
import { tables } from './tables.sqlite.ts';

const lockWaits = [5, 10, 20, 40, 80, 150, 300, 600, 900, 900];

/**
 * Opens (and migrates) a SQLite file: one writer connection behind a queue, one reader that can only query. WAL with
 * synchronous FULL, so that a commit survives a power cut. Waiting for another process's lock never stops the event
 * loop: the driver itself does not wait, we ask again.
 */
export async function openSqlite(file: string): Promise<Database> {
  assertNodeVersion();
  mkdirSync(dirname(file), { recursive: true });
  const writerConnection = connect(file);
  migrateSqlite(writerConnection);
  const readerConnection = connect(file);
  readerConnection.pragma('query_only = on');

  // drizzle's SQLite builders answer the same calls as PostgreSQL's; columns.sqlite.ts says why the types differ.
  const writer = drizzle(writerConnection, { casing: 'snake_case' }) as unknown as Writer;
  const read = drizzle(readerConnection, { casing: 'snake_case' }) as unknown as Reader;
  const inTurn = makeQueue();
  const touch = writerConnection.prepare<[string], CalendarRevision>(
    `UPDATE calendars SET revision = revision + 1 WHERE id IN (SELECT value FROM json_each(?))
     RETURNING id, rules_revision AS rulesRevision, claims_revision AS claimsRevision`,
  );

  async function transact<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result> {
    await begin(writerConnection);
    try {
      const result = await work(writer);
      writerConnection.exec('COMMIT');
      return result;
    } catch (error) {
      if (writerConnection.inTransaction) writerConnection.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    kind: 'sqlite',
    tables,
    read,
    write: (work) => asWrite(() => inTurn(() => transact(work))),
    async touchCalendars(_, ids) {
      return touch.all(JSON.stringify(ids));
    },
    async claimOutbox(tx, { now, lockedUntil, limit }) {
      const due = sql`select id from outbox where state = 'pending' and due_at <= ${now}
        and (locked_until is null or locked_until <= ${now}) order by due_at, id limit ${limit}`;
      const rows = await tx
        .update(tables.outbox)
        .set({ lockedUntil, attempts: sql`${tables.outbox.attempts} + 1` })
        .where(sql`${tables.outbox.id} in (${due})`)
        .returning({ id: tables.outbox.id });
      return rows.map(({ id }) => id);
    },
    notices: null,
    /** Pages were overwritten with zeros when they were freed (secure_delete); what the log of writes still holds of them goes into the file, and the log is emptied. */
    async clearTraces() {
      await inTurn(async () => void writerConnection.pragma('wal_checkpoint(TRUNCATE)'));
    },
    async close() {
      await inTurn(async () => undefined);
      readerConnection.close();
      writerConnection.close();
    },
  };
}

function connect(file: string): BetterSqlite.Database {
  const connection = new BetterSqlite(file, { timeout: 0 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = on');
  connection.pragma('trusted_schema = off');
  connection.pragma('secure_delete = on'); // what is erased is nowhere in the file
  return connection;
}

async function begin(connection: BetterSqlite.Database): Promise<void> {
  for (const wait of [...lockWaits, null]) {
    try {
      connection.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (wait === null || !errorCodes(error).some((code) => code.startsWith('SQLITE_BUSY'))) throw error;
      await delay(wait);
    }
  }
}

/** better-sqlite3 crashes the process on older versions instead of refusing. */
function assertNodeVersion(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 22)) throw new Error(`Node ${process.versions.node} is too old: 22.22 or later is needed (npm start brings it)`);
}
