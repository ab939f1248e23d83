import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { VideoConnection } from '@sportello/contract';
import { noteWanted, readDueMeetings, takeDueMeeting } from '../src/rooms/providers/meeting-rows.ts';
import type { MeetingPerson } from '../src/rooms/providers/provider.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { type FakeBigBlueButton, startBigBlueButton } from './fake-bigbluebutton.ts';
import { type FakeGoto, startGoto } from './fake-goto.ts';
import { askAs } from './staff-app.ts';
import { appointmentOf, asAdmin, choose, connectGoto, connectionRows, forgetVendors, meetingRows, videoProcess, type VideoProcess } from './video-desk.ts';

let desk: Desk;
let beside: Desk;
let goto: FakeGoto;
let bbb: FakeBigBlueButton;
let citizen: Citizen;
let video: Wanted;
let cookie: string;
let here: VideoProcess;
let there: VideoProcess;

beforeAll(async () => {
  desk = await openEmptyDesk({ videoPrivateHosts: ['localhost'] });
  beside = await openBeside(desk);
  [goto, bbb] = [await startGoto(), await startBigBlueButton()];
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  cookie = await asAdmin(desk);
  [here, there] = [videoProcess(desk, desk.database), videoProcess(desk, beside.database)];
});
afterEach(async () => {
  for (const vendor of [goto, bbb]) {
    vendor.calm();
    vendor.meetings.clear();
  }
  await forgetVendors(desk);
  await desk.clear();
});
afterAll(async () => {
  await goto.close();
  await bbb.close();
  await beside.close();
  await desk.close();
});

const nine = '2026-12-03T09:00:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';
const official: MeetingPerson = { role: 'official', name: 'Giulia', key: 's' };
const ada: MeetingPerson = { role: 'citizen', name: 'Ada', key: 'c' };
const starts = () => [...goto.meetings.values()].map(({ starttime }) => starttime);
const states = async () => (await meetingRows(desk)).map(({ state }) => state);
const show = async () => got<VideoConnection>(await askAs(desk, cookie, 'GET', '/staff/video-connection'), 200);

/** GoToMeeting is connected, and an appointment of nine o'clock has its meeting. */
async function metAtNine() {
  await connectGoto(desk, cookie, goto);
  const link = await citizen.bookAt(video, nine);
  await here.job.runOnce();
  return link;
}

