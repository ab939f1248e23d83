import type { NoticeKind } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { directoryStore } from '../src/directory/store.ts';
import { writeNotices } from '../src/notifications/notice-job.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

// The staff hear by mail of what they chose, once, and only of what concerns them.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let officeId: string;

const nine = '2026-12-03T09:00:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  officeId = (await citizen.service(video.service_id)).office_id;
});
beforeEach(async () => {
  await look(); // a new installation begins with what happens from now on
});
afterEach(async () => {
  const { installation, staff } = desk.database.tables;
  await desk.database.write(async (tx) => {
    for (const key of ['notices-until', 'notices-list-day']) await tx.delete(installation).where(eq(installation.key, key));
    await tx.update(staff).set({ notices: [] });
  });
  await desk.clear();
});
afterAll(() => desk.close());

async function wanting(notices: readonly NoticeKind[], options: { officeIds?: string[]; allOffices?: boolean } = { officeIds: [officeId] }): Promise<TestMember> {
  const member = await addMember(desk, { role: 'operator', ...options });
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ notices }).where(eq(staff.id, member.id))));
  return member;
}

const look = (on = desk) => writeNotices({ database: on.database, directory: directoryStore(on.database, on.clock), clock: desk.clock });

/** The notices that leave once what happened has settled: to whom, and the subject. */
async function noticesAfter(minutes = 1): Promise<string[]> {
  desk.clock.pass(minutes);
  await look();
  const members = new Map((await desk.database.read.select().from(desk.database.tables.staff)).map(({ email, id }) => [email, id]));
  return (await mailOf(desk)).filter(({ to }) => members.has(to)).map(({ to, subject }) => `${to}: ${subject}`);
}

test('a new, a moved and a cancelled appointment are told to who chose so, each once', async () => {
  const { email } = await wanting(['new', 'moved', 'cancelled']);
  await wanting(['tomorrow']);
  const booked = await citizen.bookAt(video, nine);
  expect(await noticesAfter()).toEqual([`${email}: Nuovo appuntamento: giovedì 3 dicembre 2026, ore 09:00`]);
  expect(await noticesAfter()).toEqual([]);
  got(await citizen.move(booked, { starts_at: ten }), 200);
  expect(await noticesAfter()).toEqual([`${email}: Appuntamento spostato: giovedì 3 dicembre 2026, ore 10:00`]);
  got(await citizen.cancel(booked, {}), 200);
  expect(await noticesAfter()).toEqual([`${email}: Appuntamento annullato: giovedì 3 dicembre 2026, ore 10:00`]);
});

test('a notice carries initials and the code, and no name, address or number', async () => {
  await wanting(['new']);
  const { code } = await citizen.bookAt(video, nine, { topic: 'Un chiosco in piazza' }, { given_name: 'Ada', family_name: 'Quintavalle', email: 'ada@example.org', phone: '+393331234567' });
  desk.clock.pass(1);
  await look();
  const mail = (await mailOf(desk)).find(({ subject }) => subject.startsWith('Nuovo'));
  expect(mail?.text).toContain('A. Q.');
  expect(mail?.text).toContain(code);
  for (const secret of ['Quintavalle', 'ada@example.org', '1234567', 'chiosco']) expect(`${mail?.text} ${mail?.html}`).not.toContain(secret);
});

test('who has a calendar hears of that one; who has none, of the office', async () => {
  const { calendars, claims } = desk.database.tables;
  const ofOffice = await wanting(['new']);
  const [mine, theirs] = [await wanting(['new', 'cancelled']), await wanting(['new', 'cancelled'])];
  await citizen.bookAt(video, nine);
  const [claim] = await desk.database.read.select().from(claims);
  const all = await desk.database.read.select().from(calendars).where(eq(calendars.officeId, officeId));
  const other = all.find(({ id }) => id !== claim?.calendarId);
  await desk.change(async (tx) => {
    await tx.update(calendars).set({ staffId: mine.id }).where(eq(calendars.id, claim?.calendarId ?? ''));
    await tx.update(calendars).set({ staffId: theirs.id }).where(eq(calendars.id, other?.id ?? ''));
  });
  expect((await noticesAfter()).map((one) => one.split(':')[0]).toSorted()).toEqual([ofOffice.email, mine.email].toSorted());
  await desk.change((tx) => tx.update(calendars).set({ staffId: null }));
});

