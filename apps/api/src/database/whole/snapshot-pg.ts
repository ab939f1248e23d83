import pg from 'pg';
import type { PortableTable, PortableType } from './portable-tables.ts';
import { type PortableRow, type PortableValue, quoted, rowsAtOnce, type Snapshot } from './snapshot.ts';

/** Every value as the server writes it. */
const asText = { getTypeParser: () => (text: string | Buffer) => String(text) };

/** One transaction that sees what was committed before it began; nobody waits for it. */
export async function pgSnapshot(url: string): Promise<Snapshot> {
  const client = await connectAlone(url);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string }>(`SELECT to_regclass('migrations')::text AS name`);
    const isOurs = rows[0]?.name !== null;
    const migrations = isOurs ? (await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY name')).rows.map(({ name }) => name) : [];
    return { kind: 'pg', migrations, parts: (table) => partsOf(client, table), close: () => client.end() };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** A connection without the limits of time that the requests of the web have. A break shows in the next query. */
export async function connectAlone(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000, options: '-c timezone=UTC -c lock_timeout=10000' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function* partsOf(client: pg.Client, table: PortableTable): AsyncIterable<readonly PortableRow[]> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  await client.query(`DECLARE whole NO SCROLL CURSOR FOR SELECT ${columns} FROM ${quoted(table.name)}`);
  const text = `FETCH ${rowsAtOnce(table)} FROM whole`;
  try {
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({ text, rowMode: 'array', types: asText });
      if (rows.length === 0) return;
      yield rows.map((row) => row.map((value, index) => portable(value, table.columns[index]?.type)));
    }
  } finally {
    // Whoever has seen enough does not read on. Where a query failed, so does this one, and the first failure is told.
    await client.query('CLOSE whole').catch(() => undefined);
  }
}

function portable(text: string | null, type: PortableType | undefined): PortableValue {
  if (text === null) return null;
  switch (type) {
    case 'integer':
      return Number(text);
    case 'boolean':
      return text === 't';
    case 'instant':
      return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
    case 'bytes':
      return Buffer.from(text.slice(2), 'hex').toString('base64'); // it begins with \x
    case 'json':
      return JSON.parse(text) as PortableValue;
    case 'text':
    case 'sealed':
    case undefined:
      return text;
  }
}
