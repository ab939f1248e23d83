import type { DeskAppointment, StoredFiles } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { clerkOf } from './clerk.ts';
import { follow, type LiveReader } from './live-reader.ts';
import { clearPapers, papersAt, pdf } from './papers.ts';
import type { RoomBrowser } from './room-browser.ts';
import { closeAll, inTheRoom, meetAtNine, type Meeting, nine } from './room-desk.ts';
import { ourOrigin } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

// Who learns that papers came: the citizen by mail, the desk on its board.

let desk: Desk;
const browsers: RoomBrowser[] = [];
let readers: LiveReader[] = [];
beforeAll(async () => {
  desk = await openEmptyDesk({ guessLimit: 1000 });
});
afterAll(() => desk.close());
beforeEach(() => clearPapers(desk));
afterEach(async () => {
  for (const reader of readers) await reader.leave();
  readers = [];
  await closeAll(browsers);
  await desk.clear();
});

const about = 'L’ufficio ha aggiunto documenti per te';
const idOf = (answer: Parameters<typeof got>[0]) => got<{ id: string }>(answer, 201).id;
const atDesk = (meeting: Meeting) => papersAt(desk, `/staff/appointments/${meeting.appointmentId}/files`, { headers: { cookie: meeting.cookie(), origin: ourOrigin } });
const ofCitizen = (meeting: Meeting) => papersAt(desk, `/appointments/${meeting.link.code}/files`, { token: meeting.link.manage_token });

async function give(meeting: Meeting, name = 'Ricevuta di Ada.pdf'): Promise<string> {
  await meeting.at((desk.clock.now() - Date.parse(nine)) / 60_000); // the token of a session is good for five minutes
  return idOf(await atDesk(meeting).add({ name, content: pdf(name) }));
}

const sendPaper = async (meeting: Meeting, name = 'Delega.pdf') => idOf(await ofCitizen(meeting).add({ name, content: pdf(name) }));

/** A day before the meeting, with every earlier message out of the way. */
async function met(options?: Parameters<typeof meetAtNine>[2]): Promise<Meeting> {
  const meeting = await meetAtNine(desk, browsers, options);
  await mailOf(desk);
  await meeting.at(-24 * 60);
  await mailOf(desk);
  return meeting;
}

/** The mails about papers that leave so many minutes later. */
async function newsAfter(minutes: number) {
  desk.clock.pass(minutes);
  return (await mailOf(desk)).filter(({ subject }) => subject === about);
}

describe('a paper that the desk gives', () => {
  test('is told to the citizen by mail, with our own link and nothing of the paper', async () => {
    const meeting = await met();
    await give(meeting);
    expect(await newsAfter(4)).toEqual([]);
    const [mail, ...more] = await newsAfter(2);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'ada@example.org', calendar: null });
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain(`/appuntamento/${meeting.link.code}#${meeting.link.manage_token}`);
      expect(body?.replaceAll(/https?:[^\s"]+/g, '')).not.toMatch(/ricevuta|pdf/i); // a token may spell anything
    }
    expect(await newsAfter(60)).toEqual([]);
  });

  test('is told of together with those that follow it, and a later one anew', async () => {
    const meeting = await met();
    await give(meeting);
    expect(await newsAfter(4)).toEqual([]);
    await give(meeting, 'Planimetria.pdf');
    expect(await newsAfter(4)).toEqual([]);
    expect(await newsAfter(2)).toHaveLength(1);
    await give(meeting, 'Modulo.pdf');
    expect(await newsAfter(6)).toHaveLength(1);
  });

  test('is not told of when it was taken back in time, as long as none is left', async () => {
    const meeting = await met();
    const wrong = await give(meeting);
    await atDesk(meeting).remove(wrong);
    expect(await newsAfter(6)).toEqual([]);
    const { outbox } = desk.database.tables;
    expect(await desk.database.read.select({ state: outbox.state, failure: outbox.failure }).from(outbox).where(eq(outbox.message, 'papers-given'))).toEqual([{ state: 'dropped', failure: 'untrue' }]);

    const first = await give(meeting);
    await give(meeting, 'Quella giusta.pdf');
    await atDesk(meeting).remove(first);
    expect(await newsAfter(6)).toHaveLength(1);
  });

  test('is not told of while the citizen is in the room, and is before and afterwards', async () => {
    const meeting = await met();
    await meeting.at(-10);
    await mailOf(desk);
    await give(meeting, 'Prima.pdf');
    await meeting.at(-5);
    const { ada, official } = await inTheRoom(meeting);
    expect(await newsAfter(1)).toEqual([]); // it is before their eyes by now
    await give(meeting, 'Durante.pdf');
    ada.say({ type: 'leave' });
    await official.room(({ people }) => people.length === 1);
    expect(await newsAfter(6)).toEqual([]);
    await give(meeting, 'Dopo.pdf');
    expect(await newsAfter(6)).toHaveLength(1);
  });

  test('is told of once the meeting is over, and whatever was moved meanwhile', async () => {
    const meeting = await met();
    const clerk = await clerkOf(desk);
    await give(meeting);
    const { revision } = await meeting.row();
    got(await clerk.move({ id: meeting.appointmentId, revision }, { starts_at: '2026-12-03T10:00:00+01:00', tell: false }), 200);
    expect(await newsAfter(6)).toHaveLength(1);
    desk.clock.set('2026-12-03T10:05:00+01:00');
    await meeting.at(65);
    await meeting.attend('in_progress');
    await meeting.attend('served');
    await mailOf(desk);
    await give(meeting);
    expect(await newsAfter(6)).toHaveLength(1);
  });

  test('makes who has no e-mail one of the people to call', async () => {
    const meeting = await met();
    const clerk = await clerkOf(desk);
    const wanted = await meeting.citizen.wanted();
    const ida = await clerk.bookAt(wanted, '2026-12-04T09:00:00+01:00');
    const papers = papersAt(desk, `/staff/appointments/${ida.id}/files`, { headers: { cookie: meeting.cookie(), origin: ourOrigin } });
    idOf(await papers.add({ name: 'Modulo.pdf', content: pdf() }));
    const shown = got<DeskAppointment>(await clerk.get(`/staff/appointments/${ida.id}`), 200);
    expect(shown.to_call_since).not.toBeNull();
    expect(shown.history.map(({ kind }) => kind)).toContain('to-call');
    expect(await newsAfter(6)).toEqual([]);
  });
});

