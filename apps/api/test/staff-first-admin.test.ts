import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstAdminLink } from '../src/identity/first-admin.ts';
import { type Desk, openBeside, openDesk, testSecrets } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { fromSources } from './server-process.ts';
import { addMember, ourOrigin } from './staff-app.ts';
import { linkOf } from './staff-mail.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk({ demo: false });
});
afterEach(() => desk.close());

const link = ({ database, clock }: Desk = desk) => firstAdminLink({ database, clock, secrets: testSecrets, publicUrl: ourOrigin });
const tokenOf = (address: string | null) => address?.split('#')[1] ?? '';
const person = { email: ' Ada.Rossi@Example.org', given_name: ' Ada ', family_name: 'Rossi', language: 'en' };

const staff = () => desk.database.read.select().from(desk.database.tables.staff);

test('whoever starts an empty desk gets a link, and becomes its administrator by it', async () => {
  const address = await link();
  expect(address).toMatch(/^http:\/\/localhost:3000\/scrivania\/benvenuto#[\w-]{64}$/);
  const opened = linkOf(desk, tokenOf(address));
  expect(await opened.looked()).toEqual({ kind: 'first_admin', email: null, given_name: null, family_name: null, role: null, expires_at: '2026-12-02T07:00:00.000Z' });
  const answer = await opened.use(person);
  expect(answer.json()).toEqual({ state: 'signed_in' });
  expect(await staff()).toMatchObject([{ email: 'ada.rossi@example.org', givenName: 'Ada', familyName: 'Rossi', language: 'en', role: 'admin', state: 'active', isDemo: false }]);
  const { auditEntries } = desk.database.tables;
  const [{ id } = { id: '' }] = await staff();
  expect(await desk.database.read.select().from(auditEntries).where(eq(auditEntries.objectId, id))).toMatchObject([{ action: 'create', actor: 'staff', staffId: id }]);
  expect(await link()).toBeNull();
});

test('each start makes a new link and ends the one before; it is good for a day', async () => {
  const first = tokenOf(await link());
  desk.clock.pass(2);
  const second = tokenOf(await link());
  expect(second).not.toBe(first);
  expectProblem(await linkOf(desk, first).look(), 'link-over');
  desk.clock.pass(24 * 60 - 1);
  expect((await linkOf(desk, second).look()).statusCode).toBe(200);
  desk.clock.pass(1);
  expectProblem(await linkOf(desk, second).use(person), 'link-over');
});

test('processes that start together show the same link', async () => {
  const beside = await openBeside(desk);
  const links = await Promise.all([link(), link(beside), link(), link(beside)]);
  await beside.close();
  expect(new Set(links).size).toBe(1);
  expect((await linkOf(desk, tokenOf(links[0] ?? null)).look()).statusCode).toBe(200);
});

test('it makes one administrator, however many use it at one moment', async () => {
  const { use } = linkOf(desk, tokenOf(await link()));
  const answers = await Promise.all(['ada', 'eva', 'ugo'].map((name) => use({ ...person, email: `${name}@example.org` })));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410, 410]);
  expect(await staff()).toHaveLength(1);
});

test('it asks who they are, and gives no other role', async () => {
  const { use } = linkOf(desk, tokenOf(await link()));
  expectInvalid(await use({}), '/email', '/given_name', '/family_name');
  expectInvalid(await use({ ...person, role: 'auditor' }), '/role');
  expectInvalid(await use({ ...person, password: 'Ada.Rossi 2026' }), '/password');
  expect((await use(person)).statusCode).toBe(200);
});

test('an address that somebody has is refused, and the link stays good', async () => {
  await addMember(desk, { role: 'operator', email: 'ada.rossi@example.org' });
  const { use } = linkOf(desk, tokenOf(await link()));
  expectProblem(await use(person), 'email-in-use');
  expect((await use({ ...person, email: 'altra@example.org' })).statusCode).toBe(200);
});

test('once there is an administrator the link is over', async () => {
  const { use, look } = linkOf(desk, tokenOf(await link()));
  await addMember(desk, { role: 'admin' });
  expectProblem(await look(), 'link-over');
  expectProblem(await use(person), 'link-over');
  expect(await staff()).toHaveLength(1);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  server.close();
  await once(server, 'close');
  return port;
}

/** What the program says until it is ready, on each of its outputs. */
async function startAndStop(folder: string, settings: Record<string, string> = {}): Promise<{ out: string; log: string }> {
  const port = await freePort();
  const main = join(import.meta.dirname, '..', 'src', 'main.ts');
  const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'debug', ...settings };
  const child = spawn(process.execPath, [...fromSources, main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
    if (out.includes('  data  ')) child.kill('SIGTERM');
  });
  child.stderr.on('data', (text) => (out += text));
  await new Promise((resolve) => child.once('exit', resolve));
  const lines = out.split('\n');
  return { out: lines.filter((line) => !line.startsWith('{')).join('\n'), log: lines.filter((line) => line.startsWith('{')).join('\n') };
}

test('the program prints it, and never logs it; the demo has none', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-first-'));
  const { location } = desk;
  try {
    const { out, log } = await startAndStop(folder, { DATABASE_URL: location.kind === 'pg' ? location.url : `sqlite:${location.file}` });
    expect(out).toMatch(/no administrator yet[^]*http:\/\/localhost:\d+\/scrivania\/benvenuto#[\w-]{64}\n/);
    expect(log).not.toContain('benvenuto');
    expect((await startAndStop(join(folder, 'demo'), { DEMO: 'on' })).out).not.toContain('benvenuto');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
