import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CannotRun } from '../src/cli/cannot-run.ts';
import { readCommand } from '../src/cli/commands.ts';
import { toConfig } from '../src/config.ts';
import { loadDemo } from '../src/database/demo/load.ts';
import { type DatabaseLocation, openDatabase } from '../src/database/open.ts';
import { sealingKeysFromFile } from '../src/installation-key.ts';
import { makeSealing } from '../src/sealing.ts';
import { testClock, testNow } from './app.ts';
import { makePlace } from './database.ts';
import { fromSources, startServerProcess } from './server-process.ts';

// The commands as somebody types them who runs a desk: a backup, the desk destroyed, and the desk again. Each is a process of its own.
vi.setConfig({ testTimeout: 240_000 });

const command = join(import.meta.dirname, '..', 'src', 'cli', 'sportello.ts');
const addressOf = (location: DatabaseLocation) => (location.kind === 'pg' ? location.url : `sqlite:${location.file}`);
let folder: string;
let file: string;
let desk: Awaited<ReturnType<typeof makePlace>>;
let fresh: Awaited<ReturnType<typeof makePlace>>;
const dataOf = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-backup-'));
  file = join(folder, 'desk.jsonl.gz');
  desk = await makePlace();
  fresh = await makePlace();
  const database = await openDatabase(desk.location);
  await loadDemo(database, testClock(testNow));
  const sealing = makeSealing(sealingKeysFromFile(dataOf('old')));
  const { staff, totpSecrets } = database.tables;
  const [member] = await database.read.select({ id: staff.id }).from(staff).limit(1);
  const staffId = member?.id ?? '';
  await database.write(async (tx) => {
    await tx.insert(totpSecrets).values({ staffId, secret: sealing.seal({ table: 'totp_secrets', column: 'secret', id: staffId }, 'seed'), createdAt: 0 });
  });
  await database.close();
});
afterAll(async () => {
  await desk.remove();
  await fresh.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function type(args: readonly string[], at: { location: DatabaseLocation; data: string }): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataOf(at.data), DATABASE_URL: addressOf(at.location) };
  const child = spawn(process.execPath, [...fromSources, command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('a desk that runs is backed up, destroyed, restored with its keys, and answers as before', async () => {
  const settings = (location: DatabaseLocation, data: string) => ({ DEMO: 'on', DATA_DIR: dataOf(data), DATABASE_URL: addressOf(location) });
  const server = await startServerProcess(settings(desk.location, 'old'));
  const services = await (await fetch(`${server.url}/api/v1/services`)).text();
  const made = await type(['backup', file], { location: desk.location, data: 'old' });
  await server.stop();
  expect(made.said).toContain('Checked: everything fits together.');
  expect(made.said).toContain('All of them open with the keys that are here.');
  expect(made.said).toContain('The keys are not in it');
  expect(made.code).toBe(0);
  expect(statSync(file).mode & 0o077).toBe(0);

  // Another machine: neither database nor keys.
  const without = await type(['restore', file], { location: fresh.location, data: 'new' });
  expect(without).toMatchObject({ code: 0, said: expect.stringContaining('Restored.') });
  expect(without.said).toContain('do not open with the keys that are here');
  expect(without.said).toContain('There is no installation key here');
  expect(existsSync(dataOf('new'))).toBe(false);

  const again = await type(['restore', file, '--replace'], { location: fresh.location, data: 'old' });
  expect(again).toMatchObject({ code: 0, said: expect.not.stringContaining('WARNING') });
  expect(again.said).toContain('people who were erased since are there again');

  const restored = await startServerProcess(settings(fresh.location, 'old'));
  expect(await (await fetch(`${restored.url}/api/v1/services`)).text()).toBe(services);
  const refused = await type(['restore', file, '--replace'], { location: fresh.location, data: 'old' });
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('in use') });
  await restored.stop();

  const database = await openDatabase(fresh.location);
  const trail = await database.read.select().from(database.tables.auditEntries);
  expect(trail.filter(({ objectKind }) => objectKind === 'backup').map(({ action }) => action)).toEqual(['restore']);
  await database.close();
});

test('what cannot be done ends with 2 and a sentence, and changes nothing', async () => {
  const at = { location: desk.location, data: 'old' };
  expect(await type(['backup', file], at)).toMatchObject({ code: 2, said: expect.stringContaining('--force') });
  expect(await type(['backup', file, '--force'], at)).toMatchObject({ code: 0 });
  expect(await type(['restore', file], at)).toMatchObject({ code: 2, said: expect.stringContaining('say --replace') });
  expect(await type(['restore', join(folder, 'nothing.jsonl.gz')], at)).toMatchObject({ code: 2, said: expect.stringContaining('no such file') });
  const nowhere = { location: { kind: 'sqlite', file: join(folder, 'nothing.db') } as const, data: 'old' };
  for (const args of [['backup', join(folder, 'b.jsonl.gz')], ['check']]) expect(await type(args, nowhere)).toMatchObject({ code: 2, said: expect.stringContaining('There is no database') });
});

test('what is asked for is not guessed', () => {
  const config = toConfig({ DATA_DIR: folder });
  for (const args of [['backup'], ['restore'], ['backup', 'a', 'b'], ['check', file, '--fast'], ['backup', file, '--replace'], ['restore', file, '--force']]) {
    expect(() => void readCommand(args)({ config, clock: testClock(testNow), print: () => undefined }).catch(() => undefined), args.join(' ')).toThrow(CannotRun);
  }
});

test('check looks into a file without a database, and at the database without a file', async () => {
  const nowhere = { location: { kind: 'sqlite', file: join(folder, 'nothing.db') } as const, data: 'nobody' };
  const sound = await type(['check', file], nowhere);
  expect(sound).toMatchObject({ code: 0, said: expect.stringContaining('Checked: everything fits together.') });
  expect(sound.said).toContain('The trail is whole.');
  const broken = join(folder, 'broken.jsonl.gz');
  writeFileSync(broken, readFileSync(file).subarray(0, -20));
  expect(await type(['check', broken], nowhere)).toMatchObject({ code: 2, said: expect.stringContaining('cut off') });

  const database = await openDatabase(desk.location);
  const { files } = database.tables;
  const paper = { ownerKind: 'appointment', ownerId: 'a', name: 'a.pdf', mediaType: 'application/pdf', bytes: 9, digest: '', sentBy: 'citizen', createdAt: 0 } as const;
  await database.write(async (tx) => void (await tx.insert(files).values([{ id: 'in-a-folder', ...paper, store: 'folder' }, { id: 'lost', ...paper, store: 'database' }])));
  await database.close();
  const present = await type(['check'], { location: desk.location, data: 'old' });
  expect(present).toMatchObject({ code: 1, said: expect.stringContaining('1 papers are not whole: lost') });
  expect(present.said).toContain('NOT CONTAINED: the content of 1 papers lies in a folder (FILES_DIR) and has to be kept from there: in-a-folder');
});
