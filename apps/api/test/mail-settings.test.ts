import type { MailServer, MailTest, SystemState } from '@sportello/contract';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../src/database/open.ts';
import { startJobs } from '../src/jobs.ts';
import { converse } from '../src/notifications/mail-server/converse.ts';
import { citizenOf, got } from './citizen.ts';
import { type Desk, openEmptyDesk, testSealing, testSecrets } from './app.ts';
import { makeCertificate, trust } from './certificate.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { startMumbler, startStrictServer, type StrictServer } from './strict-mail-server.ts';

const day = 24 * 3_600_000;
const good = makeCertificate({ name: 'localhost', until: Date.now() + 60 * day });
const unknown = makeCertificate({ name: 'localhost', until: Date.now() + 60 * day });
const expired = makeCertificate({ name: 'localhost', until: Date.now() - day });
const foreign = makeCertificate({ name: 'mail.example.com', until: Date.now() + 60 * day });
const password = 'la chiave della posta';

let desk: Desk;
let cookie: string;
let email: string;
const open: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  trust(good);
  trust(expired);
  trust(foreign);
  desk = await openEmptyDesk({ more: { demo: false, mailPrivateHosts: ['localhost'] } });
  const member = await addMember(desk, { role: 'admin' });
  email = member.email;
  ({ cookie } = await signedIn(desk, member));
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
  await desk.change((tx, { mailServers, outbox }) => tx.delete(mailServers).then(() => tx.delete(outbox)));
});
afterAll(() => desk.close());

async function mailServerThat(wish: Parameters<typeof startStrictServer>[0]): Promise<StrictServer> {
  const server = await startStrictServer(wish);
  open.push(server);
  return server;
}

const typed = (changes: object = {}) => ({ host: 'localhost', port: 465, security: 'tls', user: 'sportello@example.org', password, sender_address: 'sportello@example.org', ...changes });
const tryIt = async (changes: object) => got<MailTest>(await askAs(desk, cookie, 'POST', '/staff/mail-server/tests', typed(changes)), 200);
const save = (changes: object) => askAs(desk, cookie, 'POST', '/staff/mail-server', typed({ revision: 0, ...changes }));
const show = async () => got<MailServer>(await askAs(desk, cookie, 'GET', '/staff/mail-server'), 200);
const failed = ({ steps }: MailTest) => steps.find(({ state }) => state === 'failed');

