import type { CallRequested, DeskAppointmentItem, RoomGuests, RoomView, StaffRoomView, WaitingPeople } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { citizenOf, got } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import type { RoomBrowser } from './room-browser.ts';
import { closeAll, meetAtNine, type Meeting } from './room-desk.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { trailOf } from './staff-ways-in.ts';

// The room of an appointment, as pages ask about it: when it opens, who receives, who may come, and by phone instead.

let desk: Desk;
let meeting: Meeting;
const browsers: RoomBrowser[] = [];

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  meeting = await meetAtNine(desk, browsers);
});
afterEach(async () => {
  await closeAll(browsers);
  await desk.clear();
});
afterAll(() => desk.close());

const ofCitizen = () => ({ token: meeting.link.manage_token });
const post = (path: string, body: object, sent = ofCitizen() as object) => meeting.citizen.post(`/appointments/${meeting.link.code}/${path}`, body, sent);
const asStaff = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, cookie = meeting.cookie()) => askAs(desk, cookie, method, `/staff/appointments/${meeting.appointmentId}/${path}`, body);
const eventsOf = async () => (await rowsOf(desk, { id: meeting.appointmentId })).events.map(({ kind, actor }) => `${kind} by ${actor}`);

describe('the page of the room', () => {
  test('says who receives, when it opens and closes, and that it is too early', async () => {
    expect(await meeting.view()).toMatchObject({
      appointment_code: meeting.link.code,
      role: 'citizen',
      provider: 'own',
      refusal: 'early',
      starts_at: '2026-12-03T09:00:00+01:00',
      opens_at: '2026-12-03T08:45:00+01:00',
      closes_at: expect.stringMatching(/^2026-12-03T/),
      line: null,
      phone: '+39 *** *** 456',
      ice_servers: [],
    });
  });

  test('names the official whose calendar it is', async () => {
    const { calendars } = desk.database.tables;
    const all = await desk.database.read.select({ staffId: calendars.staffId, id: calendars.id }).from(calendars);
    const { claims } = await rowsOf(desk);
    const staffId = all.find(({ id }) => id === claims[0]?.calendarId)?.staffId;
    expect((await meeting.view()).official_names.length).toBe(staffId ? 1 : 0);
  });

  test.each<[number, RoomView['refusal']]>([[-16, 'early'], [-15, null], [0, null], [59, null], [61, 'closed'], [24 * 60, 'closed']])('%i minutes after the start it says %s', async (minutes, refusal) => {
    await meeting.at(minutes);
    expect((await meeting.view()).refusal).toBe(refusal);
  });

  test('says why when there is no meeting any more', async () => {
    await meeting.citizen.cancel(meeting.link, {});
    expect(await meeting.view()).toMatchObject({ refusal: 'cancelled' });
    expectProblem(await post('room-tokens', {}), 'room-closed');
  });

  test('has none for a meeting at the desk', async () => {
    const link = await meeting.citizen.book(await meeting.citizen.wanted('informazioni-scia', 'desk'));
    const view = got<RoomView>(await meeting.citizen.get(`/appointments/${link.code}/room`, { token: link.manage_token }), 200);
    expect(view).toMatchObject({ refusal: 'not-video', opens_at: null, closes_at: null });
  });

  test('is nobody else’s', async () => {
    const other = await meetAtNine(desk, browsers, { startsAt: '2026-12-03T10:00:00+01:00', email: 'bruno@example.org' });
    expectProblem(await meeting.citizen.get(`/appointments/${meeting.link.code}/room`, { token: other.link.manage_token }), 'not-found');
  });

  test('counts who is before on the same list, and how late it is', async () => {
    const { claims } = desk.database.tables;
    const later = await meetAtNine(desk, browsers, { startsAt: '2026-12-03T10:00:00+01:00', email: 'bruno@example.org' });
    const [first] = await desk.database.read.select().from(claims).where(eq(claims.appointmentId, meeting.appointmentId));
    await desk.database.write((tx) => tx.update(claims).set({ calendarId: first?.calendarId ?? '' }).where(eq(claims.appointmentId, later.appointmentId)));
    await meeting.at(5);
    expect((await later.view()).line).toEqual({ before: 1, delay_minutes: null });
    await meeting.attend('in_progress');
    await meeting.at(80);
    expect((await later.view()).line).toEqual({ before: 1, delay_minutes: 20 });
    got(await askAs(desk, (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie, 'POST', `/staff/calendars/${first?.calendarId}/delay`, { minutes: 45 }), 200);
    expect((await later.view()).line).toEqual({ before: 1, delay_minutes: 45 });
    await meeting.attend('served');
    expect((await later.view()).line).toMatchObject({ before: 0 });
  });
});

describe('a token', () => {
  test('is given while the room is open, the same one for the same request', async () => {
    expect(expectProblem(await post('room-tokens', {}), 'room-closed')).toMatchObject({ why: 'early', opens_at: '2026-12-03T08:45:00+01:00' });
    await meeting.at(-15);
    const key = newKey();
    const [one, again, other] = [await post('room-tokens', {}, { ...ofCitizen(), key }), await post('room-tokens', {}, { ...ofCitizen(), key }), await post('room-tokens', {})];
    expect([one.statusCode, again.body, other.body === one.body]).toEqual([201, one.body, false]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(one.json()).toMatchObject({ expires_at: '2026-12-03T08:55:00+01:00' });
    expect(JSON.stringify((await rowsOf(desk)).idempotencyKeys)).not.toContain(one.json().token.split('.')[1]);
  });

  test('is given to the desk before the room opens', async () => {
    expect((await asStaff('POST', 'room-tokens', {})).statusCode).toBe(201);
  });
});

describe('guests', () => {
  test('come by a link of their own, and see no name of the citizen', async () => {
    const guest = await meeting.guest('Piero Rossi');
    const view = got<RoomView>(await meeting.citizen.get('/guest-room', { token: guest.guest_token }), 200);
    expect(view).toMatchObject({ role: 'relative', phone: null, refusal: 'early' });
    expect(JSON.stringify(view)).not.toMatch(/Quintavalle|Ada/);
    const list = got<RoomGuests>(await meeting.citizen.get(`/appointments/${meeting.link.code}/room-guests`, ofCitizen()), 200);
    expect(list.items).toMatchObject([{ id: guest.id, name: 'Piero Rossi', role: 'relative' }]);
  });

  test('are invited once for the same request, and five at most', async () => {
    const key = newKey();
    const invite = (sent: object = {}) => post('room-guests', { name: 'Piero', role: 'interpreter' }, { ...ofCitizen(), ...sent });
    const [one, again] = [await invite({ key }), await invite({ key })];
    expect(again.body).toBe(one.body);
    for (let index = 0; index < 4; index += 1) expect((await invite()).statusCode).toBe(201);
    expectProblem(await invite(), 'limit-reached');
  });

  test('whose link was taken back find it over, however often it is taken back', async () => {
    const guest = await meeting.guest();
    const remove = () => meeting.citizen.remove(`/appointments/${meeting.link.code}/room-guests/${guest.id}`, ofCitizen());
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([204, 204]);
    expectProblem(await meeting.citizen.get('/guest-room', { token: guest.guest_token }), 'link-over');
    expectProblem(await meeting.citizen.post('/guest-room/tokens', {}, { token: guest.guest_token }), 'link-over');
  });

  test('are invited and sent off by the desk, too', async () => {
    const { id } = got<{ id: string }>(await asStaff('POST', 'room-guests', { name: 'Un’interprete', role: 'interpreter' }), 201);
    expect((await meeting.staffView()).guests).toMatchObject([{ id, role: 'interpreter' }]);
    expect((await asStaff('DELETE', `room-guests/${id}`)).statusCode).toBe(204);
    expect((await meeting.staffView()).guests).toEqual([]);
    expectProblem(await asStaff('DELETE', `room-guests/${newKey()}`), 'not-found');
    const stranger = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [] }));
    expectProblem(await asStaff('DELETE', `room-guests/${id}`, undefined, stranger.cookie), 'not-found');
    expect((await trailOf(desk, 10)).map(({ action }) => action)).toEqual(expect.arrayContaining(['invite', 'revoke', 'see']));
  });

  test.each(['', 'nothing', 'a'.repeat(64)])('with a token that is none (%j) are unknown', async (token) => {
    const answer = await meeting.citizen.get('/guest-room', { token });
    expectProblem(answer, token === '' ? 'unauthorized' : 'not-found');
  });

  test('and their link opens nothing else', async () => {
    const guest = await meeting.guest();
    expectProblem(await meeting.citizen.get(`/appointments/${meeting.link.code}`, { token: guest.guest_token }), 'not-found');
    expectProblem(await meeting.citizen.get('/guest-room', ofCitizen()), 'not-found');
  });
});

