import type { BusySource, CalendarHours } from '@sportello/contract';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { busyFile, type CalendarServer, openCalendarServer } from './calendar-server.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { calendarsFor } from './clerk.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let elsewhere: CalendarServer;
let citizen: Citizen;
let video: Wanted;
let calendarId: string;
let others: string[];
let cookie: string;

const day = '2026-12-03';
const at = (time: string, on = day) => `${on}T${time}:00+01:00`;

beforeAll(async () => {
  desk = await openEmptyDesk({ busyPrivateHosts: ['localhost'] });
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  [calendarId = '', ...others] = await calendarsFor(desk, video);
});
beforeEach(async () => {
  elsewhere = await openCalendarServer();
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
  // The only one who receives, so that what is closed for them is closed.
  const { absences } = desk.database.tables;
  const away = { startsAt: Date.parse('2026-12-01T00:00:00Z'), endsAt: Date.parse('2027-12-01T00:00:00Z') };
  await desk.change((tx) => tx.insert(absences).values(others.map((id) => ({ id: `away ${id}`, calendarId: id, ...away }))));
});
afterEach(async () => {
  await elsewhere.close();
  await desk.clear();
  const { absences, busySources } = desk.database.tables;
  await desk.change(async (tx) => {
    for (const table of [absences, busySources]) await tx.delete(table);
  });
});
afterAll(() => desk.close());

const add = (address = elsewhere.address(), of = calendarId) => askAs(desk, cookie, 'POST', `/staff/calendars/${of}/busy-sources`, { address });
const added = async (...args: Parameters<typeof add>) => got<BusySource>(await add(...args), 201);
const readNow = async ({ id }: BusySource) => got<BusySource>(await askAs(desk, cookie, 'POST', `/staff/busy-sources/${id}/readings`, {}), 200);
const list = async () => got<{ items: BusySource[] }>(await askAs(desk, cookie, 'GET', `/staff/calendars/${calendarId}/busy-sources`), 200).items;
const remove = ({ id }: Pick<BusySource, 'id'>) => askAs(desk, cookie, 'DELETE', `/staff/busy-sources/${id}`);

async function absenceRows() {
  const { absences } = desk.database.tables;
  const rows = await desk.database.read.select().from(absences).where(eq(absences.calendarId, calendarId)).orderBy(asc(absences.startsAt));
  return rows.map((row) => ({ ...row, times: [row.startsAt, row.endsAt].map((time) => new Date(time).toISOString().slice(5, 16)).join('/') }));
}

async function revisions() {
  const { calendars } = desk.database.tables;
  const [row] = await desk.database.read.select({ revision: calendars.revision, rulesRevision: calendars.rulesRevision }).from(calendars).where(eq(calendars.id, calendarId));
  return row;
}

