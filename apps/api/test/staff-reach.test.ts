import { permissions } from '@sportello/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { type StaffRoute, staffRoutes } from './staff-contract.ts';

// Nobody reads another office's people: by any endpoint that takes an id, nor in any list. Both are generated from the contract.

let desk: Desk;
let here: DeskObject;
let there: DeskObject;

beforeAll(async () => {
  desk = await openEmptyDesk();
  ({ here, there } = await bookInTwoOffices(desk));
});
afterAll(() => desk.close());

/** Endpoints that are asked in other ways, and where their reach is proved. */
const provedElsewhere: Readonly<Record<string, string>> = {
  addStaffFile: 'papers.test.ts',
  readStaffFile: 'papers.test.ts',
  removeStaffFile: 'papers.test.ts',
  followLive: 'live.test.ts',
  createWalkIn: 'attendance.test.ts',
  printBoard: 'attendance.test.ts',
  announceDelay: 'attendance.test.ts',
  searchPeople: 'people-search.test.ts',
  mergePeople: 'people-merge.test.ts',
  exportAppointments: 'appointment-table.test.ts',
  exportPerson: 'people-erase.test.ts',
  erasePerson: 'people-erase.test.ts',
  changeNote: 'people-notes.test.ts',
  removeNote: 'people-notes.test.ts',
  createInvitation: 'desk-invitations.test.ts',
  listInvitations: 'desk-invitations.test.ts',
  revokeInvitation: 'desk-invitations.test.ts',
  explainStart: 'desk-why.test.ts',
  listPending: 'desk-requests.test.ts',
  countRequests: 'desk-requests.test.ts',
  findDeskSlots: 'desk-booking-holds.test.ts',
  holdDeskSlot: 'desk-booking-holds.test.ts',
  releaseDeskHold: 'desk-booking-holds.test.ts',
  warnAboutHold: 'desk-booking-warnings.test.ts',
  bookForSomebody: 'desk-booking.test.ts',
  showCalendarHours: 'hours-rules.test.ts',
  previewCalendarChange: 'hours-rules.test.ts',
  changeCalendars: 'hours-rules.test.ts',
  undoCalendarChange: 'hours-absence.test.ts',
  createBlock: 'blocks.test.ts',
  removeBlock: 'blocks.test.ts',
  listCalendarFeeds: 'feed.test.ts',
  createCalendarFeed: 'feed.test.ts',
  revokeCalendarFeed: 'feed.test.ts',
  listBusySources: 'busy-sources.test.ts',
  createBusySource: 'busy-sources.test.ts',
  readBusySource: 'busy-sources.test.ts',
  removeBusySource: 'busy-sources.test.ts',
  removeStaffGuest: 'rooms.test.ts',
  listWaiting: 'rooms.test.ts',
  listMisfits: 'misfits.test.ts',
  countMisfits: 'misfits.test.ts',
  listHoursVersions: 'hours-history.test.ts',
};

const ofScope = staffRoutes.filter(({ permission }) => permission !== null && permissions[permission].reach === 'scope');
const byId = ofScope.filter(({ url, name }) => url.includes(':') && !provedElsewhere[name]).map((route) => [route.name, route] as const);
const lists = ofScope.filter(({ url, name }) => !url.includes(':') && !provedElsewhere[name]).map((route) => [route.name, route] as const);

/** What each parameter stands for; an endpoint with another one fails here until somebody says what it is. */
const objects: Readonly<Record<string, (object: DeskObject) => string>> = {
  appointment_id: ({ appointmentId }) => appointmentId,
  person_id: ({ personId }) => personId,
};

/** What each list needs to be asked; it must cover the day of both appointments. */
const queries: Readonly<Record<string, string>> = { showBoard: `day=${ofDay}`, showAgenda: `from=${ofDay}&to=${ofDay}` };