describe('trying a mail server', () => {
  test.each(['tls', 'starttls'] as const)('by %s tells each step and hands a real message over, to oneself', async (security) => {
    const server = await mailServerThat({ security, certificate: good, password });
    const told = await tryIt({ security, port: server.port });
    expect(told).toMatchObject({ works: true, recipient: email });
    expect(told.steps.map(({ name, state }) => [name, state])).toEqual(['name', 'connection', 'encryption', 'sign-in', 'sender', 'recipient', 'message'].map((name) => [name, 'done']));
    expect(told.steps.at(-1)?.answer).toContain('queued as 4F1');
    expect(told.certificate_until).not.toBeNull();
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toContain(`To: ${email}`);
    expect((await show()).in_force).toBe('none'); // nothing was saved
  });

  test('sends the message to whom it is told, with the name and the address for answers', async () => {
    const server = await mailServerThat({ security: 'none' });
    await tryIt({ security: 'none', port: server.port, user: undefined, recipient: 'segreteria@example.org', sender_name: 'Sportello di prova', reply_to: 'urp@example.org' });
    expect(server.taken[0]).toMatch(/^From: Sportello di prova <sportello@example\.org>\r?\nTo: segreteria@example\.org\r?\nReply-To: urp@example\.org/m);
  });

  test.each([
    ['an unknown issuer', unknown, 'certificate-self-signed'],
    ['one that has expired', expired, 'certificate-expired'],
    ['one for another name', foreign, 'certificate-other-name'],
  ])('says why a certificate is not believed: %s', async (_, certificate, failure) => {
    for (const security of ['tls', 'starttls'] as const) {
      const server = await mailServerThat({ security, certificate, password });
      expect(failed(await tryIt({ security, port: server.port }))).toMatchObject({ name: 'encryption', failure });
      expect(server.taken).toEqual([]);
    }
  });

  test('says that the password is wrong, in the words of the server too, and never the password', async () => {
    const server = await mailServerThat({ security: 'tls', certificate: good, password });
    const told = await tryIt({ port: server.port, password: 'un’altra' });
    expect(failed(told)).toEqual({ name: 'sign-in', state: 'failed', failure: 'wrong-password', answer: '535 5.7.8 Authentication failed' });
    expect(told.steps.filter(({ state }) => state === 'not-reached').map(({ name }) => name)).toEqual(['sender', 'recipient', 'message']);
    expect(JSON.stringify(told)).not.toContain('un’altra');
  });

  test.each([
    ['sender', '553 5.7.1 Sender address rejected', 'sender-refused'],
    ['sender', '530 5.7.0 Authentication required', 'sign-in-needed'],
    ['recipient', '550 5.1.1 No such user', 'recipient-refused'],
    ['recipient', '451 4.7.1 Greylisted', 'recipient-refused'],
    ['message', '554 5.7.1 Spam', 'message-refused'],
  ] as const)('says which step was refused: %s, %s', async (what, words, failure) => {
    const server = await mailServerThat({ security: 'none', refuses: { what, words } });
    const told = await tryIt({ security: 'none', port: server.port, user: undefined });
    expect(failed(told)).toMatchObject({ name: what, failure, answer: expect.stringContaining(words.slice(4)) as string });
  });

  test('says that the encryption is the wrong one', async () => {
    const clear = await mailServerThat({ security: 'none' });
    expect(failed(await tryIt({ security: 'tls', port: clear.port }))).toMatchObject({ name: 'encryption', failure: 'wrong-encryption' });
    expect(failed(await tryIt({ security: 'starttls', port: clear.port }))).toMatchObject({ name: 'encryption', failure: 'no-encryption' });
  });

  test('says that the name is unknown, that nobody listens, or that something else does', async () => {
    expect(failed(await tryIt({ host: 'no-such-machine.invalid' }))).toMatchObject({ name: 'name', failure: 'unknown-name' });
    const gone = await startMumbler();
    await gone.stop();
    expect(failed(await tryIt({ port: gone.port }))).toMatchObject({ name: 'connection', failure: 'refused-connection' });
    const other = await startMumbler('HTTP/1.1 400 Bad Request\r\n\r\n');
    open.push(other);
    expect(failed(await tryIt({ security: 'starttls', port: other.port }))).toMatchObject({ name: 'connection', failure: 'not-a-mail-server' });
  });

  test('that is silent after the connection ends in time, whatever it is waiting for', async () => {
    const silent = await startMumbler();
    open.push(silent);
    for (const security of ['starttls', 'tls'] as const) {
      const route = { host: 'localhost', port: silent.port, security, account: null, mayBePrivate: true };
      const { works, steps } = await converse(route, null, { timeoutMs: 300, totalMs: 1_000 });
      expect(works).toBe(false);
      expect(steps.find(({ state }) => state === 'failed')).toMatchObject({ failure: 'no-answer' });
    }
  });

  test('of a private network is not done, unless who runs the installation named it', async () => {
    for (const host of ['127.0.0.1', '10.0.0.7']) expect(failed(await tryIt({ host }))).toMatchObject({ name: 'name', failure: 'private-address' });
  });

  test('stays within the ports of mail, and never in the clear on the open internet', async () => {
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/mail-server/tests', typed({ host: 'mail.example.org', port: 22 })), '/port');
    expectInvalid(await save({ host: 'mail.example.org', port: 25, security: 'none' }), '/security');
    expectInvalid(await save({ host: 'mail.example.org:465' }), '/host');
  });

  test('needs a sign-in of a moment ago', async () => {
    desk.clock.pass(11);
    const old = await askAs(desk, cookie, 'POST', '/staff/mail-server/tests', typed());
    desk.clock.pass(-11);
    expect(old.statusCode).toBe(401);
  });
});

