import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../src/database/open.ts';
import { type Desk, emailDigest, hour, makeDesk, minute } from '../src/notifications/desk.fixture.ts';
import { insertDirectory } from '../src/notifications/rows.fixture.ts';
import type { Mail, MailSender } from '../src/notifications/senders/sender.ts';
import { makeTestDatabase } from './database.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;
let desk: Desk;
let sent: Mail[];
let sender: MailSender;

beforeAll(async () => {
  made = await makeTestDatabase();
  await insertDirectory(made.database);
});
beforeEach(() => {
  desk = makeDesk(made.database);
  sent = [];
  sender = { send: async (mail) => void sent.push(mail), close: async () => undefined };
});
afterEach(() => desk.clear());
afterAll(() => made.drop());

let asked = 0;

async function askForLink(code: string, email: string): Promise<void> {
  asked += 1;
  const request = { id: `request-${asked}`, code, emailDigest: emailDigest(email), requestedAt: desk.clock.now() };
  await desk.change((tx, { linkRequests }) => tx.insert(linkRequests).values(request));
}

async function links(): Promise<Mail[]> {
  await desk.worker(sender).runOnce();
  return sent.filter(({ subject }) => subject === 'Il link del tuo appuntamento');
}

async function waiting(): Promise<number> {
  return (await made.database.read.select().from(made.database.tables.linkRequests)).length;
}

test('who lost the link and knows code and e-mail gets it again', async () => {
  const { code } = await desk.book('a', 72);
  await askForLink(code, 'A@example.org');
  const [mail] = await links();
  expect(mail).toMatchObject({ to: 'a@example.org', calendar: null });
  expect(mail?.text).toContain(`https://sportello.example.org/appuntamento/${code}#secret-a-0`);
  expect(await waiting()).toBe(0);
});

test.each([
  ['another e-mail', (code: string) => askForLink(code, 'eve@example.org')],
  ['another code', () => askForLink('AAAA2222', 'a@example.org')],
  ['no e-mail', (code: string) => askForLink(code, '')],
])('%s gets nothing, and the request is gone all the same', async (_, ask) => {
  const { code } = await desk.book('a', 72);
  await ask(code);
  expect(await links()).toEqual([]);
  expect(await waiting()).toBe(0);
});

test('nobody is told that a booking has no e-mail', async () => {
  const { code } = await desk.book('a', 72, {}, { email: null });
  await askForLink(code, '');
  expect(await links()).toEqual([]);
  expect(await waiting()).toBe(0);
});

test('a hold has no link to lose', async () => {
  await desk.book('a', 72, { state: 'held', code: null });
  await askForLink('', 'a@example.org');
  expect(await links()).toEqual([]);
});

test('a mailbox is not filled: three links an hour for one appointment', async () => {
  const { code } = await desk.book('a', 72);
  for (let i = 0; i < 5; i += 1) {
    await askForLink(code, 'a@example.org');
    desk.pass(minute);
  }
  expect(await links()).toHaveLength(3);
  desk.pass(hour);
  await askForLink(code, 'a@example.org');
  expect(await links()).toHaveLength(4);
});

test('two workers answer a request once', async () => {
  const { code } = await desk.book('a', 72);
  const other = await openDatabase(made.location);
  for (let i = 0; i < 3; i += 1) await askForLink(code, 'a@example.org');
  await Promise.all([desk.worker(sender).runOnce(), desk.worker(sender, {}, other).runOnce()]);
  expect((await links()).length).toBe(3);
  await other.close();
});
