import type { InvitedGuest, RoomToken, RoomView, StaffRoomView } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Desk } from './app.ts';
import { type Citizen, citizenOf, got, type Link } from './citizen.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { enterWith, type RoomBrowser } from './room-browser.ts';

/** Thursday 3 December 2026 at nine: an appointment by video, with Ada. */
export const nine = '2026-12-03T09:00:00+01:00';
export const quarterToNine = '2026-12-03T08:45:00+01:00';

/** A meeting by video, the citizen's link to it, and a colleague within reach. */
export interface Meeting {
  readonly desk: Desk;
  readonly citizen: Citizen;
  readonly link: Link;
  readonly appointmentId: string;
  readonly officeId: string;
  readonly member: TestMember;
  cookie(): string;
  sessionId(): string;
  /** At so many minutes after the start; with a new session, as the one before is over by then. */
  at(minutes: number): Promise<void>;
  token(on?: Desk): Promise<RoomToken>;
  staffToken(on?: Desk): Promise<RoomToken>;
  enter(on?: Desk): Promise<RoomBrowser>;
  enterAsStaff(on?: Desk): Promise<RoomBrowser>;
  /** A relative, by a link of their own. */
  guest(name?: string): Promise<InvitedGuest>;
  guestToken(guest: InvitedGuest): Promise<RoomToken>;
  view(): Promise<RoomView>;
  staffView(): Promise<StaffRoomView>;
  row(): Promise<NonNullable<Awaited<ReturnType<typeof rowOf>>>>;
  attend(state: string): Promise<void>;
  /** Waits until the desk knows that the citizen has come: that changes the appointment, too. */
  arrived(): Promise<void>;
}

async function rowOf(desk: Desk, code: string) {
  const { appointments } = desk.database.tables;
  const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.code, code.replace('-', '')));
  return row;
}

/** A meeting at nine on an empty desk; browsers that it opened are closed by `closeAll`. */
export async function meetAtNine(desk: Desk, browsers: RoomBrowser[], { startsAt = nine, email = 'ada@example.org', phone = '+390141123456' } = {}): Promise<Meeting> {
  const citizen = citizenOf(desk);
  const link = await citizen.bookAt(await citizen.wanted(), startsAt, {}, { given_name: 'Ada', family_name: 'Quintavalle', email, phone });
  const found = await rowOf(desk, link.code);
  if (!found) throw new Error('no appointment');
  const member = await addMember(desk, { role: 'operator', officeIds: [found.officeId] });
  let session = await signedIn(desk, member);

  const bearer = { token: link.manage_token };
  const through = (on: Desk) => citizenOf(on);
  const keep = (browser: RoomBrowser) => {
    browsers.push(browser);
    return browser;
  };
  const meeting: Meeting = {
    desk,
    citizen,
    link,
    appointmentId: found.id,
    officeId: found.officeId,
    member,
    cookie: () => session.cookie,
    sessionId: () => session.sessionId,
    async at(minutes) {
      desk.clock.set(Date.parse(startsAt) + minutes * 60_000);
      session = await signedIn(desk, member);
    },
    token: async (on = desk) => got<RoomToken>(await through(on).post(`/appointments/${link.code}/room-tokens`, {}, bearer), 201),
    staffToken: async (on = desk) => got<RoomToken>(await askAs(on, session.cookie, 'POST', `/staff/appointments/${found.id}/room-tokens`, {}), 201),
    async enter(on = desk) {
      return keep(await enterWith(on, await meeting.token(on)));
    },
    async enterAsStaff(on = desk) {
      return keep(await enterWith(on, await meeting.staffToken(on)));
    },
    guest: async (name = 'Piero') => got<InvitedGuest>(await citizen.post(`/appointments/${link.code}/room-guests`, { name, role: 'relative' }, bearer), 201),
    guestToken: async ({ guest_token }) => got<RoomToken>(await citizen.post('/guest-room/tokens', {}, { token: guest_token }), 201),
    view: async () => got<RoomView>(await citizen.get(`/appointments/${link.code}/room`, bearer), 200),
    staffView: async () => got<StaffRoomView>(await askAs(desk, session.cookie, 'GET', `/staff/appointments/${found.id}/room`), 200),
    async row() {
      const row = await rowOf(desk, link.code);
      if (!row) throw new Error('no appointment');
      return row;
    },
    arrived: () => expect.poll(async () => (await meeting.row()).state).toBe('arrived'),
    async attend(state) {
      const { revision } = await meeting.row();
      got(await askAs(desk, session.cookie, 'POST', `/staff/appointments/${found.id}/attendance`, { state, revision }), 200);
    },
  };
  return meeting;
}

/** Citizen and official, both in the room. */
export async function inTheRoom(meeting: Meeting, citizenOn = meeting.desk, staffOn = meeting.desk): Promise<{ ada: RoomBrowser; official: RoomBrowser }> {
  const official = await meeting.enterAsStaff(staffOn);
  await official.until('room');
  const ada = await meeting.enter(citizenOn);
  const waiting = await official.room(({ people }) => people.some(({ role }) => role === 'citizen'));
  official.say({ type: 'admit', person: waiting.people.find(({ role }) => role === 'citizen')?.id ?? '' });
  await ada.room(({ people }) => people.filter(({ is_in }) => is_in).length === 2);
  await official.room(({ people }) => people.filter(({ is_in }) => is_in).length === 2);
  return { ada, official };
}

export async function closeAll(browsers: RoomBrowser[]): Promise<void> {
  for (const browser of browsers.splice(0)) await browser.leave();
}

