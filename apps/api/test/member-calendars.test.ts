import type { ContentOf, MemberCalendar, RecordItem } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

// Which calendars are whose: given, taken away, and what is booked in them when somebody leaves.

type CalendarRecord = RecordItem & { readonly content: ContentOf<'calendar'> };

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let cookie: string;
let colleague: TestMember;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
  colleague = await addMember(desk, { role: 'operator', allOffices: true });
});
afterEach(async () => {
  for (const calendar of await records()) if (calendar.content.staff_id === colleague.id) await give(calendar, undefined);
  await desk.clear();
});
afterAll(() => desk.close());

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => askAs(desk, cookie, method, path, body);
const records = async () => got<{ items: CalendarRecord[] }>(await ask('GET', '/staff/records/calendar'), 200).items;
const give = ({ id, revision, content }: CalendarRecord, staffId: string | undefined) => ask('POST', `/staff/records/calendar/${id}`, { revision, content: { ...content, staff_id: staffId } });
const calendarsOf = async ({ id }: TestMember) => got<{ items: MemberCalendar[] }>(await ask('GET', `/staff/members/${id}/calendars`), 200).items;

/** The calendar in which the citizen's next appointment lies. */
async function bookedCalendar(): Promise<CalendarRecord> {
  await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
  const { claims } = desk.database.tables;
  const taken = (await desk.database.read.select().from(claims)).map(({ calendarId }) => calendarId);
  const calendar = (await records()).find(({ id, content }) => taken.includes(id) && content.of === 'operator');
  if (!calendar) throw new Error('nothing was booked with anybody');
  return calendar;
}

test('somebody without a calendar has none, and nobody has no calendars', async () => {
  expect(await calendarsOf(colleague)).toEqual([]);
  expectProblem(await ask('GET', '/staff/members/nobody/calendars'), 'not-found');
});

test('a calendar that is given comes with what is booked in it, and without it once that is over', async () => {
  const calendar = await bookedCalendar();
  got(await give(calendar, colleague.id), 200);
  const [theirs, ...others] = await calendarsOf(colleague);
  expect(others).toEqual([]);
  expect(theirs).toEqual({ calendar_id: calendar.id, appointments_ahead: 1, next_starts_at: '2026-12-03T09:00:00+01:00' });
  desk.clock.set(Date.parse('2026-12-03T09:01:00+01:00'));
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
  expect(await calendarsOf(colleague)).toEqual([{ calendar_id: calendar.id, appointments_ahead: 0, next_starts_at: null }]);
});

test('a calendar that is taken away leaves what was booked, and the free times, as they are', async () => {
  const calendar = await bookedCalendar();
  const slots = `/api/v1/slots?service_id=${video.service_id}&channel=${video.channel}&municipality_id=${video.municipality_id}&from=2026-12-01&to=2026-12-05`;
  const free = (await desk.app.inject(slots)).body;
  const given = got<CalendarRecord>(await give(calendar, colleague.id), 200);
  expect((await desk.app.inject(slots)).body).toBe(free);
  got(await give(given, undefined), 200);
  expect(await calendarsOf(colleague)).toEqual([]);
  expect((await desk.app.inject(slots)).body).toBe(free);
  const { appointments } = desk.database.tables;
  expect((await desk.database.read.select().from(appointments)).filter(({ state }) => state === 'confirmed')).toHaveLength(1);
});

test('of two administrators who give the same calendar away at once one is told', async () => {
  const [calendar] = (await records()).filter(({ content }) => content.of === 'operator');
  if (!calendar) throw new Error('the demo has calendars');
  const other = await addMember(desk, { role: 'operator', allOffices: true });
  const answers = await Promise.all([give(calendar, colleague.id), give(calendar, other.id)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const after = (await records()).find(({ id }) => id === calendar.id);
  if (after) got(await give(after, undefined), 200);
});

test('an invitation is taken back only once no calendar is theirs', async () => {
  const invited = got<{ id: string }>(await ask('POST', '/staff/members', { email: 'nuova@example.org', given_name: 'Nuova', family_name: 'Prova', role: 'operator' }), 201);
  const [calendar] = (await records()).filter(({ content }) => content.of === 'operator');
  if (!calendar) throw new Error('the demo has calendars');
  const given = got<CalendarRecord>(await give(calendar, invited.id), 200);
  const refused = expectProblem(await ask('DELETE', `/staff/members/${invited.id}`), 'still-used');
  expect(refused.detail).toContain('agenda');
  got(await give(given, undefined), 200);
  expect((await ask('DELETE', `/staff/members/${invited.id}`)).statusCode).toBe(204);
});
