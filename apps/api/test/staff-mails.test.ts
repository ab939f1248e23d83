import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enqueueStaffLink, enqueueStaffNotice } from '../src/notifications/enqueue-staff.ts';
import { openStaffLink, takeStaffLink } from '../src/identity/staff-links.ts';
import { staffNotices } from '../src/notifications/staff-messages.ts';
import { type Desk, openDesk, testSecrets } from './app.ts';
import { addMember, type TestMember } from './staff-app.ts';
import { mailOf, tokenIn } from './staff-mail.ts';

let desk: Desk;
let ada: TestMember;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  ada = await addMember(desk, { role: 'operator' });
});
afterAll(() => desk.close());

const change = (to: { state?: 'invited' | 'active' | 'suspended'; language?: 'it' | 'en'; givenName?: string }) =>
  desk.database.write(async (tx) => void (await tx.update(desk.database.tables.staff).set(to).where(eq(desk.database.tables.staff.id, ada.id))));

/** Writes down a mail with a link for Ada; answers with the link's id. */
async function owe(kind: 'invitation' | 'reset'): Promise<string> {
  const { tables } = desk.database;
  const now = desk.clock.now();
  return desk.database.write(async (tx) => {
    const { id: linkId, expiresAt } = await openStaffLink(tx, tables, { kind, staffId: ada.id }, now);
    await enqueueStaffLink(tx, tables, { message: `staff-${kind}`, linkId, staffId: ada.id, expiresAt }, now);
    return linkId;
  });
}

const outbox = () => desk.database.read.select().from(desk.database.tables.outbox);

test('an invitation carries the link after the #, the role, and until when', async () => {
  await change({ state: 'invited', givenName: 'Ada' });
  const linkId = await owe('invitation');
  const [row] = await outbox();
  const [mail] = await mailOf(desk);
  expect(mail).toMatchObject({ to: ada.email, language: 'it', calendar: null, messageId: `<${row?.id}@localhost>`, from: { name: 'Unione Collinare Valtiglione e dintorni', address: 'sportello@example.org' } });
  expect(tokenIn(mail)).toBe(testSecrets.token('staff', { id: linkId, linkGeneration: 0 }));
  for (const text of ['Gentile Ada', 'Operatore', 'martedì 8 dicembre 2026, ore 08:00', 'vale una volta sola']) {
    expect(mail?.text).toContain(text);
    expect(mail?.html.replaceAll('&#39;', '’')).toContain(text);
  }
  expect(mail?.html).toContain('name="viewport"');
  expect(mail?.html).not.toMatch(/<img|<script|src=/);
  expect(await outbox()).toMatchObject([{ state: 'sent' }]);
});

test('who reads English gets it in English, and comes to pages in English', async () => {
  await change({ state: 'invited', language: 'en' });
  await owe('invitation');
  const [mail] = await mailOf(desk);
  expect(mail).toMatchObject({ language: 'en', subject: expect.stringMatching(/^Invitation to the virtual help desk – /) });
  expect(mail?.text).toMatch(/http:\/\/localhost:3000\/scrivania\/benvenuto\?lingua=en#[\w-]{64}/);
});

test('a mail whose link is over by then is not sent', async () => {
  const { tables } = desk.database;
  const used = await owe('reset');
  await desk.database.write((tx) => takeStaffLink(tx, tables, used, desk.clock.now()));
  expect(await mailOf(desk)).toEqual([]);
  const replaced = await owe('reset');
  await owe('reset');
  const mails = await mailOf(desk);
  expect(mails).toHaveLength(1);
  expect(tokenIn(mails[0])).not.toBe(testSecrets.token('staff', { id: replaced, linkGeneration: 0 }));
  await owe('reset');
  desk.clock.pass(61);
  expect(await mailOf(desk)).toEqual([]);
  expect((await outbox()).map(({ state, failure }) => [state, failure]).toSorted()).toEqual([['dropped', 'superseded'], ['dropped', 'superseded'], ['dropped', 'superseded'], ['sent', null]]);
});

test('nor one to somebody who was suspended or came in meanwhile', async () => {
  await owe('reset');
  await change({ state: 'suspended' });
  expect(await mailOf(desk)).toEqual([]);
  await change({ state: 'active' });
  await owe('invitation');
  expect(await mailOf(desk)).toEqual([]);
  expect((await outbox()).map(({ failure }) => failure)).toEqual(['untrue', 'untrue']);
});

test.each(staffNotices)('%s says when, what to do if it was somebody else, and carries no secret', async (notice) => {
  for (const language of ['it', 'en'] as const) {
    await change({ language });
    await desk.database.write((tx) => enqueueStaffNotice(tx, desk.database.tables, notice, ada.id, desk.clock.now()));
    const [mail] = await mailOf(desk);
    expect(mail?.text).toContain(language === 'it' ? 'martedì 1° dicembre 2026, ore 08:00' : 'Tuesday 1 December 2026 at 08:00');
    const isOfConnection = ['staff-video-to-reconnect', 'staff-api-key-ending', 'staff-webhook-given-up', 'staff-webhook-off'].includes(notice); // what the union's connections need, nobody did
    if (isOfConnection) expect(mail?.text).toMatch(language === 'it' ? /apri «Unione», poi «(Videochiamate|Collegamenti)»/ : /open “Union”, then “(Video calls|Connections)”/);
    else expect(mail?.text).toContain(language === 'it' ? 'Se non sei stato tu' : 'If it was not you');
    expect(mail?.text).toMatch(language === 'it' ? /\/scrivania\/accesso$/m : /\/scrivania\/accesso\?lingua=en$/m);
    expect(mail?.text).not.toContain('#');
  }
});

test('a notice that could not leave for a day has failed, for the desk to see', async () => {
  await desk.database.write((tx) => enqueueStaffNotice(tx, desk.database.tables, 'staff-password-changed', ada.id, desk.clock.now()));
  desk.clock.pass(25 * 60);
  expect(await mailOf(desk)).toEqual([]);
  expect(await outbox()).toMatchObject([{ state: 'failed', failure: 'late' }]);
});

test('a name that holds an address is not repeated', async () => {
  await change({ givenName: 'Vinci su evil.example/premio', state: 'invited' });
  await owe('invitation');
  const [mail] = await mailOf(desk);
  expect(mail?.text).toContain('Buongiorno,');
  expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example');
});
