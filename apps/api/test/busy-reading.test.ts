import type { BusySource, SavedChange } from '@sportello/contract';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { busyReader, type ReaderSettings } from '../src/calendars/busy/busy-reader.ts';
import { type ReadingJob, startReading } from '../src/calendars/busy/reading-job.ts';
import { directoryStore } from '../src/directory/store.ts';
import { tidyUp } from '../src/housekeeping.ts';
import { type Desk, openBeside, openEmptyDesk, testSealing } from './app.ts';
import { busyFile, type CalendarServer, openCalendarServer } from './calendar-server.ts';
import { citizenOf, got } from './citizen.ts';
import { calendarsFor } from './clerk.ts';
import { follow } from './live-reader.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

let desk: Desk;
let elsewhere: CalendarServer;
let calendarId: string;
let maker: TestMember;
let cookie: string;
const jobs: ReadingJob[] = [];
const warned: string[] = [];

const at = (time: string, day = '2026-12-03') => `${day}T${time}:00+01:00`;
const nine = busyFile([at('09:00'), at('10:00')]);
const ten = busyFile([at('10:00'), at('11:00')]);

beforeAll(async () => {
  desk = await openEmptyDesk({ busyPrivateHosts: ['localhost'] });
  [calendarId = ''] = await calendarsFor(desk, await citizenOf(desk).wanted());
});
beforeEach(async () => {
  elsewhere = await openCalendarServer();
  elsewhere.serve(nine);
  maker = await addMember(desk, { role: 'admin' });
  await signIn();
});
afterEach(async () => {
  for (const job of jobs.splice(0)) await job.stop();
  warned.length = 0;
  await elsewhere.close();
  await desk.clear();
  const { absences, busySources } = desk.database.tables;
  await desk.change(async (tx) => {
    for (const table of [absences, busySources]) await tx.delete(table);
  });
});
afterAll(() => desk.close());

const signIn = async () => void ({ cookie } = await signedIn(desk, maker));

/** A process that reads, when a test says so. */
function jobOn({ database, clock }: Desk, settings: Partial<ReaderSettings> = {}, pollMs: number | null = null): ReadingJob {
  const busy = busyReader({ privateHosts: ['localhost'], version: 'test', publicUrl: 'http://localhost:3000', ...settings });
  const log = { warn: (_: object, message: string) => void warned.push(message) };
  const job = startReading({ database, clock, directory: directoryStore(database, clock), sealing: testSealing, busy, log }, { pollMs });
  jobs.push(job);
  return job;
}

const added = async (name?: string) => got<BusySource>(await askAs(desk, cookie, 'POST', `/staff/calendars/${calendarId}/busy-sources`, { address: elsewhere.address(name) }), 201);

async function shown(): Promise<BusySource[]> {
  await signIn();
  return got<{ items: BusySource[] }>(await askAs(desk, cookie, 'GET', `/staff/calendars/${calendarId}/busy-sources`), 200).items;
}

async function busyTimes(): Promise<string[]> {
  const { absences } = desk.database.tables;
  const rows = await desk.database.read.select().from(absences).where(and(eq(absences.calendarId, calendarId), isNotNull(absences.source))).orderBy(asc(absences.startsAt));
  return rows.map(({ startsAt }) => new Date(startsAt).toISOString().slice(11, 16));
}

test('every ten minutes a calendar elsewhere is read again', async () => {
  await added();
  const job = jobOn(desk);
  elsewhere.serve(ten);
  desk.clock.pass(9);
  await job.runOnce();
  expect(await busyTimes()).toEqual(['08:00']);
  desk.clock.pass(1);
  await job.runOnce();
  expect(await busyTimes()).toEqual(['09:00']);
  expect((await shown())[0]).toMatchObject({ last_good_at: '2026-12-01T08:10:00+01:00', due_at: '2026-12-01T08:20:00+01:00', failure: null });
});

test('open agendas are told what it changed', async () => {
  await added();
  elsewhere.serve(ten);
  desk.clock.pass(10);
  await signIn();
  const reader = await follow(desk, cookie);
  await jobOn(desk).runOnce();
  expect(await reader.until('calendar')).toEqual({ id: calendarId });
  await reader.leave();
});