describe('meetings at the vendor’s', () => {
  test('are made for what is agreed by video, and for nothing else', async () => {
    await connectGoto(desk, cookie, goto);
    await citizen.bookAt(video, nine);
    await citizen.hold(video, ten);
    await here.job.runOnce();
    expect(starts()).toEqual(['2026-12-03T08:00:00Z']);
    expect(await states()).toEqual(['ready']);
    const [row] = await meetingRows(desk);
    for (const id of goto.meetings.keys()) expect(JSON.stringify(row)).not.toContain(id);
    await here.job.runOnce();
    expect(goto.meetings.size).toBe(1);
  });

  test('move with their appointment, and go with it', async () => {
    const link = await metAtNine();
    await citizen.move(link, { starts_at: ten });
    await here.job.runOnce();
    expect(starts()).toEqual(['2026-12-03T09:00:00Z']);
    await citizen.cancel(link, {});
    await here.job.runOnce();
    expect(starts()).toEqual([]);
    expect(await meetingRows(desk)).toMatchObject([{ state: 'gone', reference: null }]);
  });

  test('are made once, however many processes look', async () => {
    await connectGoto(desk, cookie, goto);
    for (const start of [nine, ten, '2026-12-04T09:00:00+01:00']) await citizen.bookAt(video, start, {}, { email: `${start.slice(8, 13).replace('T', '-')}@example.org` });
    await Promise.all([here.job.runOnce(), there.job.runOnce(), here.job.runOnce()]);
    expect(goto.meetings.size).toBe(3);
    expect(await states()).toEqual(['ready', 'ready', 'ready']);
  });

  test('that another process made meanwhile are left as they are', async () => {
    await connectGoto(desk, cookie, goto);
    await citizen.bookAt(video, nine);
    await noteWanted(desk.database, 'gotomeeting', { isMadeAhead: true }, desk.clock.now());
    const seen = await readDueMeetings(desk.database, desk.clock.now());
    expect(seen).toHaveLength(1);
    await there.job.runOnce();
    for (const id of seen) expect(await takeDueMeeting(desk.database, id, desk.clock.now())).toBeNull();
    expect(await states()).toEqual(['ready']);
  });

  test('that cannot be made are tried again, slower and slower; nobody who books notices', async () => {
    await connectGoto(desk, cookie, goto);
    goto.trouble({ answers: 'error' }, { path: '/G2M', times: 100 });
    const link = await citizen.bookAt(video, nine);
    await here.job.runOnce();
    expect(await citizen.show(link)).toMatchObject({ state: 'confirmed' });
    expect(await show()).toMatchObject({ state: 'failing', failure: 'unreachable', waiting_count: 1 });
    const asked = () => goto.asked.filter(({ method, path }) => method === 'POST' && path.startsWith('/G2M')).length;
    const waits: number[] = [];
    for (let minute = 0, before = asked(); minute <= 10; minute += 1, before = asked()) {
      desk.clock.pass(1);
      await here.job.runOnce();
      if (asked() > before) waits.push(minute + 1);
    }
    expect(waits).toEqual([1, 3, 8]);
    goto.calm();
    desk.clock.pass(20);
    await here.job.runOnce();
    expect(await states()).toEqual(['ready']);
    cookie = await asAdmin(desk);
    expect(await show()).toMatchObject({ state: 'ready', waiting_count: 0 });
  });

  test('are left alone for as long as the vendor wants', async () => {
    await connectGoto(desk, cookie, goto);
    await citizen.bookAt(video, nine);
    goto.trouble({ answers: 'too-many-requests', retryAfter: '600' }, { path: '/G2M' });
    await here.job.runOnce();
    const [row] = await meetingRows(desk);
    expect(row).toMatchObject({ state: 'failed', failure: 'too-many-requests', dueAt: desk.clock.now() + 600_000 });
  });

  test('are taken away when the union meets elsewhere, and then its tokens are forgotten', async () => {
    await metAtNine();
    await choose(desk, cookie, { provider: 'own' });
    expect(await connectionRows(desk)).toMatchObject([{ state: 'leaving' }]);
    expect(await show()).toMatchObject({ provider: 'own', secrets_set: [] });
    await here.job.runOnce();
    expect(goto.meetings.size).toBe(0);
    expect(await connectionRows(desk)).toEqual([]);
  });

  test('need no old tokens once the same vendor was connected anew', async () => {
    await metAtNine();
    await choose(desk, cookie, { provider: 'own' });
    await connectGoto(desk, cookie, goto);
    expect(await connectionRows(desk)).toHaveLength(2);
    await here.job.runOnce();
    expect(await connectionRows(desk)).toMatchObject([{ id: 'current', state: 'ready' }]);
    expect(await states()).toEqual(['ready']);
    expect(goto.meetings.size).toBe(1);
  });

  test('come back when the union does', async () => {
    await metAtNine();
    await choose(desk, cookie, { provider: 'own' });
    await here.job.runOnce();
    await connectGoto(desk, cookie, goto);
    await here.job.runOnce();
    expect(starts()).toEqual(['2026-12-03T08:00:00Z']);
  });

  test('wait while the vendor has to be connected again, and are made then', async () => {
    await connectGoto(desk, cookie, goto);
    goto.revoke();
    await citizen.bookAt(video, nine);
    await here.job.runOnce();
    await here.job.runOnce();
    expect(await show()).toMatchObject({ state: 'to-reconnect', waiting_count: 1 });
    await connectGoto(desk, cookie, goto);
    desk.clock.pass(5);
    await here.job.runOnce();
    expect(goto.meetings.size).toBe(1);
  });

  test('tell afterwards how long who was there, once, without names', async () => {
    const link = await metAtNine();
    for (const meeting of goto.meetings.values()) {
      meeting.attendees = [
        { attendeeName: 'Giulia Ferrero', attendeeEmail: goto.account, joinTime: nine, leaveTime: '2026-12-03T09:25:00+01:00', duration: 25 },
        { attendeeName: 'Ada Quintavalle', attendeeEmail: 'ada.q@example.org', joinTime: '2026-12-03T09:02:00+01:00', leaveTime: '2026-12-03T09:25:00+01:00', duration: 23 },
      ];
    }
    const { id, endsAt } = await appointmentOf(desk, link.code);
    const { roomStays } = desk.database.tables;
    desk.clock.set(endsAt + 29 * 60_000);
    await here.job.runOnce();
    expect(await desk.database.read.select().from(roomStays)).toEqual([]);
    desk.clock.pass(2);
    await Promise.all([here.job.runOnce(), there.job.runOnce()]);
    await here.job.runOnce();
    const stays = await desk.database.read.select().from(roomStays).orderBy(roomStays.joinedAt);
    expect(stays).toMatchObject([
      { appointmentId: id, role: 'official', joinedAt: Date.parse(nine), leftAt: Date.parse(nine) + 25 * 60_000 },
      { appointmentId: id, role: 'citizen', joinedAt: Date.parse(nine) + 2 * 60_000, leftAt: Date.parse(nine) + 25 * 60_000 },
    ]);
    for (const text of ['Ferrero', 'Quintavalle', 'example.org']) expect(JSON.stringify([stays, await meetingRows(desk)])).not.toContain(text);
    expect(await states()).toEqual(['gone']);
  });
});

