import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentId, readConnection } from '../src/rooms/providers/connection.ts';
import type { MeetingPerson, MeetingWish, Vendor } from '../src/rooms/providers/provider.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { type FakeBigBlueButton, startBigBlueButton } from './fake-bigbluebutton.ts';
import { type FakeGoto, startGoto } from './fake-goto.ts';
import { type FakeJitsi, startJitsi } from './fake-jitsi.ts';
import type { Trouble } from './fake-vendor.ts';
import { asAdmin, choose, connectGoto, connectionRows, forgetVendors, videoProcess } from './video-desk.ts';

let desk: Desk;
let goto: FakeGoto;
let bbb: FakeBigBlueButton;
let jitsi: FakeJitsi;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk({ videoPrivateHosts: ['localhost'] });
  [goto, bbb, jitsi] = [await startGoto(), await startBigBlueButton('sha384'), await startJitsi()];
});
beforeEach(async () => void (cookie = await asAdmin(desk)));
afterEach(async () => {
  for (const vendor of [goto, bbb, jitsi]) vendor.calm();
  goto.meetings.clear();
  bbb.meetings.clear();
  [goto.rotates, goto.expiresInSeconds] = [false, 3600];
  await forgetVendors(desk);
  await desk.clear();
});
afterAll(async () => {
  for (const vendor of [goto, bbb, jitsi]) await vendor.close();
  await desk.close();
});

const never = new AbortController().signal;
const at = (time: string) => Date.parse(`2026-12-03T${time}:00+01:00`);
const wish: MeetingWish = { appointmentId: '0190a000-0000-7000-8000-000000000001', sequence: 0, title: 'Appuntamento K7QM-3XRT', startsAt: at('09:00'), endsAt: at('09:30') };
const official: MeetingPerson = { role: 'official', name: 'Giulia Ferrèro', key: 'staff-1' };
const citizen: MeetingPerson = { role: 'citizen', name: 'Ada Quintavàlle & figli', key: 'citizen-1' };

async function vendorNow(options: Parameters<typeof videoProcess>[2] = {}): Promise<Vendor> {
  const row = await readConnection(desk.database.read, desk.database.tables);
  const vendor = row && videoProcess(desk, desk.database, options).vendors.of(row);
  if (!vendor) throw new Error('no vendor');
  return vendor;
}

async function goTo(): Promise<Vendor> {
  await connectGoto(desk, cookie, goto);
  goto.calm();
  return vendorNow();
}

const made = async (vendor: Vendor) => {
  const room = await vendor.ensureRoom(wish, { reference: null, isRepeated: false }, never);
  if (!room.ok) throw new Error(room.failure);
  return room.value;
};

/** Trouble, as often as it is asked again, and what we call it. */
const troubles: readonly (readonly [string, Trouble, string])[] = [
  ['a page instead of JSON', { answers: 'html' }, 'not-understood'],
  ['XML instead of JSON', { answers: 'xml' }, 'not-understood'],
  ['an answer without an end', { answers: 'too-much' }, 'not-understood'],
  ['a redirect', { answers: 'redirect' }, 'not-understood'],
  ['errors of the server', { answers: 'error' }, 'unreachable'],
  ['a connection that breaks', { answers: 'nothing' }, 'unreachable'],
  ['silence', { answers: 'silence' }, 'too-slow'],
  ['too many requests, without saying until when', { answers: 'too-many-requests' }, 'too-many-requests'],
  ['too many requests for a minute', { answers: 'too-many-requests', retryAfter: '60' }, 'too-many-requests'],
];

