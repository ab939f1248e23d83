import type { CalendarFeed, NewCalendarFeed } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk, testNow, testSealing, testSecrets } from './app.ts';
import { got, without } from './citizen.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let calendarId: string;
let member: TestMember;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  const { claims, calendarFeeds, blocks, absences } = desk.database.tables;
  await desk.database.write(async (tx) => {
    for (const table of [calendarFeeds, blocks, absences]) await tx.delete(table);
  });
  ({ here, there } = await bookInTwoOffices(desk));
  [{ calendarId } = { calendarId: '' }] = await desk.database.read.select({ calendarId: claims.calendarId }).from(claims).where(eq(claims.appointmentId, here.appointmentId));
  member = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  ({ cookie } = await signedIn(desk, member));
});
afterAll(() => desk.close());

const make = async (who = cookie, calendar = calendarId) => askAs(desk, who, 'POST', '/staff/calendar-feeds', { calendar_id: calendar });
const made = async () => got<NewCalendarFeed>(await make(), 201);
const list = async (who = cookie) => got<{ items: CalendarFeed[] }>(await askAs(desk, who, 'GET', '/staff/calendar-feeds'), 200).items;
const pathOf = ({ address }: NewCalendarFeed) => new URL(address).pathname;
const read = (feed: NewCalendarFeed, headers: Record<string, string> = {}) => desk.app.inject({ url: pathOf(feed), headers });

async function entriesOf(feed: NewCalendarFeed) {
  const answer = await read(feed);
  expect(answer.statusCode).toBe(200);
  const events = new ICAL.Component(ICAL.parse(answer.body) as [string, unknown[], unknown[]]).getAllSubcomponents('vevent');
  const text = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name) ?? '');
  return events.map((event) => ({
    uid: text(event, 'uid'),
    summary: text(event, 'summary'),
    status: text(event, 'status'),
    sequence: Number(text(event, 'sequence')),
    starts: (event.getFirstPropertyValue('dtstart') as ICAL.Time).toString(), // every event has one
    description: text(event, 'description'),
    url: text(event, 'url'),
  }));
}

const change = (work: Parameters<Desk['change']>[0]) => desk.change(work);
const setAppointment = (id: string, values: object) => change((tx, { appointments }) => tx.update(appointments).set(values).where(eq(appointments.id, id)));

describe('a private address', () => {
  test('is shown once, in two spellings, and kept as a digest', async () => {
    const feed = await made();
    expect(feed.address).toMatch(/^http:\/\/localhost:3000\/api\/v1\/calendar-feeds\/[\w-]{32}\.ics$/);
    expect(feed.webcal).toBe(feed.address.replace('http:', 'webcal:'));
    const secret = feed.address.slice(-36, -4);
    expect(JSON.stringify(await list())).not.toContain(secret);
    const rows = await desk.database.read.select().from(desk.database.tables.calendarFeeds);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const written = await desk.database.read.select().from(desk.database.tables.auditValues);
    expect(JSON.stringify(written)).not.toContain(secret);
  });

  test('is told among mine, and stands in the trail when it is made and taken back', async () => {
    const feed = await made();
    const told: CalendarFeed = without(without(feed, 'address'), 'webcal');
    expect(await list()).toEqual([told]);
    for (let time = 0; time < 2; time += 1) expect((await askAs(desk, cookie, 'DELETE', `/staff/calendar-feeds/${feed.id}`)).statusCode).toBe(204);
    expect(await list()).toEqual([]);
    const { auditEntries } = desk.database.tables;
    const entries = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.objectId, feed.id)).orderBy(auditEntries.id);
    expect(entries.map(({ action, objectKind, staffId }) => [action, objectKind, staffId])).toEqual([['create', 'calendar-feed', member.id], ['revoke', 'calendar-feed', member.id]]);
  });

  test('is made for a calendar within reach, and taken back by who made it', async () => {
    const other = (await signedIn(desk, await addMember(desk, { role: 'operator' }))).cookie;
    expectProblem(await make(other), 'not-found');
    expectProblem(await make(cookie, 'no-calendar'), 'not-found');
    const feed = await made();
    expectProblem(await askAs(desk, other, 'DELETE', `/staff/calendar-feeds/${feed.id}`), 'not-found');
    expect((await read(feed)).statusCode).toBe(200);
    expect(await list(other)).toEqual([]);
  });

  test('ten are enough for one person, however quickly they are made', async () => {
    for (let count = 0; count < 8; count += 1) await made();
    const answers = await Promise.all([make(), make(), make(), make()]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 201, 409, 409]);
    for (const answer of answers) if (answer.statusCode === 409) expectProblem(answer, 'too-many-links');
  });
});

