import { sql } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { MessageName } from './message-names.ts';

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

type Insert = ReturnType<typeof prepareInsert>;

const prepared = new WeakMap<Writer, Map<number, Insert>>();

/**
 * Writes all messages of one change in one statement. Prepared once for each connection and number of rows: building
 * the text costs seven times what SQLite needs to run it, and every booking comes by here.
 */
export async function insertOutboxRows(tx: Writer, tables: Tables, about: About, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const own = rows.map((row, i) => ({ [`id${i}`]: newId(), [`message${i}`]: row.message, [`due${i}`]: row.dueAt, [`deadline${i}`]: row.deadlineAt }));
  await insertOf(tx, tables, rows.length).execute(Object.assign({ ...about }, ...own) as Record<string, unknown>); // Object.assign of a list is `any`
}

function insertOf(tx: Writer, tables: Tables, count: number): Insert {
  const known = prepared.get(tx) ?? new Map<number, Insert>();
  prepared.set(tx, known);
  const insert = known.get(count) ?? prepareInsert(tx, tables, count);
  known.set(count, insert);
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
