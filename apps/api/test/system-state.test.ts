import type { Light, SystemState } from '@sportello/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeRounds } from '../src/background/rounds.ts';
import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';
import { startJobs } from '../src/jobs.ts';
import { allLights } from '../src/health/lights/all-lights.ts';
import { certificateState } from '../src/health/lights/light.ts';
import { type Heartbeat, startHeartbeat } from '../src/health/heartbeat.ts';
import { isGuessable, type ProcessFacts } from '../src/health/process-facts.ts';
import { citizenOf, got } from './citizen.ts';
import { type Desk, openBeside, openEmptyDesk, testSealing, testSecrets } from './app.ts';
import { makeCertificate, trust } from './certificate.ts';
import { startFakeClamd } from './fake-clamd.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { startStrictServer } from './strict-mail-server.ts';

const day = 24 * 3_600_000;
let desk: Desk;
const open: { close(): Promise<unknown> }[] = [];

beforeAll(async () => void (desk = await openEmptyDesk()));
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
  const { processes, jobRuns, lights } = desk.database.tables;
  await desk.change(async (tx) => {
    for (const table of [processes, jobRuns, lights]) await tx.delete(table);
  });
  await desk.clear();
});
afterAll(() => desk.close());

/** What an administrator sees; `anew` presses the button. */
async function stateOf(of: Desk = desk, { anew = false, isEncrypted = false } = {}): Promise<SystemState> {
  const session = await signedIn(of, await addMember(of, { role: 'admin' }));
  const cookie = isEncrypted ? `__Host-${session.cookie}` : session.cookie;
  return got<SystemState>(anew ? await askAs(of, cookie, 'POST', '/staff/system-state/checks', {}) : await askAs(of, cookie, 'GET', '/staff/system-state'), 200);
}

async function lightOf(name: string, of: Desk = desk, { isEncrypted = false } = {}): Promise<Light> {
  const found = (await stateOf(of, { isEncrypted })).lights.find((light) => light.name === name);
  if (!found) throw new Error(`no light ${name}`);
  return found;
}

/** A process of the installation on this desk's database. */
async function processOn(facts: Partial<ProcessFacts> = {}, { database = desk.database, rounds = makeRounds(desk.clock), clock = desk.clock }: { database?: Database; rounds?: ReturnType<typeof makeRounds>; clock?: { now(): number } } = {}): Promise<Heartbeat> {
  const shiftMilliseconds = desk.clock.now() - Date.now(); // the tests' clock stands elsewhere than the machine's
  const beating = startHeartbeat({ database, clock, facts: { id: newId(), role: 'all', machine: 'uno', version: '0.0.0-test', keys: 'k', shiftMilliseconds, ...facts }, rounds, log: { warn: () => undefined } }, { everyMs: null });
  await beating.beat();
  return beating;
}

async function deskWith(options: Parameters<typeof openEmptyDesk>[0]): Promise<Desk> {
  const other = await openEmptyDesk(options);
  open.push(other);
  return other;
}

