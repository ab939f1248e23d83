import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import { verifyTrail, type Verdict } from '../audit/verify.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { sealedTables } from '../database/reseal.ts';
import { keyNameIn, makeSealing } from '../sealing.ts';
import { findFlaws, type Flaw } from './find-flaws.ts';

export interface Checked {
  readonly flaws: readonly Flaw[];
  readonly trail: Verdict;
  /** Papers whose content lies in a folder or an S3 store, which no backup of the database holds: their ids. */
  readonly papersElsewhere: readonly { readonly store: 'folder' | 's3'; readonly ids: readonly string[] }[];
  /** Papers that should lie in the database, and do not lie there whole: their ids. */
  readonly papersBroken: readonly string[];
  /** What is kept encrypted, how much of it does not open with the keys that are here, and the names of the keys that it needs. */
  readonly sealed: { readonly count: number; readonly unopened: number; readonly keysMissing: readonly string[] };
}

const readAtOnce = 1_000;

/** Looks at a whole database: what refers to what, times that were given twice, the trail, papers, and what is encrypted. `keys`: those that are here. */
export async function checkDatabase({ database, clock, keys }: { database: Database; clock: Clock; keys: readonly Buffer[] }): Promise<Checked> {
  return {
    flaws: await findFlaws(database.read),
    trail: await verifyTrail({ database, clock }),
    papersElsewhere: await findPapersElsewhere(database),
    papersBroken: await findBrokenPapers(database),
    sealed: await openSealed(database, keys),
  };
}

/** Whether nothing is wrong with the data themselves. Keys that are missing and papers elsewhere are not in the data. */
export function isSound({ flaws, trail, papersBroken }: Checked): boolean {
  return flaws.length === 0 && trail.findingsCount === 0 && papersBroken.length === 0;
}

async function findPapersElsewhere({ read, tables: { files } }: Database): Promise<Checked['papersElsewhere']> {
  const rows = await read.select({ id: files.id, store: files.store }).from(files).where(ne(files.store, 'database')).orderBy(asc(files.id));
  return (['folder', 's3'] as const).map((store) => ({ store, ids: rows.filter((row) => row.store === store).map(({ id }) => id) })).filter(({ ids }) => ids.length > 0);
}

async function findBrokenPapers({ read, tables: { files, filePieces } }: Database): Promise<string[]> {
  const present = sql<number | string | null>`sum(length(${filePieces.content}))`;
  const rows = await read
    .select({ id: files.id, bytes: files.bytes, present })
    .from(files)
    .leftJoin(filePieces, eq(filePieces.fileId, files.id))
    .where(eq(files.store, 'database'))
    .groupBy(files.id, files.bytes)
    .orderBy(asc(files.id));
  return rows.filter(({ bytes, present: found }) => Number(found ?? 0) !== bytes).map(({ id }) => id);
}

async function openSealed(database: Database, keys: readonly Buffer[]): Promise<Checked['sealed']> {
  const sealing = keys.length > 0 ? makeSealing(keys) : null;
  const keysMissing = new Set<string>();
  let [count, unopened] = [0, 0];

  function look(place: { table: string; column: string; id: string }, text: string): void {
    count += 1;
    try {
      if (!sealing) throw new Error('no key');
      sealing.open(place, text);
    } catch {
      unopened += 1;
      keysMissing.add(keyNameIn(text) ?? '?');
    }
  }

  for (const { name, table, key, columns } of sealedTables(database)) {
    for (const [column, where] of columns) {
      for (let last = ''; ; ) {
        const rows = await database.read.select({ id: key, text: where }).from(table).where(and(gt(key, last), sql`${where} is not null`)).orderBy(asc(key)).limit(readAtOnce);
        for (const row of rows as { id: string; text: string }[]) look({ table: name, column, id: (last = row.id) }, row.text);
        if (rows.length < readAtOnce) break;
      }
    }
  }
  return { count, unopened, keysMissing: [...keysMissing].toSorted() };
}
