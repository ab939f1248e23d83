import type { DeskAppointmentItem } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endSession, sessionStore } from '../src/identity/sessions.ts';
import { directoryStore } from '../src/directory/store.ts';
import { tidyUp } from '../src/housekeeping.ts';
import { findAddress } from '../src/rooms/find-address.ts';
import { insideFinder } from '../src/rooms/inside.ts';
import type { MeetingPlace } from '../src/rooms/providers/meetings.ts';
import { roomTokens } from '../src/rooms/room-token.ts';
import { type Desk, newKey, openEmptyDesk, testSecrets } from './app.ts';
import { got } from './citizen.ts';
import { enterWith, type RoomBrowser } from './room-browser.ts';
import { closeAll, inTheRoom, meetAtNine, type Meeting } from './room-desk.ts';
import { rowsOf } from './rows.ts';
import { askAs } from './staff-app.ts';

// Citizen and official meet by video: in the waiting room, inside, when the line breaks, and when it is over.

let desk: Desk;
let meeting: Meeting;
const browsers: RoomBrowser[] = [];

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  meeting = await meetAtNine(desk, browsers);
  await meeting.at(-5);
});
afterEach(async () => {
  await closeAll(browsers);
  await desk.clear();
});
afterAll(() => desk.close());

const keep = (browser: RoomBrowser) => {
  browsers.push(browser);
  return browser;
};
const eventsOf = async () => (await rowsOf(desk, { id: meeting.appointmentId })).events.map(({ kind, actor }) => `${kind} by ${actor}`);
const item = async () => got<DeskAppointmentItem>(await askAs(desk, meeting.cookie(), 'GET', `/staff/appointments/${meeting.appointmentId}`), 200);
const idOf = async (browser: RoomBrowser, name: string) => (await browser.room(({ people }) => people.some((one) => one.name === name))).people.find((one) => one.name === name)?.id ?? '';
const isThere = (count: number) => ({ people }: { people: readonly { is_in: boolean }[] }) => people.filter(({ is_in }) => is_in).length === count;

describe('the waiting room', () => {
  test('the desk is in at once; who waits sees the desk, the desk sees who waits', async () => {
    const official = await meeting.enterAsStaff();
    expect((await official.room()).people).toMatchObject([{ name: 'Prova operator', role: 'colleague', is_in: true }]);
    const ada = await meeting.enter();
    expect((await ada.room()).people).toMatchObject([{ name: 'Prova operator', is_in: true }, { name: 'Ada Quintavalle', role: 'citizen', is_in: false, has_camera: true }]);
    expect(await idOf(official, 'Ada Quintavalle')).toBe(ada.me().id);
  });

  test('who comes on the day has arrived, and the board shows since when they wait', async () => {
    const ada = await meeting.enter();
    await ada.room();
    await meeting.arrived();
    expect(await item()).toMatchObject({ state: 'arrived', waiting_since: '2026-12-03T08:55:00+01:00', in_room: false });
    expect(await eventsOf()).toEqual(expect.arrayContaining(['room-changed by citizen', 'arrived by citizen']));
  });

  test('who waits may write to the desk, and the desk to them; nobody else who waits reads it', async () => {
    const ada = await meeting.enter();
    await ada.room();
    ada.say({ type: 'chat', id: newKey(), text: 'Buongiorno, ci sono' });
    await ada.until('chat');
    const piero = keep(await enterWith(desk, await meeting.guestToken(await meeting.guest('Piero'))));
    await piero.room();
    const official = await meeting.enterAsStaff();
    expect((await official.until('entered')).messages).toMatchObject([{ text: 'Buongiorno, ci sono', name: 'Ada Quintavalle', role: 'citizen' }]);
    await official.room();
    official.say({ type: 'chat', id: newKey(), text: 'Arrivo tra un attimo' });
    expect(await ada.until('chat', ({ message }) => message.role === 'colleague')).toMatchObject({ message: { text: 'Arrivo tra un attimo' } });
    await piero.until('chat');
    expect(JSON.stringify(piero.told)).not.toMatch(/Buongiorno|Quintavalle/);
  });

  test('the desk lets in one at a time, four at most', async () => {
    const official = await meeting.enterAsStaff();
    const names = ['Anna', 'Bice', 'Carlo', 'Dino'];
    const guests: RoomBrowser[] = [];
    for (const name of names) {
      const browser = keep(await enterWith(desk, await meeting.guestToken(await meeting.guest(name))));
      await browser.room();
      guests.push(browser);
    }
    for (const name of names.slice(0, 3)) {
      official.say({ type: 'admit', person: await idOf(official, name) });
      await official.room(({ people }) => people.some((one) => one.name === name && one.is_in));
    }
    official.say({ type: 'admit', person: await idOf(official, 'Dino') });
    expect(await official.until('refused')).toEqual({ type: 'refused', what: 'admit', why: 'full' });
    official.say({ type: 'admit', person: newKey() });
    await official.until('refused', ({ why }) => why === 'gone');
    expect(guests[3]?.me().is_in).toBe(false);
  });
});

