import type { Board } from '@sportello/contract';
import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf } from './citizen.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let operator: string;
let auditor: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  operator = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }))).cookie;
  auditor = (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
});
afterAll(() => desk.close());

const get = (cookie: string, url: string) => askAs(desk, cookie, 'GET', url);
const list = async (cookie: string, query = '') => (await get(cookie, `/staff/board?day=${ofDay}${query}`)).json<Board>();

/** The newest entry of the trail with what lies beside it. */
async function lastEntry() {
  const { auditEntries, auditValues } = desk.database.tables;
  const [entry] = await desk.database.read.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  const beside = (await desk.database.read.select().from(auditValues)).find(({ entryId }) => entryId === entry?.id);
  return { ...entry, personId: beside?.personId, address: beside?.address, written: beside?.written };
}

const countEntries = async () => (await desk.database.read.select().from(desk.database.tables.auditEntries)).length;

describe('the appointments of a day', () => {
  test('are those of the offices within reach, by time, with one entry of the trail a load', async () => {
    const before = await countEntries();
    const { items } = await list(operator);
    expect(items.map(({ id }) => id)).toEqual([here.appointmentId]);
    expect(items[0]).toMatchObject({ state: 'confirmed', office_id: here.officeId, person: { id: here.personId, name: 'Ada Quintavalle' }, code: expect.stringMatching(/^.{4}-.{4}$/), service_name: expect.stringMatching(/\w/) });
    expect(await countEntries()).toBe(before + 1);
    expect(await lastEntry()).toMatchObject({ action: 'list', objectKind: 'board', objectId: null, actor: 'staff', address: '127.0.0.1', fields: ['day'] });
  });

  test('show a hold while it lives, without a person, and not when it is over', async () => {
    const citizen = citizenOf(desk);
    const wanted = await citizen.wanted();
    const start = (await citizen.starts(wanted, ofDay)).at(-1) ?? '';
    const hold = await citizen.hold(wanted, start);
    expect((await list(operator)).items.map(({ id }) => id)).toEqual([here.appointmentId, hold.id]);
    expect((await list(operator)).items[1]).toMatchObject({ state: 'held', person: null, code: null });
    desk.clock.pass(11);
    expect((await list((await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie)).items.map(({ id }) => id)).not.toContain(hold.id);
  });

  test('come all in one answer, and of one office where one is asked for', async () => {
    expect((await list(auditor)).items.map(({ id }) => id).toSorted()).toEqual([here.appointmentId, there.appointmentId].toSorted());
    expect((await list(auditor, `&office_id=${there.officeId}`)).items.map(({ id }) => id)).toEqual([there.appointmentId]);
    expect((await list(operator, `&office_id=${there.officeId}`)).items).toEqual([]);
    expect((await list(auditor)).items.every(({ starts_at }) => starts_at?.startsWith(ofDay))).toBe(true);
  });

  test('of other days are others; a day that does not exist is told', async () => {
    for (const day of ['2026-12-02', '2026-12-04', '0001-01-01', '9999-12-31']) expect((await get(operator, `/staff/board?day=${day}`)).json().items).toEqual([]);
    expectInvalid(await get(operator, '/staff/board?day=2026-02-30'), 'day');
  });
});

describe('an appointment', () => {
  test('is shown to whom it is given, and that is in the trail', async () => {
    const answer = await get(operator, `/staff/appointments/${here.appointmentId}`);
    expect(answer.json()).toMatchObject({ id: here.appointmentId, topic: 'Una domanda di Ada', calendar_names: [expect.stringMatching(/\w/)], revision: expect.any(Number) });
    expect(await lastEntry()).toMatchObject({ action: 'see', objectKind: 'appointment', objectId: here.appointmentId, personId: here.personId });
  });

  test('beyond reach does not exist, and leaves no entry', async () => {
    const before = await countEntries();
    expectProblem(await get(operator, `/staff/appointments/${there.appointmentId}`), 'not-found');
    expectProblem(await get(operator, '/staff/appointments/nothing'), 'not-found');
    expect(await countEntries()).toBe(before);
  });

  test('shows an auditor initials and no topic', async () => {
    const answer = await get(auditor, `/staff/appointments/${here.appointmentId}`);
    expect(answer.json()).toMatchObject({ topic: null, person: { name: 'A. Q.' } });
    expect(answer.body).not.toMatch(/Quintavalle|domanda/);
    expect((await list(auditor)).items.map(({ person }) => person?.name).toSorted()).toEqual(['A. Q.', 'B. L.']);
  });
});

describe('a person', () => {
  test('is shown with masked contacts and the appointments within reach', async () => {
    const answer = await get(operator, `/staff/people/${here.personId}`);
    expect(answer.json()).toMatchObject({ name: 'Ada Quintavalle', email: 'a***@example.org', phone: '+39 *** *** 456', is_masked: true });
    expect(answer.json().appointments.map(({ id }: { id: string }) => id)).toEqual([here.appointmentId]);
    expect(answer.body).not.toContain(here.email);
    expect(await lastEntry()).toMatchObject({ action: 'see', objectKind: 'person', objectId: here.personId, personId: here.personId });
  });

  test('is revealed whole, and which fields is in the trail, without what was in them', async () => {
    const answer = await askAs(desk, operator, 'POST', `/staff/people/${here.personId}/reveal`, {});
    expect(answer.json()).toMatchObject({ email: here.email, phone: '+390141123456', is_masked: false });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'reveal', objectKind: 'person', fields: ['email', 'phone', 'tax_code'] });
    expect(entry.written).not.toContain(here.email);
  });

  test('with appointments of other offices alone does not exist', async () => {
    expectProblem(await get(operator, `/staff/people/${there.personId}`), 'not-found');
    expectProblem(await askAs(desk, operator, 'POST', `/staff/people/${there.personId}/reveal`, {}), 'not-found');
  });

  test('is never revealed to an auditor', async () => {
    expectProblem(await askAs(desk, auditor, 'POST', `/staff/people/${here.personId}/reveal`, {}), 'not-allowed');
    expect((await get(auditor, `/staff/people/${here.personId}`)).json()).toMatchObject({ name: 'A. Q.', is_masked: true });
  });
});

test('what cannot be written into the trail is not shown', async () => {
  let isBroken = false;
  const broken = await openEmptyDesk({ through: (database) => ({ ...database, write: (work) => (isBroken ? Promise.reject(new Error('Connection terminated')) : database.write(work)) }) });
  try {
    const { here: one } = await bookInTwoOffices(broken);
    const { cookie } = await signedIn(broken, await addMember(broken, { role: 'admin' }));
    isBroken = true;
    for (const url of [`/staff/board?day=${ofDay}`, `/staff/appointments/${one.appointmentId}`, `/staff/people/${one.personId}`, '/staff/audit-entries']) {
      const answer = await askAs(broken, cookie, 'GET', url);
      expectProblem(answer, 'service-unavailable');
      expect(answer.body).not.toContain('Quintavalle');
    }
  } finally {
    await broken.close();
  }
});
