import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { checkDatabase, isSound } from '../src/backup/check-database.ts';
import { inspectBackup } from '../src/backup/read-backup.ts';
import { restoreBackup } from '../src/backup/restore-backup.ts';
import { tryBackup } from '../src/backup/try-backup.ts';
import { writeBackup } from '../src/backup/write-backup.ts';
import { openDatabase, type DatabaseLocation } from '../src/database/open.ts';
import { portableTables } from '../src/database/whole/portable-tables.ts';
import { type Desk, testSealing, testSecrets } from './app.ts';
import { citizenOf, type Link, type Wanted } from './citizen.ts';
import { makePlace } from './database.ts';
import { everything, openFullDesk } from './full-desk.ts';
import { papersAt } from './papers.ts';

// A whole desk goes into a file and comes out of it, on this database and by way of the other.

const sealingKey = Buffer.alloc(32, 'a key for sealing in tests');
let desk: Desk;
let link: Link;
let wanted: Wanted;
let paper: { id: string; content: Buffer };
let folder: string;
let file: string;
let before: Record<string, string[]>;

beforeAll(async () => {
  ({ desk, link, wanted, paper } = await openFullDesk());
  folder = mkdtempSync(join(tmpdir(), 'sportello-backup-'));
  file = join(folder, 'desk.jsonl.gz');
  before = await everything(desk.location);
  await writeBackup({ ...about(), file });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const about = () => ({ location: desk.location, overwrite: false, version: '0.0.0-test', now: desk.clock.now(), installationKey: 'its name' });

async function into(kind: DatabaseLocation['kind'] | undefined, from: string, work: (location: DatabaseLocation) => Promise<void>): Promise<void> {
  const { location, remove } = await makePlace(kind);
  try {
    await restoreBackup({ location, file: from, replace: false });
    await work(location);
  } finally {
    await remove();
  }
}

/** The whole server on it, at the desk's time and with its keys. */
async function serve<Result>(location: DatabaseLocation, work: (served: Desk) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(location);
  const settings = { demo: true, publicUrl: 'http://localhost:3000', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: '0.0.0-test', webFolder: null, mailFrom: 'sportello@example.org' };
  const app = await buildApp({ database, clock: desk.clock, secrets: testSecrets, sealing: testSealing, settings, logger: { level: 'fatal' } });
  try {
    return await work({ ...desk, app, database, location });
  } finally {
    await app.close();
    await database.close();
  }
}

describe('a backup', () => {
  test('holds every table of the schema, and every row of it', async () => {
    const tables = Object.values(desk.database.tables).map((table) => getTableName(table)).toSorted();
    expect(portableTables().map(({ name }) => name).toSorted()).toEqual(tables);
    const { head, foot } = await inspectBackup(file);
    expect(foot.rows).toEqual(Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows.length])));
    expect(Object.values(foot.rows).every((count) => count > 0)).toBe(true);
    expect(head).toMatchObject({ sportello_backup: 1, version: '0.0.0-test', migration: expect.stringMatching(/^\d{4}_/), database: desk.location.kind, made_at: desk.clock.now(), installation_key: 'its name' });
  });

  test('is for nobody else of the machine, and nothing half lies beside it', () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['desk.jsonl.gz']);
  });

  test('does not write over a file unless that is wanted', async () => {
    await expect(writeBackup({ ...about(), file })).rejects.toThrow('To write over it, say --force');
    const other = join(folder, 'other.jsonl.gz');
    for (let round = 0; round < 2; round += 1) await writeBackup({ ...about(), file: other, overwrite: true });
    await expect(inspectBackup(other)).resolves.toBeDefined();
    rmSync(other);
  });

  test('that cannot be written leaves nothing under its name', async () => {
    const nowhere = join(folder, 'missing', 'desk.jsonl.gz');
    await expect(writeBackup({ ...about(), file: nowhere })).rejects.toThrow('ENOENT');
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });
});

