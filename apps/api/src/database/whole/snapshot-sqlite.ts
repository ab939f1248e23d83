import { setImmediate as others } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import type { PortableTable, PortableType } from './portable-tables.ts';
import { type PortableRow, type PortableValue, quoted, rowsAtOnce, type Snapshot } from './snapshot.ts';

type Kept = string | number | Buffer | null;

/** One read transaction: with WAL it sees what was committed before, and nobody waits for it. */
export function sqliteSnapshot(file: string): Snapshot {
  const connection = new BetterSqlite(file, { fileMustExist: true, timeout: 5000 });
  connection.pragma('query_only = on');
  connection.exec('BEGIN');
  // The transaction begins with its first look.
  const isOurs = connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'").get() !== undefined;

  async function* parts(table: PortableTable): AsyncIterable<readonly PortableRow[]> {
    const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
    const rows = connection.prepare<[], Kept[]>(`SELECT ${columns} FROM ${quoted(table.name)}`).raw().iterate();
    const most = rowsAtOnce(table);
    let part: PortableRow[] = [];
    for (const row of rows) {
      part.push(row.map((value, index) => portable(value, table.columns[index]?.type)));
      if (part.length < most) continue;
      yield part;
      part = [];
      await others();
    }
    if (part.length > 0) yield part;
  }

  return {
    kind: 'sqlite',
    migrations: isOurs ? (connection.prepare('SELECT name FROM migrations ORDER BY name').pluck().all() as string[]) : [],
    parts,
    async close() {
      connection.close();
    },
  };
}

function portable(value: Kept, type: PortableType | undefined): PortableValue {
  if (value === null) return null;
  if (type === 'boolean') return value !== 0;
  if (type === 'json') return JSON.parse(String(value)) as PortableValue;
  return Buffer.isBuffer(value) ? value.toString('base64') : value;
}
