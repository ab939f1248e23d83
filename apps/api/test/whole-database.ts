import { readFileSync, existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseLocation } from '../src/database/open.ts';

/** Every row of every table that the database itself knows, as text by the name of its table; bytes as the text that they hold. */
export async function wholeDatabase(location: DatabaseLocation): Promise<ReadonlyMap<string, string>> {
  return location.kind === 'sqlite' ? ofSqlite(location.file) : ofPg(location.url);
}

/** In which tables a word stands, whatever its case. */
export async function tablesWith(location: DatabaseLocation, word: string): Promise<string[]> {
  const tables = await wholeDatabase(location);
  return [...tables].filter(([, text]) => text.toLowerCase().includes(word.toLowerCase())).map(([name]) => name).toSorted();
}

/** The bytes of the files of a database on SQLite, its log of writes included, as text; nothing on PostgreSQL, whose files are not ours to read. */
export function rawFiles(location: DatabaseLocation): string {
  if (location.kind !== 'sqlite') return '';
  return ['', '-wal'].map((end) => `${location.file}${end}`).filter((file) => existsSync(file)).map((file) => readFileSync(file, 'latin1')).join('');
}

const asText = (_: string, value: unknown): unknown => (value && typeof value === 'object' && 'type' in value && value.type === 'Buffer' && 'data' in value ? Buffer.from(value.data as number[]).toString('latin1') : value);
const written = (rows: unknown) => JSON.stringify(rows, asText);

function ofSqlite(file: string): ReadonlyMap<string, string> {
  const connection = new BetterSqlite(file, { readonly: true });
  try {
    const names = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    return new Map(names.map((name) => [name, written(connection.prepare(`SELECT * FROM "${name}"`).all())]));
  } finally {
    connection.close();
  }
}

async function ofPg(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
    const found = new Map<string, string>();
    for (const { name } of rows) found.set(name, written((await client.query(`SELECT * FROM "${name}"`)).rows));
    return found;
  } finally {
    await client.end();
  }
}
