import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type Database, errorCodes, type Writer } from './database.ts';
import { migratePg } from './migrate.ts';
import { asWrite } from './one-at-a-time.ts';
import { pgNotices } from './pg-notices.ts';
import { preparedOn } from './prepared.ts';
import { tables } from './tables.pg.ts';

/** A deadlock or a serialisation failure: the whole write may run again. */
const again = /^(40P01|40001)$/;

/** Opens (and migrates) a PostgreSQL database; any number of processes may share it. */
export async function openPg(url: string, { connections = 10 } = {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC -c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=20000',
  });
  // A connection that broke, idle or at work, must not end the process; the next query says so where it matters.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await migratePg(pool);

  const read = drizzle(pool, { casing: 'snake_case' });
  const { calendars } = tables;
  const touch = preparedOn((tx: Writer) => {
    const wanted = sql`select value from jsonb_array_elements_text(${sql.placeholder('ids')}::text::jsonb)`;
    const inOrder = sql`select id from calendars where id in (${wanted}) order by id for update`;
    return tx
      .update(calendars)
      .set({ revision: sql`${calendars.revision} + 1` })
      .where(sql`${calendars.id} in (${inOrder})`)
      .returning({ id: calendars.id, rulesRevision: calendars.rulesRevision, claimsRevision: calendars.claimsRevision })
      .prepare('touch_calendars');
  });
  // One query builder a connection, so that what a feature prepared on it stays prepared.
  const writers = new WeakMap<pg.PoolClient, NodePgDatabase>();

  function writerOf(client: pg.PoolClient): NodePgDatabase {
    const known = writers.get(client) ?? drizzle(client, { casing: 'snake_case' });
    writers.set(client, known);
    return known;
  }

  async function transact<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query('BEGIN');
      const result = await work(writerOf(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    kind: 'pg',
    tables,
    read,
    write: (work) => asWrite(() => retried(() => transact(work))),
    async touchCalendars(tx, ids) {
      return touch(tx).execute({ ids: JSON.stringify(ids) });
    },
    async claimOutbox(tx, { now, lockedUntil, limit }) {
      const at = new Date(now).toISOString();
      const due = sql`select id from outbox where state = 'pending' and due_at <= ${at}
        and (locked_until is null or locked_until <= ${at}) order by due_at, id limit ${limit} for update skip locked`;
      const rows = await tx
        .update(tables.outbox)
        .set({ lockedUntil, attempts: sql`${tables.outbox.attempts} + 1` })
        .where(sql`${tables.outbox.id} in (${due})`)
        .returning({ id: tables.outbox.id });
      return rows.map(({ id }) => id);
    },
    notices: pgNotices(url),
    // The server takes erased versions of rows away by itself (autovacuum); its log of writes and copies of it are in the hands of who runs it.
    clearTraces: () => Promise.resolve(),
    close: () => pool.end(),
  };
}

async function retried<Result>(work: () => Promise<Result>, attempts = 3): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (attempts <= 1 || !errorCodes(error).some((code) => again.test(code))) throw error;
    return retried(work, attempts - 1);
  }
}
