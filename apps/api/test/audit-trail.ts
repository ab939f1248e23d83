import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { Database } from '../src/database/database.ts';
import type { DatabaseLocation } from '../src/database/open.ts';
import { type Actor, type Recorded, recordAudit } from '../src/audit/record.ts';
import { trailSealer } from '../src/audit/seal.ts';
import { verifyTrail } from '../src/audit/verify.ts';
import { type TestClock, testClock, testNow } from './app.ts';
import { makeTestDatabase } from './database.ts';

/** A trail of its own, in a database that only this test has. */
export interface Trail {
  readonly database: Database;
  readonly location: DatabaseLocation;
  readonly clock: TestClock;
  /** Writes entries, a minute apart, and seals them; answers with their ids in order. */
  write(count: number, recorded?: Partial<Recorded>, actor?: Actor): Promise<string[]>;
  seal(): Promise<number>;
  /** The kinds of what verifying finds, in order. */
  findings(noted?: { number: number; digest: string }): Promise<string[]>;
  ids(): Promise<string[]>;
  /** A statement as it is, with all guards in place. */
  sql(statement: string): Promise<void>;
  /** A statement of somebody who owns the database: no trigger and no foreign key stands in the way. */
  attack(statement: string): Promise<void>;
  close(): Promise<void>;
}

const someone: Actor = { kind: 'staff', staffId: 'staff-1', sessionId: 'session-1', address: '198.51.100.7' };

export async function openTrail(): Promise<Trail> {
  const { database, location, drop } = await makeTestDatabase();
  const clock = testClock(testNow);
  const sealer = trailSealer({ database, clock });
  const { auditEntries } = database.tables;
  const ids = async () => (await database.read.select({ id: auditEntries.id }).from(auditEntries).orderBy(auditEntries.id)).map(({ id }) => id);

  return {
    database,
    location,
    clock,
    ids,
    async write(count, recorded = {}, actor = someone) {
      const before = await ids();
      for (let i = 0; i < count; i += 1) {
        clock.pass(1);
        const what: Recorded = { action: 'change', object: { kind: 'member', id: `member-${i}` }, before: { role: 'operator' }, after: { role: `role ${i}` }, ...recorded };
        await database.write((tx) => recordAudit(tx, database.tables, actor, what, clock.now()));
      }
      await sealer.run();
      return (await ids()).slice(before.length);
    },
    seal: () => sealer.run(),
    findings: async (noted) => (await verifyTrail({ database, clock }, noted)).findings.map(({ kind }) => kind),
    sql: (statement) => onDatabase(location, statement, false),
    attack: (statement) => onDatabase(location, statement, true),
    close: drop,
  };
}

async function onDatabase(location: DatabaseLocation, statement: string, isUnguarded: boolean): Promise<void> {
  if (location.kind === 'sqlite') return onSqlite(location.file, statement, isUnguarded);
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  try {
    await client.query(isUnguarded ? `SET session_replication_role = replica; ${statement}` : statement);
  } finally {
    await client.end();
  }
}

function onSqlite(file: string, statement: string, isUnguarded: boolean): void {
  const connection = new BetterSqlite(file);
  try {
    if (isUnguarded) disarm(connection);
    connection.exec(statement);
  } finally {
    connection.close();
  }
}

function disarm(connection: BetterSqlite.Database): void {
  connection.pragma('foreign_keys = off');
  const triggers = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'").pluck().all() as string[];
  for (const trigger of triggers) connection.exec(`DROP TRIGGER ${trigger}`);
}
