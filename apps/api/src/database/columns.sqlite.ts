import { check, customType, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Columns } from './columns.pg.ts';
import { declareErasure, rememberErasure, type Erasure } from './erasure.ts';

/** Epoch milliseconds, in code and in the database. */
const instant = customType<{ data: number; driverData: number }>({ dataType: () => 'integer' });

/** Bytes in pieces of some hundred kilobytes. */
const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'blob' });

function columnsThat(erasure: Erasure) {
  return {
    text: () => declareErasure(erasure, text()),
    integer: () => declareErasure(erasure, integer()),
    boolean: () => declareErasure(erasure, integer({ mode: 'boolean' })),
    instant: () => declareErasure(erasure, instant()),
    bytes: () => declareErasure(erasure, bytes()),
    json: <Value>() => declareErasure(erasure, text({ mode: 'json' }).$type<Value>()),
  };
}

const sqliteColumns = {
  table: (name: string, builders: Record<string, never>, extra?: never) => rememberErasure(sqliteTable(name, builders, extra), builders),
  plain: columnsThat('plain'),
  cleared: columnsThat('clear'),
  masked: columnsThat('mask'),
  deleted: columnsThat('delete'),
  sealed: { text: columnsThat('seal').text },
  index,
  uniqueIndex,
  check,
};

/**
 * The same vocabulary for SQLite. The one cast of the data layer: both kits build tables that answer the same queries,
 * and only the types of drizzle keep them apart.
 */
export const columns = sqliteColumns as unknown as Columns;