describe('"call me by phone"', () => {
  const ask = (body: object = {}, sent: object = {}) => post('call-requests', body, { ...ofCitizen(), ...sent });

  test('on the day: the desk sees it, with the right number, and the meeting goes on by phone', async () => {
    await meeting.at(-10);
    const key = newKey();
    const answer = await ask({ phone: '333 1234123' }, { key });
    expect(got<CallRequested>(answer, 200)).toEqual({ by_phone_since: '2026-12-03T08:50:00+01:00' });
    expect((await ask({ phone: '333 1234123' }, { key })).body).toBe(answer.body);
    expect(await eventsOf()).toContain('call-requested by citizen');
    expect(await meeting.view()).toMatchObject({ by_phone_since: '2026-12-03T08:50:00+01:00', phone: '+39 *** *** 123' });
    expect(await meeting.staffView()).toMatchObject({ call_requested_at: '2026-12-03T08:50:00+01:00' });
    const called = got<{ phone: string; appointment: DeskAppointmentItem }>(await asStaff('POST', 'calls', {}), 200);
    expect(called).toMatchObject({ phone: '+393331234123', appointment: { to_call_since: null, by_phone_since: '2026-12-03T08:50:00+01:00' } });
  });

  test('again it changes the number, and not since when', async () => {
    await meeting.at(-10);
    await ask();
    desk.clock.pass(5);
    expect((await ask({ phone: '+39 0141 123457' })).json()).toEqual({ by_phone_since: '2026-12-03T08:50:00+01:00' });
    expect(await meeting.row()).toMatchObject({ callPhone: '+390141123457' });
  });

  test('before the day the desk calls, and the meeting stays one by video', async () => {
    expect((await ask()).json()).toEqual({ by_phone_since: null });
    expect(await meeting.row()).toMatchObject({ toCallSince: desk.clock.now(), byPhoneSince: null });
  });

  test('without any number it asks for one, and a wrong one is no number', async () => {
    const { people } = desk.database.tables;
    await desk.database.write((tx) => tx.update(people).set({ phone: null }));
    expectInvalid(await ask(), '/phone');
    expectInvalid(await ask({ phone: '12' }), '/phone');
    expect((await ask({ phone: '0141 123456' })).statusCode).toBe(200);
  });

  test('of a cancelled meeting nobody is called', async () => {
    await meeting.citizen.cancel(meeting.link, {});
    expectProblem(await ask(), 'state-conflict');
  });

  test('waits on for the call when the citizen comes to the waiting room, and not when the meeting has begun', async () => {
    await meeting.at(-10);
    await ask();
    await meeting.attend('arrived');
    expect((await meeting.row()).toCallSince).not.toBe(null);
    await meeting.attend('in_progress');
    expect((await meeting.row()).toCallSince).toBe(null);
  });

  test('at another time it is by video again', async () => {
    await meeting.at(-10);
    await ask();
    const { revision } = await meeting.row();
    got(await askAs(desk, meeting.cookie(), 'POST', `/staff/appointments/${meeting.appointmentId}/moves`, { revision, starts_at: '2026-12-04T09:00:00+01:00', tell: false }), 200);
    expect(await meeting.row()).toMatchObject({ byPhoneSince: null });
  });

  test('the desk goes on by phone and by video again', async () => {
    await meeting.at(0);
    expect(got<StaffRoomView>(await asStaff('POST', 'room/by-phone', { by_phone: true }), 200)).toMatchObject({ by_phone_since: '2026-12-03T09:00:00+01:00' });
    expect(got<StaffRoomView>(await asStaff('POST', 'room/by-phone', { by_phone: false }), 200)).toMatchObject({ by_phone_since: null });
    expect(await eventsOf()).toEqual(expect.arrayContaining(['by-phone by staff', 'by-video by staff']));
    await meeting.citizen.cancel(meeting.link, {});
  });

  test('of what is over the desk changes nothing', async () => {
    await meeting.at(0);
    for (const state of ['in_progress', 'served']) await meeting.attend(state);
    expectProblem(await asStaff('POST', 'room/by-phone', { by_phone: true }), 'state-conflict');
  });
});