describe('the address of a meeting', () => {
  test('is our own page where the union has no vendor, or has yet to connect it', async () => {
    const link = await citizen.bookAt(video, nine);
    const appointment = await appointmentOf(desk, link.code);
    expect(await here.meetings.addressFor(appointment, ada)).toEqual({ ok: true, provider: 'own', url: null });
    await choose(desk, cookie, { provider: 'gotomeeting', client_id: 'x', client_secret: 'y' });
    expect([await here.meetings.provider(), await here.meetings.addressFor(appointment, ada)]).toEqual(['own', { ok: true, provider: 'own', url: null }]);
  });

  test('is fetched for each click: one to join, another to lead', async () => {
    const link = await metAtNine();
    const appointment = await appointmentOf(desk, link.code);
    expect(await here.meetings.provider()).toBe('gotomeeting');
    const [joined, led] = [await here.meetings.addressFor(appointment, ada), await here.meetings.addressFor(appointment, official)];
    expect(joined).toMatchObject({ ok: true, provider: 'gotomeeting', url: expect.stringContaining('/join/') as string });
    expect(led).toMatchObject({ ok: true, url: expect.stringContaining('/host/') as string });
    expect(await states()).toEqual(['ready']);
  });

  test('is there even when nobody had made the meeting yet, and for two who come at once it is the same', async () => {
    await connectGoto(desk, cookie, goto);
    const link = await citizen.bookAt(video, nine);
    const appointment = await appointmentOf(desk, link.code);
    const [one, other] = await Promise.all([here.meetings.addressFor(appointment, ada), there.meetings.addressFor(appointment, ada)]);
    expect(one).toMatchObject({ ok: true });
    expect(other).toEqual(one);
    expect(goto.meetings.size).toBe(1);
    expect(await states()).toEqual(['ready']);
  });

  test('is one of the new time after a move that nobody has carried out yet', async () => {
    const link = await metAtNine();
    await citizen.move(link, { starts_at: ten });
    expect(await here.meetings.addressFor(await appointmentOf(desk, link.code), ada)).toMatchObject({ ok: true });
    expect(starts()).toEqual(['2026-12-03T09:00:00Z']);
  });

  test('of a vendor that is down is a failure at once; it is noted, and forgotten when it works again', async () => {
    const link = await metAtNine();
    const appointment = await appointmentOf(desk, link.code);
    goto.trouble({ answers: 'silence' }, { path: '/G2M', times: 1 });
    expect(await here.meetings.addressFor(appointment, ada)).toEqual({ ok: false, provider: 'gotomeeting', failure: 'too-slow' });
    expect(await show()).toMatchObject({ state: 'failing', failure: 'too-slow' });
    expect(await here.meetings.addressFor(appointment, ada)).toMatchObject({ ok: true });
    expect(await show()).toMatchObject({ state: 'ready', failure: null });
  });

  test('of a vendor that knows us no more is a failure without asking it again', async () => {
    const link = await metAtNine();
    const appointment = await appointmentOf(desk, link.code);
    goto.revoke();
    for (let time = 0; time < 2; time += 1) expect(await here.meetings.addressFor(appointment, ada)).toEqual({ ok: false, provider: 'gotomeeting', failure: 'reconnect' });
    goto.calm();
    expect(await here.meetings.addressFor(appointment, official)).toMatchObject({ ok: false });
    expect(goto.asked).toEqual([]);
  });

  test('at BigBlueButton is signed for this click, with no meeting made before', async () => {
    await choose(desk, cookie, { provider: 'bigbluebutton', host: bbb.host, hash: 'sha256', secret: bbb.secret });
    const link = await citizen.bookAt(video, nine);
    await here.job.runOnce();
    expect(bbb.meetings.size).toBe(0);
    const place = await here.meetings.addressFor(await appointmentOf(desk, link.code), official);
    expect((await bbb.open(place.ok ? (place.url ?? '') : '')).said).toContain('MODERATOR');
    expect(await meetingRows(desk)).toEqual([]);
  });
});

test('what goes wrong beside the requests is told without an address, a token or a name', async () => {
  await connectGoto(desk, cookie, goto);
  await citizen.bookAt(video, nine);
  const { database } = desk;
  const broken = videoProcess(desk, { ...database, write: () => Promise.reject(new Error(`no ${goto.host} ${goto.given[0]}`)) });
  await broken.job.runOnce().catch(() => undefined);
  await here.job.runOnce();
  const lines = [...broken.lines, ...here.lines].join('\n');
  for (const text of [goto.host, ...goto.given]) expect(lines).not.toContain(text);
});