describe('the page of lights', () => {
  test('tells of everything, each with its sentence, and says what is not known yet', async () => {
    const { lights, version } = await stateOf();
    expect(lights.map(({ name }) => name)).toEqual(allLights.map(({ name }) => name));
    expect(version).toBe('0.0.0-test');
    expect(lights.find(({ name }) => name === 'processes')).toMatchObject({ state: 'unknown', says: 'none' });
    expect(lights.find(({ name }) => name === 'database')).toMatchObject({ state: 'good', says: 'good', values: { kind: desk.database.kind, size_bytes: expect.any(Number) as number } });
  });

  test('shows nothing about anybody', async () => {
    await citizenOf(desk).book(await citizenOf(desk).wanted());
    const said = JSON.stringify(await stateOf());
    const { people } = await rowsOf(desk);
    for (const { email, familyName } of people) for (const word of [email, familyName]) if (word) expect(said).not.toContain(word);
  });

  test('looks at everything anew when the button is pressed', async () => {
    await stateOf();
    const { lights, processes } = desk.database.tables;
    await desk.change((tx) => tx.insert(processes).values({ id: 'p', role: 'all', machine: 'uno', version: '0.0.0-test', keys: 'k', startedAt: desk.clock.now(), seenAt: desk.clock.now(), skewMilliseconds: 0 }));
    desk.clock.pass(0.1);
    expect((await stateOf()).lights.find(({ name }) => name === 'processes')).toMatchObject({ state: 'unknown' });
    expect((await stateOf(desk, { anew: true })).lights.find(({ name }) => name === 'processes')).toMatchObject({ state: 'good' });
    expect(await desk.database.read.select().from(lights)).toHaveLength(allLights.length);
  });

  test('what was seen before this process began, perhaps under other settings, is looked at anew', async () => {
    await stateOf();
    const { processes } = desk.database.tables;
    await desk.change((tx) => tx.insert(processes).values({ id: 'p', role: 'all', machine: 'uno', version: '0.0.0-test', keys: 'k', startedAt: desk.clock.now(), seenAt: desk.clock.now(), skewMilliseconds: 0 }));
    desk.clock.pass(0.1);
    expect(await lightOf('processes')).toMatchObject({ state: 'unknown' });
    const begunLater = await openBeside(desk);
    open.push(begunLater);
    expect(await lightOf('processes', begunLater)).toMatchObject({ state: 'good' });
  });

  test('is read by an administrator and an auditor, by nobody else', async () => {
    for (const [role, status] of [['admin', 200], ['auditor', 200], ['manager', 403], ['operator', 403]] as const) {
      const { cookie } = await signedIn(desk, await addMember(desk, { role }));
      expect((await askAs(desk, cookie, 'GET', '/staff/system-state')).statusCode, role).toBe(status);
    }
  });

  test('remembers since when a light is as it is, and forgets that when it changes', async () => {
    await processOn();
    const first = await lightOf('processes');
    expect(first).toMatchObject({ state: 'good', since: '2026-12-01T08:00:00+01:00' });
    desk.clock.pass(0.5);
    expect(await lightOf('processes')).toMatchObject({ state: 'good', since: first.since, checked_at: '2026-12-01T08:00:30+01:00' });
  });
});

describe('processes and jobs', () => {
  test('a worker that is killed is told of after a minute, and bookings go on', async () => {
    const web = await processOn({ role: 'web' });
    await processOn({ role: 'worker', machine: 'due' });
    expect(await lightOf('processes')).toMatchObject({ state: 'good', values: { alive: 2 } });
    desk.clock.pass(2);
    await web.beat();
    const killed = await lightOf('processes');
    expect(killed).toMatchObject({ state: 'bad', says: 'worker-died', since: '2026-12-01T08:00:00+01:00' });
    expect((await stateOf()).processes.map(({ role, state }) => [role, state])).toEqual([['web', 'alive'], ['worker', 'died']]);
  });

  test('one that was stopped is not one that died, and another takes its work', async () => {
    const first = await processOn();
    await processOn({ machine: 'due' });
    await first.stop();
    expect(await lightOf('processes')).toMatchObject({ state: 'good', values: { alive: 1, died: 0 } });
  });

  test('without anybody who works, messages wait and the page says so', async () => {
    await processOn({ role: 'web' });
    expect(await lightOf('processes')).toMatchObject({ state: 'bad', says: 'no-worker' });
  });

  test('a job that fails is told of, with since when and nothing of the error but its kind', async () => {
    const rounds = makeRounds(desk.clock);
    rounds.begun('trail', 60_000);
    rounds.ended('trail', new TypeError('ada@example.org'));
    const process = await processOn({}, { rounds });
    expect(await lightOf('jobs')).toMatchObject({ state: 'attention', says: 'failing', values: { first: 'trail' }, since: '2026-12-01T08:00:00+01:00' });
    expect((await stateOf()).jobs).toEqual([{ name: 'trail', state: 'failing', every_seconds: 60, last_good_at: null, failing_since: '2026-12-01T08:00:00+01:00', failure: 'TypeError' }]);
    desk.clock.pass(31);
    await process.beat();
    rounds.begun('trail', 60_000);
    rounds.ended('trail', new TypeError('again'));
    await process.beat();
    expect(await lightOf('jobs')).toMatchObject({ state: 'bad', since: '2026-12-01T08:00:00+01:00' });
    rounds.begun('trail', 60_000);
    rounds.ended('trail');
    await process.beat();
    desk.clock.pass(0.5);
    expect(await lightOf('jobs')).toMatchObject({ state: 'good', values: { jobs: 1 } });
  });

  test('every job that runs beside the web tells how it goes', async () => {
    const rounds = makeRounds(desk.clock);
    const log = { info: () => undefined, warn: () => undefined };
    const folder = mkdtempSync(join(tmpdir(), 'sportello-jobs-'));
    const jobs = startJobs({ database: desk.database, clock: desk.clock, secrets: testSecrets, sealing: testSealing, publicUrl: 'http://localhost:3000', version: 'test', busyPrivateHosts: [], fileStore: { kind: 'database', folder: null, s3: null }, smtpUrl: null, mailFrom: 'sportello@example.org', mailFolder: folder, rounds, watching: { clamd: null, folders: [], diskFreeMegabytes: 1, hasGuessableKeys: false }, log });
    const names = ['calendars', 'housekeeping', 'keys', 'meetings', 'notices', 'outbox', 'papers', 'people', 'retention', 'samples', 'trail', 'watch', 'webhooks'];
    await vi.waitFor(() => expect(rounds.list().filter(({ lastGoodAt }) => lastGoodAt !== null).map(({ job }) => job).sort()).toEqual(names), 20_000);
    await jobs.stop();
    rmSync(folder, { recursive: true });
  });

  test('a job that hangs is late', async () => {
    const rounds = makeRounds(desk.clock);
    rounds.begun('calendars', 15_000);
    const process = await processOn({}, { rounds });
    desk.clock.pass(11);
    await process.beat();
    expect((await stateOf()).jobs).toMatchObject([{ name: 'calendars', state: 'late' }]);
  });

  test('processes of two versions, with other keys, or with a clock that goes wrong, are told of', async () => {
    await processOn();
    await processOn({ machine: 'due', version: '9.9.9', keys: 'other' }, { clock: { now: () => desk.clock.now() + 40_000 } });
    const { lights } = await stateOf();
    const light = (name: string) => lights.find((one) => one.name === name);
    expect(light('version')).toMatchObject({ state: 'attention', says: 'differ', values: { versions: '0.0.0-test, 9.9.9' } });
    expect(light('keys')).toMatchObject({ state: 'bad', says: 'differ' });
    expect(light('clocks')).toMatchObject({ state: 'bad', says: 'skewed', values: { machine: 'due' } });
  });

  test('another process on the same database tells the same', async () => {
    await processOn();
    const other = await openBeside(desk);
    open.push(other);
    expect(await lightOf('processes', other)).toMatchObject({ state: 'good', values: { alive: 1 } });
  });
});

