import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Faq, LifeEvent, PlaceItem, TextPage } from '@sportello/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJobs } from '../src/jobs.ts';
import { openMailbox } from '../src/notifications/senders/mailbox.ts';
import { type Desk, openDesk, testSealing, testSecrets } from './app.ts';
import { type Citizen, citizenOf } from './citizen.ts';

let desk: Desk;
let citizen: Citizen;
let folder: string;

beforeAll(async () => {
  desk = await openDesk();
  citizen = citizenOf(desk);
  folder = mkdtempSync(join(tmpdir(), 'sportello-site-'));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test('life events, places and frequent questions are listed in the language asked for', async () => {
  const events = (await citizen.get('/life-events')).json<{ items: LifeEvent[] }>().items;
  expect(events.length).toBeGreaterThanOrEqual(6);
  const english = (await citizen.get('/life-events', { headers: { 'accept-language': 'en' } })).json<{ items: LifeEvent[] }>().items;
  expect(english.map(({ slug }) => slug)).toEqual(events.map(({ slug }) => slug));
  expect(english[0]?.name).not.toBe(events[0]?.name);
  const places = (await citizen.get('/places')).json<{ items: PlaceItem[] }>().items;
  expect(places.length).toBeGreaterThanOrEqual(10);
  expect(places.every(({ address }) => /\d{5} .+ \(AT\)$/.test(address))).toBe(true);
  expect((await citizen.get('/faqs')).json<{ items: Faq[] }>().items.length).toBeGreaterThanOrEqual(10);
});

test('the privacy notice has the version that a booking must name', async () => {
  const page = (await citizen.get('/pages/privacy')).json<TextPage>();
  const union = (await citizen.get('/union')).json<{ privacy_notice: { version: string } }>();
  expect(page.version).toBe(union.privacy_notice.version);
  expect(page.text.length).toBeGreaterThan(500);
  expect((await citizen.get('/pages/legal-notes')).json<TextPage>()).toMatchObject({ title: 'Note legali', version: null });
  expect((await citizen.get('/pages/other')).statusCode).toBe(404);
});

test('a rating is kept without a word of who gave it', async () => {
  const rating = { subject: 'page', path: '/servizi', stars: 2, answer: 'Altro', comment: 'Non trovo il gazebo' };
  expect((await citizen.post('/ratings', rating)).statusCode).toBe(202);
  const [row] = await desk.database.read.select().from(desk.database.tables.ratings);
  expect(row).toMatchObject({ subject: 'page', path: '/servizi', stars: 2, comment: 'Non trovo il gazebo' });
});

test.each([
  [{ subject: 'page', stars: 6 }, '/stars'],
  [{ subject: 'page', stars: 3, path: '/servizi?q=mario' }, '/path'],
  [{ subject: 'all', stars: 3 }, '/subject'],
  [{ subject: 'page', stars: 3, comment: 'x'.repeat(201) }, '/comment'],
])('a rating that is not one is refused: %j', async (rating, field) => {
  const answer = await citizen.post('/ratings', rating);
  expect(answer.statusCode).toBe(422);
  expect(answer.json().errors.map((error: { field: string }) => error.field)).toEqual([field]);
});

test('a reported problem reaches the union by mail', async () => {
  const report = { path: '/servizi/informazioni-scia', text: 'Il pulsante <b>Prenota</b> non si vede', email: 'ada@example.org' };
  expect((await citizen.post('/reports', report)).statusCode).toBe(202);
  const jobs = startJobs({
    database: desk.database,
    clock: desk.clock,
    secrets: testSecrets,
    sealing: testSealing,
    version: '0.0.0-test',
    busyPrivateHosts: [],
    fileStore: { kind: 'database', folder: null, s3: null },
    publicUrl: 'http://localhost:3000',
    smtpUrl: null,
    mailFrom: 'sportello@example.org',
    mailFolder: folder,
    log: { info: () => undefined, warn: () => undefined },
  });
  jobs.wake();
  await expect.poll(async () => (await openMailbox(folder).listMail()).length, { timeout: 5000 }).toBe(1);
  await jobs.stop();
  const [summary] = await openMailbox(folder).listMail();
  const mail = await openMailbox(folder).readMail(summary?.id ?? '');
  const union = (await citizen.get('/union')).json<{ email: string }>();
  expect(mail).toMatchObject({ to: union.email, subject: 'Segnalazione dal sito dello sportello' });
  expect(mail?.text).toContain('ada@example.org');
  expect(mail?.text).toContain('http://localhost:3000/servizi/informazioni-scia');
  expect(mail?.html).toContain('&lt;b&gt;Prenota&lt;/b&gt;');
});
