import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Tables } from './schema.ts';

/** Queries inside a `write`. Valid until the write ends. */
export type Writer = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>;

/** Queries that change nothing; on SQLite they run on a read-only connection. A Writer serves where one is asked for. */
export type Reader = Pick<NodePgDatabase, 'select' | 'selectDistinct'>;

/** Where a calendar stands: the numbers rise when one of its rules or absences, or one of its claims, changes. */
export interface CalendarRevision {
  readonly id: string;
  readonly rulesRevision: number;
  readonly claimsRevision: number;
}

/**
 * One union's data, on SQLite or PostgreSQL; nothing but the files of this folder knows which.
 * `write` runs the work in one durable transaction: all of it, or nothing when it throws. A write inside a write throws.
 * `isUnavailable` tells an error that means "cannot answer now" (locked, full, gone) from a bug.
 */
export interface Database {
  readonly kind: 'sqlite' | 'pg';
  readonly tables: Tables;
  readonly read: Reader;
  write<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result>;
  /**
   * Raises the revision of calendars, in the order of their ids: the first statement of every write that takes, changes
   * or frees their time. Rivals wait here and then see the winner's rows. Answers with where they stand.
   */
  touchCalendars(tx: Writer, ids: readonly string[]): Promise<readonly CalendarRevision[]>;
  /** Ids of due outbox rows, locked for this worker until `lockedUntil`; no other worker gets them meanwhile. */
  claimOutbox(tx: Writer, at: { now: number; lockedUntil: number; limit: number }): Promise<readonly string[]>;
  /** How processes tell each other that something happened; null on SQLite, where one process answers. */
  readonly notices: Notices | null;
  /** After rows were erased: what they held is not in the files any more, as far as this is ours to say (see open-sqlite.ts and open-pg.ts). */
  clearTraces(): Promise<void>;
  close(): Promise<void>;
}

/** A word from one process to all that listen, this one too. It carries no more than a name of what happened: a few bytes. */
export interface Notices {
  /** Says these words on a channel when the write is committed. */
  say(tx: Writer, channel: string, words: readonly string[]): Promise<void>;
  /**
   * Listens on a connection of its own, which is made again when it breaks. `onOpen`: it listens from now on, at first and
   * after each gap; what was said before may have been missed.
   */
  listen(channel: string, ears: { onWord(word: string): void; onOpen(): void }): { close(): Promise<void> };
}

const sqliteUnavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)/;
/** SQLSTATE classes 08 (connection), 40P01 and 40001 (rivals, again and again), 53 (resources), 57P (shutdown), 57014 and 55P03 (too slow), and the socket's own errors. */
const pgUnavailable = /^(08|40P01|40001|53|57P|57014|55P03|25006|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;
const connectionLost = /Connection terminated|is not queryable|database connection is not open|Cannot use a pool after calling end|timeout exceeded when trying to connect|Connection ended/;

/** Whether the database cannot answer now (locked, full, gone); nothing was changed, or a commit's answer was lost. */
export function isUnavailable(error: unknown): boolean {
  return connectionLost.test(messages(error)) || errorCodes(error).some((code) => sqliteUnavailable.test(code) || pgUnavailable.test(code));
}

/** Whether the database refused a write because two claims would overlap. */
export function isClaimConflict(error: unknown): boolean {
  return messages(error).includes('claims_no_overlap');
}

/** Whether the database refused a row because its unique key exists. */
export function isUniqueViolation(error: unknown): boolean {
  return /UNIQUE constraint failed|duplicate key value/.test(messages(error));
}

/** What the driver said, wherever drizzle wrapped it. */
function messages(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const constraint = 'constraint' in error ? String(error.constraint) : '';
  return `${error.message} ${constraint} ${messages(error.cause)}`;
}

/** Codes of the driver's error and of what caused it. */
export function errorCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...errorCodes(error.cause)];
}