describe('inside', () => {
  test('the meeting has begun when the citizen is let in', async () => {
    const { ada } = await inTheRoom(meeting);
    expect(ada.me().is_in).toBe(true);
    expect(await item()).toMatchObject({ state: 'in_progress', waiting_since: null, in_room: true });
    expect(await eventsOf()).toEqual(expect.arrayContaining(['room-changed by staff', 'started by staff']));
  });

  test('who was given up but comes late begins nevertheless', async () => {
    await meeting.at(10);
    await meeting.attend('missed');
    await inTheRoom(meeting);
    expect(await meeting.row()).toMatchObject({ state: 'in_progress' });
  });

  test('descriptions and candidates go from one to the other, with who said them', async () => {
    const { ada, official } = await inTheRoom(meeting);
    const sdp = `v=0\r\n${'a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n'.repeat(1000)}`;
    ada.say({ type: 'description', to: official.me().connection ?? '', description: { type: 'offer', sdp } });
    expect(await official.until('description')).toEqual({ type: 'description', from: ada.me().connection, description: { type: 'offer', sdp } });
    official.say({ type: 'candidate', to: ada.me().connection ?? '', candidate: null });
    expect(await ada.until('candidate')).toEqual({ type: 'candidate', from: official.me().connection, candidate: null });
    ada.say({ type: 'candidate', to: 'nobody', candidate: null });
    expect(await ada.until('refused')).toMatchObject({ what: 'candidate', why: 'gone' });
  });

  test('everybody is told what of the others is heard and seen', async () => {
    const { ada, official } = await inTheRoom(meeting);
    ada.say({ type: 'media', microphone: true, camera: true, screen: false });
    await official.room(({ people }) => people.some(({ name, microphone, camera }) => name === 'Ada Quintavalle' && microphone && camera));
    ada.say({ type: 'devices', has_camera: false, has_microphone: true });
    await official.room(({ people }) => people.some(({ name, has_camera }) => name === 'Ada Quintavalle' && !has_camera));
  });

  test('what is sent twice comes once, and a message of somebody else is not overwritten', async () => {
    const { ada, official } = await inTheRoom(meeting);
    const id = newKey();
    ada.say({ type: 'chat', id, text: 'La piantina' });
    await official.until('chat');
    ada.say({ type: 'chat', id, text: 'La piantina' });
    official.say({ type: 'chat', id, text: 'Un’altra' });
    expect(await official.until('refused')).toMatchObject({ what: 'chat', why: 'not-allowed' });
    const { roomMessages } = desk.database.tables;
    expect(await desk.database.read.select().from(roomMessages)).toMatchObject([{ id, body: 'La piantina' }]);
  });

  test('the desk sends somebody back to the waiting room, and no colleague away', async () => {
    const { ada, official } = await inTheRoom(meeting);
    official.say({ type: 'send_back', person: ada.me().id });
    await ada.room(({ people }) => people.some(({ name, is_in }) => name === 'Ada Quintavalle' && !is_in));
    ada.say({ type: 'description', to: official.me().connection ?? '', description: { type: 'offer', sdp: 'v=0' } });
    expect(await ada.until('refused')).toMatchObject({ why: 'not-admitted' });
    official.say({ type: 'send_back', person: official.me().id });
    expect(await official.until('refused')).toMatchObject({ why: 'not-allowed' });
  });

  test('a call by phone is told at once', async () => {
    const { ada, official } = await inTheRoom(meeting);
    got(await meeting.citizen.post(`/appointments/${meeting.link.code}/call-requests`, {}, { token: meeting.link.manage_token }), 200);
    expect((await official.room(({ by_phone_since }) => by_phone_since !== null)).by_phone_since).toBe('2026-12-03T08:55:00+01:00');
    await ada.room(({ by_phone_since }) => by_phone_since !== null);
  });

  test('a colleague comes in, and a relative is let in: three in the room', async () => {
    const { ada, official } = await inTheRoom(meeting);
    const piero = keep(await enterWith(desk, await meeting.guestToken(await meeting.guest('Piero'))));
    await piero.room();
    expect(JSON.stringify(piero.told)).not.toContain('Quintavalle');
    official.say({ type: 'admit', person: await idOf(official, 'Piero') });
    await ada.room(isThere(3));
    await piero.room(isThere(3));
    expect(JSON.stringify(piero.told)).toContain('Quintavalle');
  });
});

