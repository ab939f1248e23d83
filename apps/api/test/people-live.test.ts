import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { note } from '../src/notifications/outbox.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { follow, type LiveReader } from './live-reader.ts';
import { addPerson, personRow } from './people-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let manager: string;
let reader: LiveReader;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  manager = (await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [here.officeId] }))).cookie;
  reader = await follow(desk, manager);
});
afterEach(() => reader.leave());
afterAll(() => desk.close());

const isOf = (id: string) => (data: { id: string }) => data.id === id;

async function eventsOf(appointmentId: string) {
  const { events } = desk.database.tables;
  return desk.database.read.select().from(events).where(eq(events.appointmentId, appointmentId)).orderBy(events.id);
}

describe('whoever has the board open sees without a new load', () => {
  test('the corrected name of somebody, on what is theirs today and to come', async () => {
    const past = await addPerson(desk, here.appointmentId, {}, { state: 'served', startsAt: 1_000_000, endsAt: 2_000_000 });
    const parts = desk.database.tables.appointmentPeople;
    await desk.database.write(async (tx) => void (await tx.update(parts).set({ personId: here.personId }).where(eq(parts.personId, past.id))));
    const answer = await askAs(desk, manager, 'PATCH', `/staff/people/${here.personId}`, { revision: 0, family_name: 'Zuccotti', phone: null });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await reader.until('appointment', isOf(here.appointmentId))).toMatchObject({ person: { name: 'Ada Zuccotti' }, has_phone: false });
    expect((await eventsOf(here.appointmentId)).at(-1)).toMatchObject({ kind: 'person-changed', actor: 'staff' });
    expect(await eventsOf(past.appointmentId)).toEqual([]);
    expect(await eventsOf(there.appointmentId)).not.toContainEqual(expect.objectContaining({ kind: 'person-changed' }));
  });

  test('whose an appointment is after two rows became one', async () => {
    const duplicate = await addPerson(desk, here.appointmentId, { givenName: 'Ada', familyName: 'Quintavale' });
    const answer = await askAs(desk, manager, 'POST', `/staff/people/${here.personId}/merges`, { revision: 0, duplicate_id: duplicate.id, duplicate_revision: 0 });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await reader.until('appointment', isOf(duplicate.appointmentId))).toMatchObject({ person: { id: here.personId, name: 'Ada Quintavalle' } });
  });

  test('that somebody was erased, on what is over today too', async () => {
    const now = desk.clock.now();
    const today = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Stamattina' }, { state: 'served', startsAt: now - 3_600_000, endsAt: now - 1_800_000 });
    const answer = await askAs(desk, manager, 'POST', `/staff/people/${today.id}/erasures`, { revision: 0 });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await reader.until('appointment', isOf(today.appointmentId))).toMatchObject({ person: { name: '' }, topic: null });
    expect(await personRow(desk, today.id)).toMatchObject({ erasedAt: now });
  });

  test('that a message did not arrive and somebody has to call, once', async () => {
    const { outbox } = desk.database.tables;
    const rows = await desk.database.read.select().from(outbox).where(eq(outbox.appointmentId, here.appointmentId));
    for (const row of rows) await note(desk.database, row, { state: 'failed', failure: 'rejected-address' }, desk.clock.now());
    expect(await reader.until('appointment', isOf(here.appointmentId))).toMatchObject({ to_call_since: '2026-12-01T08:00:00+01:00' });
    const told = (await eventsOf(here.appointmentId)).filter(({ kind }) => kind === 'to-call');
    expect(rows.length).toBeGreaterThan(1);
    expect(told).toMatchObject([{ actor: 'system', staffId: null }]);
  });
});
