import type { Board, DeskAppointmentItem, Me } from '@sportello/contract';
import { finished } from 'node:stream/promises';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarStore } from '../src/calendars/calendar-store.ts';
import { firstIdAt, newId } from '../src/database/id.ts';
import { liveDesk } from '../src/desk/live/live-desk.ts';
import type { Follower } from '../src/desk/live/live-stream.ts';
import { directoryStore } from '../src/directory/store.ts';
import { endSession, type Sessions } from '../src/identity/sessions.ts';
import { writeScope } from '../src/identity/scopes.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { citizenOf } from './citizen.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { follow, type LiveReader } from './live-reader.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { setStaff, trailOf } from './staff-ways-in.ts';

let desk: Desk;
let beside: Desk;
let here: DeskObject;
let there: DeskObject;
let operator: TestMember;
let session: { cookie: string; sessionId: string };
let readers: LiveReader[];

beforeAll(async () => {
  desk = await openEmptyDesk();
  beside = await openBeside(desk);
});
beforeEach(async () => {
  await desk.clear();
  readers = [];
  ({ here, there } = await bookInTwoOffices(desk));
  operator = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  session = await signedIn(desk, operator);
});
afterEach(async () => {
  for (const reader of readers) await reader.leave();
});
afterAll(async () => {
  await beside.close();
  await desk.close();
});

async function watch(on: Desk = desk, cookie = session.cookie, options: { from?: string; language?: string } = {}): Promise<LiveReader> {
  const reader = await follow(on, cookie, options);
  readers.push(reader);
  return reader;
}

const loadBoard = async (cookie = session.cookie) => (await askAs(desk, cookie, 'GET', `/staff/board?day=${ofDay}`)).json<Board>();
const liveFrom = async (cookie = session.cookie) => (await askAs(desk, cookie, 'GET', '/staff/session')).json<Me>().live_from;
const showItem = async (id: string, cookie = session.cookie) => (await askAs(desk, cookie, 'GET', `/staff/appointments/${id}`)).json<DeskAppointmentItem>();
const mark = (on: Desk, id: string, state: string, revision: number) => askAs(on, session.cookie, 'POST', `/staff/appointments/${id}/attendance`, { state, revision });
const call = (on: Desk, id: string) => askAs(on, session.cookie, 'POST', `/staff/appointments/${id}/calls`, {});
/** As much of somebody, and of their session, as a stream asks for. */
const follower = { staff: { id: 'a', sessionId: 's', role: 'operator', reach: { everything: true } }, shown: { language: 'it', asInitials: false } } as unknown as Follower;
const sessions = { findAll: async () => new Map([['s', { member: { role: 'operator' }, reach: { everything: true } }]]) } as unknown as Sessions;
const isOf = (id: string) => (data: { id: string }) => data.id === id;