describe('a feed', () => {
  test('is a calendar that programs may keep and ask for again', async () => {
    const feed = await made();
    const answer = await read(feed);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    expect(answer.body).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\nX-PUBLISHED-TTL:PT15M/);
    expect(answer.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const etag = String(answer.headers['etag']);
    expect((await read(feed, { 'if-none-match': etag })).statusCode).toBe(304);
    desk.clock.pass(20);
    expect((await read(feed, { 'if-none-match': etag })).statusCode).toBe(304); // the same times are the same text
    await setAppointment(here.appointmentId, { sequence: 1, changedAt: desk.clock.now() });
    expect((await read(feed, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  test('says of an appointment what, how and where, and leads to its page', async () => {
    await setAppointment(here.appointmentId, { sequence: 3 });
    const [entry, ...others] = await entriesOf(await made());
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ uid: `${here.appointmentId}@localhost`, status: 'CONFIRMED', sequence: 3, url: `http://localhost:3000/scrivania/appuntamenti/${here.appointmentId}` });
    expect(entry?.summary).toMatch(/^\S.+ \(in videochiamata\)$/);
    expect(entry?.starts).toMatch(/^2026-12-03T\d\d:\d\d:00Z$/);
    expect(entry?.description).toContain('Comune: Mombercelli');
  });

  test('says of a request that it is not certain, in the language of whose it is', async () => {
    await setAppointment(here.appointmentId, { state: 'pending' });
    await change((tx, { staff }) => tx.update(staff).set({ language: 'en' }).where(eq(staff.id, member.id)));
    const [entry] = await entriesOf(await made());
    expect(entry).toMatchObject({ status: 'TENTATIVE', summary: expect.stringMatching(/\(by video\)$|\(video/i) });
  });

  test('shows the rest as taken only: blocks, absences, and what belongs to other offices', async () => {
    const at = (hour: number) => Date.parse(`2026-12-04T${String(hour).padStart(2, '0')}:00:00Z`);
    const blockId = newId();
    await change(async (tx, { blocks, claims, absences }) => {
      await tx.insert(blocks).values({ id: blockId, startsAt: at(8), endsAt: at(9), reason: 'Dal dentista', createdAt: 0 });
      await tx.insert(claims).values([
        { id: newId(), calendarId, blockId, startsAt: at(8), endsAt: at(9) },
        { id: newId(), calendarId, appointmentId: there.appointmentId, startsAt: at(9), endsAt: at(10) },
        { id: newId(), calendarId, appointmentId: here.appointmentId, startsAt: at(10), endsAt: at(11), heldUntil: desk.clock.now() + 3_600_000 },
      ]);
      await tx.insert(absences).values([
        { id: newId(), calendarId, startsAt: at(11), endsAt: at(12), reason: 'Legge 104' },
        { id: newId(), calendarId, startsAt: at(12), endsAt: at(13), source: 'a calendar elsewhere' },
      ]);
    });
    const feed = await made();
    const entries = await entriesOf(feed);
    expect(entries.slice(1).map(({ summary, starts, description }) => [summary, starts.slice(11, 13), description])).toEqual([['Occupato', '08', ''], ['Occupato', '09', ''], ['Assente', '11', '']]);
    expect((await read(feed)).body).not.toContain(there.appointmentId);
  });

  test('reaches from 30 days back to 180 ahead', async () => {
    const days = [-31, -30, 180, 181];
    await change((tx, { absences }) => tx.insert(absences).values(days.map((day) => {
      const startsAt = Date.parse('2026-12-01T11:00:00Z') + day * 86_400_000;
      return { id: newId(), calendarId, startsAt, endsAt: startsAt + 3_600_000 };
    })));
    const entries = (await entriesOf(await made())).filter(({ summary }) => summary === 'Assente');
    expect(entries.map(({ starts }) => starts.slice(0, 10))).toEqual(['2026-11-01', '2027-05-30']);
  });

  test('tells nothing of anybody: with every field filled, none of their texts is in it', async () => {
    const { tables, write } = desk.database;
    const marks: string[] = [];
    const mark = (text: string) => {
      marks.push(`${text}QZX`);
      return `${text}QZX`;
    };
    const secret = {
      topic: mark('Topic'), details: mark('Details'), homeStreet: mark('Street'), homePostalCode: mark('Cap'), homeLocality: mark('Locality'), homeNotes: mark('Notes'), cancelReason: mark('Reason'),
      outcome: mark('Outcome'), nextStep: mark('Next'), personKey: mark('Key'), clientDigest: mark('Client'), code: 'QZXQZXQZ',
    };
    const person = { givenName: mark('Given'), familyName: mark('Family'), companyName: mark('Company'), email: mark('mail'), phone: mark('Phone'), taxCode: mark('Tax') };
    await write(async (tx) => {
      await tx.update(tables.appointments).set(secret).where(eq(tables.appointments.id, here.appointmentId));
      await tx.update(tables.people).set(person);
      const [question] = await tx.select({ id: tables.questions.id }).from(tables.questions).limit(1);
      await tx.insert(tables.answers).values({ id: newId(), appointmentId: here.appointmentId, questionId: question?.id ?? '', value: mark('Answer') });
      const note = { staffId: member.id, createdAt: 0 };
      await tx.insert(tables.notes).values([{ id: newId(), ...note, ownerKind: 'appointment', ownerId: here.appointmentId, body: mark('Note') }, { id: newId(), ...note, ownerKind: 'person', ownerId: here.personId, body: mark('About') }]);
    });
    const { body } = await read(await made());
    const plain = body.replaceAll('\r\n ', '');
    expect(plain).toContain(here.appointmentId);
    expect(marks.length).toBeGreaterThan(18);
    for (const text of [...marks, 'QZX', here.personId, here.email, member.email]) expect(plain).not.toContain(text);
  });

  test('notes that it was read, every five minutes at most', async () => {
    const feed = await made();
    expect((await list())[0]?.last_read_at).toBeNull();
    const readAt = async () => {
      await read(feed);
      return (await list())[0]?.last_read_at;
    };
    expect(await readAt()).toBe(testNow);
    desk.clock.pass(4);
    expect(await readAt()).toBe(testNow);
    desk.clock.pass(1);
    expect(await readAt()).toBe('2026-12-01T08:05:00+01:00');
  });
});

describe('an address that answers no more', () => {
  const gone = async (feed: NewCalendarFeed) => {
    return without(expectProblem(await read(feed), 'not-found'), 'instance');
  };

  test('is like one that never was: taken back, its owner suspended or gone, or the calendar out of their reach', async () => {
    const feeds = { revoked: await made(), other: await made() };
    const never = await gone({ ...feeds.other, address: feeds.other.address.replace(/[\w-]{32}\.ics/, `${'A'.repeat(32)}.ics`) });
    await askAs(desk, cookie, 'DELETE', `/staff/calendar-feeds/${feeds.revoked.id}`);
    expect(await gone(feeds.revoked)).toEqual(never);

    const { staff, staffScopes, calendars } = desk.database.tables;
    const set = (values: object) => change((tx) => tx.update(staff).set(values).where(eq(staff.id, member.id)));
    for (const state of ['suspended', 'invited'] as const) {
      await set({ state });
      expect(await gone(feeds.other)).toEqual(never);
    }
    await set({ state: 'active' });
    expect((await read(feeds.other)).statusCode).toBe(200);
    await change((tx) => tx.update(calendars).set({ archivedAt: 1 }).where(eq(calendars.id, calendarId)));
    expect(await gone(feeds.other)).toEqual(never);
    await change((tx) => tx.update(calendars).set({ archivedAt: null }).where(eq(calendars.id, calendarId)));
    await change((tx) => tx.delete(staffScopes).where(eq(staffScopes.staffId, member.id)));
    expect(await gone(feeds.other)).toEqual(never);
  });

  test.each(['', '/', '/x', '/x.ics', `/${'A'.repeat(32)}`, `/${'A'.repeat(31)}.ics`, `/${'A'.repeat(300)}.ics`, '/..%2f..%2f.ics'])('%s is none', async (rest) => {
    expectProblem(await desk.app.inject({ url: `/api/v1/calendar-feeds${rest}` }), 'not-found');
  });
});

describe('what is logged', () => {
  test('never has the secret of a feed, whatever goes wrong', async () => {
    const lines: string[] = [];
    const stream = new Writable({ write: (chunk: Buffer, _, done) => void (lines.push(chunk.toString()), done()) });
    const { database, clock } = desk;
    const isBroken = { now: false };
    const secrets = { ...testSecrets, digest: (purpose: string, text: string) => {
      if (isBroken.now && purpose === 'calendar-feed') throw Object.assign(new Error(`GET /api/v1/calendar-feeds/${text}.ics`), { code: `/api/v1/calendar-feeds/${text}.ics` });
      return testSecrets.digest(purpose, text);
    } };
    const settings = { demo: true, publicUrl: 'http://localhost:3000', trustedProxies: [], limitFactor: 1 / 100, guessLimit: 20, version: 'test', webFolder: null, mailFrom: 'sportello@example.org' };
    const app = await buildApp({ database, clock, secrets, sealing: testSealing, settings, logger: { level: 'trace', stream } });
    const feed = await made();
    const secret = feed.address.slice(-36, -4);
    const statuses: number[] = [];
    for (const url of [pathOf(feed), `${pathOf(feed)}x`]) statuses.push((await app.inject({ url })).statusCode);
    isBroken.now = true;
    for (let time = 0; time < 2; time += 1) statuses.push((await app.inject({ url: pathOf(feed) })).statusCode);
    app.log.info({ req: { method: 'GET', url: pathOf(feed) }, url: pathOf(feed) }, `Route GET:${pathOf(feed)} not found`);
    app.log.error(new Error(encodeURIComponent(pathOf(feed))));
    await app.close();
    expect(statuses).toEqual([200, 404, 500, 429]);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).not.toContain(secret);
    expect(lines.join('')).toContain('/calendar-feeds/***');
  });
});
