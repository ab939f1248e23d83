import type { DeskPerson, Note } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { trailOf } from './people-objects.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let operator: TestMember;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  operator = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  ({ cookie } = await signedIn(desk, operator));
});
afterAll(() => desk.close());

const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object, as = cookie) => askAs(desk, as, method, url, body);
const notesOf = async (personId: string, as = cookie) => (await ask('GET', `/staff/people/${personId}`, undefined, as)).json<DeskPerson>().notes;
const eventsOf = async (appointmentId: string) => {
  const { events } = desk.database.tables;
  const rows = await desk.database.read.select().from(events).where(eq(events.appointmentId, appointmentId)).orderBy(events.id);
  return rows.map(({ kind }) => kind);
};

async function note(url: string, text: string): Promise<Note> {
  const answer = await ask('POST', url, { text });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

describe('a note about somebody', () => {
  test('is read by the colleagues of the office, and changed and taken away by who wrote it', async () => {
    const { id } = await note(`/staff/people/${here.personId}/notes`, '  Sente poco: parlare forte.  ');
    expect(await trailOf(desk)).toMatchObject([{ action: 'create', objectKind: 'note', objectId: id, fields: ['body'], personId: here.personId }]);
    const colleague = (await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [here.officeId] }))).cookie;
    expect(await notesOf(here.personId)).toMatchObject([{ id, text: 'Sente poco: parlare forte.', staff_name: 'Prova operator', is_mine: true, changed_at: null }]);
    expect(await notesOf(here.personId, colleague)).toMatchObject([{ id, is_mine: false }]);

    for (const [method, body] of [['PATCH', { text: 'Altro' }], ['DELETE', undefined]] as const) expectProblem(await ask(method, `/staff/notes/${id}`, body, colleague), 'not-found');
    desk.clock.pass(1);
    expect((await ask('PATCH', `/staff/notes/${id}`, { text: 'Sente bene.' })).json()).toMatchObject({ id, text: 'Sente bene.', changed_at: expect.stringMatching(/^2026-12-01/) });
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'change', objectKind: 'note', fields: ['body'] });
    expect((await ask('DELETE', `/staff/notes/${id}`)).statusCode).toBe(204);
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'delete', objectKind: 'note', objectId: id });
    expect(await notesOf(here.personId)).toEqual([]);
    expectProblem(await ask('DELETE', `/staff/notes/${id}`), 'not-found');
  });

  test('beyond reach is not there, nor can one be written', async () => {
    expectProblem(await ask('POST', `/staff/people/${there.personId}/notes`, { text: 'Una nota' }), 'not-found');
    expectProblem(await ask('POST', `/staff/appointments/${there.appointmentId}/notes`, { text: 'Una nota' }), 'not-found');
    expectProblem(await ask('POST', '/staff/people/nobody/notes', { text: 'Una nota' }), 'not-found');
  });

  test('goes out of its writer’s hands with the office', async () => {
    const { id } = await note(`/staff/people/${here.personId}/notes`, 'Una nota');
    await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.staffScopes)));
    expectProblem(await ask('PATCH', `/staff/notes/${id}`, { text: 'Altro' }), 'not-found');
    expectProblem(await ask('DELETE', `/staff/notes/${id}`), 'not-found');
  });

  test('is never read by an auditor, nor its text in the trail', async () => {
    await note(`/staff/people/${here.personId}/notes`, 'Sente poco');
    const auditor = (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
    expect(await notesOf(here.personId, auditor)).toEqual([]);
    const { auditEntries } = desk.database.tables;
    const [entry] = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.objectKind, 'note'));
    expect((await ask('GET', `/staff/audit-entries/${entry?.id}`, undefined, auditor)).body).not.toContain('Sente poco');
  });

  test('says something', async () => {
    expectInvalid(await ask('POST', `/staff/people/${here.personId}/notes`, { text: '' }), '/text');
    expectInvalid(await ask('POST', `/staff/people/${here.personId}/notes`, { text: 'a'.repeat(2001) }), '/text');
  });
});

test('a note about an appointment is an event, so that open boards count it, and one less when it goes', async () => {
  const { id } = await note(`/staff/appointments/${here.appointmentId}/notes`, 'Porta la planimetria');
  expect((await eventsOf(here.appointmentId)).at(-1)).toBe('noted');
  const [one] = (await ask('GET', `/staff/people/${here.personId}`)).json<DeskPerson>().appointments;
  expect(one).toMatchObject({ id: here.appointmentId, note_count: 1 });
  await ask('DELETE', `/staff/notes/${id}`);
  expect((await eventsOf(here.appointmentId)).filter((kind) => kind === 'noted')).toHaveLength(2);
  expect((await trailOf(desk))[0]).toMatchObject({ action: 'delete', objectKind: 'note', personId: here.personId });
});