describe('GoToMeeting', () => {
  test('makes a meeting with all that it needs, and finds it again with every digit of its id', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    expect([...goto.meetings.values()]).toMatchObject([{ subject: 'Appuntamento K7QM-3XRT', starttime: '2026-12-03T08:00:00Z', endtime: '2026-12-03T08:30:00Z' }]);
    const [id = ''] = goto.meetings.keys();
    expect(Number.isSafeInteger(Number(id))).toBe(false);
    expect(room.reference).toContain(`"${id}"`);
    expect(await vendor.ensureRoom(wish, { reference: room.reference, isRepeated: false }, never)).toEqual({ ok: true, value: room });
    expect(goto.meetings.size).toBe(1);
  });

  test('sends the citizen to join and who leads to begin, by an address of this one click', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    const [id = ''] = goto.meetings.keys();
    expect(await vendor.citizenAddress(room, citizen, never)).toEqual({ ok: true, value: `https://global.example.com/join/${id}` });
    const [one, other] = [await vendor.staffAddress(room, official, never), await vendor.staffAddress(room, official, never)];
    expect(one).toMatchObject({ ok: true, value: expect.stringContaining(`/host/${id}?`) as string });
    expect(other).not.toEqual(one);
  });

  test('lets a colleague join what runs, and begin what does not', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    const colleague: MeetingPerson = { ...official, role: 'colleague' };
    expect(await vendor.staffAddress(room, colleague, never)).toMatchObject({ value: expect.stringContaining('/host/') as string });
    for (const meeting of goto.meetings.values()) meeting.status = 'ACTIVE';
    expect(await vendor.staffAddress(room, colleague, never)).toMatchObject({ value: expect.stringContaining('/join/') as string });
  });

  test('moves a meeting, and makes it anew where somebody took it away', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    const moved = { ...room, wish: { ...wish, sequence: 1, startsAt: at('11:00'), endsAt: at('11:30') } };
    expect(await vendor.move(moved, never)).toEqual({ ok: true, value: moved });
    expect([...goto.meetings.values()]).toMatchObject([{ starttime: '2026-12-03T10:00:00Z' }]);
    goto.meetings.clear();
    expect(await vendor.move(moved, never)).toMatchObject({ ok: true });
    expect(goto.meetings.size).toBe(1);
    expect(await vendor.ensureRoom(wish, { reference: room.reference, isRepeated: false }, never)).not.toMatchObject({ value: { reference: room.reference } });
  });

  test('removes a meeting, and one that is gone is removed', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    for (let time = 0; time < 2; time += 1) expect(await vendor.remove(room, never)).toEqual({ ok: true, value: null });
    expect(goto.meetings.size).toBe(0);
  });

  test('leaves no second meeting behind when the answer to the first try was lost', async () => {
    const vendor = await goTo();
    await made(vendor); // and its answer never came
    await vendor.ensureRoom(wish, { reference: null, isRepeated: true }, never);
    expect(goto.meetings.size).toBe(1);
  });

  test('tells how long who was there, and nothing of who it was', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    for (const meeting of goto.meetings.values()) {
      meeting.attendees = [
        { attendeeName: 'Giulia Ferrero', attendeeEmail: goto.account.toUpperCase(), joinTime: '2026-12-03T08:00:00.+0000', leaveTime: '2026-12-03T08:25:00.+0000', duration: '25' },
        { attendeeName: 'Ada Quintavalle', attendeeEmail: 'ada@example.org', joinTime: '2026-12-03T09:03:00+01:00', duration: 20 },
        { attendeeName: 'Nobody' },
      ];
    }
    const seen = await vendor.attendance?.(room, never);
    expect(seen).toEqual({ ok: true, value: [{ isHost: true, joinedAt: at('09:00'), leftAt: at('09:25') }, { isHost: false, joinedAt: at('09:03'), leftAt: at('09:23') }] });
  });

  test.each(troubles)('answers with %s: that is a failure in words of ours', async (_, trouble, failure) => {
    const vendor = await goTo();
    const room = await made(vendor);
    goto.trouble(trouble, { path: '/G2M', times: 3 });
    expect(await vendor.staffAddress(room, official, never)).toMatchObject({ ok: false, failure });
  });

  test('is asked again after an error of the server, and after the moment that it wants to be left alone', async () => {
    const vendor = await goTo();
    const room = await made(vendor);
    goto.trouble({ answers: 'error' }, { path: '/G2M' });
    expect(await vendor.staffAddress(room, official, never)).toMatchObject({ ok: true });
    goto.trouble({ answers: 'too-many-requests', retryAfter: '0' }, { path: '/G2M' });
    expect(await vendor.staffAddress(room, official, never)).toMatchObject({ ok: true });
  });

  test('never makes two meetings because an answer did not come', async () => {
    const vendor = await goTo();
    goto.calm();
    goto.trouble({ answers: 'error' }, { path: '/G2M/rest/meetings', method: 'POST', times: 5 });
    expect(await vendor.ensureRoom(wish, { reference: null, isRepeated: false }, never)).toMatchObject({ ok: false, failure: 'unreachable' });
    expect(goto.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test.each([[403, 'not-allowed'], [400, 'refused'], [409, 'refused']])('answers %i: %s', async (status, failure) => {
    const vendor = await goTo();
    goto.trouble({ answers: 'status', status, body: '{"error":{"resource":"/meetings","message":"no"}}' }, { path: '/G2M' });
    expect(await vendor.ensureRoom(wish, { reference: null, isRepeated: false }, never)).toMatchObject({ ok: false, failure });
  });
});

describe('tokens of GoToMeeting', () => {
  test('are renewed five minutes before their end; the refresh token stays where none came', async () => {
    const vendor = await goTo();
    const [before] = await connectionRows(desk);
    desk.clock.pass(54);
    await made(vendor);
    expect(goto.renewals()).toBe(0);
    desk.clock.pass(2);
    expect(await vendor.health(never)).toMatchObject({ ok: true });
    expect(goto.renewals()).toBe(1);
    const [after] = await connectionRows(desk);
    expect(after?.refreshToken).toBe(before?.refreshToken);
    expect(after?.accessToken).not.toBe(before?.accessToken);
    desk.clock.pass(58);
    expect(await vendor.health(never)).toMatchObject({ ok: true });
  });

  test('are replaced by those that come, and the old ones are never used again', async () => {
    goto.rotates = true;
    const vendor = await goTo();
    for (let time = 0; time < 3; time += 1) {
      desk.clock.pass(60);
      expect(await vendor.health(never)).toMatchObject({ ok: true });
    }
  });

  test('that the vendor refuses before their time are renewed once', async () => {
    const vendor = await goTo();
    const before = goto.renewals();
    goto.expireTokens();
    expect(await vendor.health(never)).toMatchObject({ ok: true });
    expect(goto.renewals()).toBe(before + 1);
  });

  test('are renewed by one of many, and by one of several processes', async () => {
    goto.rotates = true;
    await goTo();
    const beside = await openBeside(desk);
    const row = await readConnection(desk.database.read, desk.database.tables);
    if (!row) throw new Error('not connected');
    const processes = [desk.database, beside.database].map((database) => videoProcess(desk, database, { timeoutMs: 5_000 }).vendors);
    for (let time = 0; time < 3; time += 1) {
      const before = goto.renewals();
      desk.clock.pass(61);
      const asked = processes.flatMap((vendors) => [1, 2, 3].map(async () => vendors.of(row)?.health(never)));
      for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true });
      expect(goto.renewals()).toBe(before + 1);
    }
    await beside.close();
  });

  test('that were taken back say so, once and for all, until somebody connects again', async () => {
    const vendor = await goTo();
    goto.revoke();
    expect(await vendor.health(never)).toMatchObject({ ok: false, failure: 'reconnect' });
    expect(await connectionRows(desk)).toMatchObject([{ id: currentId, state: 'to-reconnect', accessToken: null, refreshToken: null }]);
    goto.calm();
    expect(await vendor.health(never)).toMatchObject({ ok: false, failure: 'reconnect' });
    expect(goto.asked).toEqual([]);
  });

  test.each(troubles.filter(([, { answers }]) => answers !== 'redirect'))('are kept when their renewal meets %s', async (_, trouble, failure) => {
    const vendor = await goTo();
    desk.clock.pass(61);
    goto.trouble(trouble, { path: '/oauth', times: 3 });
    expect(await vendor.health(never)).toMatchObject({ ok: false, failure });
    goto.calm();
    expect(await vendor.health(never)).toMatchObject({ ok: true });
  });
});

