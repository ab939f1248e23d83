import type { Why } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectInvalid } from './expect-problem.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

// "Perché non è libero?": what stands in the way of a start, and what it is.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let officeId: string;
let cookie: string;

const nine = '2026-12-03T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  officeId = (await citizen.service(video.service_id)).office_id;
});
beforeEach(signIn);
afterEach(() => desk.clear());
afterAll(() => desk.close());

async function signIn(): Promise<void> {
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [officeId] })));
}

const ask = (startsAt: string, wanted: object = video) => askAs(desk, cookie, 'GET', `/staff/why?${new URLSearchParams({ ...(wanted as Record<string, string>), starts_at: startsAt })}`);
const why = async (startsAt: string, wanted: object = video) => got<Why>(await ask(startsAt, wanted), 200);

test('a start that is offered says so, and the one that is offered is the one that citizens see', async () => {
  expect(await why(nine)).toMatchObject({ reason: 'offered', not_for_citizens: null, closed_day: null });
  for (const startsAt of await citizen.starts(video, '2026-12-03', '2026-12-10')) expect((await why(startsAt)).reason).toBe('offered');
});

test('a taken start names the appointment that has it, and the next free one', async () => {
  while ((await citizen.starts(video, '2026-12-03')).includes(nine)) await citizen.bookAt(video, nine);
  const ids = (await rowsOf(desk)).appointments.map(({ id }) => id);
  const said = await why(nine);
  expect(said.reason).toBe('taken');
  const named = said.needs.flat().flatMap(({ taken_by: by }) => by?.appointment_id ?? []);
  expect(named.toSorted()).toEqual(ids.toSorted());
  expect(said.next_available_at).toBe('2026-12-03T09:30:00+01:00');
});

test('what has the time is not named to who cannot see it', async () => {
  const { id, municipalityId } = await taken();
  const { appointments } = desk.database.tables;
  const [other] = await desk.database.read.select({ id: desk.database.tables.offices.id }).from(desk.database.tables.offices);
  await desk.database.write(async (tx) => void (await tx.update(appointments).set({ officeId: other?.id === officeId ? 'x' : (other?.id ?? '') }).where(eq(appointments.id, id))));
  expect(municipalityId).not.toBe('');
  const all = (await why(nine)).needs.flat();
  expect(all.some(({ taken_by: by }) => by !== null && by.appointment_id === null)).toBe(true);
  expect(JSON.stringify(all)).not.toContain(id);
});

async function taken() {
  await citizen.bookAt(video, nine);
  const [row] = (await rowsOf(desk)).appointments;
  if (!row) throw new Error('nothing was booked');
  return row;
}

test('too soon, too far, closed and outside the hours are told apart', async () => {
  desk.clock.set('2026-12-03T08:00:00+01:00');
  await signIn();
  expect((await why(nine)).reason).toBe('notice');
  expect((await why('2027-03-04T09:00:00+01:00')).reason).toBe('horizon');
  expect(await why('2026-12-08T09:00:00+01:00')).toMatchObject({ reason: 'closed-day', closed_day: 'Immacolata Concezione' });
  expect(await why('2026-12-07T20:00:00+01:00')).toMatchObject({ reason: 'outside-opening', closed_day: null });
});

test('an absence is shown with its times and its reason', async () => {
  const { absences, calendars } = desk.database.tables;
  const all = await desk.database.read.select({ id: calendars.id }).from(calendars);
  const [startsAt, endsAt] = [Date.parse('2026-12-03T08:00:00+01:00'), Date.parse('2026-12-03T13:00:00+01:00')];
  await desk.change((tx) => tx.insert(absences).values(all.map(({ id: calendarId }) => ({ id: newId(), calendarId, startsAt, endsAt, reason: 'Corso' }))));
  const said = await why(nine);
  expect(said.reason).toBe('absence');
  expect(said.needs[0]?.[0]?.absence ?? said.needs[0]?.[1]?.absence).toEqual({ starts_at: '2026-12-03T08:00:00+01:00', ends_at: '2026-12-03T13:00:00+01:00', reason: 'Corso' });
  await desk.change((tx) => tx.delete(absences));
});

test('a service that is not open to citizens says so, whatever its hours', async () => {
  const restore = await changeRules(desk, 'informazioni-scia', 'video', { whoMayBook: 'staff' });
  expect(await why(nine)).toMatchObject({ not_for_citizens: 'staff' });
  await restore();
});

test('only the own offices’ services are explained', async () => {
  expectInvalid(await ask(nine, await citizen.wanted('chiedi-al-punto-risposte', 'phone')), 'service_id');
});
