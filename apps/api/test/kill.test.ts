import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConfirmedAppointment, Hold, Slots } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { startJobs } from '../src/jobs.ts';
import { makeSecrets } from '../src/secrets.ts';
import { newKey, testSealing } from './app.ts';
import { makeTestDatabase } from './database.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { fillPlainDirectory, type PlainDirectory } from './plain-directory.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/*
 * The server is killed without warning in the middle of a load of bookings, again and again. What it acknowledged must be
 * there; nothing may overlap; the confirmation must arrive, a second time only where the process died between the mail
 * server's OK and our note of it.
 */
const kills = process.env['PROVE'] ? 20 : 2;
const clients = 8;
const key = Buffer.alloc(48, 'a key for the kill test');

let made: Awaited<ReturnType<typeof makeTestDatabase>>;
let directory: PlainDirectory;
let mail: MailServer;
let folder: string;

beforeAll(async () => {
  made = await makeTestDatabase();
  directory = await fillPlainDirectory(made.database, { calendars: 6, services: [{ durationMinutes: 15 }] });
  mail = await startMailServer();
  folder = mkdtempSync(join(tmpdir(), 'sportello-kill-'));
});
afterAll(async () => {
  await mail.stop();
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

function start(more: Record<string, string> = {}): Promise<ServerProcess> {
  const { location } = made;
  return startServerProcess({
    DEMO: 'off',
    DATA_DIR: folder,
    DATABASE_URL: location.kind === 'pg' ? location.url : `sqlite:${location.file}`,
    LINK_KEY: key.toString('base64'),
    LIMIT_FACTOR: '0',
    SMTP_URL: mail.url,
    MAIL_FROM: 'sportello@example.org',
    ...more,
  });
}

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const wanted = () => ({ service_id: directory.serviceIds[0] ?? '', channel: 'video', municipality_id: directory.municipalityId });

async function post<Answer>(server: ServerProcess, path: string, body: object, token?: string, key = newKey()): Promise<{ status: number; body: Answer }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${server.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

/** Books one time after another until the server is gone; `acknowledged` gets each code that was answered. */
async function bookUntilTheEnd(server: ServerProcess, client: number, acknowledged: Map<string, string>): Promise<void> {
  const slots = await fetch(`${server.url}/api/v1/slots?${new URLSearchParams({ ...wanted(), from: day(1), to: day(50) })}`);
  const { items } = (await slots.json()) as Slots;
  for (let turn = 0; ; turn += 1) {
    const start = items[(client * 131 + turn * 17) % items.length];
    const hold = await post<Hold>(server, '/holds', { ...wanted(), starts_at: start?.starts_at });
    if (hold.status !== 201) continue;
    const email = `${newKey()}@example.org`;
    const person = { given_name: 'Ada', family_name: 'Rossi', email };
    const answer = await post<ConfirmedAppointment>(server, '/appointments', { hold_id: hold.body.id, person, privacy_notice_version: '1' }, hold.body.token);
    if (answer.status === 201) acknowledged.set(answer.body.code.replace('-', ''), email);
  }
}

async function sendTheRest(): Promise<void> {
  const { database } = made;
  // Ten minutes on, so that what a killed process had in hand is due again.
  const jobs = startJobs({
    database,
    clock: systemClock(10),
    secrets: makeSecrets(key),
    sealing: testSealing,
    version: '0.0.0-test',
    busyPrivateHosts: [],
    fileStore: { kind: 'database', folder: null, s3: null },
    publicUrl: 'http://localhost:3000',
    smtpUrl: mail.url,
    mailFrom: 'sportello@example.org',
    mailFolder: folder,
    log: { info: () => undefined, warn: () => undefined },
  });
  const pending = () => database.read.select().from(database.tables.outbox).where(eq(database.tables.outbox.state, 'pending'));
  jobs.wake();
  while ((await pending()).some(({ message }) => message === 'confirmation')) await delay(50);
  await jobs.stop();
}

test('a server killed in the middle of a load loses no booking, makes none twice, and owes no mail', { timeout: 120_000 + kills * 10_000 }, async () => {
  const acknowledged = new Map<string, string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await start();
    const load = Array.from({ length: clients }, (_, client) => bookUntilTheEnd(server, client + kill * clients, acknowledged).catch(() => undefined));
    const enough = acknowledged.size + 6 + ((kill * 7) % 11);
    while (acknowledged.size < enough) await delay(3);
    await server.kill();
    await Promise.all(load);
  }
  await sendTheRest();

  const { read, tables } = made.database;
  const appointments = await read.select().from(tables.appointments);
  const confirmed = new Set(appointments.filter(({ state }) => state === 'confirmed').map(({ code }) => code));
  expect(acknowledged.size).toBeGreaterThan(kills * 6);
  expect([...acknowledged.keys()].filter((code) => !confirmed.has(code))).toEqual([]);

  const claims = (await read.select().from(tables.claims)).toSorted((one, other) => one.startsAt - other.startsAt);
  for (const [, ofCalendar] of Map.groupBy(claims, ({ calendarId }) => calendarId)) {
    const overlaps = ofCalendar.filter((claim, index) => index > 0 && claim.startsAt < (ofCalendar[index - 1]?.endsAt ?? 0));
    expect(overlaps).toEqual([]);
  }

  const copies = Map.groupBy(mail.received, ({ message }) => message.header('message-id'));
  const recipients = new Set(mail.received.flatMap(({ to }) => to));
  const failed = await read.select().from(tables.outbox).where(eq(tables.outbox.state, 'failed'));
  expect([...acknowledged.values()].filter((email) => !recipients.has(email)).length).toBeLessThanOrEqual(failed.length);
  const secondCopies = mail.received.length - copies.size;
  expect(secondCopies).toBeLessThanOrEqual(kills);
  if (process.env['PROVE']) process.stdout.write(`${made.database.kind}: ${kills} kills, ${acknowledged.size} bookings acknowledged, ${mail.received.length} mails, ${secondCopies} second copies, ${failed.length} failed\n`);
});

test('a hold outlives its server, and a booking whose server died before its mail is the same booking and is written to', { timeout: 120_000 }, async () => {
  // This one answers and sends nothing, so that it dies between the booking and its mail.
  const web = { ROLE: 'web' };
  const first = await start(web);
  const slots = await fetch(`${first.url}/api/v1/slots?${new URLSearchParams({ ...wanted(), from: day(51), to: day(58) })}`);
  const { items } = (await slots.json()) as Slots;
  const hold = await post<Hold>(first, '/holds', { ...wanted(), starts_at: items[0]?.starts_at });
  await first.kill();

  const second = await start(web);
  const [email, confirmation] = [`${newKey()}@example.org`, newKey()];
  const form = { hold_id: hold.body.id, person: { given_name: 'Ada', family_name: 'Rossi', email }, privacy_notice_version: '1' };
  const booked = await post<ConfirmedAppointment>(second, '/appointments', form, hold.body.token, confirmation);
  expect(booked.status).toBe(201);
  await second.kill();

  const third = await start(web);
  expect(await post(third, '/appointments', form, hold.body.token, confirmation)).toEqual(booked);
  await third.kill();
  await sendTheRest();
  expect(mail.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
});
