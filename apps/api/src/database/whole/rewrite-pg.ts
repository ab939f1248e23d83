import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { applyToPg, lockMigrations } from '../migrate.ts';
import { tables } from '../tables.pg.ts';
import type { PortableTable, PortableType } from './portable-tables.ts';
import { assertMayGo, CannotRewrite, columnNames, type Rewrite, type Rewriting, tablesOfSubstance } from './rewrite.ts';
import { type PortableRow, type PortableValue, quoted } from './snapshot.ts';
import { connectAlone } from './snapshot-pg.ts';

/** One transaction; who starts meanwhile waits for it (see migrate.ts). */
export async function rewritePg<Result>(url: string, { migration, replace }: Rewrite, work: (rewriting: Rewriting) => Promise<Result>): Promise<Result> {
  const client = await connectAlone(url);
  try {
    await client.query('BEGIN');
    await lockMigrations(client);
    await refuseWhileInUse(client);
    assertMayGo(await whatIsThere(client), replace);
    await dropAll(client);
    await applyToPg(client, migration);
    const result = await work(await rewriting(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whoever is connected to this database: a server on any machine, or somebody with a tool. What the server of the database does itself has no user. */
async function refuseWhileInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    'SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL',
  );
  const others = rows[0]?.others ?? 0;
  if (others === 0) return;
  throw new CannotRewrite('in-use', `This database is in use (connections of others: ${others}): stop the server on every machine, and every other tool on it, and try again.`);
}

async function tablesNow(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`);
  return rows.map(({ name }) => name);
}

async function whatIsThere(client: pg.Client): Promise<Parameters<typeof assertMayGo>[0]> {
  const present = await tablesNow(client);
  const migrations = present.includes('migrations') ? (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map(({ name }) => name) : [];
  let hasData = false;
  for (const name of tablesOfSubstance) hasData ||= present.includes(name) && (await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)).rows.length > 0;
  return { tables: present, migrations, hasData };
}

/** Whatever version made them; what belongs to an extension stays. */
async function dropAll(client: pg.Client): Promise<void> {
  for (const name of await tablesNow(client)) await client.query(`DROP TABLE ${quoted(name)} CASCADE`);
  const { rows } = await client.query<{ name: string }>(`
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  for (const { name } of rows) await client.query(`DROP FUNCTION ${name} CASCADE`);
}

async function rewriting(client: pg.Client): Promise<Rewriting> {
  const made = (await tablesNow(client)).filter((name) => name !== 'migrations');
  // Triggers of ours say what happens when somebody books; what is put back has happened. Foreign keys and the rule on claims stay in force.
  for (const name of made) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  const { rows } = await client.query<{ table: string; column: string }>(
    'SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ANY($1)',
    [made],
  );
  const columns = Map.groupBy(rows, ({ table }) => table);

  return {
    tables: new Map(made.map((name) => [name, (columns.get(name) ?? []).map(({ column }) => column)])),
    async insert(table, some) {
      if (some.length === 0) return;
      const names = columnNames(table.columns).map(quoted).join(', ');
      await client.query(`INSERT INTO ${quoted(table.name)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table.name)}, $1::json)`, [asRecords(table, some)]);
    },
    async finish() {
      for (const name of made) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
      await applyToPg(client);
      return { read: drizzle(client, { casing: 'snake_case' }), tables };
    },
  };
}

function asRecords({ columns }: PortableTable, rows: readonly PortableRow[]): string {
  return JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(({ name, type }, index) => [name, kept(row[index] ?? null, type)]))));
}

function kept(value: PortableValue, type: PortableType): PortableValue {
  if (value === null) return null;
  if (type === 'instant') return new Date(Number(value)).toISOString();
  if (type === 'bytes') return `\\x${Buffer.from(String(value), 'base64').toString('hex')}`;
  return value;
}