describe('the desk', () => {
  test('sees who waits within reach, the longest first, and nobody beyond', async () => {
    await meeting.at(-10);
    const ada = await meeting.enter();
    await ada.room();
    const waiting = () => askAs(desk, meeting.cookie(), 'GET', '/staff/waiting');
    expect(got<WaitingPeople>(await waiting(), 200).items).toMatchObject([{ appointment_id: meeting.appointmentId, person_id: ada.me().id, name: 'Ada Quintavalle', role: 'citizen', has_camera: true, has_microphone: true, waiting_since: '2026-12-03T08:50:00+01:00' }]);
    const stranger = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [] }));
    expect(got<WaitingPeople>(await askAs(desk, stranger.cookie, 'GET', '/staff/waiting'), 200).items).toEqual([]);
    const auditor = await signedIn(desk, await addMember(desk, { role: 'auditor' }));
    expect(got<WaitingPeople>(await askAs(desk, auditor.cookie, 'GET', '/staff/waiting'), 200).items).toMatchObject([{ name: 'A. Q.' }]);
  });

  test('leaves one line of the trail for a page that asks again and again', async () => {
    for (let index = 0; index < 3; index += 1) await askAs(desk, meeting.cookie(), 'GET', '/staff/waiting');
    const lists = (await trailOf(desk, 10)).filter(({ action, staffId }) => action === 'list' && staffId === meeting.member.id);
    expect(lists).toHaveLength(1);
  });
});

test('who has no servers for calls is told; with them, credentials are good for an hour', async () => {
  expect((await meeting.staffView()).has_turn).toBe(false);
  const served = await openEmptyDesk({ ice: { stunUrls: ['stun:turn.example.org'], turnUrls: ['turn:turn.example.org?transport=udp'], turnSecret: 'a secret of the server' } });
  try {
    const there = await meetAtNine(served, browsers);
    expect((await there.staffView()).has_turn).toBe(true);
    const { ice_servers: servers } = await there.view();
    expect(servers).toMatchObject([{ urls: ['stun:turn.example.org'] }, { urls: ['turn:turn.example.org?transport=udp'], username: expect.stringMatching(/^\d{10}:[0-9a-f-]{36}$/), credential: expect.stringMatching(/^[\w+/]{27}=$/) }]);
    expect(JSON.stringify(servers)).not.toContain('a secret');
    expect(citizenOf(served)).toBeDefined();
  } finally {
    await served.close();
  }
});
