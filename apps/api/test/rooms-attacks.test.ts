import { roomSocketPath } from '@sportello/contract';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { roomTokens, type RoomPass } from '../src/rooms/room-token.ts';
import { type Desk, newKey, openEmptyDesk, testSecrets } from './app.ts';
import { expectProblem } from './expect-problem.ts';
import { addressOf } from './live-reader.ts';
import { enterWith, openSocket, type RoomBrowser } from './room-browser.ts';
import { closeAll, inTheRoom, meetAtNine, type Meeting } from './room-desk.ts';
import { addMember, askAs, ourOrigin, signedIn } from './staff-app.ts';

// Whoever tries to get into a room, or to bring one down.

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
const tokens = roomTokens(testSecrets.derivedKey('room'));
const enter = async (token: string) => keep(await enterWith(desk, token));
const passOf = async (changes: Partial<RoomPass> = {}): Promise<RoomPass> => {
  const pass = tokens.read((await meeting.token()).token, desk.clock.now());
  if (!pass) throw new Error('no pass');
  return { ...pass, id: newId(), ...changes };
};

describe('a token', () => {
  test('that is none opens nothing', async () => {
    const { token } = await meeting.token();
    const [text = '', proof = ''] = token.split('.');
    const forged = Buffer.from(Buffer.from(text, 'base64url').toString().replace('"citizen"', '"staff:x"')).toString('base64url');
    const others = roomTokens(testSecrets.derivedKey('captcha')).write(await passOf());
    for (const one of ['', 'a', '.', `${text}.`, `.${proof}`, `${text}.${proof}.`, `${forged}.${proof}`, others, meeting.link.manage_token, 'x'.repeat(1000)]) {
      expect([one, await (await enter(one)).over()]).toEqual([one, 'token']);
    }
  });

  test('of another appointment lets its holder into that one’s room only', async () => {
    desk.clock.set('2026-12-02T08:00:00+01:00');
    const other = await meetAtNine(desk, browsers, { startsAt: '2026-12-03T09:30:00+01:00', email: 'bruno@example.org' });
    await meeting.at(-5);
    const { official } = await inTheRoom(meeting);
    desk.clock.set('2026-12-03T09:20:00+01:00');
    const bruno = await other.enter();
    await bruno.room();
    bruno.say({ type: 'description', to: official.me().connection ?? '', description: { type: 'offer', sdp: 'v=0' } });
    expect(await bruno.until('refused')).toMatchObject({ why: 'not-admitted' });
    expect(JSON.stringify(bruno.told)).not.toContain('Prova');
    expectProblem(await meeting.citizen.post('/appointments/AAAA-AAAA/room-tokens', {}, { token: meeting.link.manage_token }), 'not-found');
    expectProblem(await meeting.citizen.post(`/appointments/${other.link.code}/room-tokens`, {}, { token: meeting.link.manage_token }), 'not-found');
  });

  test('that has expired opens nothing, neither a connection nor papers', async () => {
    const { token } = await meeting.token();
    desk.clock.pass(10);
    expect(await (await enter(token)).over()).toBe('token');
    expectProblem(await meeting.citizen.post('/room/addresses', {}, { token }), 'unauthorized');
  });

  test('opens one connection, and not a second one', async () => {
    const { token } = await meeting.token();
    const first = await enter(token);
    await first.room();
    expect(await (await enter(token)).over()).toBe('token');
    expect(first.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('that two show at once opens one', async () => {
    const { token } = await meeting.token();
    const both = await Promise.all([enter(token), enter(token)]);
    const ends = await Promise.all(both.map((one) => one.until('entered').then(() => 'in', () => one.over())));
    expect(ends.toSorted()).toEqual(['in', 'token']);
  });

  test('of somebody who waits fetches no address and no paper', async () => {
    const { token } = await (await meeting.enter()).until('entered');
    expectProblem(await meeting.citizen.post('/room/addresses', {}, { token }), 'not-admitted');
    expectProblem(await meeting.citizen.get('/room/files', { token }), 'not-admitted');
  });

  test('of an official is worth nothing without their session, their role, or their reach', async () => {
    const outsider = await addMember(desk, { role: 'operator', officeIds: [] });
    const auditor = await addMember(desk, { role: 'auditor' });
    for (const member of [outsider, auditor]) {
      const { sessionId } = await signedIn(desk, member);
      expect(await (await enter(tokens.write(await passOf({ person: `staff:${member.id}`, sessionId })))).over()).toBe('revoked');
    }
    expect(await (await enter(tokens.write(await passOf({ person: `staff:${meeting.member.id}`, sessionId: null })))).over()).toBe('revoked');
    const { sessionId } = await signedIn(desk, outsider);
    expect(await (await enter(tokens.write(await passOf({ person: `staff:${meeting.member.id}`, sessionId })))).over()).toBe('revoked');
  });

  test('of a guest whose link was taken back opens nothing, though it was made before', async () => {
    const guest = await meeting.guest();
    const { token } = await meeting.guestToken(guest);
    await meeting.citizen.remove(`/appointments/${meeting.link.code}/room-guests/${guest.id}`, { token: meeting.link.manage_token });
    expect(await (await enter(token)).over()).toBe('revoked');
  });

  test.each<[string, string, () => Promise<void>]>([
    ['too early', 'not-now', async () => void desk.clock.set('2026-12-03T08:44:59+01:00')],
    ['after the end', 'closed', async () => void desk.clock.set('2026-12-03T10:30:00+01:00')],
    ['after it was cancelled', 'cancelled', async () => {
      const { revision } = await meeting.row();
      await askAs(desk, meeting.cookie(), 'POST', `/staff/appointments/${meeting.appointmentId}/cancellations`, { revision, tell: false });
    }],
    ['after it was moved', 'moved', async () => {
      const { revision } = await meeting.row();
      await askAs(desk, meeting.cookie(), 'POST', `/staff/appointments/${meeting.appointmentId}/moves`, { revision, starts_at: '2026-12-03T10:00:00+01:00', tell: false });
    }],
  ])('%s opens nothing: %s', async (_, why, happens) => {
    const pass = await passOf({ expiresAt: Date.parse('2026-12-05T00:00:00+01:00') });
    await happens();
    expect(await (await enter(tokens.write(pass))).over()).toBe(why);
  });

  test('is given to no role without the permission, and to nobody beyond reach', async () => {
    const url = `/staff/appointments/${meeting.appointmentId}/room-tokens`;
    const auditor = await signedIn(desk, await addMember(desk, { role: 'auditor' }));
    expectProblem(await askAs(desk, auditor.cookie, 'POST', url, {}), 'not-allowed');
    const outsider = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [] }));
    expectProblem(await askAs(desk, outsider.cookie, 'POST', url, {}), 'not-found');
  });
});

