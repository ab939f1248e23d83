import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rotateKeyFile, rotateToFirstKey, type RotationDeps } from '../src/cli/rotate-keys.ts';
import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';
import { resealAll, sealedTables } from '../src/database/reseal.ts';
import { KeysInUse, lockSealingKeys, sealingKeysFromFile } from '../src/installation-key.ts';
import { keyNameIn, keyNameOf, makeSealing, type Sealing } from '../src/sealing.ts';
import { testClock, testNow } from './app.ts';
import { makeTestDatabase } from './database.ts';

let dataFolder: string;
let database: Database;
let drop: () => Promise<void>;
let said: string[];
let deps: RotationDeps;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'sportello-keys-'));
  ({ database, drop } = await makeTestDatabase());
  said = [];
  deps = { database, clock: testClock(testNow), say: (line) => said.push(line) };
});
afterEach(async () => {
  await drop();
  rmSync(dataFolder, { recursive: true });
});

const file = () => join(dataFolder, 'secrets.key');
const keyLines = () => readFileSync(file(), 'utf8').trim().split('\n');
const place = (id: string) => ({ table: 'totp_secrets', column: 'secret', id });
const noWait = async () => undefined;

/** Somebody with an authenticator app, whose seed is sealed. */
async function addSeed(sealing: Sealing, text: string): Promise<string> {
  const { staff, totpSecrets } = database.tables;
  const id = newId();
  await database.write(async (tx) => {
    await tx.insert(staff).values({ id, email: `${id}@example.org`, givenName: 'Prova', familyName: 'Prova', language: 'it', role: 'admin', state: 'active', notices: [], createdAt: 0 });
    await tx.insert(totpSecrets).values({ staffId: id, secret: sealing.seal(place(id), text), createdAt: 0 });
  });
  return id;
}

async function seedOf(id: string): Promise<string> {
  const { totpSecrets } = database.tables;
  const [row] = await database.read.select().from(totpSecrets).where(eq(totpSecrets.staffId, id));
  return row?.secret ?? '';
}

async function setSeed(id: string, secret: string): Promise<void> {
  const { totpSecrets } = database.tables;
  await database.write(async (tx) => void (await tx.update(totpSecrets).set({ secret }).where(eq(totpSecrets.staffId, id))));
}

const trail = () => database.read.select().from(database.tables.auditEntries);

describe('a sealed text', () => {
  const sealing = makeSealing([Buffer.alloc(32, 1)]);

  test('opens only in its own row, column and table, unchanged, with its key', () => {
    const sealed = sealing.seal(place('a'), 'a seed');
    expect(sealing.open(place('a'), sealed)).toBe('a seed');
    expect(sealed).not.toContain('seed');
    const others = [place('b'), { ...place('a'), column: 'other' }, { ...place('a'), table: 'other' }];
    for (const other of others) expect(() => sealing.open(other, sealed)).toThrow();
    const [kind, name, bytes = ''] = sealed.split('.');
    const changed = Buffer.from(bytes, 'base64url');
    changed[15] = (changed[15] ?? 0) ^ 1;
    for (const wrong of [`${kind}.${name}.${changed.toString('base64url')}`, `${kind}.${name}.`, `${kind}.${name}.AAAA`, '', 'a seed']) expect(() => sealing.open(place('a'), wrong)).toThrow();
    expect(() => makeSealing([Buffer.alloc(32, 2)]).open(place('a'), sealed)).toThrow('key that is not there');
  });

  test('never looks the same twice', () => {
    expect(sealing.seal(place('a'), 'x')).not.toBe(sealing.seal(place('a'), 'x'));
  });

  test.each([[[]], [[Buffer.alloc(31)]], [[Buffer.alloc(32), Buffer.alloc(48)]]])('is not made with wrong keys', (keys) => {
    expect(() => makeSealing(keys)).toThrow();
  });
});

