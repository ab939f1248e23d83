import type { Reader } from '../database.ts';
import { knownMigrations } from '../migrate.ts';
import type { DatabaseLocation } from '../open.ts';
import type { Tables } from '../schema.ts';
import { type PortableColumn, type PortableTable, portableTables } from './portable-tables.ts';
import type { PortableRow } from './snapshot.ts';

/** Why a database is not written anew; nothing was changed. */
export class CannotRewrite extends Error {
  readonly why: 'in-use' | 'not-empty' | 'not-ours';

  constructor(why: CannotRewrite['why'], message: string) {
    super(message);
    this.why = why;
  }
}

/** A database that is being written anew, inside its one transaction. */
export interface Rewriting {
  /** The tables that stand empty now, as of the migration that was asked for. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  insert(table: PortableTable, rows: readonly PortableRow[]): Promise<void>;
  /** Once all rows are in: the guards are set again, and the schema becomes that of today. */
  finish(): Promise<{ read: Reader; tables: Tables }>;
}

export interface Rewrite {
  /** The last migration of the schema that the rows are of. */
  readonly migration: string;
  /** Whether data that are there may go. */
  readonly replace: boolean;
}

/**
 * Empties a database, makes its schema as of a migration, and lets the work fill it: all in one transaction that nobody else sees
 * before it ends. Where the work throws or the process dies, the database is as it was. Throws CannotRewrite while another process
 * has it open, and where it holds somebody's data that are not to be replaced.
 */
export async function rewriteWhole<Result>(location: DatabaseLocation, rewrite: Rewrite, work: (rewriting: Rewriting) => Promise<Result>): Promise<Result> {
  if (location.kind === 'pg') return (await import('./rewrite-pg.ts')).rewritePg(location.url, rewrite, work);
  return (await import('./rewrite-sqlite.ts')).rewriteSqlite(location.file, rewrite, work);
}

/** A database in which one of these has a row is somebody's: all other tables hang on them. An installation that was only started has none. */
export const tablesOfSubstance = ['unions', 'municipalities', 'offices', 'calendars', 'people', 'staff'];

/** Guards what would be dropped: throws CannotRewrite where it is another program's, or somebody's data that are not to be replaced. */
export function assertMayGo(present: { readonly tables: readonly string[]; readonly migrations: readonly string[]; readonly hasData: boolean }, replace: boolean): void {
  if (present.tables.length > 0 && !present.migrations.includes(knownMigrations()[0] ?? '')) {
    throw new CannotRewrite('not-ours', 'There is something of another program in this database. Restore into an empty database that is for the desk alone.');
  }
  const ours = new Set(['migrations', ...portableTables().map(({ name }) => name)]);
  if (replace || (!present.hasData && present.tables.every((name) => ours.has(name)))) return;
  throw new CannotRewrite('not-empty', 'There are data in this database already. To throw them away and put the backup in their place, say --replace (and make a backup of them first).');
}

/** The names are those of tables that were made by our own migrations; anything else never comes into a statement. */
export function columnNames(columns: readonly PortableColumn[]): string[] {
  return columns.map(({ name }) => name);
}
