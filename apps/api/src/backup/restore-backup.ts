import { errorCodes } from '../database/database.ts';
import { knownMigrations } from '../database/migrate.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { columnNames, type Rewriting, rewriteWhole } from '../database/whole/rewrite.ts';
import type { PortableTable } from '../database/whole/portable-tables.ts';
import { countRows, findFlaws, flawText } from './find-flaws.ts';
import { type Foot, type Head, NotABackup } from './format.ts';
import { inspectBackup, readBackup } from './read-backup.ts';

export interface ToRestore {
  readonly location: DatabaseLocation;
  readonly file: string;
  /** Whether the data that are in the database may go. */
  readonly replace: boolean;
}

/** What a backup holds does not fit together; nothing was changed. */
export class NotConsistent extends Error {}

/**
 * Puts a backup in the place of what is in the database: all of it, or nothing. The file is read to its end before anything is
 * written. One of an older version is put into the schema of then, which is brought to that of today. Throws NotABackup,
 * NotConsistent or CannotRewrite, each with a sentence for who asked.
 */
export async function restoreBackup({ location, file, replace }: ToRestore): Promise<{ head: Head; foot: Foot }> {
  const { head, foot } = await inspectBackup(file);
  const known = knownMigrations();
  if (!known.includes(head.migration)) {
    throw new NotABackup(`This backup was made by version ${head.version} of the program, which is newer than this one (it has the database of ${head.migration}): install that version, or a later one, and restore it there.`);
  }
  await rewriteWhole(location, { migration: head.migration, replace }, async (rewriting) => {
    await fill(rewriting, file, foot);
    const { read, tables } = await rewriting.finish();
    const flaws = await findFlaws(read);
    if (head.migration === known.at(-1)) flaws.push(...(await countRows(read, tables, foot)));
    if (flaws.length > 0) throw new NotConsistent(`What is in this backup does not fit together. Nothing was changed.\n${flaws.map((flaw) => `  - ${flawText(flaw)}`).join('\n')}`);
  });
  return { head, foot };
}

/** The second reading: what it says must still be what the first one read. */
async function fill(rewriting: Rewriting, file: string, expected: Foot): Promise<void> {
  const seen = new Map<string, PortableTable>();
  for await (const said of readBackup(file)) {
    if (said.kind === 'rows') {
      if (!seen.has(said.table.name)) assertFits(rewriting, said.table);
      seen.set(said.table.name, said.table);
      await rewriting.insert(said.table, said.rows).catch((error: unknown) => refuse(error, said.table));
    }
    if (said.kind === 'foot' && said.foot.digest !== expected.digest) throw new NotABackup('The file was changed while it was read.');
  }
  const missing = [...rewriting.tables.keys()].filter((name) => !seen.has(name));
  if (missing.length > 0) throw new NotABackup(`This backup does not hold everything: ${missing.join(', ')} is missing.`);
}

/** What the rules of the database refuse is said in its own words, which name no row. Anything else is trouble with the database. */
function refuse(error: unknown, { name }: PortableTable): never {
  const isRefused = errorCodes(error).some((code) => /^(22|23|SQLITE_CONSTRAINT|SQLITE_MISMATCH)/.test(code));
  if (!isRefused || !(error instanceof Error)) throw error;
  throw new NotConsistent(`What is in this backup does not fit together. Nothing was changed.\n  - ${name}: ${error.message}`);
}

/** The same table with the same columns, neither more nor less. */
function assertFits({ tables }: Rewriting, table: PortableTable): void {
  const present = tables.get(table.name)?.toSorted().join(' ');
  const told = columnNames(table.columns).toSorted().join(' ');
  if (present !== told) throw new NotABackup(`This backup does not fit the database that it says it is of: the table ${table.name} is another.`);
}
