import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { trailSealer } from '../src/audit/seal.ts';
import { backUpTonight, type NightlyDeps, startNightly } from '../src/backup/backup-job.ts';
import { lastBackups } from '../src/backup/last-backup.ts';
import { makeChecked, type Made } from '../src/backup/make-checked.ts';
import { inspectBackup } from '../src/backup/read-backup.ts';
import { loadDemo } from '../src/database/demo/load.ts';
import { type TestClock, testClock, testSecrets } from './app.ts';
import { makeTestDatabase } from './database.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;
let folder: string;
let clock: TestClock;
let deps: NightlyDeps & { make: typeof makeChecked };
let told: object[];

beforeEach(async () => {
  made = await makeTestDatabase();
  clock = testClock('2026-12-02T02:31:00+01:00');
  await loadDemo(made.database, clock);
  folder = mkdtempSync(join(tmpdir(), 'sportello-nightly-'));
  told = [];
  deps = {
    database: made.database,
    location: made.location,
    clock,
    secrets: testSecrets,
    version: '0.0.0-test',
    settings: { folder, atMinute: 150, keepDays: 3 },
    log: { warn: (about) => void told.push(about) },
    make: makeChecked,
  };
});
afterEach(async () => {
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

const last = () => lastBackups(made.database);

test('one backup is made a night, whoever is quicker, and it says when', async () => {
  expect(await last()).toEqual({ good: null, trouble: null });
  const both = await Promise.all([backUpTonight(deps), backUpTonight(deps)]);
  expect(both.toSorted()).toEqual([null, true].toSorted());
  expect(await backUpTonight(deps)).toBeNull();
  expect(readdirSync(folder)).toEqual(['sportello-2026-12-02-0231.jsonl.gz']);
  expect(await inspectBackup(join(folder, 'sportello-2026-12-02-0231.jsonl.gz'))).toMatchObject({ head: { made_at: clock.now() } });
  expect(await last()).toMatchObject({ good: { madeAt: clock.now(), file: 'sportello-2026-12-02-0231.jsonl.gz', byHand: false }, trouble: null });
  expect((await last()).good?.kilobytes).toBeGreaterThan(5);
  clock.set('2026-12-03T02:29:00+01:00');
  expect(await backUpTonight(deps)).toBeNull();
  clock.set('2026-12-03T02:30:00+01:00');
  await trailSealer({ database: made.database, clock }).run();
  expect(await backUpTonight(deps)).toBe(true);
  expect(told).toEqual([]);
});

test('old ones go only when a new one was found good', async () => {
  const old = ['sportello-2026-11-28-0230.jsonl.gz', 'sportello-2026-11-30-0230.jsonl.gz', 'of-the-mayor.jsonl.gz'];
  for (const name of old) writeFileSync(join(folder, name), '');
  const bad = async (): Promise<Made> => ({ ok: false, failure: 'disk-full', error: 'ENOSPC' });
  expect(await backUpTonight({ ...deps, make: bad })).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(old.toSorted());
  clock.pass(6);
  expect(await backUpTonight(deps)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['of-the-mayor.jsonl.gz', 'sportello-2026-11-30-0230.jsonl.gz', 'sportello-2026-12-02-0237.jsonl.gz']);
});

test('where the folder is missing it says so, makes none of its own, and tries again later and later', async () => {
  const missing = join(folder, 'disk');
  const away = { ...deps, settings: { ...deps.settings, folder: missing } };
  expect(await backUpTonight(away)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  expect(told).toMatchObject([{ failure: 'no-folder', attempts: 1 }]);
  expect(await last()).toMatchObject({ good: null, trouble: { night: '2026-12-02', state: 'failed', failure: 'no-folder', attempts: 1, nextTryAt: clock.now() + 5 * 60_000 } });
  expect(await backUpTonight(away)).toBeNull();
  clock.pass(5);
  expect(await backUpTonight(away)).toBe(false);
  expect((await last()).trouble?.nextTryAt).toBe(clock.now() + 15 * 60_000);
  mkdirSync(missing);
  clock.pass(15);
  expect(await backUpTonight(away)).toBe(true);
  expect(await last()).toMatchObject({ good: { madeAt: clock.now() }, trouble: null });
});

test('what a process left half done that died is made anew by another, once it is surely gone', async () => {
  const dies = () => Promise.reject(new Error('killed'));
  await expect(backUpTonight({ ...deps, make: dies })).rejects.toThrow('killed');
  for (const name of ['sportello-2026-12-02-0231.jsonl.gz.unchecked.part', 'sportello-2026-12-02-0231.jsonl.gz.unchecked']) writeFileSync(join(folder, name), 'half');
  mkdirSync(join(folder, '.sportello-check-x'));
  clock.pass(4);
  expect(await backUpTonight(deps)).toBeNull();
  expect((await last()).trouble).toMatchObject({ state: 'running' });
  clock.pass(1);
  expect(await backUpTonight(deps)).toBe(true);
  expect(readdirSync(folder)).toEqual(['sportello-2026-12-02-0236.jsonl.gz']);
});

test('a true copy of what does not fit together is kept, and told', async () => {
  const { files } = made.database.tables;
  const paper = { id: 'lost', ownerKind: 'appointment', ownerId: 'a', name: 'a.pdf', mediaType: 'application/pdf', bytes: 9, digest: '', sentBy: 'citizen', store: 'database', createdAt: 0 } as const;
  await made.database.write(async (tx) => void (await tx.insert(files).values(paper)));
  expect(await backUpTonight(deps)).toBe(true);
  expect(told).toEqual([{ file: 'sportello-2026-12-02-0231.jsonl.gz' }]);
});

test('the server makes it in a thread beside, and stops when it is asked to', async () => {
  const { make, ...alone } = deps;
  expect(make).toBe(makeChecked);
  const nightly = startNightly(alone);
  await expect.poll(() => readdirSync(folder), { timeout: 30_000 }).toContain('sportello-2026-12-02-0231.jsonl.gz');
  await nightly.stop();
  expect(told).toEqual([]);
});