describe('messages', () => {
  test('that nobody takes are told of with since when', async () => {
    await citizenOf(desk).book(await citizenOf(desk).wanted());
    expect(await lightOf('outbox')).toMatchObject({ state: 'good' });
    desk.clock.pass(11);
    expect(await lightOf('outbox')).toMatchObject({ state: 'bad', says: 'stuck', values: { waiting: 1, oldest_at: '2026-12-01T08:00:00+01:00' }, since: '2026-12-01T08:00:00+01:00' });
  });

  test.each([
    ['a wrong password', { failure: 'sign-in' }, { state: 'bad', says: 'wrong-password' }],
    ['a server that does not answer', { failure: 'timeout' }, { state: 'attention', says: 'retried', values: { retried: 1 } }],
    ['one that was given up today', { state: 'failed', failure: 'rejected-address' }, { state: 'attention', says: 'failed', values: { failed_today: 1 } }],
  ] as const)('that do not leave: %s', async (_, change, light) => {
    await citizenOf(desk).book(await citizenOf(desk).wanted());
    const { outbox } = desk.database.tables;
    const [confirmation] = (await rowsOf(desk)).outbox.filter(({ message }) => message === 'confirmation');
    await desk.change((tx) => tx.update(outbox).set({ dueAt: desk.clock.now() + 60_000, ...change }).where(eq(outbox.id, confirmation?.id ?? '')));
    expect(await lightOf('outbox')).toMatchObject(light);
  });
});