describe('a paper that the citizen sends', () => {
  async function watch(meeting: Meeting): Promise<LiveReader> {
    const reader = await follow(desk, meeting.cookie());
    readers.push(reader);
    return reader;
  }
  const listed = async (meeting: Meeting) => (await atDesk(meeting).list()).json<StoredFiles>().items;
  const count = async (meeting: Meeting) => got<DeskAppointment>(await (await clerkOf(desk)).get(`/staff/appointments/${meeting.appointmentId}`), 200).new_file_count;

  test('is new on open boards until somebody of the desk opens it', async () => {
    const meeting = await met();
    const board = await watch(meeting);
    const id = await sendPaper(meeting);
    const second = await sendPaper(meeting, 'Pianta.pdf');
    await board.until('appointment', ({ new_file_count }) => new_file_count === 2);
    expect((await listed(meeting)).map(({ is_new }) => is_new)).toEqual([true, true]); // to see the list is not to open them
    expect((await atDesk(meeting).open(id)).statusCode).toBe(200);
    await board.until('appointment', ({ new_file_count }) => new_file_count === 1);
    expect((await listed(meeting)).map(({ is_new }) => is_new)).toEqual([false, true]);
    await atDesk(meeting).open(second);
    await board.until('appointment', ({ new_file_count }) => new_file_count === 0);
    // What boards are told of is no part of what happened to the appointment.
    const { history } = got<DeskAppointment>(await (await clerkOf(desk)).get(`/staff/appointments/${meeting.appointmentId}`), 200);
    expect(history.map(({ kind }) => kind)).not.toContain('papers-changed');
  });

  test('is no longer new once they took it back', async () => {
    const meeting = await met();
    const board = await watch(meeting);
    const id = await sendPaper(meeting);
    await board.until('appointment', ({ new_file_count }) => new_file_count === 1);
    await ofCitizen(meeting).remove(id);
    await board.until('appointment', ({ new_file_count }) => new_file_count === 0);
  });

  test('is opened by the official in the room, too, and not by who sent it', async () => {
    const meeting = await met();
    const id = await sendPaper(meeting);
    await ofCitizen(meeting).open(id);
    expect(await count(meeting)).toBe(1);
    expect((await ofCitizen(meeting).items()).map(({ is_new }) => is_new)).toEqual([false]);
    await meeting.at(-5);
    await inTheRoom(meeting);
    const inside = papersAt(desk, '/room/files', { token: (await meeting.staffToken()).token });
    expect(await inside.items()).toMatchObject([{ id, is_new: true }]);
    await inside.open(id);
    expect(await count(meeting)).toBe(0);
  });

  test('what the desk gives is never new to it', async () => {
    const meeting = await met();
    await give(meeting);
    expect(await count(meeting)).toBe(0);
  });
});