describe('the live stream', () => {
  // How soon is for the bench to say: a busy machine is no failure.
  test('tells one process what another one changed', async () => {
    const reader = await watch(desk);
    await call(beside, here.appointmentId);
    expect(await reader.until('appointment', isOf(here.appointmentId))).toMatchObject({ revision: 2, person: { id: here.personId, name: 'Ada Quintavalle' } });
  });

  test('tells what this process changed, as it is now, by the same words as the board', async () => {
    const reader = await watch();
    await call(desk, here.appointmentId);
    const told = await reader.until('appointment');
    expect((await loadBoard()).items).toEqual([told]);
  });

  test('is an event stream that no proxy keeps, and one entry of the trail', async () => {
    const reader = await watch();
    expect(reader.status).toBe(200);
    expect(reader.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(reader.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(reader.headers.get('x-accel-buffering')).toBe('no');
    expect(await trailOf(desk)).toMatchObject([{ action: 'see', objectKind: 'board', staffId: operator.id }]);
  });

  test('tells nobody what lies beyond their reach', async () => {
    const [mine, auditors] = [await watch(), await watch(desk, (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie)];
    const admin = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
    await askAs(beside, admin, 'POST', `/staff/appointments/${there.appointmentId}/calls`, {});
    expect(await auditors.until('appointment')).toMatchObject({ id: there.appointmentId, person: { name: 'B. L.' }, topic: null });
    await call(beside, here.appointmentId);
    await mine.until('appointment', isOf(here.appointmentId));
    expect(JSON.stringify(mine.told)).not.toContain(there.appointmentId);
    expect(JSON.stringify(auditors.told)).not.toMatch(/Quintavalle|Lamberti|domanda/);
  });

  test('tells what citizens do: who books, moves and cancels', async () => {
    const reader = await watch();
    const citizen = citizenOf(beside);
    const wanted = await citizen.wanted();
    const [start = '', other = ''] = (await citizen.starts(wanted, ofDay)).slice(-2);
    const hold = await citizen.hold(wanted, start);
    await reader.until('appointment', ({ id, state }) => id === hold.id && state === 'held');
    const booked = (await citizen.confirm(hold)).json();
    const item = await reader.until('appointment', ({ id, state }) => id === hold.id && state === 'confirmed');
    expect(item.calendar_ids).toHaveLength(1);
    expect(await reader.until('calendar')).toEqual({ id: item.calendar_ids[0] });
    await citizen.move(booked, { starts_at: other });
    await reader.until('appointment', ({ id, starts_at }) => id === hold.id && starts_at === other);
    await citizen.cancel(booked, {});
    await reader.until('appointment', ({ id, state }) => id === hold.id && state === 'cancelled');
  });

  test('says that a hold is gone when it is let go, and when its time is over', async () => {
    const reader = await watch();
    const citizen = citizenOf(beside);
    const wanted = await citizen.wanted();
    const [one = '', other = ''] = (await citizen.starts(wanted, ofDay)).slice(-2);
    const released = await citizen.hold(wanted, one);
    await citizen.remove(`/holds/${released.id}`, { token: released.token });
    await reader.until('gone', isOf(released.id));
    const forgotten = await citizen.hold(wanted, other);
    await reader.until('appointment', isOf(forgotten.id));
    desk.clock.pass(11);
    await reader.until('gone', isOf(forgotten.id));
  });

  test('tells of a delay, and that it is over', async () => {
    const reader = await watch();
    const [calendar] = (await loadBoard()).calendars;
    const announce = (minutes: number) => askAs(beside, session.cookie, 'POST', `/staff/calendars/${calendar?.id}/delay`, { minutes });
    await announce(20);
    expect(await reader.until('delay')).toMatchObject({ calendar_id: calendar?.id, minutes: 20 });
    await announce(0);
    await reader.until('delay', ({ minutes }) => minutes === 0);
  });

  test('tells that hours of a calendar within reach changed', async () => {
    const reader = await watch();
    const { calendars } = desk.database.tables;
    const mine = (await loadBoard()).calendars.map(({ id }) => id);
    await desk.database.write(async (tx) => void (await tx.update(calendars).set({ rulesRevision: 1000 })));
    for (const id of mine) await reader.until('calendar', isOf(id));
    expect(reader.told.filter(({ event }) => event === 'calendar')).toHaveLength(mine.length);
  });

  test('speaks the language of each browser', async () => {
    const [italian, english] = [await watch(), await watch(desk, session.cookie, { language: 'en' })];
    await call(beside, here.appointmentId);
    const names = [(await italian.until('appointment')).service_name, (await english.until('appointment')).service_name];
    expect(new Set(names).size).toBe(2);
  });
});

describe('after a gap the live stream', () => {
  test('goes on from where the board was read', async () => {
    const from = await liveFrom();
    await call(beside, here.appointmentId);
    const reader = await watch(desk, session.cookie, { from });
    expect(await reader.until('appointment', isOf(here.appointmentId))).toMatchObject({ revision: 2 });
  });

  test('goes on from the last event in another process, and misses nothing', async () => {
    const first = await watch(desk);
    await call(desk, here.appointmentId);
    await first.until('appointment');
    await first.leave();
    const citizen = citizenOf(desk);
    const wanted = await citizen.wanted();
    const start = (await citizen.starts(wanted, ofDay)).at(-1) ?? '';
    await citizen.bookAt(wanted, start);
    const second = await watch(beside, session.cookie, { from: first.lastId() });
    const item = await second.until('appointment', ({ starts_at }) => starts_at === start);
    await second.until('calendar', isOf(item.calendar_ids[0] ?? ''));
  });

  test('says that a hold ran out meanwhile', async () => {
    const citizen = citizenOf(desk);
    const wanted = await citizen.wanted();
    const hold = await citizen.hold(wanted, (await citizen.starts(wanted, ofDay)).at(-1) ?? '');
    const from = await liveFrom();
    desk.clock.pass(11);
    session = await signedIn(desk, operator); // the token of the one before was good for five minutes
    const reader = await watch(desk, session.cookie, { from });
    await reader.until('gone', isOf(hold.id));
  });

  test.each([
    ['too long ago', () => `${Date.now() - 2 * 3_600_000}.1`],
    ['no cursor at all', () => 'yesterday'],
  ])('asks to load again when it is %s', async (_, from) => {
    const reader = await watch(desk, session.cookie, { from: from() });
    await reader.until('reload');
  });

  test('asks to load again when too much happened', async () => {
    const from = await liveFrom();
    const { events } = desk.database.tables;
    const [row] = await desk.database.read.select().from(events).where(eq(events.appointmentId, here.appointmentId)).limit(1);
    if (!row) throw new Error('no event');
    const open = await watch();
    const many = Array.from({ length: 1001 }, () => ({ ...row, id: newId() }));
    await desk.database.write(async (tx) => {
      for (let at = 0; at < many.length; at += 500) await tx.insert(events).values(many.slice(at, at + 500));
    });
    const late = await watch(beside, session.cookie, { from });
    await Promise.all([late.until('reload'), open.until('reload')]);
  });

  test('finds what a slow write committed late, with an id from before', async () => {
    const reader = await watch();
    const { events, appointments } = desk.database.tables;
    const [row] = await desk.database.read.select().from(events).where(eq(events.appointmentId, here.appointmentId)).limit(1);
    if (!row) throw new Error('no event');
    await desk.database.write(async (tx) => {
      await tx.update(appointments).set({ revision: 77 }).where(eq(appointments.id, here.appointmentId));
      await tx.insert(events).values({ ...row, id: firstIdAt(Date.now() - 20_000) });
    });
    expect(await reader.until('appointment')).toMatchObject({ revision: 77 });
  });
});

describe('the live stream ends', () => {
  const endings: [string, (member: TestMember, sessionId: string) => Promise<unknown>][] = [
    ['when the session is revoked', (member, sessionId) => beside.database.write((tx) => endSession(tx, beside.database.tables, { id: sessionId, staffId: member.id }, 'revoked', beside.clock.now()))],
    ['when somebody is suspended', (member) => setStaff(beside, member, { state: 'suspended' })],
    ['when nobody used the session for half an hour: following is no use of it', async () => desk.clock.pass(31)],
  ];

  test.each(endings)('%s, within five seconds', async (_, end) => {
    const reader = await watch();
    const started = performance.now();
    await end(operator, session.sessionId);
    await reader.until('over');
    await reader.ended();
    expect(performance.now() - started).toBeLessThan(5000);
    expect(reader.told.at(-1)?.event).toBe('over');
  });

  test('and asks to load again when somebody reaches less far, or further', async () => {
    const reader = await watch();
    const scope = { all_offices: false, office_ids: [there.officeId], municipality_ids: [] };
    await beside.database.write((tx) => writeScope(tx, beside.database.tables, operator.id, scope));
    await reader.until('reload');
    await reader.ended();
    const again = await watch();
    await askAs(beside, session.cookie, 'POST', `/staff/appointments/${there.appointmentId}/calls`, {});
    await again.until('appointment', isOf(there.appointmentId));
  });

  test('and asks to load again when somebody’s role changed', async () => {
    const reader = await watch();
    await setStaff(beside, operator, { role: 'auditor' });
    await reader.until('reload');
    await reader.ended();
  });

  test('for the oldest of many boards of one person', async () => {
    const oldest = await watch();
    const others = [];
    for (let made = 0; made < 6; made += 1) others.push(await watch());
    await oldest.ended();
    await call(desk, here.appointmentId);
    await Promise.all(others.map((reader) => reader.until('appointment')));
  });

  test('when the server stops, at once', async () => {
    const other = await openBeside(desk);
    const reader = await follow(other, session.cookie);
    const started = performance.now();
    await other.close();
    await reader.ended();
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('when the server stops, also for whoever comes in that moment', async () => {
    const { database, clock } = desk;
    const live = liveDesk({ database, clock, calendars: calendarStore({ database, clock }), directory: directoryStore(database, clock), sessions, log: { warn: () => undefined } });
    const first = await live.open(follower, null);
    const closing = live.close();
    const late = await live.open(follower, null);
    await Promise.all([closing, ...[first, late].map((stream) => finished(stream.resume()))]);
    expect([first.destroyed, late.destroyed]).toEqual([true, true]);
  });
});

test('nobody follows without a session, or with one that waits for its second factor', async () => {
  expectProblem(await askAs(desk, null, 'GET', '/staff/live'), 'session-needed');
  expectProblem(await askAs(desk, (await signedIn(desk, operator, 'enrolling')).cookie, 'GET', '/staff/live'), 'second-factor-needed');
});

test('two boards see each other’s steps', async () => {
  desk.clock.set(`${ofDay}T09:00:00+01:00`);
  session = await signedIn(desk, operator);
  const [one, other] = [await watch(desk), await watch(beside)];
  const { revision } = await showItem(here.appointmentId);
  await mark(desk, here.appointmentId, 'arrived', revision);
  await other.until('appointment', ({ state }) => state === 'arrived');
  await mark(beside, here.appointmentId, 'in_progress', revision + 1);
  await one.until('appointment', ({ state }) => state === 'in_progress');
});
