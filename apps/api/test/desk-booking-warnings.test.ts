import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { type Clerk, clerkOf } from './clerk.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';

let desk: Desk;
let citizen: Citizen;
let clerk: Clerk;
let video: Wanted;
let here: DeskObject;
let there: DeskObject;

const thursday = '2026-12-03';
const friday = '2026-12-04';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  ({ here, there } = await bookInTwoOffices(desk)); // both on Thursday
  clerk = await clerkOf(desk);
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

/** A hold of the n-th free time of a day. */
async function holdOn(day: string, nth = 0) {
  return clerk.hold(video, (await clerk.starts(video, day))[nth] ?? '');
}

const countEntries = async () => (await desk.database.read.select().from(desk.database.tables.auditEntries)).length;

test('nobody in particular has nothing that speaks against', async () => {
  const { id } = await holdOn(thursday);
  expect(await clerk.warnings(id)).toEqual([]);
  expect(await clerk.warnings(id, { email: 'nobody@example.org', phone: '333 7654321' })).toEqual([]);
});

test('the same person the same day is told, by whom they are or by what they say, and that is in the trail', async () => {
  const { id } = await holdOn(thursday);
  const sameDay = [{ kind: 'same-day', appointment: { id: here.appointmentId, service_name: expect.stringMatching(/\w/), starts_at: expect.stringContaining(thursday) } }];
  const before = await countEntries();
  expect(await clerk.warnings(id, { person_id: here.personId })).toEqual(sameDay);
  expect(await clerk.warnings(id, { email: here.email.toUpperCase() })).toEqual(sameDay);
  expect(await countEntries()).toBe(before + 2);
});

test('the same service on another day is told, and when they have as many as citizens may', async () => {
  const { id } = await holdOn(friday);
  expect((await clerk.warnings(id, { person_id: here.personId })).map(({ kind }) => kind)).toEqual(['same-service']);
  await clerk.bookAt(video, (await clerk.starts(video, '2026-12-09'))[0] ?? '', { person: null, person_id: here.personId });
  await clerk.bookAt(video, (await clerk.starts(video, '2026-12-10'))[0] ?? '', { person: null, person_id: here.personId });
  expect((await clerk.warnings(id, { person_id: here.personId })).map(({ kind }) => kind)).toEqual(['same-service', 'same-service', 'same-service', 'limit']);
});

test('what was cancelled is no reason to warn', async () => {
  const { id } = await holdOn(thursday);
  const item = await clerk.get(`/staff/appointments/${here.appointmentId}`);
  await clerk.cancel(item.json(), { tell: false });
  expect(await clerk.warnings(id, { person_id: here.personId })).toEqual([]);
});

test('beyond reach it is told without saying what it is', async () => {
  clerk = await clerkOf(desk, { role: 'operator', officeIds: [here.officeId] });
  const { id } = await holdOn(thursday);
  expect(await clerk.warnings(id, { email: there.email })).toEqual([{ kind: 'same-day', appointment: null }]);
  expectInvalid(await clerk.post(`/staff/holds/${id}/warnings`, { person_id: there.personId }), '/person_id');
});

test('of a hold of somebody else nothing is told', async () => {
  const { id } = await holdOn(thursday);
  expectProblem(await (await clerkOf(desk)).post(`/staff/holds/${id}/warnings`, {}), 'not-found');
});
