import type { DeskAppointmentItem, Slip } from '@sportello/contract';
import { desc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk, testSecrets } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { calendarsFor, type Clerk, clerkOf } from './clerk.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let clerk: Clerk;
let video: Wanted;
let phone: Wanted;

const thursday = '2026-12-03';
const nine = `${thursday}T09:00:00+01:00`;
const halfPast = `${thursday}T09:30:00+01:00`;
const ada = { given_name: 'Ada', family_name: 'Rossi', email: 'Ada@Example.org', phone: '333 1234567' };

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  phone = await citizen.wanted('informazioni-scia', 'phone');
});
beforeEach(async () => {
  clerk = await clerkOf(desk);
});
afterEach(async () => {
  const { notes } = desk.database.tables;
  await desk.change((tx) => tx.delete(notes));
  await desk.clear();
});
afterAll(() => desk.close());

async function lastEntries(count: number) {
  const { auditEntries } = desk.database.tables;
  const entries = await desk.database.read.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(count);
  return entries.toReversed();
}

describe('booking for somebody', () => {
  test('confirms at once, with the person, the messages, an event and an entry of the trail by the official', async () => {
    const item = await clerk.bookAt(video, nine, { person: ada, topic: 'Una domanda', details: 'Con calma' });
    expect(item).toMatchObject({ state: 'confirmed', code: expect.stringMatching(/^.{4}-.{4}$/), starts_at: nine, person: { name: 'Ada Rossi' }, booked_by: 'desk', topic: 'Una domanda', has_email: true, has_phone: true, to_call_since: null, outside_hours: false });
    const { people, outbox, events, appointments } = await rowsOf(desk, item);
    expect(people).toMatchObject([{ givenName: 'Ada', email: 'Ada@example.org', phone: '+393331234567', language: 'it' }]);
    expect(outbox.map(({ message }) => message)).toEqual(['confirmation', 'reminder', 'reminder']);
    expect(events.at(-1)).toMatchObject({ kind: 'confirmed', actor: 'staff', staffId: clerk.id });
    expect(appointments).toMatchObject([{ bookedBy: clerk.id, heldUntil: null, privacyNoticeVersion: expect.stringMatching(/./), details: 'Con calma' }]);
    expect((await lastEntries(1))[0]).toMatchObject({ action: 'book', actor: 'staff', staffId: clerk.id, objectId: item.id });
  });

  test('of a moderated service is confirmed too: an official made it', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
    expect(await clerk.bookAt(video, nine)).toMatchObject({ state: 'confirmed' });
    await restore();
  });

  test('who has neither e-mail nor phone writes no message and asks for no call', async () => {
    const item = await clerk.bookAt(video, nine);
    expect(item).toMatchObject({ has_email: false, has_phone: false, to_call_since: null });
    const { outbox, appointments } = await rowsOf(desk);
    expect(outbox).toEqual([]);
    expect(appointments).toMatchObject([{ personKey: null }]);
  });

  test('needs a phone where we call, names where nobody is known, and right answers, but not all of them', async () => {
    const hold = await clerk.hold(phone, nine);
    expectInvalid(await clerk.confirm(hold), '/person/phone');
    expectInvalid(await clerk.confirm(hold, { person: { phone: '333 1234567' } }), '/person/given_name', '/person/family_name');
    expectInvalid(await clerk.confirm(hold, { person: null }), '/person/given_name', '/person/family_name', '/person/phone');
    expectInvalid(await clerk.confirm(hold, { person: ada, answers: [{ question_id: 'nothing', value: 'x' }] }), '/answers/0/question_id');
    expect((await clerk.confirm(hold, { person: ada })).statusCode).toBe(201);
  });

  test('leaves questions open that citizens must answer, and judges what is answered', async () => {
    const { questions, serviceChannels } = desk.database.tables;
    const channels = await desk.database.read.select().from(serviceChannels).where(eq(serviceChannels.serviceId, video.service_id));
    const serviceChannelId = channels.find(({ channel }) => channel === 'video')?.id ?? '';
    const label = { it: 'Quando?', en: 'When?' };
    await desk.change((tx) => tx.insert(questions).values({ id: 'q-day', serviceChannelId, position: 99, kind: 'date', label, required: true, choices: [] }));
    try {
      const hold = await clerk.hold(video, nine);
      expectInvalid(await clerk.confirm(hold, { answers: [{ question_id: 'q-day', value: 'domani' }] }), '/answers/0/value');
      expect((await clerk.confirm(hold)).statusCode).toBe(201);
    } finally {
      await desk.change((tx) => tx.delete(questions).where(eq(questions.id, 'q-day')));
    }
  });

  test('at home needs the address, in the comune', async () => {
    const visit = await citizen.wanted('aiuto-digitale-a-domicilio', 'home');
    const [start = ''] = await clerk.starts(visit, thursday);
    const hold = await clerk.hold(visit, start);
    expectInvalid(await clerk.confirm(hold, { person: ada }), '/home_address');
    expectInvalid(await clerk.confirm(hold, { person: ada, home_address: { street: 'Via Roma 1', postal_code: '00100', locality: 'Roma' } }), '/home_address/postal_code');
    expect((await clerk.confirm(hold, { person: ada, home_address: { street: 'Via Roma 1', postal_code: '14047', locality: 'Mombercelli' } })).statusCode).toBe(201);
  });

  test('on behalf of a relative keeps both, and in another language writes in it', async () => {
    const item = await clerk.bookAt(video, nine, { person: ada, language: 'en', on_behalf_of: { kind: 'person', given_name: 'Pia', family_name: 'Rossi', relation: 'family' } });
    expect(item).toMatchObject({ person: { name: 'Ada Rossi' }, beneficiary_name: 'Pia Rossi' });
    expect((await rowsOf(desk)).appointments).toMatchObject([{ language: 'en' }]);
  });

  test('keeps a note that only the desk sees, and names it in the trail without its words', async () => {
    const item = await clerk.bookAt(video, nine, { note: 'Sente poco: parlare forte' });
    expect(item.note_count).toBe(1);
    const { notes } = desk.database.tables;
    expect(await desk.database.read.select().from(notes)).toMatchObject([{ ownerKind: 'appointment', ownerId: item.id, staffId: clerk.id, body: 'Sente poco: parlare forte' }]);
    expect((await lastEntries(2)).map(({ action, objectKind, fields }) => [action, objectKind, fields])).toEqual([['book', 'appointment', expect.arrayContaining(['state'])], ['create', 'note', ['text']]]);
  });

  test('is not stopped by the limits of citizens', async () => {
    for (const time of ['09:00', '09:30', '10:00', '10:30', '11:00']) await clerk.bookAt(video, `${thursday}T${time}:00+01:00`, { person: ada });
    expect((await rowsOf(desk)).appointments.filter(({ state }) => state === 'confirmed')).toHaveLength(5);
    expectProblem(await citizen.confirm(await citizen.hold(video, `${thursday}T11:30:00+01:00`), {}, { email: ada.email }), 'limit-reached');
  });

  test('who was served before it was typed is told nothing', async () => {
    desk.clock.set(`${thursday}T18:00:00+01:00`);
    clerk = await clerkOf(desk);
    const [calendarId] = await calendarsFor(desk, video);
    const item = await clerk.bookAt(video, `${thursday}T15:10:00+01:00`, { person: ada }, { outside_hours: true, calendar_id: calendarId });
    expect(item).toMatchObject({ state: 'confirmed', outside_hours: true });
    expect((await rowsOf(desk)).outbox).toEqual([]);
  });
});

