import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, type PgColumn } from 'drizzle-orm/pg-core';
import { erasureOf } from '../erasure.ts';
import { tables } from '../tables.pg.ts';

/**
 * What a value is, whichever database keeps it. As JSON: text, number, true or false, epoch milliseconds, base64, any value, and
 * the text of what is kept encrypted (see sealing.ts).
 */
export type PortableType = 'text' | 'integer' | 'boolean' | 'instant' | 'bytes' | 'json' | 'sealed';

export interface PortableColumn {
  readonly name: string;
  readonly type: PortableType;
}

/** A table by its names in the database, so that a table of yesterday can be said in the same words. */
export interface PortableTable {
  readonly name: string;
  readonly columns: readonly PortableColumn[];
}

export interface Reference {
  readonly from: string;
  readonly column: string;
  readonly to: string;
  readonly key: string;
}

const types: Readonly<Record<string, PortableType>> = {
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  'timestamp (3) with time zone': 'instant',
  bytea: 'bytes',
  jsonb: 'json',
};

const all = Object.values(tables).map((table) => ({ ...getTableConfig(table), erasures: erasureOf(table) }));

/** Every table of the schema, each after those that it refers to. */
export function portableTables(): PortableTable[] {
  const inOrder: PortableTable[] = [];
  const waiting = new Map(all.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ name }) => references().every(({ from, to }) => from !== name || to === name || !waiting.has(to)));
    if (free.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns, erasures } of free) {
      inOrder.push({ name, columns: columns.map((column) => ({ name: nameOf(column), type: erasures.get(column.name) === 'seal' ? 'sealed' : typeOf(column) })) });
      waiting.delete(name);
    }
  }
  return inOrder;
}

/** Every reference between two tables; each is by one column. */
export function references(): Reference[] {
  return all.flatMap(({ name, foreignKeys }) =>
    foreignKeys.map((foreignKey) => {
      const { columns, foreignColumns, foreignTable } = foreignKey.reference();
      const [[column, more], [key]] = [columns, foreignColumns];
      if (!column || !key || more) throw new Error(`${name} refers to another table by more than one column`);
      return { from: name, column: nameOf(column), to: getTableConfig(foreignTable).name, key: nameOf(key) };
    }),
  );
}

/** As both databases are asked to name it (casing of drizzle). */
function nameOf(column: PgColumn): string {
  return column.keyAsName ? toSnakeCase(column.name) : column.name;
}

function typeOf(column: PgColumn): PortableType {
  const type = types[column.getSQLType()];
  if (!type) throw new Error(`A backup does not know what a column of the type ${column.getSQLType()} holds`);
  return type;
}
