import type { DeskPerson } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directoryStore } from '../src/directory/store.ts';
import type { Mail } from '../src/notifications/senders/sender.ts';
import { startWorker } from '../src/notifications/worker.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf } from './citizen.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addPerson, makeFindable, personRow, takePart, trailOf } from './people-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let operator: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  operator = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }))).cookie;
});
afterAll(() => desk.close());

const change = (id: string, body: object, cookie = operator) => askAs(desk, cookie, 'PATCH', `/staff/people/${id}`, body);
const search = async (words: string) => (await askAs(desk, operator, 'POST', '/staff/people/search', { words })).json<{ items: { id: string }[] }>().items.map(({ id }) => id);

async function keyOf(appointmentId: string): Promise<string | null> {
  const { appointments } = desk.database.tables;
  const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.id, appointmentId));
  return row?.personKey ?? null;
}

describe('what is known of somebody', () => {
  test('is corrected as a booking would write it, and shown masked', async () => {
    const answer = await change(here.personId, { revision: 0, family_name: '  Quintavàlle ', email: 'Ada.Nuova@EXAMPLE.org', phone: '333 123 9876' });
    expect(answer.json()).toMatchObject({ name: 'Ada Quintavàlle', email: 'A***@example.org', phone: '+39 *** *** 876', revision: 1, is_masked: true });
    expect(await personRow(desk, here.personId)).toMatchObject({ familyName: 'Quintavàlle', email: 'Ada.Nuova@example.org', phone: '+393331239876', givenName: 'Ada', taxCode: '00743110157' });
    const [entry] = await trailOf(desk);
    expect(entry).toMatchObject({ action: 'change', objectKind: 'person', objectId: here.personId, personId: here.personId, fields: ['family_name', 'email', 'phone'] });
    expect(JSON.parse(entry?.written ?? '')).toContainEqual(['email', here.email, 'Ada.Nuova@example.org']);
  });

  test('is taken away by null or an empty text, and stays where nothing is said', async () => {
    await change(here.personId, { revision: 0, phone: null, tax_code: '' });
    expect(await personRow(desk, here.personId)).toMatchObject({ phone: null, taxCode: null, email: here.email, givenName: 'Ada', familyName: 'Quintavalle' });
  });

  test('keeps one name at least', async () => {
    expectInvalid(await change(here.personId, { revision: 0, given_name: null, family_name: null }), '/family_name');
    expect((await change(here.personId, { revision: 0, given_name: null })).json()).toMatchObject({ name: 'Quintavalle' });
  });

  test('is judged: e-mail, phone, tax code', async () => {
    expectInvalid(await change(here.personId, { revision: 0, email: 'ada@', phone: '141 1', tax_code: 'RSSMRA80A01H501Z' }), '/email', '/phone', '/tax_code');
  });

  test('is not changed by two at once: the second is told', async () => {
    await change(here.personId, { revision: 0, family_name: 'Prima' });
    expectProblem(await change(here.personId, { revision: 0, family_name: 'Seconda' }), 'changed-meanwhile');
    const both = await Promise.all(['Terza', 'Quarta'].map((name) => change(here.personId, { revision: 1, family_name: name })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  test('beyond reach is not there', async () => {
    expectProblem(await change(there.personId, { revision: 0, family_name: 'Altra' }), 'not-found');
    expect(await personRow(desk, there.personId)).toMatchObject({ familyName: 'Lamberti', revision: 0 });
  });

  test('is found at once by the new words, and not by the old ones', async () => {
    await makeFindable(desk);
    await change(here.personId, { revision: 0, family_name: 'Zuccotti', phone: '333 123 9876' });
    expect(await search('zuccotti')).toEqual([here.personId]);
    expect(await search('3331239876')).toEqual([here.personId]);
    for (const old of ['quintavalle', '0141123456']) expect(await search(old)).toEqual([]);
  });
});

describe('the appointments of somebody', () => {
  test('say who they are in each and how it went; an auditor reads nothing that people wrote', async () => {
    const { appointments } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(appointments).set({ outcome: 'Consegnato.', nextStep: 'Torna a marzo.' }).where(eq(appointments.id, here.appointmentId))));
    const other = await addPerson(desk, here.appointmentId, { givenName: 'Ugo', familyName: 'Nipote' });
    await takePart(desk, { personId: here.personId, appointmentId: other.appointmentId, role: 'beneficiary' });
    const show = async (cookie: string) => (await askAs(desk, cookie, 'GET', `/staff/people/${here.personId}`)).json<DeskPerson>().appointments;
    const shown = new Map((await show(operator)).map((one) => [one.id, one]));
    expect(shown.get(here.appointmentId)).toMatchObject({ part: 'requester', outcome: 'Consegnato.', next_step: 'Torna a marzo.' });
    expect(shown.get(other.appointmentId)).toMatchObject({ part: 'beneficiary', person: { name: 'Ugo Nipote' } });
    const auditor = (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
    expect((await show(auditor)).map(({ outcome, next_step }) => [outcome, next_step])).toEqual([[null, null], [null, null]]);
  });
});

describe('a new e-mail address', () => {
  test('counts for the limits of what is still to come, and the old one no longer does', async () => {
    const before = await keyOf(here.appointmentId);
    await change(here.personId, { revision: 0, email: 'nuova@example.org' });
    const after = await keyOf(here.appointmentId);
    expect(after).not.toBe(before);
    const keys = (await desk.database.read.select().from(desk.database.tables.personKeys)).map(({ key }) => key);
    expect(keys).toContain(after);
    expect(keys).not.toContain(before);
    await change(here.personId, { revision: 1, email: null, phone: null });
    expect(await keyOf(here.appointmentId)).toBeNull();

    const citizen = citizenOf(desk);
    await change(here.personId, { revision: 2, email: here.email });
    expect(await keyOf(here.appointmentId)).toBe(before);
    const wanted = await citizen.wanted();
    const [start = ''] = (await citizen.starts(wanted, '2026-12-03')).slice(-1);
    expectProblem(await citizen.confirm(await citizen.hold(wanted, start), {}, { email: here.email }), 'limit-reached');
  });

  test('gets the messages that were written down before', async () => {
    await change(here.personId, { revision: 0, email: 'nuova@example.org' });
    const sent: Mail[] = [];
    const worker = startWorker(
      {
        database: desk.database,
        directory: directoryStore(desk.database, desk.clock),
        clock: desk.clock,
        sender: { send: async (mail) => void sent.push(mail), close: async () => undefined },
        manageLink: () => 'https://sportello.example.org/#x',
        invitationLink: () => '',
        staffLink: () => '',
        emailDigest: () => '',
        baseUrl: 'https://sportello.example.org',
        from: 'sportello@example.org',
        random: () => 0,
        log: { info: () => undefined, warn: () => undefined },
      },
      { pollMs: null },
    );
    desk.clock.set('2026-12-02T12:00:00+01:00');
    await worker.runOnce();
    await worker.stop();
    expect(sent.map(({ to }) => to)).toContain('nuova@example.org');
    expect(sent.map(({ to }) => to)).not.toContain(here.email);
  });
});

describe('who may be the same person', () => {
  test('is shown beside somebody: by tax code, phone, e-mail or nearly the same name, of what is within reach', async () => {
    const twin = await addPerson(desk, here.appointmentId, { givenName: 'Ada', familyName: 'Quintavale' });
    const phone = await addPerson(desk, here.appointmentId, { givenName: 'Ugo', familyName: 'Altro', phone: '+390141123456' });
    const email = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Altra', email: here.email.toUpperCase() });
    await addPerson(desk, here.appointmentId, { givenName: 'Ada', familyName: 'Bianchi' });
    await addPerson(desk, there.appointmentId, { givenName: 'Ada', familyName: 'Quintavalle' });
    await makeFindable(desk);
    const { look_alikes: alike } = (await askAs(desk, operator, 'GET', `/staff/people/${here.personId}`)).json<DeskPerson>();
    expect(alike.map(({ id, matched }) => [id, matched]).toSorted()).toEqual([[twin.id, 'name'], [phone.id, 'phone'], [email.id, 'email']].toSorted());
  });
});
