import type { PortableTable, PortableType } from '../database/whole/portable-tables.ts';

/**
 * The file of a backup: gzip of JSON lines, the same for both databases. A head; of each table a line with its columns, then
 * each of its rows as an array; a foot with the number of rows and SHA-256 over all lines before it. docs/decisions/025 says why.
 */
export const formatVersion = 1;

export interface Head {
  readonly sportello_backup: number;
  /** Version of the program that made it. */
  readonly version: string;
  /** The last migration of the schema that the rows are of. */
  readonly migration: string;
  readonly database: 'sqlite' | 'pg';
  /** Epoch milliseconds. */
  readonly made_at: number;
  /** What the union is called; null: it was not set up. */
  readonly union: string | null;
  /** Which installation key (LINK_KEY, link.key) belongs to it: a name that tells nothing of the key. null: it was not known. */
  readonly installation_key: string | null;
}

export interface Foot {
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Names of the keys (SECRETS_KEY, secrets.key) under which something in it is encrypted. */
  readonly sealing_keys: readonly string[];
  /** base64url. */
  readonly digest: string;
}

/** What is wrong with a file, in a sentence for who holds it. */
export class NotABackup extends Error {}

export function tableLine({ name, columns }: PortableTable): string {
  return JSON.stringify({ table: name, columns: columns.map(({ name: column, type }) => [column, type]) });
}

/** Throws NotABackup where the file begins with something else, or was written in a way of later. */
export function readHead(line: unknown): Head {
  const head = line as Partial<Head> | null;
  if (typeof head !== 'object' || typeof head?.sportello_backup !== 'number') throw new NotABackup('This file is no backup of this program.');
  if (head.sportello_backup > formatVersion) throw new NotABackup(`This backup is written in a newer way than this program can read (made by version ${head.version ?? '?'}): install that version, or a later one.`);
  if (typeof head.migration !== 'string' || typeof head.made_at !== 'number' || typeof head.version !== 'string') throw new NotABackup('This file is no backup of this program.');
  return head as Head; // looked at above; the rest is only told
}

const types: readonly PortableType[] = ['text', 'integer', 'boolean', 'instant', 'bytes', 'json', 'sealed'];

/** The table that a line announces; null where it is another line. */
export function readTable(line: object): PortableTable | null {
  const { table, columns } = line as { table?: unknown; columns?: unknown };
  if (typeof table !== 'string' || !Array.isArray(columns)) return null;
  return {
    name: table,
    columns: (columns as unknown[][]).map(([name, type]) => {
      const known = types.find((one) => one === type);
      if (typeof name !== 'string' || !known) throw new NotABackup(`The table ${table} has a column that this program cannot read.`);
      return { name, type: known };
    }),
  };
}

export function readFoot(line: object): Foot | null {
  const { rows, digest, sealing_keys: keys } = line as Partial<Foot>;
  return rows && typeof digest === 'string' && Array.isArray(keys) ? { rows, digest, sealing_keys: keys } : null;
}
