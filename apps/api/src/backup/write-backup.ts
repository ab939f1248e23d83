import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { knownMigrations } from '../database/migrate.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { type PortableTable, portableTables } from '../database/whole/portable-tables.ts';
import { openSnapshot, type PortableRow, type Snapshot } from '../database/whole/snapshot.ts';
import { keyNameIn } from '../sealing.ts';
import { type Foot, formatVersion, type Head, tableLine } from './format.ts';

/** What is asked for cannot be done; its message is for who asked. */
export class CannotBackUp extends Error {}

export interface ToBackUp {
  readonly location: DatabaseLocation;
  /** Path of the file; it exists once it is whole, and only then. */
  readonly file: string;
  readonly overwrite: boolean;
  readonly version: string;
  readonly now: number;
  readonly installationKey: string | null;
}

export interface Written {
  readonly head: Head;
  readonly foot: Foot;
  readonly bytes: number;
}

/**
 * Writes a backup of everything that is in the database at this moment, while others go on. The database is only read. Memory does
 * not grow with it. Throws CannotBackUp, or what the disk or the database said; then nothing stands under the name of the file.
 */
export async function writeBackup({ location, file, overwrite, version, now, installationKey }: ToBackUp): Promise<Written> {
  if (!overwrite && existsSync(file)) throw new CannotBackUp(`There is a file ${file} already. To write over it, say --force.`);
  const snapshot = await openSnapshot(location);
  const part = `${file}.part`;
  try {
    const head = await headOf(snapshot, { version, now, installationKey });
    const { lines, foot } = linesOf(snapshot, head);
    await rm(part, { force: true });
    await pipeline(Readable.from(lines, { highWaterMark: 1 }), createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
    const { size } = await stat(part);
    await rename(part, file);
    await syncFolder(dirname(file));
    return { head, foot: foot(), bytes: size };
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await snapshot.close().catch(() => undefined);
  }
}

/** Only the schema of today can be written down: what a column of another one holds, nobody here knows. */
async function headOf(snapshot: Snapshot, { version, now, installationKey }: Pick<ToBackUp, 'version' | 'now' | 'installationKey'>): Promise<Head> {
  const known = knownMigrations();
  const { migrations } = snapshot;
  const last = known.at(-1) ?? '';
  if (migrations.length === 0) throw new CannotBackUp('This database is not one of this program: nothing was ever in it.');
  if (migrations.some((name) => !known.includes(name))) throw new CannotBackUp('This database was used by a newer version of the program: make the backup with that version.');
  if (known.some((name) => !migrations.includes(name))) {
    throw new CannotBackUp('This database is still as an older version of the program left it: make the backup with that version, or start the server of this version once.');
  }
  const union = await unionOf(snapshot);
  return { sportello_backup: formatVersion, version, migration: last, database: snapshot.kind, made_at: now, union, installation_key: installationKey };
}

async function unionOf(snapshot: Snapshot): Promise<string | null> {
  for await (const [row] of snapshot.parts({ name: 'unions', columns: [{ name: 'name', type: 'text' }] })) return typeof row?.[0] === 'string' ? row[0] : null;
  return null;
}

/** All lines, some hundred kilobytes at a time; `foot` is there once they came to their end. */
function linesOf(snapshot: Snapshot, head: Head): { lines: AsyncGenerator<string>; foot: () => Foot } {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const keys = new Set<string>();
  const said = (text: string) => {
    hash.update(text);
    return text;
  };
  let foot: Foot | null = null;

  async function* lines(): AsyncGenerator<string> {
    yield said(`${JSON.stringify(head)}\n`);
    for (const table of portableTables()) {
      rows[table.name] = 0;
      yield said(`${tableLine(table)}\n`);
      for await (const part of snapshot.parts(table)) {
        rows[table.name] = (rows[table.name] ?? 0) + part.length;
        noteKeys(table, part);
        yield said(part.map((row) => `${JSON.stringify(row)}\n`).join(''));
      }
    }
    foot = { rows, sealing_keys: [...keys].toSorted(), digest: hash.digest('base64url') };
    yield `${JSON.stringify(foot)}\n`;
  }

  function noteKeys({ columns }: PortableTable, part: readonly PortableRow[]): void {
    columns.forEach(({ type }, index) => {
      if (type !== 'sealed') return;
      for (const row of part) {
        const name = keyNameIn(String(row[index] ?? ''));
        if (name) keys.add(name);
      }
    });
  }

  return {
    lines: lines(),
    foot() {
      if (!foot) throw new Error('The backup was not written to its end');
      return foot;
    },
  };
}

/** So that the name survives a power cut too. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