test('a cancelled appointment is told to whose time it was, though that is free already', async () => {
  const { calendars, claims } = desk.database.tables;
  const mine = await wanting(['cancelled']);
  const booked = await citizen.bookAt(video, nine);
  const [claim] = await desk.database.read.select().from(claims);
  await desk.change((tx) => tx.update(calendars).set({ staffId: mine.id }).where(eq(calendars.id, claim?.calendarId ?? '')));
  got(await citizen.cancel(booked, {}), 200);
  expect(await desk.database.read.select().from(claims)).toEqual([]);
  expect(await noticesAfter()).toHaveLength(1);
  await desk.change((tx) => tx.update(calendars).set({ staffId: null }));
});

test('nobody hears of another office, or of what they did themselves', async () => {
  const elsewhere = (await citizen.service('chiedi-al-punto-risposte')).office_id;
  await wanting(['new', 'cancelled'], { officeIds: [elsewhere] });
  const clerk = await wanting(['new', 'cancelled']);
  const { cookie } = await signedIn(desk, clerk);
  await citizen.bookAt(video, nine);
  expect(await noticesAfter()).toHaveLength(1);
  const [row] = await desk.database.read.select().from(desk.database.tables.appointments);
  got(await askAs(desk, cookie, 'POST', `/staff/appointments/${row?.id}/cancellations`, { revision: row?.revision, tell: false }), 200);
  expect(await noticesAfter()).toEqual([]);
});

test('who cannot be reached is told to be called, and no longer once somebody called', async () => {
  const { email } = await wanting(['unreachable']);
  await citizen.bookAt(video, nine);
  const { appointments } = desk.database.tables;
  const since = desk.clock.now();
  await desk.database.write(async (tx) => void (await tx.update(appointments).set({ toCallSince: since })));
  expect(await noticesAfter()).toEqual([`${email}: Da chiamare: appuntamento giovedì 3 dicembre 2026, ore 09:00`]);
  const later = desk.clock.now();
  await desk.database.write(async (tx) => void (await tx.update(appointments).set({ toCallSince: later })));
  desk.clock.pass(1);
  await look();
  await desk.database.write(async (tx) => void (await tx.update(appointments).set({ toCallSince: null })));
  expect((await mailOf(desk)).filter(({ to }) => to === email)).toEqual([]);
});

test('tomorrow’s list leaves once in the evening, with what is booked by then', async () => {
  const { email } = await wanting(['tomorrow']);
  desk.clock.set('2026-12-02T08:00:00+01:00');
  await citizen.bookAt(video, nine, {}, { given_name: 'Ada', family_name: 'Rossi' });
  desk.clock.set('2026-12-02T16:59:00+01:00');
  expect(await noticesAfter(0)).toEqual([]);
  desk.clock.set('2026-12-02T17:00:00+01:00');
  await look();
  const [mail, more] = (await mailOf(desk)).filter(({ to }) => to === email);
  expect(mail?.subject).toBe('I tuoi appuntamenti di giovedì 3 dicembre 2026');
  expect(mail?.text).toMatch(/09:00.*Informazioni.*In videochiamata · A\. R\./);
  expect(more).toBeUndefined();
  expect(await noticesAfter(30)).toEqual([]);
});

test('without appointments there is no list', async () => {
  await wanting(['tomorrow']);
  desk.clock.set('2026-12-02T18:00:00+01:00');
  expect(await noticesAfter(0)).toEqual([]);
});

test('two processes that look at once tell of it once', async () => {
  await wanting(['new']);
  await citizen.bookAt(video, nine);
  const beside = await openBeside(desk);
  desk.clock.pass(1);
  await Promise.all([look(), look(beside), look(), look(beside)]);
  expect((await mailOf(desk)).filter(({ subject }) => subject.startsWith('Nuovo appuntamento'))).toHaveLength(1);
  await beside.close();
});

test('who was suspended, or chose otherwise meanwhile, hears nothing', async () => {
  const member = await wanting(['new']);
  await citizen.bookAt(video, nine);
  desk.clock.pass(1);
  await look();
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ notices: ['moved'] }).where(eq(staff.id, member.id))));
  expect((await mailOf(desk)).filter(({ to }) => to === member.email)).toEqual([]);
});