describe('when the line breaks', () => {
  test('a refresh comes back in without being let in again', async () => {
    const { ada, official } = await inTheRoom(meeting);
    const [{ token }, { connection, id }] = [await ada.until('entered'), ada.me()];
    await ada.leave();
    await official.room(({ people }) => people.some((one) => one.id === id && one.connection === null && one.is_in));
    const again = keep(await enterWith(desk, token));
    await again.room(isThere(2));
    expect(again.me()).toMatchObject({ id, is_in: true });
    expect(again.me().connection).not.toBe(connection);
  });

  test('a phone that slept for minutes does, too; meanwhile it is not shown', async () => {
    const { ada, official } = await inTheRoom(meeting);
    await ada.leave();
    await official.room(({ people }) => people.some(({ connection }) => connection === null));
    desk.clock.pass(3);
    await official.room(({ people }) => people.length === 1);
    expect(await item()).toMatchObject({ in_room: false, waiting_since: null });
    const again = await meeting.enter();
    await again.room(isThere(2));
    expect((await meeting.staffView()).stays.filter(({ role }) => role === 'citizen')).toMatchObject([{ minutes: 0, left_at: '2026-12-03T08:55:00+01:00' }, { left_at: null }]);
  });

  test('who left is let in again', async () => {
    const { ada, official } = await inTheRoom(meeting);
    ada.say({ type: 'leave' });
    expect(await ada.over()).toBe(null);
    await official.room(({ people }) => people.length === 1);
    const again = await meeting.enter();
    await again.room();
    expect(again.me().is_in).toBe(false);
  });

  test('in a second tab the first one is told, and its word counts no more', async () => {
    const { ada, official } = await inTheRoom(meeting);
    const second = await meeting.enter();
    await second.room(isThere(2));
    expect(await ada.over()).toBe('taken-over');
    expect((await official.room(({ people }) => people.some(({ connection }) => connection === second.me().connection))).people).toHaveLength(2);
  });

  test('a new token comes before the old one ends, and opens one connection', async () => {
    const { ada } = await inTheRoom(meeting);
    const { token } = await ada.until('entered');
    desk.clock.pass(9);
    const again = keep(await enterWith(desk, token));
    await again.room(isThere(2));
    expect(await ada.over()).toBe('taken-over');
    const third = keep(await enterWith(desk, token));
    expect(await third.over()).toBe('token');
  });
});

describe('where a vendor is used', () => {
  const deps = () => {
    const { database, clock } = desk;
    return { database, clock, directory: directoryStore(database, clock), sessions: sessionStore({ database, clock, demo: true }), tokens: roomTokens(testSecrets.derivedKey('room')), secrets: testSecrets };
  };
  const address = async (token: string, place: MeetingPlace) => {
    const found = await insideFinder(deps()).ofToken(token, '127.0.0.1');
    if (!found.ok) throw new Error(found.why);
    return findAddress({ ...deps(), meetings: { provider: async () => 'own', addressFor: async () => place } }, found.inside);
  };

  test('whoever is in gets its address; where it fails everybody meets here, is told so, and nobody asks it again', async () => {
    const { ada, official } = await inTheRoom(meeting);
    const { token } = await ada.until('entered');
    expect(await address(token, { ok: true, provider: 'jitsi', url: 'https://meet.example.org/x#jwt' })).toEqual({ provider: 'jitsi', url: 'https://meet.example.org/x#jwt' });
    expect(await address(token, { ok: false, provider: 'jitsi', failure: 'unreachable' })).toEqual({ provider: 'own', url: '' });
    await Promise.all([ada.room(({ is_fallback }) => is_fallback), official.room(({ is_fallback }) => is_fallback)]);
    expect(await address(token, { ok: true, provider: 'jitsi', url: 'https://meet.example.org/x#jwt' })).toEqual({ provider: 'own', url: '' });
  });

  test('the own room is the page that asks', async () => {
    const { ada } = await inTheRoom(meeting);
    const { token } = await ada.until('entered');
    expect(got(await meeting.citizen.post('/room/addresses', {}, { token }), 200)).toEqual({ provider: 'own', url: '' });
  });
});