describe('whoever waits', () => {
  test('sets up no call: neither with the desk nor with another who waits', async () => {
    const official = await meeting.enterAsStaff();
    const ada = await meeting.enter();
    const piero = await enter((await meeting.guestToken(await meeting.guest('Piero'))).token);
    await Promise.all([official.room(({ people }) => people.length === 3), ada.room(), piero.room()]);
    for (const to of [official.me(), piero.me()]) {
      ada.say({ type: 'description', to: to.connection ?? '', description: { type: 'offer', sdp: 'v=0' } });
      ada.say({ type: 'candidate', to: to.connection ?? '', candidate: null });
    }
    await expect.poll(() => ada.told.filter(({ type }) => type === 'refused')).toHaveLength(4);
    for (const message of ada.told) if (message.type === 'refused') expect(message.why).toBe('not-admitted');
    official.say({ type: 'description', to: ada.me().connection ?? '', description: { type: 'offer', sdp: 'v=0' } });
    expect(await official.until('refused')).toMatchObject({ why: 'not-admitted' });
    expect(JSON.stringify([...official.told, ...piero.told, ...ada.told])).not.toContain('v=0');
  });

  test('lets nobody in, not even themselves', async () => {
    const ada = await meeting.enter();
    await ada.room();
    for (const type of ['admit', 'send_back'] as const) ada.say({ type, person: ada.me().id });
    await expect.poll(() => ada.told.filter((message) => message.type === 'refused' && message.why === 'not-allowed')).toHaveLength(2);
    expect(ada.me().is_in).toBe(false);
  });
});

