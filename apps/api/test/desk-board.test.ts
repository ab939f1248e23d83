import type { Board } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import { eq } from 'drizzle-orm';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { calendarsWithin } from '../src/identity/calendars-within.ts';
import { directoryStore } from '../src/directory/store.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf } from './citizen.ts';
import { bookInTwoOffices, type DeskObject, ofDay, pendingLike } from './desk-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let admin: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  admin = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
});
afterAll(() => desk.close());

const load = async (cookie: string, query = '') => (await askAs(desk, cookie, 'GET', `/staff/board?day=${ofDay}${query}`)).json<Board>();

/** As many appointments of the same day as somebody's, each with its person, without claims. */
async function crowd({ appointmentId }: DeskObject, count: number): Promise<void> {
  const { appointments, people, appointmentPeople } = desk.database.tables;
  const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.id, appointmentId));
  if (!row) throw new Error('no appointment');
  const made = Array.from({ length: count }, () => ({ id: newId(), personId: newId() }));
  await desk.database.write(async (tx) => {
    for (const { id, personId } of made) {
      await tx.insert(appointments).values({ ...row, id, code: null });
      await tx.insert(people).values({ id: personId, kind: 'natural', givenName: 'Persona', familyName: 'Di Prova', language: 'it', createdAt: 0 });
      await tx.insert(appointmentPeople).values({ id: newId(), appointmentId: id, personId, role: 'requester' });
    }
  });
}

test('a day of more than a thousand appointments is one answer, which travels small', async () => {
  await crowd(here, 1100);
  const headers = { cookie: admin, 'accept-encoding': 'gzip' };
  const answer = await desk.app.inject({ url: `/api/v1/staff/board?day=${ofDay}`, headers });
  expect(answer.headers['content-encoding']).toBe('gzip');
  const text = gunzipSync(answer.rawPayload);
  const { items } = JSON.parse(text.toString()) as Board;
  expect(items).toHaveLength(1102);
  expect(items.every(({ person }) => person !== null)).toBe(true);
  expect(answer.rawPayload.length * 8).toBeLessThan(text.length);
});

test('what was cancelled or refused that day is on the board, and says so', async () => {
  const { appointments } = desk.database.tables;
  const set = (id: string, state: 'cancelled' | 'refused') => desk.database.write(async (tx) => void (await tx.update(appointments).set({ state }).where(eq(appointments.id, id))));
  await set(here.appointmentId, 'cancelled');
  await set(there.appointmentId, 'refused');
  expect((await load(admin)).items.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'refused']);
});

test('requests are counted whatever their day, as far as the reach goes', async () => {
  await pendingLike(desk, here);
  await pendingLike(desk, there);
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }));
  const count = async (with_: string, query = '') => (await load(with_, query)).pending_count;
  expect([await count(admin), await count(cookie), await count(admin, `&office_id=${there.officeId}`)]).toEqual([2, 1, 1]);
  expect((await askAs(desk, admin, 'GET', '/staff/board?day=2026-12-10')).json<Board>().pending_count).toBe(2);
});

test('a day on which nobody is expected names the next one on which somebody is', async () => {
  const nextOf = async (day: string, cookie = admin) => (await askAs(desk, cookie, 'GET', `/staff/board?day=${day}`)).json<Board>().next_day;
  const { appointments } = desk.database.tables;
  const before = addDays(ofDay, -3);
  expect([await nextOf(before), await nextOf(ofDay), await nextOf('2035-01-08')]).toEqual([ofDay, null, null]);
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [] }));
  expect(await nextOf(before, cookie)).toBeNull();
  await desk.database.write(async (tx) => void (await tx.update(appointments).set({ state: 'cancelled' })));
  expect(await nextOf(before)).toBeNull();
});

test('the calendars are those of the offices within reach, and of those that serve a comune within reach', async () => {
  const directory = await directoryStore(desk.database, desk.clock).current();
  const all = [...directory.calendars.keys()];
  const ids = (reach: Parameters<typeof calendarsWithin>[1]['reach']) => calendarsWithin(directory, { reach }).map(({ id }) => id);
  expect(ids({ everything: true })).toEqual(all);
  expect(ids({ everything: false, officeIds: [], municipalityIds: [] })).toEqual([]);
  expect(ids({ everything: false, officeIds: [], municipalityIds: [here.municipalityId] })).toEqual(all);
  const ofOffice = ids({ everything: false, officeIds: [here.officeId], municipalityIds: [] });
  const serving = [...directory.services.values()].filter(({ officeId }) => officeId === here.officeId).flatMap(({ channels }) => [...channels.values()].flatMap(({ needs }) => needs.flat()));
  expect(ofOffice).toEqual(all.filter((id) => serving.includes(id) || directory.calendars.get(id)?.officeId === here.officeId));
  expect(ofOffice.length).toBeLessThan(all.length);
});

test('an archived calendar is on no board, one’s own says so, and an office shows its own', async () => {
  const member = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  const { cookie } = await signedIn(desk, member);
  const [first, second] = (await load(cookie)).calendars;
  const { calendars } = desk.database.tables;
  await desk.change(async (tx) => {
    await tx.update(calendars).set({ staffId: member.id }).where(eq(calendars.id, first?.id ?? ''));
    await tx.update(calendars).set({ archivedAt: 1 }).where(eq(calendars.id, second?.id ?? ''));
  });
  const shown = (await load(cookie)).calendars;
  expect(shown.map(({ id }) => id)).not.toContain(second?.id);
  expect(shown.filter(({ is_mine }) => is_mine).map(({ id }) => id)).toEqual([first?.id]);
  expect((await load(admin, `&office_id=${here.officeId}`)).calendars.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
  expect((await load(cookie, `&office_id=${there.officeId}`)).calendars).toEqual([]);
  await desk.change(async (tx) => void (await tx.update(calendars).set({ archivedAt: null, staffId: null })));
});

test('the days of both nights of summer time are whole', async () => {
  const { appointments } = desk.database.tables;
  for (const [day, first, last] of [['2027-03-28', '2027-03-28T00:00:00+01:00', '2027-03-28T23:30:00+02:00'], ['2027-10-31', '2027-10-31T00:00:00+02:00', '2027-10-31T23:30:00+01:00']] as const) {
    for (const [id, start] of [[here.appointmentId, first], [there.appointmentId, last]] as const) {
      const startsAt = Date.parse(start);
      await desk.database.write(async (tx) => void (await tx.update(appointments).set({ startsAt, endsAt: startsAt + 1_800_000 }).where(eq(appointments.id, id))));
    }
    const board = (await askAs(desk, admin, 'GET', `/staff/board?day=${day}`)).json<Board>();
    expect(board.items.map(({ starts_at }) => starts_at)).toEqual([first, last]);
  }
});

test('a hold of a citizen has its place on the board while it lives', async () => {
  const citizen = citizenOf(desk);
  const wanted = await citizen.wanted();
  const hold = await citizen.hold(wanted, (await citizen.starts(wanted, ofDay)).at(-1) ?? '');
  expect((await load(admin)).items.find(({ id }) => id === hold.id)).toMatchObject({ state: 'held', person: null, calendar_ids: [expect.any(String)] });
});