describe('a calendar elsewhere', () => {
  test('closes the time that it says is taken, and opens it again', async () => {
    const before = await citizen.starts(video, day);
    expect(before).toContain(at('09:00'));
    elsewhere.serve(busyFile([at('09:00'), at('11:00')]));
    const source = await added();
    expect(source).toMatchObject({ calendar_id: calendarId, host: 'localhost', busy_count: 1, touched_count: 0, failure: null, last_good_at: '2026-12-01T08:00:00+01:00', due_at: '2026-12-01T08:10:00+01:00' });
    const closed = before.filter((start) => start >= at('08:31') && start < at('11:00'));
    expect(closed.length).toBeGreaterThan(1);
    expect(await citizen.starts(video, day)).toEqual(before.filter((start) => !closed.includes(start)));

    elsewhere.serve(busyFile());
    await readNow(source);
    expect(await citizen.starts(video, day)).toEqual(before);
  });

  test('is kept by its address, sealed, and nothing of what its events say', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')]));
    const answer = await add(elsewhere.address('secret-of-ada').replace('//', '//ada:password1@'));
    expect(answer.statusCode).toBe(201);
    const { busySources, absences, auditValues } = desk.database.tables;
    const kept = JSON.stringify([await desk.database.read.select().from(busySources), await desk.database.read.select().from(absences), await desk.database.read.select().from(auditValues)]);
    for (const text of ['secret-of-ada', 'password1', 'Bianchi']) expect(kept + answer.body).not.toContain(text);
    expect(elsewhere.asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ada:password1').toString('base64')}`);
  });

  test('is shown in the hours as read from elsewhere, and cannot be ended here', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')]));
    await added();
    const { absences } = got<CalendarHours>(await askAs(desk, cookie, 'GET', `/staff/calendars/${calendarId}/hours`), 200);
    expect(absences).toMatchObject([{ is_imported: true, reason: null }]);
    const change = { kind: 'end_absence', absence_id: absences[0]?.id };
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/calendar-changes', { change, resolutions: [], tell: false }), '/change/absence_id');
  });

  test('changes only what is different; where nothing is, the calendar is not touched', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')], [at('11:00'), at('12:00')]));
    const source = await added();
    const [first] = await absenceRows();
    const before = await revisions();
    await readNow(source);
    expect(await revisions()).toEqual(before);

    elsewhere.serve(busyFile([at('09:00'), at('10:00')], [at('14:00'), at('15:00')], [at('15:00'), at('16:00')]));
    expect((await readNow(source)).busy_count).toBe(2);
    const rows = await absenceRows();
    expect(rows.map(({ times }) => times)).toEqual(['12-03T08:00/12-03T09:00', '12-03T13:00/12-03T15:00']);
    expect(rows[0]?.id).toBe(first?.id);
    expect((await revisions())?.rulesRevision).toBe((before?.rulesRevision ?? 0) + 1);
  });

  test('never moves what is booked, and says how much lies in it', async () => {
    const booked = await citizen.bookAt(video, at('09:00'));
    elsewhere.serve(busyFile([at('08:00'), at('12:00')]));
    const source = await added();
    expect(source.touched_count).toBe(1);
    expect(await citizen.show(booked)).toMatchObject({ state: 'confirmed', starts_at: at('09:00') });
    await citizen.cancel(booked, {});
    expect((await list())[0]?.touched_count).toBe(0);
  });

  test('leaves the past: what is over is not closed, what runs is closed from now on, and ends when it is gone', async () => {
    desk.clock.set(at('10:00'));
    ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
    elsewhere.serve(busyFile([at('08:00'), at('09:00')], [at('09:30'), at('12:00')]));
    const source = await added();
    expect(source.busy_count).toBe(1);
    expect((await absenceRows()).map(({ times }) => times)).toEqual(['12-03T09:00/12-03T11:00']);
    desk.clock.pass(15);
    ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
    const before = await revisions();
    await readNow(source);
    expect(await revisions()).toEqual(before); // it goes on as it was
    elsewhere.serve(busyFile());
    await readNow(source);
    expect((await absenceRows()).map(({ times }) => times)).toEqual(['12-03T09:00/12-03T09:15']);
  });

  test('goes with all that came from it, and only that; gone already is fine', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')]));
    const source = await added();
    const other = await added(elsewhere.address('other'));
    expect(await absenceRows()).toHaveLength(2);
    for (let time = 0; time < 2; time += 1) expect((await remove(source)).statusCode).toBe(204);
    expect((await absenceRows()).map((row) => row.source)).toEqual([other.id]);
    expect((await list()).map(({ id }) => id)).toEqual([other.id]);
    expectProblem(await askAs(desk, cookie, 'POST', `/staff/busy-sources/${source.id}/readings`, {}), 'not-found');
  });

  test('stands in the trail when it comes and when it goes', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')]));
    const source = await added();
    await remove(source);
    const { auditEntries } = desk.database.tables;
    const entries = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.objectId, source.id)).orderBy(asc(auditEntries.id));
    expect(entries.map(({ action, objectKind, actor }) => [action, objectKind, actor])).toEqual([['create', 'busy-source', 'staff'], ['delete', 'busy-source', 'staff']]);
  });

  test('is one, however often and however quickly it is added; five are enough', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')]));
    const twins = await Promise.all([added(), added(), added()]);
    expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
    for (const name of ['b', 'c', 'd']) await added(elsewhere.address(name));
    const answers = await Promise.all(['e', 'f', 'g'].map((name) => add(elsewhere.address(name))));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
    expectProblem(await add(elsewhere.address('h')), 'too-many-links');
    expect(await list()).toHaveLength(5);
  });
});