describe('a hold', () => {
  test('sent twice for the same person is the same appointment', async () => {
    const hold = await clerk.hold(video, nine);
    const [first, second] = await Promise.all([clerk.confirm(hold, { person: ada }), clerk.confirm(hold, { person: ada })]);
    expect(got<DeskAppointmentItem>(second, 201)).toEqual(got<DeskAppointmentItem>(first, 201));
    const { people, outbox, appointments } = await rowsOf(desk);
    expect([people.length, outbox.length, appointments.length]).toEqual([1, 3, 1]);
  });

  test('that was used for one person is not silently another’s', async () => {
    const hold = await clerk.hold(video, nine);
    await clerk.confirm(hold, { person: ada });
    expectProblem(await clerk.confirm(hold), 'hold-used');
  });

  test('that ended is refused with what is near, which can be held in its place', async () => {
    const hold = await clerk.hold(video, nine);
    desk.clock.pass(16);
    const { alternatives } = expectProblem(await clerk.confirm(hold, { person: ada }), 'hold-expired');
    expect(alternatives?.[0]).toMatchObject({ starts_at: nine });
  });

  test('of somebody else is not there', async () => {
    const hold = await clerk.hold(video, nine);
    expectProblem(await (await clerkOf(desk)).confirm(hold), 'not-found');
    const ofCitizen = await citizen.hold(video, halfPast);
    expectProblem(await clerk.confirm(ofCitizen), 'not-found');
  });
});