describe('the key file', () => {
  test('is made once, readable by nobody else', () => {
    const keys = sealingKeysFromFile(dataFolder);
    expect(keys()).toHaveLength(1);
    expect(sealingKeysFromFile(dataFolder)()).toEqual(keys());
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('is refused when others can read it', () => {
    writeFileSync(file(), `${Buffer.alloc(32).toString('base64')}\n`, { mode: 0o644 });
    expect(() => sealingKeysFromFile(dataFolder)).toThrow('chmod 600');
  });

  test('is read again by a running process when it changed', () => {
    const running = makeSealing(sealingKeysFromFile(dataFolder));
    const before = running.seal(place('a'), 'x');
    const locked = lockSealingKeys(dataFolder);
    const fresh = Buffer.alloc(32, 7);
    locked.replace([fresh, ...locked.keys]);
    locked.release();
    expect(running.isCurrent(before)).toBe(false);
    expect(running.open(place('a'), before)).toBe('x');
    expect(keyNameIn(running.seal(place('a'), 'x'))).toBe(keyNameOf(fresh));
    expect(running.open(place('a'), makeSealing([fresh]).seal(place('a'), 'y'))).toBe('y');
  });

  test('is changed by one process at a time; one that died is in nobody’s way', () => {
    const first = lockSealingKeys(dataFolder);
    expect(() => lockSealingKeys(dataFolder)).toThrow(KeysInUse);
    first.release();
    lockSealingKeys(dataFolder).release();
    writeFileSync(`${file()}.lock`, '999999999');
    lockSealingKeys(dataFolder).release();
  });

  test('survives a crash that left a half-written draft', () => {
    sealingKeysFromFile(dataFolder);
    const [before] = keyLines();
    writeFileSync(`${file()}.new`, 'half', { mode: 0o600 });
    const locked = lockSealingKeys(dataFolder);
    locked.replace([Buffer.alloc(32, 9), ...locked.keys]);
    locked.release();
    expect(keyLines()).toEqual([Buffer.alloc(32, 9).toString('base64'), before]);
    expect(readdirSync(dataFolder)).toEqual(['secrets.key']);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});

describe('rotating the keys of the file', () => {
  test('seals everything anew, drops the old key, and is in the trail', async () => {
    const running = makeSealing(sealingKeysFromFile(dataFolder));
    const [old] = keyLines();
    const ids = [];
    for (let i = 0; i < 250; i += 1) ids.push(await addSeed(running, `seed ${i}`));
    expect(await rotateKeyFile(deps, { dataFolder, settle: noWait })).toBe(true);
    expect(keyLines()).toHaveLength(1);
    expect(keyLines()).not.toContain(old);
    for (const [i, id] of ids.entries()) expect(running.open(place(id), await seedOf(id))).toBe(`seed ${i}`);
    expect(makeSealing(sealingKeysFromFile(dataFolder)).isCurrent(await seedOf(ids[0] ?? ''))).toBe(true);
    expect((await trail()).map(({ action, objectKind, actor }) => [action, objectKind, actor])).toEqual([['rotate', 'keys', 'system'], ['rotate', 'keys', 'system']]);
    const written = (await database.read.select().from(database.tables.auditValues)).map((row) => row.written).join();
    for (const key of [old ?? '', ...keyLines()]) expect(said.join() + written).not.toContain(key);
  });

  test('loses nothing that is written under the old key while it waits', async () => {
    const slow = makeSealing(sealingKeysFromFile(dataFolder)());
    const before = await addSeed(slow, 'before');
    let during = '';
    const settle = async () => {
      during = await addSeed(slow, 'during');
      await setSeed(before, slow.seal(place(before), 'changed'));
    };
    expect(await rotateKeyFile(deps, { dataFolder, settle })).toBe(true);
    const now = makeSealing(sealingKeysFromFile(dataFolder));
    expect(now.open(place(before), await seedOf(before))).toBe('changed');
    expect(now.open(place(during), await seedOf(during))).toBe('during');
  });

  test('leaves every key that is needed when it is stopped half way, and the next rotation ends it', async () => {
    const first = makeSealing(sealingKeysFromFile(dataFolder));
    const id = await addSeed(first, 'a seed');
    const [old] = keyLines();
    await expect(rotateKeyFile(deps, { dataFolder, settle: () => Promise.reject(new Error('power cut')) })).rejects.toThrow('power cut');
    expect(keyLines()).toHaveLength(2);
    expect(keyLines()[1]).toBe(old);
    expect(makeSealing(sealingKeysFromFile(dataFolder)).open(place(id), await seedOf(id))).toBe('a seed');
    expect(await rotateKeyFile(deps, { dataFolder, settle: noWait })).toBe(true);
    expect(keyLines()).toHaveLength(1);
    expect(makeSealing(sealingKeysFromFile(dataFolder)).open(place(id), await seedOf(id))).toBe('a seed');
  });

  test('keeps a key that a text needs which does not open, and says so', async () => {
    const sealing = makeSealing(sealingKeysFromFile(dataFolder));
    const [good, moved] = [await addSeed(sealing, 'good'), await addSeed(sealing, 'moved')];
    await setSeed(moved, await seedOf(good));
    const [old] = keyLines();
    expect(await rotateKeyFile(deps, { dataFolder, settle: noWait })).toBe(false);
    expect(keyLines()).toHaveLength(2);
    expect(keyLines()[1]).toBe(old);
    expect(said.join('\n')).toContain(`Could not be opened: totp_secrets.secret of ${moved}.`);
    expect(makeSealing(sealingKeysFromFile(dataFolder)).open(place(good), await seedOf(good))).toBe('good');
  });
});

describe('with keys from the environment', () => {
  const [young, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

  test('everything is sealed under the first one, and the others are named', async () => {
    const id = await addSeed(makeSealing([old]), 'a seed');
    expect(await rotateToFirstKey(deps, [young, old])).toBe(true);
    expect(makeSealing([young]).open(place(id), await seedOf(id))).toBe('a seed');
    expect(said.join('\n')).toMatch(new RegExp(`Can be removed from SECRETS_KEY.*${keyNameOf(old)}`));
    expect(await trail()).toHaveLength(1);
  });

  test('one that is missing is told, and nothing is lost', async () => {
    const id = await addSeed(makeSealing([old]), 'a seed');
    const before = await seedOf(id);
    expect(await rotateToFirstKey(deps, [young])).toBe(false);
    expect(await seedOf(id)).toBe(before);
  });
});

test('a text that changed between reading and writing keeps the change', async () => {
  const [young, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const id = await addSeed(makeSealing([old]), 'before');
  const sealing = makeSealing([young, old]);
  let isChanged = false;
  const meanwhile: Database = {
    ...database,
    write: async (work) => {
      if (!isChanged) {
        isChanged = true;
        await setSeed(id, makeSealing([old]).seal(place(id), 'after'));
      }
      return database.write(work);
    },
  };
  expect((await resealAll(meanwhile, sealing)).resealed).toBe(1);
  expect(makeSealing([young]).open(place(id), await seedOf(id))).toBe('after');
});

test('every sealed column of the schema is found', () => {
  const found = sealedTables(database).flatMap(({ name, columns }) => [...columns.keys()].map((column) => `${name}.${column}`));
  expect(found.toSorted()).toEqual(['busy_sources.address', 'mail_servers.password', 'sign_in_challenges.expected', 'totp_secrets.secret', 'vendor_meetings.reference',
    'video_connections.accessToken', 'video_connections.refreshToken', 'video_connections.secret', 'webhooks.formerSecret', 'webhooks.secret']);
});
