import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { addMember, signedIn } from './staff-app.ts';
import { addWebhook, deliveriesOf, tellingProcess } from './system-desk.ts';
import { openReceiver, type Receiver } from './webhook-receiver.ts';

/*
 * The whole server, in a process of its own, tells another system what happened; that system believes what the example of
 * docs/other-systems.md believes. The process is killed while the other system has the message and has not answered yet.
 */
type Verify = (headers: Readonly<Record<string, string>>, body: string, secret: string, nowMilliseconds: number) => boolean;

const folder = mkdtempSync(join(tmpdir(), 'sportello-telling-'));
let desk: Desk;
let receiver: Receiver;
let isFromTheDesk: Verify;
let secret: string;

beforeAll(async () => {
  desk = await openEmptyDesk({ now: new Date().toISOString(), webhookPrivateHosts: ['localhost'] });
  receiver = await openReceiver();
  isFromTheDesk = await exampleOfTheDocument();
});
afterAll(async () => {
  await receiver.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The example as it stands in the document, run by Node itself. */
async function exampleOfTheDocument(): Promise<Verify> {
  const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'other-systems.md'), 'utf8');
  const [, code] = /```ts\n([\s\S]*?)```/.exec(document) ?? [];
  const file = join(folder, 'example.mts');
  writeFileSync(file, code ?? '');
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { readonly isFromTheDesk: Verify };
  return module.isFromTheDesk;
}

function startServer(): Promise<ServerProcess> {
  const { location } = desk;
  return startServerProcess({
    DEMO: 'on',
    DATA_DIR: folder,
    DATABASE_URL: location.kind === 'pg' ? location.url : `sqlite:${location.file}`,
    LINK_KEY: Buffer.alloc(48, 'a key for tests').toString('base64'),
    SECRETS_KEY: Buffer.alloc(32, 'a key for sealing in tests').toString('base64'),
    WEBHOOK_PRIVATE_HOSTS: 'localhost',
    LIMIT_FACTOR: '0',
  });
}

/** Something happened to an appointment, as the log of the desk says it. */
async function happened(): Promise<string> {
  const id = newId();
  const at = Date.now();
  const row = { id, at, kind: 'confirmed' as const, actor: 'citizen' as const, appointmentId: newId(), newStartsAt: at + 86_400_000, serviceId: 'service', channel: 'video' as const, officeId: 'office', municipalityId: 'comune', plannedMinutes: 30 };
  await desk.database.write(async (tx) => void (await tx.insert(desk.database.tables.events).values(row)));
  return id;
}

test('a server killed between sending and noting tells it again under the same id, and both times the example believes it', { timeout: 120_000 }, async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' }));
  const { webhook, secret: theirs } = await addWebhook(desk, cookie, { url: receiver.url() });
  secret = theirs;
  receiver.answer(() => undefined); // it has the message, and the answer does not come
  const server = await startServer();
  const id = await happened();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 30_000);
  await server.kill();
  expect(await deliveriesOf(desk, cookie, webhook.id)).toMatchObject([{ state: 'waiting' }]);

  receiver.answer((response) => void response.writeHead(204).end());
  desk.clock.set(Date.now() + 2 * 60_000); // what the killed process had in hand is free again
  const next = tellingProcess(desk, desk.database);
  await next.runOnce();
  await next.stop();
  expect(receiver.received.map((one) => one.id)).toEqual([id, id]);
  const { webhookDeliveries } = desk.database.tables;
  expect(await desk.database.read.select({ state: webhookDeliveries.state }).from(webhookDeliveries).where(eq(webhookDeliveries.messageId, id))).toEqual([{ state: 'delivered' }]);

  const now = Date.now() + 60_000;
  for (const { headers, body } of receiver.received) expect(isFromTheDesk(headers, body, secret, now)).toBe(true);
});

test('the example believes nothing that was changed on the way, that is old, or that no desk signed', () => {
  const [first] = receiver.received;
  if (!first) throw new Error('the test before brought one');
  const { headers, body } = first;
  const sent = Number(headers['webhook-timestamp']) * 1000;
  const believes = (changed: Readonly<Record<string, string>>, text = body, now = sent, by = secret) => isFromTheDesk({ ...headers, ...changed }, text, by, now);
  expect(believes({})).toBe(true);
  expect(believes({ 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` })).toBe(true); // while a secret is changed
  expect(believes({}, `${body} `)).toBe(false);
  expect(believes({ 'webhook-id': 'another' })).toBe(false);
  for (const minutes of [-6, 6]) expect(believes({}, body, sent + minutes * 60_000)).toBe(false);
  expect(believes({}, body, sent, `whsec_${Buffer.alloc(24).toString('base64')}`)).toBe(false);
  expect(believes({ 'webhook-timestamp': 'soon' })).toBe(false);
  expect(believes({ 'webhook-signature': `v1,${'é'.repeat(44)}` })).toBe(false);
  expect(isFromTheDesk({}, body, secret, sent)).toBe(false);
});