describe('somebody known', () => {
  let here: DeskObject;
  let there: DeskObject;

  beforeEach(async () => {
    ({ here, there } = await bookInTwoOffices(desk));
    const { people } = desk.database.tables;
    await desk.change((tx) => tx.update(people).set({ phone: null, taxCode: null }).where(eq(people.id, here.personId)));
  });

  test('is the same person, completed by what they say; what is known stays', async () => {
    const item = await clerk.bookAt(phone, halfPast, { person_id: here.personId, person: { given_name: 'Adele', email: 'other@example.org', phone: '333 1234567' } });
    expect(item.person).toEqual({ id: here.personId, name: 'Ada Quintavalle' });
    const { people } = desk.database.tables;
    expect(await desk.database.read.select().from(people).where(eq(people.id, here.personId))).toMatchObject([{ givenName: 'Ada', email: here.email, phone: '+393331234567', taxCode: null, revision: 1 }]);
    expect((await lastEntries(2)).map(({ action, objectKind, fields }) => [action, objectKind, fields])).toContainEqual(['change', 'person', ['phone']]);
    const { outbox } = await rowsOf(desk);
    expect(outbox.filter(({ appointmentId }) => appointmentId === item.id)).toMatchObject([{ message: 'confirmation', personId: here.personId }, { personId: here.personId }, { personId: here.personId }]);
  });

  test('needs no names, and the phone where we call', async () => {
    const hold = await clerk.hold(phone, halfPast);
    expectInvalid(await clerk.confirm(hold, { person: null, person_id: here.personId }), '/person/phone');
    expect(got<DeskAppointmentItem>(await clerk.confirm(hold, { person_id: here.personId, person: { phone: '333 1234567' } }), 201)).toMatchObject({ person: { id: here.personId } });
  });

  test('by other offices only is nobody', async () => {
    clerk = await clerkOf(desk, { role: 'operator', officeIds: [here.officeId] });
    const hold = await clerk.hold(video, halfPast);
    expectInvalid(await clerk.confirm(hold, { person: null, person_id: there.personId }), '/person_id');
    expectInvalid(await clerk.confirm(hold, { person: null, person_id: 'nothing' }), '/person_id');
    expect((await clerk.confirm(hold, { person: null, person_id: here.personId })).statusCode).toBe(201);
  });
});

describe('the slip', () => {
  test('says everything that somebody without e-mail needs, opens the page, and is in the trail', async () => {
    const place = await citizen.wanted('informazioni-scia', 'desk');
    const [start = ''] = await clerk.starts(place, thursday, '2026-12-10');
    const item = await clerk.bookAt(place, start);
    const slip = got<Slip>(await clerk.slip(item), 200);
    expect(slip).toMatchObject({ code: item.code, language: 'it', name: 'Ida Bosco', channel: 'desk', starts_at: start, phone: null, home_address: null, place: { name: expect.stringMatching(/\w/), address: expect.stringMatching(/\w/) }, office_phone: expect.stringMatching(/^\+39/), needed: expect.stringMatching(/\w/) });
    expect((await lastEntries(1))[0]).toMatchObject({ action: 'print', objectKind: 'appointment', objectId: item.id, staffId: clerk.id });
    const [address, token] = slip.link.split('#');
    expect(address).toBe(`http://localhost:3000/appuntamento/${item.code}`);
    expect(token).toBe(testSecrets.token('manage', { id: item.id, linkGeneration: 0 }));
    expect(await citizen.show({ code: item.code ?? '', manage_token: token ?? '' })).toMatchObject({ state: 'confirmed' });
  });

  test('is there while it holds good only, and within reach', async () => {
    const item = await clerk.bookAt(video, nine);
    expectProblem(await (await clerkOf(desk, { role: 'operator' })).slip(item), 'not-found');
    await clerk.cancel(item, { tell: false });
    expectProblem(await clerk.slip(item), 'state-conflict');
  });
});
