import type { DeskPerson } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { type AddedPerson, addPerson, makeFindable, personRow, takePart, trailOf } from './people-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let duplicate: AddedPerson;
let operator: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.identities)));
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  operator = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }))).cookie;
  duplicate = await addPerson(desk, here.appointmentId, { givenName: 'Ada', familyName: 'Quintavale', email: 'ada.seconda@example.org', phone: '+393331239876' });
  await makeFindable(desk);
});
afterAll(() => desk.close());

const merge = (id: string, duplicateId: string, { revision = 0, cookie = operator } = {}) => askAs(desk, cookie, 'POST', `/staff/people/${id}/merges`, { revision, duplicate_id: duplicateId, duplicate_revision: 0 });
const read = () => desk.database.read;
const tables = () => desk.database.tables;

describe('two rows that are one person', () => {
  test('become one, who has the appointments of both and keeps what they had', async () => {
    const answer = await merge(here.personId, duplicate.id);
    const merged = answer.json<DeskPerson>();
    expect(merged).toMatchObject({ id: here.personId, name: 'Ada Quintavalle', email: 'a***@example.org', revision: 1 });
    expect(merged.appointments.map(({ id }) => id).toSorted()).toEqual([here.appointmentId, duplicate.appointmentId].toSorted());
    expect(await personRow(desk, here.personId)).toMatchObject({ email: here.email, phone: '+390141123456' });
    expect(await personRow(desk, duplicate.id)).toBeUndefined();
    expectProblem(await askAs(desk, operator, 'GET', `/staff/people/${duplicate.id}`), 'not-found');
  });

  test('gain what was missing', async () => {
    await merge(duplicate.id, here.personId);
    expect(await personRow(desk, duplicate.id)).toMatchObject({ email: 'ada.seconda@example.org', taxCode: '00743110157', familyName: 'Quintavale' });
  });

  test('bring all that hangs on them: notes, identities, messages', async () => {
    await askAs(desk, operator, 'POST', `/staff/people/${duplicate.id}/notes`, { text: 'Una nota' });
    const { identities, outbox } = desk.database.tables;
    await desk.database.write(async (tx) => {
      await tx.insert(identities).values({ id: newId(), personId: duplicate.id, provider: 'spid', subject: 'x', provenAt: 1 });
      await tx.update(outbox).set({ personId: duplicate.id }).where(eq(outbox.personId, here.personId));
    });
    const answer = await merge(here.personId, duplicate.id);
    expect(answer.json<DeskPerson>().notes).toMatchObject([{ text: 'Una nota' }]);
    expect((await read().select().from(tables().identities)).map(({ personId }) => personId)).toEqual([here.personId]);
    expect((await read().select().from(tables().outbox)).some(({ personId }) => personId === duplicate.id)).toBe(false);
    expect((await read().select().from(tables().personTerms)).some(({ personId }) => personId === duplicate.id)).toBe(false);
  });

  test('take part once where both took part', async () => {
    await takePart(desk, { personId: duplicate.id, appointmentId: here.appointmentId, role: 'beneficiary' });
    await merge(here.personId, duplicate.id);
    expect((await read().select().from(tables().appointmentPeople)).filter(({ appointmentId }) => appointmentId === here.appointmentId)).toMatchObject([{ personId: here.personId, role: 'requester' }]);
  });

  test('count as one for the limits', async () => {
    await merge(here.personId, duplicate.id);
    const { appointments } = desk.database.tables;
    const found = await desk.database.read.select({ id: appointments.id, key: appointments.personKey }).from(appointments);
    const keyOf = (id: string) => found.find((row) => row.id === id)?.key;
    expect(keyOf(duplicate.appointmentId)).toBe(keyOf(here.appointmentId));
  });

  test('leave in the trail who was merged into whom, and what the duplicate said', async () => {
    await merge(here.personId, duplicate.id);
    const [kept, gone] = await trailOf(desk, 2);
    expect(kept).toMatchObject({ action: 'merge', objectId: here.personId, personId: here.personId, fields: ['duplicate'] });
    expect(gone).toMatchObject({ action: 'merge', objectId: duplicate.id, personId: here.personId });
    expect(gone?.written).toContain('ada.seconda@example.org');
  });

  test('are found as one', async () => {
    await merge(here.personId, duplicate.id);
    const found = (await askAs(desk, operator, 'POST', '/staff/people/search', { words: 'quintavalle' })).json<{ items: { id: string }[] }>();
    expect(found.items.map(({ id }) => id)).toEqual([here.personId]);
  });
});

describe('a merge is refused', () => {
  test('where one of them has appointments beyond reach', async () => {
    await takePart(desk, { personId: duplicate.id, appointmentId: there.appointmentId, role: 'companion' });
    expectProblem(await merge(here.personId, duplicate.id), 'beyond-reach');
    expectProblem(await merge(duplicate.id, here.personId), 'beyond-reach');
    const admin = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
    expect((await merge(here.personId, duplicate.id, { cookie: admin })).statusCode).toBe(200);
  });

  test('where one of them is not there for who asks', async () => {
    expectProblem(await merge(here.personId, there.personId), 'not-found');
    expectProblem(await merge(there.personId, here.personId), 'not-found');
    expectProblem(await merge(here.personId, 'nobody'), 'not-found');
    expect(await personRow(desk, there.personId)).toMatchObject({ familyName: 'Lamberti' });
  });

  test('with oneself', async () => {
    expectInvalid(await merge(here.personId, here.personId), '/duplicate_id');
  });

  test('where somebody changed one of them meanwhile', async () => {
    expectProblem(await merge(here.personId, duplicate.id, { revision: 7 }), 'changed-meanwhile');
    await askAs(desk, operator, 'PATCH', `/staff/people/${duplicate.id}`, { revision: 0, language: 'en' });
    expectProblem(await merge(here.personId, duplicate.id), 'changed-meanwhile');
    expect(await personRow(desk, duplicate.id)).toBeDefined();
  });

  test('to the second of two who do it at once, whichever way round', async () => {
    const answers = await Promise.all([merge(here.personId, duplicate.id), merge(duplicate.id, here.personId)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)[0]).toBe(200);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect((await read().select().from(tables().people)).filter(({ id }) => id === here.personId || id === duplicate.id)).toHaveLength(1);
  });
});