describe('a desk that was destroyed', () => {
  test('comes back row by row', async () => {
    await into(undefined, file, async (location) => expect(await everything(location)).toEqual(before));
  });

  test('comes back by way of the other database: into SQLite, and from there to where it was', async () => {
    await into('sqlite', file, async (sqlite) => {
      expect(await everything(sqlite)).toEqual(before);
      const second = join(folder, 'second.jsonl.gz');
      await writeBackup({ ...about(), location: sqlite, file: second });
      await into(undefined, second, async (location) => expect(await everything(location)).toEqual(before));
      rmSync(second);
    });
  });

  test('offers the same times, shows the same appointment, gives out the same paper, and takes bookings', async () => {
    const slots = await citizenOf(desk).slots(wanted);
    expect(slots.items.length).toBeGreaterThan(10);
    const shown = await citizenOf(desk).show(link);
    await into(undefined, file, (location) =>
      serve(location, async (served) => {
        const citizen = citizenOf(served);
        expect(await citizen.slots(wanted)).toEqual(slots);
        expect(await citizen.show(link)).toEqual(shown);
        const opened = await papersAt(served, `/appointments/${link.code}/files`, { token: link.manage_token }).open(paper.id);
        expect(opened.rawPayload.equals(paper.content)).toBe(true);
        await citizen.book(wanted, { nth: 8 });
      }),
    );
  });

  test('has its guards again: no time is given twice, and what happened cannot be changed', async () => {
    await into(undefined, file, async (location) => {
      const database = await openDatabase(location);
      const { claims, events, calendars } = database.tables;
      const [claim] = await database.read.select().from(claims).limit(1);
      await expect(database.write(async (tx) => void (await tx.insert(claims).values({ ...claim, id: 'another' } as never)))).rejects.toThrow();
      await expect(database.write(async (tx) => void (await tx.delete(events)))).rejects.toThrow();
      const revisions = () => database.read.select({ revision: calendars.claimsRevision }).from(calendars).orderBy(calendars.id);
      const old = await revisions();
      await database.write(async (tx) => void (await tx.delete(claims)));
      expect(await revisions()).not.toEqual(old);
      await database.close();
    });
  });

  test('is found sound: its trail is whole, and what is encrypted opens with the keys', async () => {
    await into(undefined, file, async (location) => {
      const database = await openDatabase(location);
      const checked = await checkDatabase({ database, clock: desk.clock, keys: [sealingKey] });
      expect(isSound(checked), JSON.stringify(checked)).toBe(true);
      expect(checked.trail.sealed).toBeGreaterThan(2);
      expect(checked.sealed).toMatchObject({ unopened: 0, keysMissing: [] });
      expect(checked.sealed.count).toBeGreaterThan(3);
      await database.close();
    });
  });
});

describe('a try of a backup', () => {
  test('restores it beside, finds it sound, and leaves nothing behind', async () => {
    const { checked } = await tryBackup({ file, folder, keys: [sealingKey] });
    expect(isSound(checked)).toBe(true);
    expect(readdirSync(folder)).toEqual(['desk.jsonl.gz']);
  });

  test('tells which keys are missing', async () => {
    const { checked, foot } = await tryBackup({ file, folder, keys: [Buffer.alloc(32, 'another key')] });
    expect(checked.sealed.unopened).toBe(checked.sealed.count);
    expect(checked.sealed.keysMissing).toEqual(foot.sealing_keys);
    expect(isSound(checked)).toBe(true);
  });
});

test('a backup taken while people book holds each booking whole or not at all', async () => {
  const citizen = citizenOf(desk);
  let isOver = false;
  const booking = (async () => {
    let booked = 0;
    for (; booked < 3 || (!isOver && booked < 40); booked += 1) await citizen.book(wanted);
    return booked;
  })();
  const files = [0, 1, 2].map((number) => join(folder, `busy-${number}.jsonl.gz`));
  const made = [];
  for (const one of files) made.push(await writeBackup({ ...about(), file: one }));
  isOver = true;
  expect(await booking).toBeGreaterThanOrEqual(3);
  for (const one of files) {
    const { checked } = await tryBackup({ file: one, folder, keys: [sealingKey] });
    expect(checked.flaws).toEqual([]);
    expect(checked.trail.findings).toEqual([]);
    rmSync(one);
  }
  for (const { foot } of made) {
    // Each booking that this test makes has one row in each of these.
    const [appointments, claims, people] = [foot.rows['appointments'] ?? 0, foot.rows['claims'] ?? 0, foot.rows['people'] ?? 0];
    const grown = (name: string, count: number) => count - (before[name]?.length ?? 0);
    expect(grown('claims', claims)).toBeGreaterThanOrEqual(grown('appointments', appointments));
    expect(grown('people', people)).toBeLessThanOrEqual(grown('appointments', appointments));
  }
});
