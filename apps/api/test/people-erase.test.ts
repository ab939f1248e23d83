import type { DeskPerson, PersonExport } from '@sportello/contract';
import { eq, getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { erasureOf } from '../src/database/erasure.ts';
import { verifyTrail } from '../src/audit/verify.ts';
import { trailSealer } from '../src/audit/seal.ts';
import { type Desk, openEmptyDesk, testSecrets } from './app.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { type AddedPerson, addPerson, makeFindable, personRow, takePart, trailOf } from './people-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let manager: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  const { identities, delegations, threadMessages, files, payments, reports, retentionHolds } = desk.database.tables;
  await desk.database.write(async (tx) => {
    for (const table of [identities, delegations, threadMessages, files, payments, reports, retentionHolds]) await tx.delete(table);
  });
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  manager = (await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [here.officeId] }))).cookie;
});
afterAll(() => desk.close());

const ask = (url: string, body: object, cookie = manager) => askAs(desk, cookie, 'POST', url, body);
const erase = (id: string, { cancels = false, revision = 0, cookie = manager } = {}) => ask(`/staff/people/${id}/erasures`, { revision, ...(cancels && { cancel_appointments: true }) }, cookie);
const cloth = 'SEGRETO';

/** Everything that the database holds, as text. */
async function everything(): Promise<Record<string, string>> {
  const { read, tables } = desk.database;
  const found: Record<string, string> = {};
  for (const table of Object.values(tables)) found[getTableName(table)] = JSON.stringify(await read.select().from(table));
  return found;
}

/** Where erasing a person reaches what a table holds of them. */
const erasedHere = [
  'people', 'identities', 'delegations', 'person_keys', 'appointments', 'answers', 'notes', 'proposals', 'link_requests', 'person_terms', 'audit_values',
  'files', 'file_pieces', 'payments', 'thread_messages', 'reports', 'room_guests', 'room_messages', 'retention_holds',
];
/** What holds nothing that could be found by a person. */
const notOfCitizens: Readonly<Record<string, string>> = {
  absences: 'of officials', blocks: 'of officials', calendar_feeds: 'of officials', busy_sources: 'of officials', guesses: 'by network, for an hour', ratings: 'nothing says whose', room_signals: 'between processes, for a minute',
  video_connections: 'of the union', mail_servers: 'of the union', webhooks: 'of the union', webhook_deliveries: 'what another system answered to ids, for 30 days', vendor_meetings: 'the vendor’s name of a meeting, which names nobody',
};
const ofStaff = /^(staff|staff_.+|passkeys|totp_secrets|recovery_codes|sign_in_.+)$/;

test('every column with something personal is erased with a person, or said to be nobody’s', () => {
  const personal = Object.values(desk.database.tables).filter((table) => [...erasureOf(table).values()].some((erasure) => erasure !== 'plain')).map(getTableName);
  const forgotten = personal.filter((name) => !erasedHere.includes(name) && !(name in notOfCitizens) && !ofStaff.test(name));
  expect(forgotten).toEqual([]);
});