describe('a connection', () => {
  test.each(['https://evil.example', `${ourOrigin}.evil.example`, 'null', null])('from a page of %s is refused before it is one', async (origin) => {
    const address = (await addressOf(desk)).replace('http', 'ws');
    const socket = new WebSocket(`${address}/api/v1${roomSocketPath}`, { headers: origin === null ? {} : { origin } });
    const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(answer.statusCode).toBe(403);
    socket.on('error', () => undefined);
    socket.terminate();
  });

  test('that says nothing is closed', async () => {
    const before = performance.now();
    expect(await keep(await openSocket(desk)).over()).toBe('token');
    expect(performance.now() - before).toBeGreaterThan(4500);
  });

  test.each<[string, string | Buffer]>([
    ['no JSON', 'hello'],
    ['another message than the first one', JSON.stringify({ type: 'leave' })],
    ['an unknown one', JSON.stringify({ type: 'shout' })],
    ['one field too many', JSON.stringify({ type: 'enter', token: 'a', has_camera: true, has_microphone: true, is_in: true })],
    ['bytes', Buffer.from([1, 2, 3])],
    ['one that is too long', `{"type":"ping","a":"${'x'.repeat(70_000)}"}`],
  ])('that says %s is closed, and told why', async (_, text) => {
    const browser = keep(await openSocket(desk));
    browser.sayText(text);
    expect(await browser.over()).toBe('malformed');
  });

  test('that says something endless is closed unread', async () => {
    const browser = keep(await openSocket(desk));
    browser.sayText('x'.repeat(1_000_000));
    const [code] = (await once(browser.socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  test('that says the first message twice is closed', async () => {
    const ada = await meeting.enter();
    await ada.room();
    ada.say({ type: 'enter', token: 'a', has_camera: true, has_microphone: true });
    expect(await ada.over()).toBe('malformed');
  });

  test('that floods is closed; the others in the room stay', async () => {
    const { ada, official } = await inTheRoom(meeting);
    for (let index = 0; index < 1000; index += 1) ada.say({ type: 'ping' });
    expect(await ada.over()).toBe('flood');
    await official.room(({ people }) => people.some(({ connection }) => connection === null));
    expect(official.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('that floods with few long messages is closed', async () => {
    const { ada, official } = await inTheRoom(meeting);
    for (let index = 0; index < 40; index += 1) ada.say({ type: 'description', to: official.me().connection ?? '', description: { type: 'offer', sdp: 'x'.repeat(60_000) } });
    expect(await ada.over()).toBe('flood');
  });

  test('that writes and writes is told to go slower, and stays', async () => {
    const { ada } = await inTheRoom(meeting);
    for (let index = 0; index < 60; index += 1) ada.say({ type: 'chat', id: newKey(), text: 'a' });
    expect(await ada.until('refused')).toMatchObject({ what: 'chat', why: 'too-fast' });
    expect(ada.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('that does not read is let go', async () => {
    const { ada, official } = await inTheRoom(meeting);
    ada.socket.pause();
    const isAway = official.room(({ people }) => people.some(({ connection }) => connection === null)).then(() => true);
    const to = ada.me().connection ?? '';
    let isOver = false;
    void isAway.then(() => (isOver = true));
    for (let index = 0; index < 400 && !isOver && official.socket.readyState === WebSocket.OPEN; index += 1) {
      official.say({ type: 'description', to, description: { type: 'offer', sdp: 'x'.repeat(59_000) } });
      await new Promise((resolve) => setTimeout(resolve, 480));
    }
    expect(await isAway).toBe(true);
    ada.socket.resume();
  });
});

test('a desk that closes tells everybody to come back', async () => {
  const other = await openEmptyDesk();
  const there = await meetAtNine(other, browsers);
  await there.at(-5);
  const ada = await there.enter();
  await ada.room();
  const isOver = ada.over();
  await other.close();
  expect(await isOver).toBe('closing');
});
