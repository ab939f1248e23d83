import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeBackup } from '../src/backup/write-backup.ts';
import { restoreBackup } from '../src/backup/restore-backup.ts';
import { loadDemo } from '../src/database/demo/load.ts';
import { applyToSqlite, knownMigrations } from '../src/database/migrate.ts';
import { openDatabase, type DatabaseLocation } from '../src/database/open.ts';
import { testClock, testNow } from './app.ts';
import { makePlace } from './database.ts';
import { everything } from './full-desk.ts';

// What is wrong with a file, or stands in its way: a restore does all of it or nothing, and says why.

type Place = Awaited<ReturnType<typeof makePlace>>;
let folder: string;
let file: string;
let source: Place;
let place: Place;

const about = { overwrite: true, version: '0.0.0-test', now: Date.parse(testNow), installationKey: null };
const restore = (from = file, replace = false) => restoreBackup({ location: place.location, file: from, replace });

async function fillDemo(location: DatabaseLocation): Promise<void> {
  const database = await openDatabase(location);
  await loadDemo(database, testClock(testNow));
  await database.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-backup-'));
  file = join(folder, 'demo.jsonl.gz');
  source = await makePlace();
  await fillDemo(source.location);
  await writeBackup({ ...about, location: source.location, file });
});
afterAll(async () => {
  await source.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

/** The same backup with its lines changed, and a foot that fits them, as somebody would write it who knows the format. */
function rewritten(change: (lines: string[]) => string[]): string {
  const [foot = '', ...reversed] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n').toReversed();
  const lines = change(reversed.toReversed());
  const text = lines.map((line) => `${line}\n`).join('');
  const rows: Record<string, number> = {};
  let table = '';
  for (const line of lines.slice(1)) {
    const said = JSON.parse(line) as { table?: string };
    if (said.table !== undefined) rows[(table = said.table)] = 0;
    else rows[table] = (rows[table] ?? 0) + 1;
  }
  const to = join(folder, 'rewritten.jsonl.gz');
  writeFileSync(to, gzipSync(`${text}${JSON.stringify({ ...(JSON.parse(foot) as object), rows, digest: createHash('sha256').update(text).digest('base64url') })}\n`));
  return to;
}

function onHead(change: object): (lines: string[]) => string[] {
  return ([head = '', ...rest]) => [JSON.stringify({ ...(JSON.parse(head) as object), ...change }), ...rest];
}

describe('a file is refused before anything is written', () => {
  const broken = (content: Buffer) => {
    const to = join(folder, 'broken.jsonl.gz');
    writeFileSync(to, content);
    return restore(to);
  };

  test('when its end is missing', async () => {
    const whole = readFileSync(file);
    for (const share of [0.2, 0.9]) await expect(broken(whole.subarray(0, whole.length * share))).rejects.toThrow('cut off');
    await expect(broken(whole.subarray(0, -1))).rejects.toThrow('cut off');
    const lines = gunzipSync(whole).toString('utf8').trimEnd().split('\n');
    await expect(broken(gzipSync(`${lines.slice(0, -1).join('\n')}\n`))).rejects.toThrow('cut off');
    expect((await everything(place.location))['unions']).toEqual([]);
  });

  test('when one byte is another', async () => {
    const whole = readFileSync(file);
    for (const at of [20, Math.floor(whole.length / 3), whole.length - 30, whole.length - 2]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(broken(changed)).rejects.toThrow(/damaged|cut off/);
    }
    // Packed again, so that only what it says is another.
    const plain = gunzipSync(whole).toString('utf8');
    await expect(broken(gzipSync(plain.replace('Mombercelli', 'Mombercella')))).rejects.toThrow('damaged');
    await expect(broken(gzipSync(`${plain}["more"]\n`))).rejects.toThrow('damaged');
    expect((await everything(place.location))['unions']).toEqual([]);
  });

  test('when it is something else', async () => {
    await expect(broken(Buffer.from('a letter'))).rejects.toThrow('no backup of this program');
    await expect(broken(gzipSync('{"format":"sportello-virtuale"}\n'))).rejects.toThrow('no backup of this program');
    await expect(restore(join(folder, 'nothing.jsonl.gz'))).rejects.toThrow('There is no such file');
  });

  test('when it was made by a newer version', async () => {
    await expect(restore(rewritten(onHead({ migration: '9999_later.sql', version: '7.0.0' })))).rejects.toThrow('version 7.0.0 of the program, which is newer');
    await expect(restore(rewritten(onHead({ sportello_backup: 2 })))).rejects.toThrow('newer way');
  });
});

describe('what does not fit is taken back', () => {
  test.each([
    ['a table is missing', (lines: string[]) => lines.filter((line) => !line.startsWith('{"table":"ratings"')), 'ratings is missing'],
    ['a table is unknown', (lines: string[]) => [...lines, '{"table":"wages","columns":[["id","text"]]}', '["1"]'], 'wages is another'],
    ['a column is unknown', (lines: string[]) => lines.map((line) => line.replace('{"table":"ratings","columns":[["id","text"]', '{"table":"ratings","columns":[["id; drop table people","text"]')), 'ratings is another'],
  ])('%s', async (_, change, why) => {
    await fillDemo(place.location);
    const before = await everything(place.location);
    await expect(restore(rewritten(change), true)).rejects.toThrow(why);
    expect(await everything(place.location)).toEqual(before);
  });

  test('a time of a calendar is given twice, or a row refers to one that is not there', async () => {
    await fillDemo(place.location);
    const before = await everything(place.location);
    const claim = (lines: string[]) => lines.findIndex((line) => line.startsWith('{"table":"claims"')) + 1;
    const twice = rewritten((lines) => lines.toSpliced(claim(lines), 0, (lines[claim(lines)] ?? '').replace(/^\["[^"]+"/, '["another"')));
    await expect(restore(twice, true)).rejects.toThrow(/overlap/);
    const lost = rewritten((lines) => lines.map((line, index) => (index === claim(lines) ? line.replace(/^(\["[^"]+",)"[^"]+"/, '$1"nowhere"') : line)));
    await expect(restore(lost, true)).rejects.toThrow(/does not fit together[^]*(calendars that are not there|foreign key)/);
    expect(await everything(place.location)).toEqual(before);
  });
});

describe('what is in a database', () => {
  test('is not thrown away unless that is said', async () => {
    await fillDemo(place.location);
    const before = await everything(place.location);
    await expect(restore()).rejects.toThrow('say --replace');
    expect(await everything(place.location)).toEqual(before);
    await restore(file, true);
    expect(await everything(place.location)).toEqual(await everything(source.location));
  });

  test('is not replaced while somebody has it open', async () => {
    const server = await openDatabase(place.location);
    await server.read.select().from(server.tables.unions);
    await expect(restore()).rejects.toThrow('in use');
    await server.close();
    await restore();
  });

  test('is as it was when a restore is killed in the middle', async () => {
    await fillDemo(place.location);
    const before = await everything(place.location);
    const script = join(import.meta.dirname, 'half-restore-process.ts');
    const child = spawn(process.execPath, [script, JSON.stringify([place.location, knownMigrations().at(-1)])], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await everything(place.location)).toEqual(before);
    await expect.poll(() => restore(file, true).then(() => 'restored', (error: Error) => error.message), { timeout: 20_000 }).toBe('restored');
  });

  test('of a newer version can be replaced, so that there is a way back', async () => {
    await run(place.location, 'CREATE TABLE from_the_future (id text)', `INSERT INTO migrations (name) VALUES ('9999_later.sql')`);
    await restore(file, true);
    expect(await everything(place.location)).toEqual(await everything(source.location));
    await expect(run(place.location, 'SELECT * FROM from_the_future')).rejects.toThrow();
  });

  test('of another program is never touched', async () => {
    const other = await makePlace();
    await run(other.location, 'CREATE TABLE wages (id text)', `INSERT INTO wages (id) VALUES ('1')`, 'DELETE FROM migrations');
    for (const replace of [false, true]) await expect(restoreBackup({ location: other.location, file, replace })).rejects.toThrow('another program');
    await run(other.location, `INSERT INTO migrations (name) VALUES ('${knownMigrations()[0]}')`);
    await expect(restoreBackup({ location: other.location, file, replace: false })).rejects.toThrow('say --replace');
    await run(other.location, `UPDATE wages SET id = '2'`);
    await other.remove();
  });

  test('a restore that fails leaves no new file', async () => {
    const location = { kind: 'sqlite', file: join(folder, 'new', 'desk.db') } as const;
    const half = rewritten((lines) => lines.filter((line) => !line.startsWith('{"table":"ratings"')));
    await expect(restoreBackup({ location, file: half, replace: false })).rejects.toThrow('missing');
    expect(existsSync(location.file)).toBe(false);
  });
});

describe('a backup of an older version', () => {
  /** The last migration of that version. */
  const last = '0008_papers-seen.sql';

  test('is put into the schema of then, and brought to that of today', async () => {
    // What the version of then would have written: the same lines without the tables and columns that came later.
    const later = ['record_versions', 'record_drafts', 'offer_days', 'offer_samples', 'backups'];
    const old = await makePlace('sqlite');
    if (old.location.kind !== 'sqlite') throw new Error('A place of its own was asked for');
    const connection = new BetterSqlite(old.location.file);
    connection.transaction(() => applyToSqlite(connection, last))();
    const columns = new Map(
      (connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'migrations'").pluck().all() as string[]).map((table) => [table, connection.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]]),
    );
    expect(later.some((table) => columns.has(table))).toBe(false);
    connection.close();
    const made = rewritten((lines) => linesOfThen(lines, columns));
    await restore(made);
    const now = await everything(place.location);
    expect(now['municipalities']?.length).toBe((await everything(source.location))['municipalities']?.length);
    expect(JSON.parse(now['events']?.[0] ?? '{}')).toMatchObject({ plannedMinutes: null });
    expect(now['record_versions']).toEqual([]);
    await old.remove();
  });

  test('a database of an older version is not backed up as one of today, and not changed by the try', async () => {
    const old = await makePlace();
    await run(old.location, `DELETE FROM migrations WHERE name = '${knownMigrations().at(-1)}'`);
    await expect(writeBackup({ ...about, location: old.location, file: join(folder, 'old.jsonl.gz') })).rejects.toThrow('older version');
    await run(old.location, `INSERT INTO migrations (name) VALUES ('9999_later.sql')`);
    await expect(writeBackup({ ...about, location: old.location, file: join(folder, 'old.jsonl.gz') })).rejects.toThrow('newer version');
    expect(existsSync(join(folder, 'old.jsonl.gz'))).toBe(false);
    await old.remove();
  });

  function linesOfThen(lines: string[], columns: ReadonlyMap<string, readonly string[]>): string[] {
    let kept: number[] | null = null;
    return onHead({ migration: last })(lines).flatMap((line, index) => {
      if (index === 0) return [line];
      const said = JSON.parse(line) as { table: string; columns: [string, string][] } | unknown[];
      if (Array.isArray(said)) return kept ? [JSON.stringify(kept.map((at) => said[at]))] : [];
      const names = columns.get(said.table);
      kept = names ? said.columns.flatMap(([name], at) => (names.includes(name) ? [at] : [])) : null;
      return kept ? [JSON.stringify({ table: said.table, columns: kept.map((at) => said.columns[at]) })] : [];
    });
  }
});

async function run(location: DatabaseLocation, ...statements: string[]): Promise<void> {
  if (location.kind === 'sqlite') {
    // Made by its first opening.
    await (await openDatabaseIfNew(location)).close();
    const connection = new BetterSqlite(location.file);
    try {
      for (const statement of statements) connection.exec(statement);
    } finally {
      connection.close();
    }
    return;
  }
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openDatabaseIfNew(location: Extract<DatabaseLocation, { kind: 'sqlite' }>): Promise<{ close(): Promise<void> }> {
  return existsSync(location.file) ? { close: async () => undefined } : openDatabase(location);
}