describe('a person who is erased', () => {
  test('is nowhere any more: no name, contact, word, note or key of theirs, in any declared column', async () => {
    const { tables, write } = desk.database;
    const { id, appointmentId } = await addPerson(desk, here.appointmentId, {}, { state: 'served', startsAt: 1_000_000, endsAt: 2_000_000 });
    const fill = (table: PgTable, fixed: Readonly<Record<string, unknown>>) => ({ ...Object.fromEntries([...erasureOf(table)].filter(([, erasure]) => erasure !== 'plain').map(([name]) => [name, `${cloth} ${getTableName(table)} ${name}`])), ...fixed });
    const email = `${cloth}@example.org`;
    const insert = async (table: PgTable, fixed: Readonly<Record<string, unknown>>) => {
      const idColumn = 'id' in getTableColumns(table) ? { id: newId() } : {};
      await write(async (tx) => void (await tx.insert(table).values({ ...idColumn, ...fill(table, fixed) } as never)));
    };
    await write(async (tx) => {
      await tx.update(tables.people).set(fill(tables.people, { email }) as never).where(eq(tables.people.id, id));
      await tx.update(tables.appointments).set(fill(tables.appointments, {}) as never).where(eq(tables.appointments.id, appointmentId));
    });
    const [question] = await desk.database.read.select().from(tables.questions).limit(1);
    const now = desk.clock.now();
    const owner = { ownerKind: 'appointment', ownerId: appointmentId, createdAt: now };
    await insert(tables.personKeys, { key: `${cloth} appointments personKey` });
    await insert(tables.identities, { personId: id, provider: 'spid', provenAt: now });
    await insert(tables.delegations, { delegatorId: id, delegateId: here.personId, scope: 'all', firstDay: '2026-01-01' });
    await insert(tables.answers, { appointmentId, questionId: question?.id });
    await insert(tables.notes, { ...owner, ownerKind: 'person', ownerId: id, staffId: 'x' });
    await insert(tables.notes, { ...owner, staffId: 'x' });
    await insert(tables.proposals, { appointmentId, startsAt: now, endsAt: now, calendarIds: [], staffId: 'x', createdAt: now, expiresAt: now, state: 'replaced' });
    await insert(tables.linkRequests, { code: 'x', requestedAt: now, emailDigest: testSecrets.digest('email', email.toLowerCase()) });
    await insert(tables.files, { ...owner, id: 'file', mediaType: 'x', bytes: 1, sentBy: 'citizen', store: 'database' });
    await insert(tables.filePieces, { fileId: 'file', position: 0, content: Buffer.from(cloth) });
    await insert(tables.payments, { ...owner, amountCents: 1, state: 'x' });
    await insert(tables.threadMessages, { ...owner, author: 'citizen', personId: id });
    await insert(tables.reports, { email, createdAt: now });
    await insert(tables.rooms, { id: 'room', appointmentId, sequence: 0, createdAt: now });
    await insert(tables.roomGuests, { appointmentId, role: 'relative', createdAt: now });
    await insert(tables.roomMessages, { roomId: 'room', personId: 'x', createdAt: now });
    await insert(tables.retentionHolds, { personId: id, until: '2026-11-30', staffId: 'x', createdAt: now });
    await insert(tables.idempotencyKeys, { scope: 'x', bodyDigest: 'x', status: 201, answer: `{"said":"${cloth}"}`, appointmentId, createdAt: now });
    await makeFindable(desk);
    const changed = await askAs(desk, manager, 'PATCH', `/staff/people/${id}`, { revision: 0, given_name: `${cloth} di nuovo` });
    expect(changed.statusCode, changed.body).toBe(200);
    expect(Object.values(await everything()).join('')).toContain(cloth);

    const answer = await erase(id, { revision: 1 });
    expect(answer.json(), answer.body).toEqual({ erased_at: '2026-12-01T08:00:00+01:00', appointments: 1 });
    const left = Object.entries(await everything()).filter(([, text]) => text.toUpperCase().includes(cloth));
    expect(left).toEqual([]);
    expect(await desk.database.read.select().from(tables.linkRequests)).toEqual([]);
    expect(await personRow(desk, id)).toMatchObject({ givenName: null, familyName: null, email: null, erasedAt: desk.clock.now(), revision: 2 });
  });

  test('leaves their appointments as numbers, the trail whole, and others as they are', async () => {
    const before = await everything();
    const { id, appointmentId } = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Passata', email: 'ida@example.org' }, { state: 'served' });
    await askAs(desk, manager, 'PATCH', `/staff/people/${id}`, { revision: 0, family_name: 'Cambiata' });
    await trailSealer(desk).run();
    expect((await erase(id, { revision: 1 })).statusCode).toBe(200);
    const { appointments } = desk.database.tables;
    const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.id, appointmentId));
    expect(row).toMatchObject({ state: 'served', officeId: here.officeId, topic: null, personKey: null, anonymisedAt: desk.clock.now() });
    await trailSealer(desk).run();
    expect((await verifyTrail(desk)).findings).toEqual([]);
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'erase', objectKind: 'person', objectId: id, fields: [] });
    expect(await personRow(desk, here.personId)).toMatchObject({ givenName: 'Ada' });
    expect((await everything())['answers']).toEqual(before['answers']);
    const shown = await askAs(desk, manager, 'GET', `/staff/people/${id}`);
    expect(shown.json<DeskPerson>()).toMatchObject({ name: '', is_erased: true, email: null });
  });

  test('takes those along whom only their bookings name, and nobody else', async () => {
    const { id, appointmentId } = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Figlia' }, { state: 'served' });
    const mother = await addPerson(desk, here.appointmentId, { givenName: 'Rosa', familyName: 'Madre' }, { state: 'served' });
    const companion: AddedPerson = await addPerson(desk, here.appointmentId, { givenName: 'Ugo', familyName: 'Compagno' });
    await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.appointmentPeople).where(eq(desk.database.tables.appointmentPeople.personId, companion.id))));
    await takePart(desk, { personId: mother.id, appointmentId, role: 'beneficiary' });
    await takePart(desk, { personId: companion.id, appointmentId, role: 'companion' });
    expect((await erase(id)).statusCode).toBe(200);
    expect(await personRow(desk, companion.id)).toMatchObject({ givenName: null, erasedAt: desk.clock.now() });
    expect(await personRow(desk, mother.id)).toMatchObject({ givenName: 'Rosa', erasedAt: null });
  });

  test('is erased from what the trail knew of a row that was merged into theirs', async () => {
    const kept = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Una' }, { state: 'served' });
    const gone = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Doppia' }, { state: 'served' });
    await askAs(desk, manager, 'PATCH', `/staff/people/${gone.id}`, { revision: 0, family_name: 'Trisdoppia' });
    await ask(`/staff/people/${kept.id}/merges`, { revision: 0, duplicate_id: gone.id, duplicate_revision: 1 });
    expect((await everything())['audit_values']).toContain('Trisdoppia');
    expect((await erase(kept.id, { revision: 1 })).statusCode).toBe(200);
    expect((await everything())['audit_values']).not.toMatch(/doppia/i);
  });

  test('gets no message any more, and can be invited no more', async () => {
    expect((await erase(here.personId, { cancels: true })).statusCode).toBe(200);
    const rows = await desk.database.read.select().from(desk.database.tables.outbox).where(eq(desk.database.tables.outbox.personId, here.personId));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ state }) => state === 'dropped')).toBe(true);
  });
});