test('what changed through it stands in the trail, without an address', async () => {
  const { id } = await added();
  elsewhere.serve(ten);
  desk.clock.pass(10);
  await jobOn(desk).runOnce();
  const { auditEntries } = desk.database.tables;
  const entries = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.objectId, id)).orderBy(asc(auditEntries.id));
  expect(entries.map(({ action, actor, fields }) => [action, actor, fields])).toEqual([['create', 'staff', ['calendar_id', 'host']], ['change', 'system', ['calendar_id', 'times_added', 'times_removed']]]);
});

test('a failure leaves what the last good reading found; then it is read slower and slower, up to every two hours', async () => {
  await added();
  const job = jobOn(desk);
  elsewhere.serve((_, response) => void response.writeHead(500).end());
  const waits: number[] = [];
  for (let time = 0; time < 30; time += 1) {
    const [source] = await shown();
    desk.clock.set(source?.due_at ?? '');
    await job.runOnce();
    const [after] = await shown();
    waits.push((Date.parse(after?.due_at ?? '') - desk.clock.now()) / 60_000);
  }
  expect(waits.slice(0, 6)).toEqual([10, 10, 10, 10, 10, 10]);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(waits.at(-1)).toBe(120);
  expect((await shown())[0]).toMatchObject({ failure: 'refused', busy_count: 1, last_good_at: '2026-12-01T08:00:00+01:00' });
  expect(await busyTimes()).toEqual(['08:00']);

  elsewhere.serve(ten);
  desk.clock.pass(120);
  await job.runOnce();
  expect((await shown())[0]).toMatchObject({ failure: null });
});

test('what became something else than a calendar changes nothing', async () => {
  const source = await added();
  for (const [answer, failure] of [['<!doctype html>Accedi', 'not-a-calendar'], [nine.slice(0, -20), 'not-a-calendar'], ['', 'not-a-calendar']]) {
    elsewhere.serve(answer ?? '');
    const read = got<BusySource>(await askAs(desk, cookie, 'POST', `/staff/busy-sources/${source.id}/readings`, {}), 200);
    expect(read).toMatchObject({ failure, busy_count: 1 });
    expect(await busyTimes()).toEqual(['08:00']);
  }
});

test('several processes read each source once', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await added(name);
  const beside = await openBeside(desk);
  const before = elsewhere.asked.length;
  desk.clock.pass(10);
  await Promise.all([jobOn(desk), jobOn(beside), jobOn(desk), jobOn(beside)].map((job) => job.runOnce()));
  expect(elsewhere.asked.slice(before).map(({ url }) => url).toSorted()).toEqual(['/a.ics', '/b.ics', '/c.ics', '/d.ics']);
  await beside.close();
});

test('one that hangs does not hold the others up, and is told as too slow', async () => {
  for (const name of ['hangs', 'a', 'b', 'c']) await added(name);
  elsewhere.serve((request, response) => void (request.url === '/hangs.ics' || response.end(ten)));
  desk.clock.pass(10);
  const working = jobOn(desk, { timeoutMs: 1_500 }).runOnce();
  await expect.poll(async () => (await busyTimes()).filter((time) => time === '09:00').length, { timeout: 20_000 }).toBe(3);
  await working;
  expect((await shown()).map(({ failure }) => failure)).toEqual(['too-slow', null, null, null]);
  expect(await busyTimes()).toEqual(['08:00', '09:00', '09:00', '09:00']);
});

test('a process that is stopped leaves at once, and another reads what it had in hand', async () => {
  await added();
  elsewhere.serve(() => undefined);
  desk.clock.pass(10);
  const asked = elsewhere.asked.length;
  const job = jobOn(desk, {}, 60_000);
  await expect.poll(() => elsewhere.asked.length, { timeout: 20_000 }).toBe(asked + 1);
  const before = performance.now();
  await job.stop();
  expect(performance.now() - before).toBeLessThan(3_000);
  expect(warned).toEqual([]);
  expect((await shown())[0]).toMatchObject({ failure: null, due_at: '2026-12-01T08:10:00+01:00' });
  elsewhere.serve(ten);
  await jobOn(desk).runOnce();
  expect(await busyTimes()).toEqual(['09:00']);
});

