import { boolean, check, customType, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { declareErasure, rememberErasure, type Erasure } from './erasure.ts';

/** Epoch milliseconds in code, timestamptz in the database. */
const instant = customType<{ data: number; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  // A placeholder of a prepared statement brings null here, which drizzle keeps from a column's own value.
  toDriver: (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds).toISOString()) as string,
  fromDriver: (written) => Date.parse(written.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
});

/** Bytes in pieces of some hundred kilobytes. */
const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

function columnsThat(erasure: Erasure) {
  return {
    text: () => declareErasure(erasure, text()),
    integer: () => declareErasure(erasure, integer()),
    boolean: () => declareErasure(erasure, boolean()),
    instant: () => declareErasure(erasure, instant()),
    bytes: () => declareErasure(erasure, bytes()),
    json: <Value>() => declareErasure(erasure, jsonb().$type<Value>()),
  };
}

/** The vocabulary in which schema.ts says every table once; the groups say what erasure does to the column. */
export const columns = {
  table: ((name: string, builders: Record<string, never>, extra?: never) =>
    rememberErasure(pgTable(name, builders, extra), builders)) as unknown as typeof pgTable,
  plain: columnsThat('plain'),
  cleared: columnsThat('clear'),
  masked: columnsThat('mask'),
  deleted: columnsThat('delete'),
  sealed: { text: columnsThat('seal').text },
  index,
  uniqueIndex,
  check,
};

export type Columns = typeof columns;
