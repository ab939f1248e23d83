import type { DatabaseLocation } from '../open.ts';
import type { PortableTable } from './portable-tables.ts';

/** A value of a row, as JSON says it (see PortableType). */
export type PortableValue = string | number | boolean | object | null;
export type PortableRow = readonly PortableValue[];

/** The whole database as it is at one moment, on a connection of its own, while others go on writing. */
export interface Snapshot {
  readonly kind: DatabaseLocation['kind'];
  /** Names of the migrations that made it what it is, in their order; none: it is no database of ours. */
  readonly migrations: readonly string[];
  /** Rows of a table, some at a time, each with its values in the order of the columns. */
  parts(table: PortableTable): AsyncIterable<readonly PortableRow[]>;
  close(): Promise<void>;
}

/** Opens a snapshot. Nothing is written and nothing is migrated; loads only the driver that it needs. */
export async function openSnapshot(location: DatabaseLocation): Promise<Snapshot> {
  if (location.kind === 'pg') return (await import('./snapshot-pg.ts')).pgSnapshot(location.url);
  return (await import('./snapshot-sqlite.ts')).sqliteSnapshot(location.file);
}

/** So many rows are in memory at a time; of pieces of papers, which have some hundred kilobytes each, only a few. */
export function rowsAtOnce({ columns }: PortableTable): number {
  return columns.some(({ type }) => type === 'bytes') ? 8 : 500;
}

/** An identifier in a statement: both databases quote alike. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