describe('setting the mail server', () => {
  test('keeps the password sealed, shows it nowhere, and writes into the trail what was set', async () => {
    expect(got<MailServer>(await save({ sender_name: 'Unione' }), 200)).toMatchObject({ in_force: 'union', host: 'localhost', port: 465, security: 'tls', user: 'sportello@example.org', has_password: true, sender_name: 'Unione', revision: 1 });
    const { mailServers, auditEntries, auditValues } = desk.database.tables;
    const { read } = desk.database;
    const kept = JSON.stringify([await read.select().from(mailServers), await read.select().from(auditEntries), await read.select().from(auditValues), await show()]);
    expect(kept).not.toContain(password);
    expect(kept).toContain('mail-server');
  });

  test('goes on with the kept password where it is left out, and asks for it again for another server or user', async () => {
    const server = await mailServerThat({ security: 'tls', certificate: good, password });
    expect((await save({ port: server.port })).statusCode).toBe(200);
    expect((await save({ port: server.port, password: undefined, revision: 1, sender_name: 'Altro' })).statusCode).toBe(200);
    expect((await tryIt({ port: server.port, password: undefined })).works).toBe(true);
    expectInvalid(await save({ port: server.port, password: undefined, user: 'other@example.org', revision: 2 }), '/password');
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/mail-server/tests', typed({ host: 'mail.example.org', password: undefined })), '/password');
  });

  test('is looked at anew on the page of lights', async () => {
    const light = async () => got<SystemState>(await askAs(desk, cookie, 'GET', '/staff/system-state'), 200).lights.find(({ name }) => name === 'mail');
    const server = await mailServerThat({ security: 'tls', certificate: good, password });
    await save({ port: server.port, password: 'sbagliata' });
    await vi.waitFor(async () => expect(await light()).toMatchObject({ state: 'bad', values: { failure: 'wrong-password' } }), 10_000);
    await save({ port: server.port, revision: 1 });
    await vi.waitFor(async () => expect(await light()).toMatchObject({ state: 'good' }), 10_000);
  });

  test('by two administrators at once: the second is told', async () => {
    expect((await save({})).statusCode).toBe(200);
    expectProblem(await save({ sender_name: 'Secondo' }), 'changed-meanwhile');
  });

  test('and forgetting it takes the password away', async () => {
    await save({});
    expect((await askAs(desk, cookie, 'DELETE', '/staff/mail-server')).statusCode).toBe(204);
    expect(await show()).toMatchObject({ in_force: 'none', host: null, has_password: false, revision: 2 });
    expect(await desk.database.read.select().from(desk.database.tables.mailServers)).toMatchObject([{ password: null }]);
  });
});

describe('what the installation decides', () => {
  test.each([
    ['environment', { demo: false, smtpUrl: 'smtps://ente:segreta@mail.example.org' }, { host: 'mail.example.org', port: 465, security: 'tls', user: 'ente', has_password: true }],
    ['demo', { demo: true }, { host: null, has_password: false }],
  ] as const)('comes before the browser: %s', async (by, more, shown) => {
    const other = await openEmptyDesk({ more });
    const theirs = (await signedIn(other, await addMember(other, { role: 'admin' }))).cookie;
    const now = await askAs(other, theirs, 'GET', '/staff/mail-server');
    expect(now.json()).toMatchObject({ in_force: by, ...shown });
    expect(now.body).not.toContain('segreta');
    expectProblem(await askAs(other, theirs, 'POST', '/staff/mail-server', typed({ revision: 0 })), 'state-conflict');
    expectProblem(await askAs(other, theirs, 'POST', '/staff/mail-server/tests', typed()), 'state-conflict');
    expectProblem(await askAs(other, theirs, 'DELETE', '/staff/mail-server'), 'state-conflict');
    await other.close();
  });
});

describe('a worker in another process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-mail-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What another process runs: connections and memory of its own. */
  async function startWorkerBeside() {
    const database = await openDatabase(desk.location);
    const log = { info: () => undefined, warn: () => undefined };
    const jobs = startJobs({ database, clock: desk.clock, secrets: testSecrets, sealing: testSealing, publicUrl: 'http://localhost:3000', version: 'test', busyPrivateHosts: [], fileStore: { kind: 'database', folder: null, s3: null }, smtpUrl: null, mailFrom: 'sportello@example.org', mailPrivateHosts: ['localhost'], mailFolder: folder, log });
    open.push({ stop: () => jobs.stop().then(() => database.close()) });
  }

  const book = async () => citizenOf(desk).book(await citizenOf(desk).wanted());
  const owed = async () => (await rowsOf(desk)).outbox.filter(({ message }) => message === 'confirmation');

  test('sends by the new server after a change, and tries at once what the wrong password had stopped', async () => {
    const server = await mailServerThat({ security: 'starttls', certificate: good, password });
    expect((await save({ security: 'starttls', port: server.port, password: 'sbagliata', sender_name: 'Sportello unico', reply_to: 'urp@example.org' })).statusCode).toBe(200);
    await startWorkerBeside();
    await book();
    await vi.waitFor(async () => expect(await owed()).toMatchObject([{ state: 'pending', failure: 'sign-in' }]), 10_000);
    expect((await show()).waiting_count).toBe(1);
    expect((await save({ security: 'starttls', port: server.port, password, sender_name: 'Sportello unico', reply_to: 'urp@example.org', revision: 1 })).statusCode).toBe(200);
    await vi.waitFor(async () => expect(await owed()).toMatchObject([{ state: 'sent' }]), 10_000);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatch(/^From: Sportello unico <sportello@example\.org>/m);
    expect(server.taken[0]).toMatch(/^Reply-To: urp@example\.org/m);
    expect(readdirSync(folder)).toEqual([]);
  });
});