describe('with appointments still to come', () => {
  test('an erasure is refused, and nothing is changed', async () => {
    const problem = expectProblem(await erase(here.personId), 'state-conflict');
    expect(problem).toMatchObject({ state: 'confirmed' });
    expect(await personRow(desk, here.personId)).toMatchObject({ givenName: 'Ada', revision: 0, erasedAt: null });
  });

  test('it cancels them where that is wished: the time is free, and who asked for them is told', async () => {
    const { appointments, claims, outbox } = desk.database.tables;
    const requester = await addPerson(desk, here.appointmentId, { givenName: 'Nora', familyName: 'Nipote', email: 'nora@example.org' });
    await takePart(desk, { personId: here.personId, appointmentId: requester.appointmentId, role: 'beneficiary' });
    expect((await erase(here.personId, { cancels: true })).json()).toMatchObject({ appointments: 2 });
    const rows = await desk.database.read.select().from(appointments).where(eq(appointments.officeId, here.officeId));
    expect(rows.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(await desk.database.read.select().from(claims).where(eq(claims.appointmentId, here.appointmentId))).toEqual([]);
    const told = await desk.database.read.select().from(outbox).where(eq(outbox.personId, requester.id));
    expect(told).toMatchObject([{ state: 'pending', appointmentId: requester.appointmentId }]);
    expect(await personRow(desk, requester.id)).toMatchObject({ givenName: 'Nora', erasedAt: null });
  });

  test('one that goes on at this moment is waited for', async () => {
    const { appointments } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(appointments).set({ state: 'in_progress' }).where(eq(appointments.id, here.appointmentId))));
    expectProblem(await erase(here.personId, { cancels: true }), 'state-conflict');
  });
});

describe('an erasure is refused', () => {
  test('to an operator, and to a manager whose sign-in is not fresh', async () => {
    const operator = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }))).cookie;
    expectProblem(await erase(here.personId, { cookie: operator }), 'not-allowed');
    const { cookie, sessionId } = await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [here.officeId] }));
    const { staffSessions } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(staffSessions).set({ authenticatedAt: desk.clock.now() - 11 * 60_000 }).where(eq(staffSessions.id, sessionId))));
    expectProblem(await erase(here.personId, { cookie, cancels: true }), 'fresh-sign-in-needed');
    expectProblem(await erase(there.personId, { cookie, cancels: true }), 'not-found');
  });

  test('for somebody beyond reach, or partly beyond', async () => {
    expectProblem(await erase(there.personId, { cancels: true }), 'not-found');
    await takePart(desk, { personId: here.personId, appointmentId: there.appointmentId, role: 'companion' });
    expectProblem(await erase(here.personId, { cancels: true }), 'beyond-reach');
    expect(await personRow(desk, here.personId)).toMatchObject({ givenName: 'Ada', erasedAt: null });
  });

  test('when somebody changed them meanwhile, and the second time', async () => {
    expectProblem(await erase(here.personId, { cancels: true, revision: 3 }), 'changed-meanwhile');
    expect((await erase(here.personId, { cancels: true })).statusCode).toBe(200);
    expectProblem(await erase(here.personId, { cancels: true }), 'changed-meanwhile');
    expectProblem(await askAs(desk, manager, 'PATCH', `/staff/people/${here.personId}`, { revision: 1, given_name: 'Ada' }), 'changed-meanwhile');
    expectProblem(await ask(`/staff/people/${here.personId}/notes`, { text: 'Una nota' }), 'not-found');
  });
});