/** The body with which an endpoint that takes an id is asked, where an empty one is not right. */
const bodies: Readonly<Record<string, object>> = {
  markAttendance: { state: 'in_progress', revision: 1 },
  writeOutcome: { revision: 1 },
  changePerson: { revision: 0, language: 'en' },
  notePerson: { text: 'Una nota' },
  noteAppointment: { text: 'Una nota' },
  approveDeskRequest: { revision: 0 },
  refuseDeskRequest: { revision: 0 },
  proposeTime: { revision: 0, starts_at: `${ofDay}T10:00:00+01:00` },
  moveDeskAppointment: { revision: 0, starts_at: `${ofDay}T20:00:00+01:00`, tell: false },
  cancelDeskAppointment: { revision: 0, tell: false },
  keepMisfit: { revision: 0 },
  goOnByPhone: { by_phone: false },
  inviteStaffGuest: { name: 'Una prova', role: 'relative' },
};

function pathOf({ url }: StaffRoute, object: DeskObject): string {
  return url.replace(/:(\w+)/g, (_, name: string) => {
    const idOf = objects[name];
    if (!idOf) throw new Error(`What is a ${name}? Say it in staff-reach.test.ts`);
    return idOf(object);
  });
}

const who = {
  'an operator of one office': () => addMember(desk, { role: 'operator', officeIds: [here.officeId] }),
  'a manager of one office': () => addMember(desk, { role: 'manager', officeIds: [here.officeId] }),
  'a manager of one comune': () => addMember(desk, { role: 'manager', municipalityIds: [here.municipalityId] }),
} as const;

/** None of what tells one from the other. */
function expectNothingOf(body: string, { appointmentId, personId, email }: DeskObject): void {
  for (const secret of [appointmentId, personId, email]) expect(body).not.toContain(secret);
}

async function cookieOf(name: keyof typeof who): Promise<string> {
  return (await signedIn(desk, await who[name]())).cookie;
}

describe.each(Object.keys(who) as (keyof typeof who)[])('%s', (name) => {
  test.each(byId)('by %s reaches what is theirs, and nothing else', async (_, route) => {
    const cookie = await cookieOf(name);
    const body = route.hasBody ? (bodies[route.name] ?? {}) : undefined;
    const [own, other] = [await askAs(desk, cookie, route.method, pathOf(route, here), body), await askAs(desk, cookie, route.method, pathOf(route, there), body)];
    expect([403, 404, 422, 500], own.body).not.toContain(own.statusCode); // a conflict says no more than that it is there
    expectNothingOf(own.body, there);
    expectProblem(other, 'not-found');
    expectNothingOf(other.body.replaceAll(/"instance":"[^"]*"/g, ''), there);
  });

  test.each(lists)('sees in %s what is theirs, and nothing else', async (_, { name: list, method, url }) => {
    const answer = await askAs(desk, await cookieOf(name), method, `${url}?${queries[list] ?? 'unknown=list'}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(here.appointmentId);
    expectNothingOf(answer.body, there);
  });
});

describe('somebody who was given no office', () => {
  test.each([...byId, ...lists])('sees nothing by %s', async (_, route) => {
    for (const role of ['operator', 'manager'] as const) {
      const { cookie } = await signedIn(desk, await addMember(desk, { role }));
      for (const object of [here, there]) {
        const answer = await askAs(desk, cookie, route.method, `${pathOf(route, object)}?${queries[route.name] ?? ''}`, route.hasBody ? (bodies[route.name] ?? {}) : undefined);
        if (route.url.includes(':')) expectProblem(answer, 'not-found');
        else expect(answer.json().items).toEqual([]);
      }
    }
  });
});

test('an operator is not given a comune by what a manager would be', async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', municipalityIds: [here.municipalityId] }));
  for (const [, { method, url, name }] of lists) expect((await askAs(desk, cookie, method, `${url}?${queries[name] ?? ''}`)).json().items).toEqual([]);
});

test('an office that is taken away is out of reach with the next request', async () => {
  const member = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  const { cookie } = await signedIn(desk, member);
  const show = () => askAs(desk, cookie, 'GET', `/staff/appointments/${here.appointmentId}`);
  expect((await show()).statusCode).toBe(200);
  await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.staffScopes)));
  expectProblem(await show(), 'not-found');
});

test('every office, now and later, is one of the ways to reach both', async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', allOffices: true }));
  for (const { appointmentId } of [here, there]) expect((await askAs(desk, cookie, 'GET', `/staff/appointments/${appointmentId}`)).statusCode).toBe(200);
});