test('one in the hands of a process that died is read by another after a minute', async () => {
  const { id } = await added();
  const { busySources } = desk.database.tables;
  desk.clock.pass(10);
  await desk.database.write(async (tx) => void (await tx.update(busySources).set({ lockedUntil: desk.clock.now() + 60_000 }).where(eq(busySources.id, id))));
  elsewhere.serve(ten);
  await jobOn(desk).runOnce();
  expect(await busyTimes()).toEqual(['08:00']);
  desk.clock.pass(1);
  await jobOn(desk).runOnce();
  expect(await busyTimes()).toEqual(['09:00']);
});

test('what has not changed is not sent again on the same day, and read whole on the next', async () => {
  elsewhere.serve((request, response) => {
    response.setHeader('etag', '"one"');
    if (request.headers['if-none-match'] === '"one"') return response.writeHead(304).end();
    response.end(nine);
  });
  await added();
  const job = jobOn(desk);
  const conditions = () => elsewhere.asked.map(({ headers }) => headers['if-none-match']);
  desk.clock.pass(10);
  await job.runOnce();
  expect(conditions()).toEqual([undefined, '"one"']);
  expect((await shown())[0]).toMatchObject({ busy_count: 1, failure: null, last_good_at: '2026-12-01T08:10:00+01:00' });
  desk.clock.set('2026-12-02T00:05:00+01:00');
  await job.runOnce();
  expect(conditions()).toEqual([undefined, '"one"', undefined]);
});

test('a source belongs to its calendar: it is read after its maker was suspended', async () => {
  await added();
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ state: 'suspended' }).where(eq(staff.id, maker.id))));
  elsewhere.serve(ten);
  desk.clock.pass(10);
  await jobOn(desk).runOnce();
  expect(await busyTimes()).toEqual(['09:00']);
  maker = await addMember(desk, { role: 'admin' });
  expect(await shown()).toHaveLength(1);
});

test('one whose address can no longer be opened is told to the log, and tried again in ten minutes', async () => {
  const { id } = await added();
  const { busySources } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(busySources).set({ address: 's1.nokey.AAAA' }).where(eq(busySources.id, id))));
  desk.clock.pass(10);
  const job = jobOn(desk);
  await job.runOnce();
  await job.runOnce();
  expect(warned).toEqual(['a calendar elsewhere could not be read']);
  expect(await busyTimes()).toEqual(['08:00']);
});

test('while somebody may take a change of the hours back a reading waits, and the change can be taken back', async () => {
  await added();
  desk.clock.pass(10);
  await signIn();
  const change = { kind: 'absence', calendar_ids: [calendarId], starts_at: at('15:00'), ends_at: at('16:00') };
  const { id } = got<SavedChange>(await askAs(desk, cookie, 'POST', '/staff/calendar-changes', { change, resolutions: [], tell: false }), 201);
  elsewhere.serve(ten);
  const job = jobOn(desk);
  await job.runOnce();
  expect(await busyTimes()).toEqual(['08:00']);
  expect((await askAs(desk, cookie, 'POST', `/staff/calendar-changes/${id}/undo`, {})).statusCode).toBe(204);
  desk.clock.pass(1);
  await job.runOnce();
  expect(await busyTimes()).toEqual(['09:00']);
});

test('one that is removed while it is read leaves nothing behind', async () => {
  const source = await added();
  const { promise: isAsked, resolve: asked } = Promise.withResolvers<null>();
  elsewhere.serve((_, response) => {
    asked(null);
    void delay(300).then(() => response.end(ten));
  });
  desk.clock.pass(10);
  const working = jobOn(desk).runOnce();
  await isAsked;
  await signIn();
  expect((await askAs(desk, cookie, 'DELETE', `/staff/busy-sources/${source.id}`)).statusCode).toBe(204);
  await working;
  expect(await busyTimes()).toEqual([]);
});

test('busy times that are long over are forgotten after a month', async () => {
  await added();
  desk.clock.set(at('11:00', '2026-12-03'));
  await tidyUp(desk);
  expect(await busyTimes()).toHaveLength(1);
  desk.clock.set(at('11:00', '2027-01-04'));
  await tidyUp(desk);
  expect(await busyTimes()).toEqual([]);
});