describe('a calendar beyond reach', () => {
  test('has no calendars elsewhere, and none can be added, read or removed', async () => {
    elsewhere.serve(busyFile([at('09:00'), at('10:00')]));
    const { id } = await added();
    const asked = elsewhere.asked.length;
    for (const role of ['operator', 'manager'] as const) {
      const { cookie: theirs } = await signedIn(desk, await addMember(desk, { role }));
      expectProblem(await askAs(desk, theirs, 'GET', `/staff/calendars/${calendarId}/busy-sources`), 'not-found');
      expectProblem(await askAs(desk, theirs, 'POST', `/staff/calendars/${calendarId}/busy-sources`, { address: elsewhere.address('b') }), 'not-found');
      expectProblem(await askAs(desk, theirs, 'POST', `/staff/busy-sources/${id}/readings`, {}), 'not-found');
      expectProblem(await askAs(desk, theirs, 'DELETE', `/staff/busy-sources/${id}`), 'not-found');
    }
    expect([elsewhere.asked.length, (await list()).length]).toEqual([asked, 1]);
  });
});

describe('an address that cannot be read', () => {
  const refused = async (address?: string) => {
    const before = await revisions();
    const problem = expectProblem(await add(address), 'busy-source-unreadable');
    expect([await list(), await absenceRows(), await revisions()]).toEqual([[], [], before]);
    return problem.failure;
  };

  test.each([
    ['a page of the web', '<!doctype html><html><body><h1>BEGIN:VCALENDAR</h1></body></html>', 'not-a-calendar'],
    ['nothing', '', 'not-a-calendar'],
    ['a calendar that was cut off', busyFile([at('09:00'), at('10:00')]).slice(0, -30), 'not-a-calendar'],
    ['a table', 'Subject,Start Date\nVisita,03/12/2026\n', 'not-a-calendar'],
    ['more than two thousand times', busyFile(...Array.from({ length: 2001 }, (_, hour) => [new Date(Date.UTC(2026, 11, 3, hour)).toISOString(), new Date(Date.UTC(2026, 11, 3, hour, 30)).toISOString()] as const)), 'too-many-events'],
    ['five megabytes and more', `BEGIN:VCALENDAR\r\n${`X-A:${'a'.repeat(60)}\r\n`.repeat(90_000)}END:VCALENDAR\r\n`, 'too-large'],
  ])('for it is %s, is refused and nothing is kept', async (_, file, failure) => {
    elsewhere.serve(file);
    expect(await refused()).toBe(failure);
  });

  test('for it is not there or does not let us in, is refused', async () => {
    for (const status of [404, 401, 500]) {
      elsewhere.serve((_, response) => void response.writeHead(status).end());
      expect(await refused()).toBe('refused');
    }
    elsewhere.serve((_, response) => void response.destroy());
    expect(await refused()).toBe('unreachable');
  });

  test('for it leads into a private network, is refused without a question there', async () => {
    const inside = elsewhere.address().replace('localhost', '127.0.0.1');
    for (const address of [inside, 'http://169.254.169.254/latest/meta-data/', 'https://[::1]/a.ics', 'webcal://10.0.0.1/a.ics']) expect(await refused(address)).toBe('private-address');
    expect(elsewhere.asked).toHaveLength(0);
    elsewhere.serve((_, response) => void response.writeHead(302, { location: inside }).end());
    expect(await refused()).toBe('private-address');
    expect(elsewhere.asked).toHaveLength(1);
  });

  test.each(['ftp://example.org/a.ics', 'file:///etc/passwd', 'example.org/a.ics', 'https://:80/'])('for it is none (%s), is refused', async (address) => expect(await refused(address)).toBe('bad-address'));

  test('and one that is no line is not even looked at', async () => {
    for (const address of ['', 'short', 'https://example.org/a\nb.ics', `https://example.org/${'a'.repeat(2000)}`]) expectInvalid(await add(address), '/address');
  });
});

test('a server that closes waits for no other machine', async () => {
  const closing = await openEmptyDesk({ busyPrivateHosts: ['localhost'] });
  const { cookie: theirs } = await signedIn(closing, await addMember(closing, { role: 'admin' }));
  const [id] = await calendarsFor(closing, await citizenOf(closing).wanted());
  elsewhere.serve(() => undefined);
  const answer = askAs(closing, theirs, 'POST', `/staff/calendars/${id}/busy-sources`, { address: elsewhere.address() });
  const asking = Promise.resolve(answer); // now: it is asked when somebody waits for it
  await expect.poll(() => elsewhere.asked.length, { timeout: 20_000 }).toBe(1);
  await closing.close();
  expectProblem(await asking, 'service-unavailable');
});