describe('what lies below', () => {
  test('a disk with less room than the setting wants is told of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sportello-disk-'));
    const roomy = await deskWith({ more: { dataFolder: folder, diskFreeMegabytes: 1 } });
    expect(await lightOf('disk', roomy)).toMatchObject({ state: 'good', values: { free_bytes: expect.any(Number) as number } });
    const full = await deskWith({ more: { dataFolder: folder, diskFreeMegabytes: 1_000_000_000 } });
    expect(await lightOf('disk', full)).toMatchObject({ state: 'bad', says: 'full' });
    rmSync(folder, { recursive: true });
  });

  test('a scanner that does not answer is told of', async () => {
    const clamd = await startFakeClamd();
    const scanned = await deskWith({ clamd: { host: '127.0.0.1', port: clamd.port } });
    expect(await lightOf('scanner', scanned)).toMatchObject({ state: 'good' });
    await clamd.close();
    scanned.clock.pass(2);
    expect(await lightOf('scanner', scanned)).toMatchObject({ state: 'bad', says: 'down' });
  });

  test('keys that nobody drew by chance, and secrets that no key opens, are told of', async () => {
    expect([isGuessable(Buffer.alloc(32, 'demo')), isGuessable(Buffer.from('6b7f8c0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3', 'hex'))]).toEqual([true, false]);
    const weak = await deskWith({ more: { demo: false, hasGuessableKeys: true } });
    expect(await lightOf('keys', weak)).toMatchObject({ state: 'bad', says: 'guessable' });
    const { mailServers } = desk.database.tables;
    const row = { id: 'current', host: 'mail.example.org', port: 465, security: 'tls' as const, account: 'a', password: 's1.lost.AAAA', senderAddress: 'a@example.org', revision: 1, isSet: true, changedAt: 0 };
    await desk.change((tx) => tx.insert(mailServers).values(row));
    expect(await lightOf('keys')).toMatchObject({ state: 'bad', says: 'unopened', values: { unopened: 1 } });
    await desk.change((tx) => tx.delete(mailServers));
  });
});

describe('certificates', () => {
  const now = Date.now();
  /** A site on this machine with a certificate of its own. */
  async function siteWith({ days, name = 'localhost' }: { days: number; name?: string }): Promise<string> {
    const certificate = makeCertificate({ name, until: now + days * day + 3_600_000 });
    trust(certificate);
    const server = createServer(certificate, (socket) => socket.end());
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    return `https://localhost:${(server.address() as AddressInfo).port}`; // it listens on a port
  }

  test.each([
    [{ days: 60 }, { state: 'good', says: 'good', values: { days: 60 } }],
    [{ days: 10 }, { state: 'attention', says: 'ends', values: { days: 10 } }],
    [{ days: 1 }, { state: 'bad', says: 'ends', values: { days: 1 } }],
    [{ days: -2 }, { state: 'bad', says: 'certificate-expired' }],
    [{ days: 60, name: 'www.example.com' }, { state: 'bad', says: 'certificate-other-name' }],
  ])('of the public address, %j', async (wish, light) => {
    const site = await deskWith({ publicUrl: await siteWith(wish), now: new Date(now).toISOString() });
    expect(await lightOf('certificate', site, { isEncrypted: true })).toMatchObject(light);
  });

  test('a public address in the clear is wrong, but not on one’s own machine', async () => {
    expect(await lightOf('certificate')).toMatchObject({ state: 'off', says: 'this-machine' });
    expect(await lightOf('certificate', await deskWith({ publicUrl: 'http://sportello.example.org' }))).toMatchObject({ state: 'bad', says: 'not-encrypted' });
  });

  test('of the mail server are told of before they end, and no mail is sent for it', async () => {
    const certificate = makeCertificate({ name: 'localhost', until: now + 5 * day + 3_600_000 });
    trust(certificate);
    const server = await startStrictServer({ security: 'tls', certificate, password: 'p' });
    open.push({ close: () => server.stop() });
    const withMail = await deskWith({ now: new Date(now).toISOString(), more: { demo: false, smtpUrl: `smtps://sportello%40example.org:p@localhost:${server.port}` } });
    expect(await lightOf('mail', withMail)).toMatchObject({ state: 'attention', says: 'ends', values: { days: 5, host: 'localhost' } });
    server.accept('another');
    withMail.clock.pass(11);
    expect(await lightOf('mail', withMail)).toMatchObject({ state: 'bad', says: 'fails', values: { failure: 'wrong-password' } });
    expect(server.taken).toEqual([]);
  });

  test('the last days are told apart', () => {
    expect([14, 13, 3, 2, -1].map((days) => certificateState(now + days * day, now).state)).toEqual(['good', 'attention', 'attention', 'bad', 'bad']);
  });
});