describe('over', () => {
  test('when it is served the citizen is told; the official may stay, and come back, to write how it went', async () => {
    const { ada, official } = await inTheRoom(meeting);
    await meeting.attend('served');
    expect(await ada.over()).toBe('ended');
    await official.room(({ people }) => people.length === 1);
    expect(official.socket.readyState).toBe(1);
    expect(await item()).toMatchObject({ state: 'served', in_room: false });
    const again = await meeting.enterAsStaff();
    await again.room();
  });

  test('when it is cancelled everybody is told', async () => {
    const [ada, official] = [await meeting.enter(), await meeting.enterAsStaff()];
    await Promise.all([ada.room(), official.room(), meeting.arrived()]);
    const { revision } = await meeting.row();
    got(await askAs(desk, meeting.cookie(), 'POST', `/staff/appointments/${meeting.appointmentId}/cancellations`, { revision, tell: false }), 200);
    expect([await ada.over(), await official.over()]).toEqual(['cancelled', 'cancelled']);
  });

  test('when it is moved everybody is told, and the new time has a room of its own', async () => {
    const official = await meeting.enterAsStaff();
    await official.room();
    const { revision } = await meeting.row();
    const later = '2026-12-03T10:00:00+01:00';
    got(await askAs(desk, meeting.cookie(), 'POST', `/staff/appointments/${meeting.appointmentId}/moves`, { revision, starts_at: later, tell: false }), 200);
    expect(await official.over()).toBe('moved');
    const again = await meeting.enterAsStaff();
    expect((await again.until('entered')).messages).toEqual([]);
    const { rooms } = desk.database.tables;
    expect(await desk.database.read.select().from(rooms)).toHaveLength(2);
  });

  test('when its time is over everybody is told, and what was written goes; who was there stays', async () => {
    const { ada, official } = await inTheRoom(meeting);
    ada.say({ type: 'chat', id: newKey(), text: 'Grazie' });
    await official.until('chat');
    await meeting.at(61);
    expect(await ada.over()).toBe('closed');
    await tidyUp(desk);
    await tidyUp(desk);
    const { roomMessages, roomPeople, usedRoomTokens } = desk.database.tables;
    for (const table of [roomMessages, roomPeople]) expect(await desk.database.read.select().from(table)).toEqual([]);
    expect((await meeting.staffView()).stays).toMatchObject([{ role: 'colleague', name: 'Prova operator', minutes: 66 }, { role: 'citizen', name: 'Ada Quintavalle', minutes: 66 }]);
    expect(await desk.database.read.select().from(usedRoomTokens)).toEqual([]);
  });

  test('of a session that ended the official is told, of a link that was taken back the guest', async () => {
    const { official } = await inTheRoom(meeting);
    const guest = await meeting.guest('Piero');
    const piero = keep(await enterWith(desk, await meeting.guestToken(guest)));
    await piero.room();
    await meeting.citizen.remove(`/appointments/${meeting.link.code}/room-guests/${guest.id}`, { token: meeting.link.manage_token });
    expect(await piero.over()).toBe('revoked');
    const { tables, write } = desk.database;
    await write((tx) => endSession(tx, tables, { id: meeting.sessionId(), staffId: meeting.member.id }, 'sign-out', desk.clock.now()));
    expect(await official.over()).toBe('revoked');
  });

  test('an office that is taken away from the official is, too', async () => {
    const { official } = await inTheRoom(meeting);
    await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.staffScopes)));
    expect(await official.over()).toBe('revoked');
  });

  test('a session lasts as long as the meeting', async () => {
    const { official } = await inTheRoom(meeting);
    for (let minutes = 0; minutes < 50; minutes += 10) {
      desk.clock.pass(10);
      const { staffSessions } = desk.database.tables;
      const lastSeenAt = async () => (await desk.database.read.select().from(staffSessions).where(eq(staffSessions.id, meeting.sessionId())))[0]?.lastSeenAt;
      await expect.poll(lastSeenAt, { timeout: 10_000 }).toBe(desk.clock.now());
    }
    expect(official.socket.readyState).toBe(1);
  });
});
