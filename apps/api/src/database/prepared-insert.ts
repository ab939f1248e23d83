import { getTableName, sql } from 'drizzle-orm';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type { Writer } from './database.ts';

type Insert = { execute(values: Record<string, unknown>): Promise<unknown> };

const prepared = new WeakMap<Writer, Map<string, Insert>>();

/**
 * Inserts one row by a statement that is built once for each connection, table and set of columns: building it costs
 * more than running it.
 */
export async function preparedInsert<Table extends PgTable>(tx: Writer, table: Table, row: Table['$inferInsert']): Promise<void> {
  const names = Object.keys(row);
  const key = `${getTableName(table)} ${names.join(' ')}`;
  const ofConnection = prepared.get(tx) ?? new Map<string, Insert>();
  prepared.set(tx, ofConnection);
  const insert = ofConnection.get(key) ?? prepare(tx, table, names, `insert_${ofConnection.size}`);
  ofConnection.set(key, insert);
  await insert.execute(row);
}

function prepare<Table extends PgTable>(tx: Writer, table: Table, names: readonly string[], statement: string): Insert {
  const placeholders = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  // Every column that the row names, as a placeholder: drizzle cannot know that from the list of names.
  return tx.insert(table).values(placeholders as unknown as PgInsertValue<Table>).prepare(statement);
}
