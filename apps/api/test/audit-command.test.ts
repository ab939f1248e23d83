import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newestSeal } from '../src/audit/chain.ts';
import type { DatabaseLocation } from '../src/database/open.ts';
import { openTrail, type Trail } from './audit-trail.ts';
import { fromSources } from './server-process.ts';

// The command as somebody types it: what it says, and how it ends.

const command = join(import.meta.dirname, '..', 'src', 'cli', 'sportello.ts');
let trail: Trail;
let dataFolder: string;

beforeEach(async () => {
  trail = await openTrail();
  dataFolder = mkdtempSync(join(tmpdir(), 'sportello-command-'));
});
afterEach(async () => {
  await trail.close();
  rmSync(dataFolder, { recursive: true });
});

const addressOf = (location: DatabaseLocation) => (location.kind === 'pg' ? location.url : `sqlite:${location.file}`);

async function type(args: readonly string[], settings: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataFolder, DATABASE_URL: addressOf(trail.location), ...settings };
  const child = spawn(process.execPath, [...fromSources, command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

describe('sportello audit verify', () => {
  test('says that the trail is whole, and ends with 0', async () => {
    await trail.write(3);
    const seal = await newestSeal(trail.database.read, trail.database.tables);
    const { code, said } = await type(['audit', 'verify', '--seal', `${seal?.number}:${seal?.digest}`]);
    expect(said).toContain('The trail is whole.');
    expect(said).toContain(`Newest seal: 3:${seal?.digest}`);
    expect(code).toBe(0);
  });

  test('names what was altered, and ends with 1', async () => {
    const [, second] = await trail.write(3);
    await trail.attack(`UPDATE audit_entries SET action = 'see' WHERE id = '${second}'`);
    const { code, said } = await type(['audit', 'verify']);
    expect(said).toContain(`Entry ${second} does not match seal 2`);
    expect(code).toBe(1);
  });

  test('ends with 2 where it could not look', async () => {
    expect(await type(['audit', 'verify', '--seal', 'newest'])).toMatchObject({ code: 2, said: expect.stringContaining('NUMBER:DIGEST') });
    expect(await type(['audit', 'verify'], { DATABASE_URL: `sqlite:${dataFolder}/nothing.db` })).toMatchObject({ code: 2, said: expect.stringContaining('There is no database') });
    expect(await type(['audit', 'verify'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' })).toMatchObject({ code: 2 });
  });
});

describe('sportello', () => {
  test('says what there is', async () => {
    for (const args of [[], ['help'], ['--help']]) expect(await type(args)).toMatchObject({ code: 0, said: expect.stringContaining('keys rotate') });
  });

  test('does not guess what was meant', async () => {
    for (const args of [['audit'], ['audit', 'repair'], ['audit', 'verify', 'now'], ['keys', 'rotate', '--fast']]) expect((await type(args)).code).toBe(2);
  });

  test('keys rotate seals anew under the first key of SECRETS_KEY', async () => {
    const key = Buffer.alloc(32, 3).toString('base64');
    const { code, said } = await type(['keys', 'rotate'], { SECRETS_KEY: key });
    expect(said).toContain('Sealed anew under');
    expect(said).not.toContain(key);
    expect(code).toBe(0);
  });

  test('staff link gives a link only while there is no administrator', async () => {
    const { code, said } = await type(['staff', 'link']);
    expect(said).toMatch(/^http:\/\/localhost:3000\/\S+\n$/);
    expect(code).toBe(0);
    const { staff } = trail.database.tables;
    const admin = { id: 'a', email: 'a@example.org', givenName: 'A', familyName: 'A', language: 'it', role: 'admin', state: 'active', notices: [], createdAt: 0 } as const;
    await trail.database.write(async (tx) => void (await tx.insert(staff).values(admin)));
    expect((await type(['staff', 'link'])).code).toBe(1);
  });
});