describe('Jitsi', () => {
  const request = (changes: object = {}) => ({ provider: 'jitsi', host: jitsi.host, app_id: jitsi.appId, algorithm: 'HS256', secret: jitsi.secret, ...changes });
  const hosted = { app_id: 'vpaas-magic-cookie-0a1b', algorithm: 'RS256', key_id: 'vpaas-magic-cookie-0a1b/7c' };
  const addressOf = async (vendor: Vendor, person: MeetingPerson, of = wish) => {
    const room = await vendor.ensureRoom(of, { reference: null, isRepeated: false }, never);
    if (!room.ok) throw new Error(room.failure);
    const answer = await (person.role === 'official' ? vendor.staffAddress : vendor.citizenAddress)(room.value, person, never);
    if (!answer.ok) throw new Error(answer.failure);
    return answer.value;
  };

  test('lets each in by a token of their own, for this room, until it closes', async () => {
    expect(await choose(desk, cookie, request())).toMatchObject({ state: 'ready', settings: { host: jitsi.host, app_id: 'sportello', algorithm: 'HS256' } });
    const vendor = await vendorNow();
    const [staff, guest] = [await jitsi.open(await addressOf(vendor, official), desk.clock.now()), await jitsi.open(await addressOf(vendor, citizen), desk.clock.now())];
    expect(staff).toMatchObject({ ok: true, header: { alg: 'HS256', typ: 'JWT' }, claims: { exp: at('10:00') / 1000, context: { user: { id: 'staff-1', name: 'Giulia Ferrèro', affiliation: 'owner', moderator: true } } } });
    expect(guest).toMatchObject({ ok: true, claims: { context: { user: { id: 'citizen-1', name: 'Ada Quintavàlle & figli', affiliation: 'member', moderator: false } } } });
  });

  test('has a room for each time that nobody guesses, and that tells nothing', async () => {
    await choose(desk, cookie, request());
    const vendor = await vendorNow();
    const roomOf = async (of: MeetingWish) => new URL(await addressOf(vendor, citizen, of)).pathname;
    const names = [await roomOf(wish), await roomOf({ ...wish, sequence: 1 }), await roomOf({ ...wish, appointmentId: 'another' })];
    for (const name of names) expect(name).toMatch(/^\/[0-9a-f]{40}$/);
    expect(new Set(names).size).toBe(3);
    expect(await roomOf(wish)).toBe(names[0]);
  });

  test('refuses a token in another room, one that is over, and one that another secret signed', async () => {
    await choose(desk, cookie, request());
    const address = await addressOf(await vendorNow(), citizen);
    expect(await jitsi.open(address.replace(/\/[0-9a-f]{40}\?/, '/another?'), desk.clock.now())).toEqual({ ok: false, why: 'room' });
    expect(await jitsi.open(address, at('10:01'))).toEqual({ ok: false, why: 'ERR_JWT_EXPIRED' });
    await choose(desk, cookie, request({ secret: 'another secret' }));
    expect(await jitsi.open(await addressOf(await vendorNow(), citizen), desk.clock.now())).toEqual({ ok: false, why: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
  });

  test('of the hosted service is spoken to as it wants: another key, and texts for truth', async () => {
    expect(await choose(desk, cookie, request({ ...hosted, secret: jitsi.privateKey }))).toMatchObject({ state: 'ready' });
    const address = await addressOf(await vendorNow(), official);
    expect(new URL(address).pathname).toMatch(/^\/vpaas-magic-cookie-0a1b\/[0-9a-f]{40}$/);
    expect(await jitsi.open(address, desk.clock.now())).toMatchObject({ ok: true, header: { alg: 'RS256', kid: hosted.key_id }, claims: { iss: 'chat', aud: 'jitsi', sub: hosted.app_id, context: { user: { moderator: 'true' }, features: { recording: 'false' } } } });
  });

  test('that is no Jitsi, or is not there, is told so', async () => {
    expect(await choose(desk, cookie, request({ host: bbb.host }))).toMatchObject({ state: 'failing', failure: 'not-understood' });
    jitsi.trouble({ answers: 'error' }, { times: 3 });
    expect(await choose(desk, cookie, request())).toMatchObject({ state: 'failing', failure: 'unreachable' });
  });
});

describe('BigBlueButton', () => {
  const request = (changes: object = {}) => ({ provider: 'bigbluebutton', host: bbb.host, hash: bbb.hash, secret: bbb.secret, ...changes });
  const chosen = async () => {
    await choose(desk, cookie, request());
    bbb.calm();
    return vendorNow();
  };
  const addressOf = async (answer: ReturnType<Vendor['staffAddress']>) => {
    const address = await answer;
    if (!address.ok) throw new Error(address.failure);
    return address.value;
  };

  test('makes its meeting just in time, without a second waiting room and without a recording', async () => {
    const room = await made(await chosen());
    const [[id, asked] = []] = [...bbb.meetings];
    expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect(asked).toMatchObject({ name: 'Appuntamento K7QM-3XRT', guestPolicy: 'ALWAYS_ACCEPT', record: 'false', meetingExpireIfNoUserJoinedInMinutes: '5', createTime: room.reference });
  });

  test('that has the meeting already answers with the same one', async () => {
    const vendor = await chosen();
    const [one, other] = [await made(vendor), await made(vendor)];
    expect(other).toEqual(one);
    expect(bbb.meetings.size).toBe(1);
  });

  test('lets each in by an address that was signed for them', async () => {
    const vendor = await chosen();
    const room = await made(vendor);
    const [staff, guest] = [await addressOf(vendor.staffAddress(room, official, never)), await addressOf(vendor.citizenAddress(room, citizen, never))];
    expect((await bbb.open(staff)).said).toContain('<role>MODERATOR</role>');
    expect((await bbb.open(guest)).said).toContain('<guestStatus>ALLOW</guestStatus>'); // they waited in our own waiting room
    expect((await bbb.open(guest)).said).toMatch(/<role>VIEWER<\/role><guest>true<\/guest><name>Ada Quintavàlle & figli/);
    expect(await bbb.open(guest.replace('VIEWER', 'MODERATOR'))).toMatchObject({ ok: false, said: expect.stringContaining('checksumError') as string });
    bbb.meetings.clear();
    expect(await bbb.open(guest)).toMatchObject({ ok: false });
  });

  test('ends a meeting, and one that is gone is ended', async () => {
    const vendor = await chosen();
    const room = await made(vendor);
    for (let time = 0; time < 2; time += 1) expect(await vendor.remove(room, never)).toEqual({ ok: true, value: null });
    expect(bbb.meetings.size).toBe(0);
  });

  test('is believed by what it says, whatever its status', async () => {
    const vendor = await chosen();
    bbb.trouble({ answers: 'status', status: 404, body: '<response><returncode>SUCCESS</returncode><running>false</running></response>' });
    expect(await vendor.health(never)).toMatchObject({ ok: true });
    bbb.trouble({ answers: 'status', status: 200, body: '<response><returncode>FAILED</returncode><messageKey>maxParticipantsReached</messageKey></response>' });
    expect(await vendor.health(never)).toMatchObject({ ok: false, failure: 'refused' });
    bbb.trouble({ answers: 'status', status: 200, body: '<response><returncode>SUCCESS</returncode>' });
    expect(await vendor.health(never)).toMatchObject({ ok: false, failure: 'not-understood' });
  });

  test.each(troubles)('answers with %s: that is a failure in words of ours', async (_, trouble, failure) => {
    const vendor = await chosen();
    bbb.trouble(trouble, { times: 3 });
    expect(await vendor.ensureRoom(wish, { reference: null, isRepeated: false }, never)).toMatchObject({ ok: false, failure });
  });

  test('with a wrong secret says so', async () => {
    expect(await choose(desk, cookie, request({ secret: 'another' }))).toMatchObject({ state: 'failing', failure: 'wrong-secret' });
  });
});

test('a name that leads into a private network is not followed there, even when it says so only the second time', async () => {
  await choose(desk, cookie, { provider: 'bigbluebutton', host: 'bbb.example.org', hash: 'sha256', secret: 'x' });
  const resolve = ((_: string, __: object, done: (error: null, addresses: object[]) => void) => done(null, [{ address: '203.0.113.9', family: 4 }, { address: '127.0.0.1', family: 4 }])) as never;
  expect(await (await vendorNow({ resolve })).health(never)).toMatchObject({ ok: false, failure: 'private-address' });
});