test('an erasure is refused while somebody decided to keep them, and what they keep', async () => {
  const { retentionHolds } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.insert(retentionHolds).values({ id: newId(), personId: here.personId, until: '2026-12-01', reason: 'Ricorso', staffId: 'x', createdAt: 0 })));
  expectProblem(await erase(here.personId, { cancels: true }), 'data-kept');
  expect(await personRow(desk, here.personId)).toMatchObject({ givenName: 'Ada', erasedAt: null, revision: 0 });
  await desk.database.write(async (tx) => void (await tx.update(retentionHolds).set({ until: '2026-11-30' })));
  expect((await erase(here.personId, { cancels: true })).statusCode).toBe(200);
});

describe('an export', () => {
  const exported = async (id: string, cookie = manager) => ask(`/staff/people/${id}/exports`, {}, cookie);

  test('holds all that is kept of somebody: what they said, their answers, notes about them, and what was sent', async () => {
    await ask(`/staff/people/${here.personId}/notes`, { text: 'Sente poco' });
    await ask(`/staff/appointments/${here.appointmentId}/notes`, { text: 'Porta la planimetria' });
    const answer = await exported(here.personId);
    expect(answer.json<PersonExport>()).toMatchObject({
      made_at: '2026-12-01T08:00:00+01:00',
      union: expect.stringMatching(/\w/),
      person: { given_name: 'Ada', family_name: 'Quintavalle', email: here.email, phone: '+390141123456', tax_code: '00743110157' },
      appointments: [{ part: 'requester', topic: 'Una domanda di Ada', service: expect.stringMatching(/\w/), state: 'confirmed', answers: expect.any(Array) }],
      notes: ['Sente poco', 'Porta la planimetria'],
    });
    expect(answer.json<PersonExport>().messages).toContainEqual(expect.objectContaining({ message: 'confirmation', state: 'pending', sent_at: null }));
    expect(answer.body).not.toMatch(/Bruno|Lamberti/);
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'export', objectKind: 'person', objectId: here.personId, personId: here.personId });
  });

  test('leaves out no column in which something of them stands', async () => {
    const { tables, write, read } = desk.database;
    const ofPerson = ['givenName', 'familyName', 'companyName', 'email', 'phone', 'taxCode'];
    const digests = ['personKey', 'clientDigest']; // of no use to anybody
    const ofAppointment = [...erasureOf(tables.appointments)].filter(([name, erasure]) => erasure !== 'plain' && !digests.includes(name)).map(([name]) => name);
    expect([...erasureOf(tables.people)].filter(([, erasure]) => erasure !== 'plain').map(([name]) => name)).toEqual(ofPerson);
    await write(async (tx) => void (await tx.update(tables.appointments).set(Object.fromEntries(ofAppointment.map((name) => [name, `${cloth} ${name}`])) as never).where(eq(tables.appointments.id, here.appointmentId))));
    const { body } = await exported(here.personId);
    expect(ofAppointment.filter((name) => !body.includes(`${cloth} ${name}`))).toEqual([]);
    const answers = await read.select().from(tables.answers).where(eq(tables.answers.appointmentId, here.appointmentId));
    expect(answers.every(({ value }) => body.includes(JSON.stringify(value)))).toBe(true);
  });

  test('is refused for who lies beyond reach, or partly beyond, and to an operator', async () => {
    expectProblem(await exported(there.personId), 'not-found');
    await takePart(desk, { personId: here.personId, appointmentId: there.appointmentId, role: 'companion' });
    expectProblem(await exported(here.personId), 'beyond-reach');
    const operator = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }))).cookie;
    expectProblem(await exported(here.personId, operator), 'not-allowed');
  });
});
