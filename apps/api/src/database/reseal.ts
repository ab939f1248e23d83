import { and, asc, eq, getTableColumns, getTableName, gt } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { keyNameIn, type SealedPlace, type Sealing } from '../sealing.ts';
import type { Database } from './database.ts';
import { erasureOf } from './erasure.ts';

/** What came of it: how many texts were sealed anew, which could not be opened, and the names of the keys that those need. */
export interface Resealed {
  readonly resealed: number;
  readonly unopened: readonly SealedPlace[];
  readonly keysNeeded: ReadonlySet<string>;
}

interface SealedTable {
  readonly name: string;
  readonly table: PgTable;
  readonly key: PgColumn;
  readonly columns: ReadonlyMap<string, PgColumn>;
}

interface OldText {
  readonly place: SealedPlace;
  readonly column: PgColumn;
  readonly sealed: string;
  readonly text: string;
}

const rowsAtOnce = 200;

/**
 * Seals every sealed column of every table (the schema says which) under the first key, while others read and write: a text that
 * was changed meanwhile stays as it is, and is looked at again, until a look finds nothing more to do.
 */
export async function resealAll(database: Database, sealing: Sealing): Promise<Resealed> {
  const unopened = new Map<string, SealedPlace>();
  const keysNeeded = new Set<string>();
  let resealed = 0;

  /** Answers with how many texts it found under another key. */
  async function look({ name, table, key, columns }: SealedTable): Promise<number> {
    let found = 0;
    let last = '';
    for (;;) {
      const rows = await database.read.select({ id: key, ...Object.fromEntries(columns) }).from(table).where(gt(key, last)).orderBy(asc(key)).limit(rowsAtOnce);
      const old: OldText[] = [];
      for (const row of rows as Record<string, string | null>[]) {
        last = row['id'] ?? '';
        for (const [column, where] of columns) old.push(...oldTextOf({ table: name, column, id: last }, where, row[column] ?? null));
      }
      if (old.length > 0) resealed += await replace(table, key, old);
      found += old.length;
      if (rows.length < rowsAtOnce) return found;
    }
  }

  function oldTextOf(place: SealedPlace, column: PgColumn, sealed: string | null): OldText[] {
    if (sealed === null || sealing.isCurrent(sealed) || unopened.has(nameOf(place))) return [];
    const text = openOrNull(sealing, place, sealed);
    if (text !== null) return [{ place, column, sealed, text }];
    unopened.set(nameOf(place), place);
    keysNeeded.add(keyNameIn(sealed) ?? '');
    return [];
  }

  /** Each only where it still says what was read. */
  function replace(table: PgTable, key: PgColumn, old: readonly OldText[]): Promise<number> {
    return database.write(async (tx) => {
      let replaced = 0;
      for (const { place, column, sealed, text } of old) {
        const isUnchanged = and(eq(key, place.id), eq(column, sealed));
        replaced += (await tx.update(table).set({ [place.column]: sealing.seal(place, text) }).where(isUnchanged).returning({ id: key })).length;
      }
      return replaced;
    });
  }

  for (const table of sealedTables(database)) while ((await look(table)) > 0) continue;
  return { resealed, unopened: [...unopened.values()], keysNeeded };
}

/** The tables that keep something encrypted; each has a text as its one primary key. */
export function sealedTables({ tables }: Pick<Database, 'tables'>): SealedTable[] {
  return Object.values(tables).flatMap((table: PgTable) => {
    const all = getTableColumns(table) as Record<string, PgColumn>;
    const columns = new Map(Object.entries(all).filter(([property]) => erasureOf(table).get(property) === 'seal'));
    if (columns.size === 0) return [];
    const key = Object.values(all).find(({ primary }) => primary);
    if (!key) throw new Error(`${getTableName(table)} keeps something encrypted, but has no primary key to bind it to`);
    return [{ name: getTableName(table), table, key, columns }];
  });
}

function openOrNull(sealing: Sealing, place: SealedPlace, sealed: string): string | null {
  try {
    return sealing.open(place, sealed);
  } catch {
    return null;
  }
}

function nameOf({ table, column, id }: SealedPlace): string {
  return `${table} ${column} ${id}`;
}
