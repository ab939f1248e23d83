import type { MessageName } from '@sportello/contract';
import { sql } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedOn } from '../database/prepared.ts';
import type { Tables } from '../database/schema.ts';

/** A message to write down; who and what it is about come with the appointment. */
export interface OutboxRow {
  readonly message: MessageName;
  readonly dueAt: number;
  readonly deadlineAt: number;
}

export interface About {
  readonly appointmentId: string;
  readonly personId: string;
  readonly sequence: number;
  readonly createdAt: number;
}

/**
 * Writes all messages of one change in one statement. Prepared once for each connection and number of rows: building
 * the text costs seven times what SQLite needs to run it, and every booking comes by here.
 */
export async function insertOutboxRows(tx: Writer, tables: Tables, about: About, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values: Record<string, unknown> = { ...about };
  for (const [i, { message, dueAt, deadlineAt }] of rows.entries()) {
    Object.assign(values, { [`id${i}`]: newId(), [`message${i}`]: message, [`due${i}`]: dueAt, [`deadline${i}`]: deadlineAt });
  }
  await insertOf(rows.length, tables)(tx).execute(values);
}

type Insert = (tx: Writer) => ReturnType<typeof prepareInsert>;

const inserts = new WeakMap<Tables, Map<number, Insert>>();

function insertOf(count: number, tables: Tables): Insert {
  const ofTables = inserts.get(tables) ?? new Map<number, Insert>();
  inserts.set(tables, ofTables);
  const insert = ofTables.get(count) ?? preparedOn((tx: Writer) => prepareInsert(tx, tables, count));
  ofTables.set(count, insert);
  return insert;
}

function prepareInsert(tx: Writer, tables: Tables, count: number) {
  const rows = Array.from({ length: count }, (_, i) => ({
    id: sql.placeholder(`id${i}`),
    message: sql.placeholder(`message${i}`),
    medium: 'mail' as const,
    appointmentId: sql.placeholder('appointmentId'),
    personId: sql.placeholder('personId'),
    sequence: sql.placeholder('sequence'),
    createdAt: sql.placeholder('createdAt'),
    dueAt: sql.placeholder(`due${i}`),
    deadlineAt: sql.placeholder(`deadline${i}`),
    state: 'pending' as const,
  }));
  return tx.insert(tables.outbox).values(rows).prepare(`outbox_${count}`);
}
