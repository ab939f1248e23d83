import type { Board, CallAnswer, DeskAppointment, DeskAppointmentItem } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { citizenOf, type Link } from './citizen.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { trailOf } from './staff-ways-in.ts';

let desk: Desk;
let beside: Desk;
let here: DeskObject;
let there: DeskObject;
let operator: TestMember;
let cookie: string;
let startsAt: number;

beforeAll(async () => {
  desk = await openEmptyDesk();
  beside = await openBeside(desk);
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  operator = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  startsAt = (await appointmentRow()).startsAt ?? 0;
  await at(0);
});
afterAll(async () => {
  await beside.close();
  await desk.close();
});

async function appointmentRow(id = here.appointmentId) {
  const { appointments } = desk.database.tables;
  const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.id, id));
  if (!row) throw new Error(`no appointment ${id}`);
  return row;
}

/** Moves the clock to so many minutes after the start, and signs in again: tokens are good for five minutes. */
async function at(minutes: number): Promise<void> {
  desk.clock.set(startsAt + minutes * 60_000);
  ({ cookie } = await signedIn(desk, operator));
}

const post = (url: string, body: object = {}, on = desk) => askAs(on, cookie, 'POST', url, body);
const attend = (id: string, body: object, on = desk) => post(`/staff/appointments/${id}/attendance`, body, on);
const board = async (day = ofDay) => (await askAs(desk, cookie, 'GET', `/staff/board?day=${day}`)).json<Board>();
const eventsOf = async (id: string) => (await rowsOf(desk, { id })).events.map(({ kind }) => kind);

/** Goes through these states, each from the one before; answers with the last answer. */
async function through(states: readonly string[], id = here.appointmentId): Promise<DeskAppointmentItem> {
  let last: DeskAppointmentItem | null = null;
  for (const state of states) {
    const { revision } = await appointmentRow(id);
    const answer = await attend(id, { state, revision });
    expect(answer.statusCode, `${state}: ${answer.body}`).toBe(200);
    last = answer.json<DeskAppointmentItem>();
    expect(last).toMatchObject({ state, revision: revision + 1 });
  }
  if (!last) throw new Error('no state');
  return last;
}

describe('somebody with an appointment', () => {
  test('arrives, begins and is served; when is kept, and who wrote it', async () => {
    await at(-5);
    expect(await through(['arrived'])).toMatchObject({ arrived_at: expect.stringMatching(/\w/), started_at: null, ended_at: null });
    await at(2);
    await through(['in_progress']);
    await at(30);
    await through(['served']);
    expect(await appointmentRow()).toMatchObject({ state: 'served', arrivedAt: startsAt - 5 * 60_000, startedAt: startsAt + 2 * 60_000, endedAt: startsAt + 30 * 60_000 });
    expect((await eventsOf(here.appointmentId)).slice(-3)).toEqual(['arrived', 'started', 'served']);
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'change', objectKind: 'appointment', objectId: here.appointmentId, staffId: operator.id, fields: ['state', 'ended_at'] });
  });

  test('begins without having been seen to arrive', async () => {
    expect(await through(['in_progress'])).toMatchObject({ arrived_at: null, started_at: expect.stringMatching(/\w/) });
  });

  test.each([
    [['arrived', 'confirmed'], { arrivedAt: null }],
    [['in_progress', 'confirmed'], { arrivedAt: null, startedAt: null }],
    [['arrived', 'in_progress', 'arrived'], { startedAt: null, arrivedAt: expect.any(Number) }],
    [['in_progress', 'served', 'in_progress'], { endedAt: null, startedAt: expect.any(Number) }],
    [['missed', 'confirmed'], {}],
    [['arrived', 'missed', 'arrived'], { arrivedAt: expect.any(Number) }],
  ])('goes %j: what was a slip of the hand is taken back', async (states, kept) => {
    await through(states);
    expect(await appointmentRow()).toMatchObject({ state: states.at(-1), ...kept });
    expect((await eventsOf(here.appointmentId)).at(-1)).toBe('taken-back');
  });

  test.each([
    [[], 'served'],
    [['arrived'], 'served'],
    [['arrived', 'in_progress'], 'confirmed'],
    [['in_progress'], 'arrived'],
    [['in_progress'], 'missed'],
    [['in_progress', 'served'], 'confirmed'],
    [['in_progress', 'served'], 'missed'],
    [['missed'], 'in_progress'],
    [['missed'], 'arrived'],
  ])('does not go from %j to %s', async (states, wanted) => {
    if (states.length > 0) await through(states);
    const { revision, state } = await appointmentRow();
    const refused = expectProblem(await attend(here.appointmentId, { state: wanted, revision }), 'state-conflict');
    expect(refused).toMatchObject({ state });
    expect(await appointmentRow()).toMatchObject({ state, revision });
  });

  test('arrives on the day of the appointment only, and is missed from its start on only', async () => {
    const { revision } = await appointmentRow();
    await at(-24 * 60);
    expect(expectProblem(await attend(here.appointmentId, { state: 'arrived', revision }), 'state-conflict').detail).toContain('giorno');
    await at(-1);
    expect(expectProblem(await attend(here.appointmentId, { state: 'missed', revision }), 'state-conflict').detail).toContain('ora');
    await at(0);
    await through(['missed']);
  });

  test('is marked once, however often it is sent', async () => {
    const { revision } = await appointmentRow();
    const answers = [];
    for (let sent = 0; sent < 3; sent += 1) answers.push((await attend(here.appointmentId, { state: 'arrived', revision })).json());
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await eventsOf(here.appointmentId)).filter((kind) => kind === 'arrived')).toHaveLength(1);
  });

  test('who was to be called and came need not be called', async () => {
    const { appointments } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(appointments).set({ toCallSince: desk.clock.now() }).where(eq(appointments.id, here.appointmentId))));
    expect(await through(['arrived'])).toMatchObject({ to_call_since: null });
  });
});

describe('two officials at once', () => {
  test('of two who do different things the second is told, with the appointment as it is now', async () => {
    const { revision } = await appointmentRow();
    await attend(here.appointmentId, { state: 'missed', revision });
    const refused = expectProblem(await attend(here.appointmentId, { state: 'arrived', revision }, beside), 'changed-meanwhile') as unknown as { appointment: DeskAppointmentItem };
    expect(refused.appointment).toMatchObject({ id: here.appointmentId, state: 'missed', revision: revision + 1 });
    expect((await attend(here.appointmentId, { state: 'arrived', revision: 0 })).statusCode).toBe(409);
  });

  test('who act in the same instant are one and the other, never both', async () => {
    const { revision } = await appointmentRow();
    const wanted = ['arrived', 'missed', 'in_progress', 'arrived'];
    const answers = await Promise.all(wanted.map((state, index) => attend(here.appointmentId, { state, revision }, index % 2 ? beside : desk)));
    const { state } = await appointmentRow();
    expect((await appointmentRow()).revision).toBe(revision + 1);
    for (const [index, answer] of answers.entries()) {
      if (wanted[index] === state) expect(answer.statusCode).toBe(200);
      else expectProblem(answer, 'changed-meanwhile');
    }
  });
});

describe('somebody without an appointment', () => {
  let serviceId: string;

  beforeEach(async () => {
    serviceId = (await citizenOf(desk).service('informazioni-scia')).id;
  });

  const come = async (name: string, changes: object = {}) => {
    const answer = await post('/staff/walk-ins', { service_id: serviceId, name, ...changes });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json<DeskAppointmentItem>();
  };

  /** Gives the operator a calendar of the office. */
  async function ownCalendar(staffId: string | null = operator.id): Promise<string> {
    const { calendars } = desk.database.tables;
    const [first] = (await board()).calendars;
    await desk.change(async (tx) => void (await tx.update(calendars).set({ staffId }).where(eq(calendars.id, first?.id ?? ''))));
    return first?.id ?? '';
  }

  const claimsOf = async (id: string) => (await rowsOf(desk)).claims.filter(({ appointmentId }) => appointmentId === id);

  test('waits after all who have one, in the order of arrival, with a code', async () => {
    const first = await come('Rosa Prima');
    desk.clock.pass(1);
    const second = await come('Secondo di Prova');
    expect(first).toMatchObject({ state: 'arrived', channel: 'desk', starts_at: null, ends_at: null, calendar_ids: [], person: { name: 'Rosa Prima' }, booked_by: 'desk', has_email: false, code: expect.stringMatching(/^.{4}-.{4}$/), arrived_at: expect.any(String) });
    expect((await board()).items.map(({ id }) => id)).toEqual([here.appointmentId, first.id, second.id]);
    expect((await board('2026-12-04')).items).toEqual([]);
    expect(await eventsOf(first.id)).toEqual(['walked-in']);
    expect(await claimsOf(first.id)).toEqual([]);
    expect((await trailOf(desk, 10)).find(({ objectId }) => objectId === first.id)).toMatchObject({ action: 'create', staffId: operator.id });
  });

  test('takes the time of who begins, cut where the next appointment begins', async () => {
    const calendarId = await ownCalendar();
    const [claim] = (await rowsOf(desk)).claims.filter((one) => one.appointmentId === here.appointmentId);
    const { claims } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(claims).set({ calendarId }).where(eq(claims.id, claim?.id ?? ''))));
    const { id } = await come('Rosa Prima');
    const nextAt = claim?.startsAt ?? 0;
    desk.clock.set(nextAt - 10 * 60_000 + 30_000);
    ({ cookie } = await signedIn(desk, operator));
    const begun = await through(['in_progress'], id);
    expect(begun).toMatchObject({ calendar_ids: [calendarId], state: 'in_progress' });
    expect(await claimsOf(id)).toMatchObject([{ calendarId, startsAt: nextAt - 10 * 60_000, endsAt: nextAt }]);
    expect(await through(['arrived'], id)).toMatchObject({ starts_at: null, ends_at: null, calendar_ids: [], started_at: null });
    expect(await claimsOf(id)).toEqual([]);
  });

  test('takes no time of a calendar that is busy, and none where nobody has one', async () => {
    const calendarId = await ownCalendar();
    const { claims, blocks } = desk.database.tables;
    const busy = { startsAt: desk.clock.now() - 60_000, endsAt: desk.clock.now() + 60_000 };
    const blockId = newId();
    await desk.database.write(async (tx) => {
      await tx.delete(claims).where(and(eq(claims.calendarId, calendarId)));
      await tx.insert(blocks).values({ id: blockId, ...busy, createdAt: 0 });
      await tx.insert(claims).values({ id: newId(), calendarId, blockId, ...busy });
    });
    const one = await come('Rosa Prima');
    expect(await through(['in_progress'], one.id)).toMatchObject({ calendar_ids: [], starts_at: expect.any(String) });
    await ownCalendar(null);
    const other = await come('Secondo di Prova');
    expect(await through(['in_progress', 'served', 'in_progress', 'arrived'], other.id)).toMatchObject({ starts_at: null });
    expect([...(await claimsOf(one.id)), ...(await claimsOf(other.id))]).toEqual([]);
  });

  test('takes the time of the calendar that was named, if it is within reach', async () => {
    const [, named] = (await board()).calendars;
    const { id, revision } = await come('Rosa Prima');
    expectInvalid(await attend(id, { state: 'in_progress', revision, calendar_id: 'nothing' }), '/calendar_id');
    expect((await attend(id, { state: 'in_progress', revision, calendar_id: named?.id })).json()).toMatchObject({ calendar_ids: [named?.id] });
  });

  test('may leave, and come back; but was never expected', async () => {
    const { id } = await come('Rosa Prima');
    expectProblem(await attend(id, { state: 'confirmed', revision: 0 }), 'state-conflict');
    expect(await through(['missed', 'arrived', 'in_progress', 'served'], id)).toMatchObject({ state: 'served' });
  });

  test('is begun by one of two who begin at once', async () => {
    const { id, revision } = await come('Rosa Prima');
    const answers = await Promise.all([attend(id, { state: 'in_progress', revision }), attend(id, { state: 'missed', revision }, beside)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect((await appointmentRow(id)).revision).toBe(revision + 1);
  });

  test('comes from the comune of the place, else from the first that the office serves', async () => {
    const citizen = citizenOf(desk);
    const vinchio = await citizen.municipality('Vinchio');
    const places = await desk.database.read.select().from(desk.database.tables.places);
    const place = places.find(({ municipalityId }) => municipalityId === vinchio.id);
    expect(await come('Rosa Prima', { place_id: place?.id })).toMatchObject({ municipality_id: vinchio.id, place_id: place?.id });
    expect(await come('Rosa Prima', { municipality_id: here.municipalityId })).toMatchObject({ municipality_id: here.municipalityId, place_id: null });
    expect((await come('Rosa Prima')).municipality_id).toMatch(/\w/);
  });

  test('is taken in for a service within reach, at a place and a comune that exist', async () => {
    const elsewhere = (await citizenOf(desk).service('chiedi-al-punto-risposte')).id;
    expectInvalid(await post('/staff/walk-ins', { service_id: elsewhere, name: 'Rosa' }), '/service_id');
    expectInvalid(await post('/staff/walk-ins', { service_id: 'nothing', name: 'Rosa' }), '/service_id');
    expectInvalid(await post('/staff/walk-ins', { service_id: serviceId, name: 'Rosa', place_id: 'nothing' }), '/place_id');
    expectInvalid(await post('/staff/walk-ins', { service_id: serviceId, name: 'Rosa', municipality_id: 'nothing' }), '/municipality_id');
    expectInvalid(await post('/staff/walk-ins', { service_id: serviceId, name: ' ' }), '/name');
    const manager = await addMember(desk, { role: 'manager', municipalityIds: [there.municipalityId] });
    ({ cookie } = await signedIn(desk, manager));
    expect(await come('Rosa Prima')).toMatchObject({ municipality_id: there.municipalityId });
    expectInvalid(await post('/staff/walk-ins', { service_id: serviceId, name: 'Rosa', municipality_id: here.municipalityId }), '/municipality_id');
  });
});

describe('how it went', () => {
  test('is written by the desk and read by the citizen', async () => {
    await through(['in_progress']);
    const { revision } = await appointmentRow();
    const said = { outcome: 'Abbiamo letto la pratica insieme.', next_step: 'Porti la planimetria.' };
    expect((await post(`/staff/appointments/${here.appointmentId}/outcome`, { revision, ...said })).json()).toMatchObject({ revision: revision + 1 });
    expect((await askAs(desk, cookie, 'GET', `/staff/appointments/${here.appointmentId}`)).json()).toMatchObject(said);
    expect((await post(`/staff/appointments/${here.appointmentId}/outcome`, { revision, ...said })).json()).toMatchObject({ revision: revision + 1 });
    expectProblem(await post(`/staff/appointments/${here.appointmentId}/outcome`, { revision, outcome: 'Altro' }), 'changed-meanwhile');
    expect((await post(`/staff/appointments/${here.appointmentId}/outcome`, { revision: revision + 1 })).statusCode).toBe(200);
    expect(await appointmentRow()).toMatchObject({ outcome: null, nextStep: null });
    expect((await trailOf(desk, 1))[0]).toMatchObject({ action: 'change', fields: ['outcome', 'next_step'] });
  });

  test('is not written of what has not begun', async () => {
    const { revision } = await appointmentRow();
    expectProblem(await post(`/staff/appointments/${here.appointmentId}/outcome`, { revision, outcome: 'Bene' }), 'state-conflict');
  });
});

describe('a call', () => {
  test('gives the number, and is on record; nobody else needs to call', async () => {
    const { appointments } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(appointments).set({ toCallSince: desk.clock.now() }).where(eq(appointments.id, here.appointmentId))));
    const answer = (await post(`/staff/appointments/${here.appointmentId}/calls`)).json<Static<typeof CallAnswer>>();
    expect(answer).toMatchObject({ phone: '+390141123456', appointment: { id: here.appointmentId, to_call_since: null } });
    expect((await eventsOf(here.appointmentId)).at(-1)).toBe('called');
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'reveal', objectKind: 'person', objectId: here.personId, fields: ['phone'], written: expect.not.stringContaining('0141') });
  });

  test('cannot be made without a number', async () => {
    const { people } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(people).set({ phone: null }).where(eq(people.id, here.personId))));
    expect(expectProblem(await post(`/staff/appointments/${here.appointmentId}/calls`), 'state-conflict').detail).toContain('telefono');
  });
});

describe('a delay', () => {
  test('is read by who is expected today on that calendar, until it is taken back', async () => {
    const citizen = citizenOf(desk);
    const wanted = await citizen.wanted();
    const start = (await citizen.starts(wanted, ofDay)).at(-1) ?? '';
    const link: Link = await citizen.bookAt(wanted, start);
    const item = (await board()).items.find(({ starts_at }) => starts_at === start);
    const [calendarId = ''] = item?.calendar_ids ?? [];
    const announce = (minutes: number) => post(`/staff/calendars/${calendarId}/delay`, { minutes });
    expect((await citizen.show(link)).delay_minutes).toBeNull();
    expect((await announce(20)).json()).toMatchObject({ calendar_id: calendarId, minutes: 20 });
    expect((await citizen.show(link)).delay_minutes).toBe(20);
    await announce(35);
    expect((await board()).delays).toEqual([expect.objectContaining({ calendar_id: calendarId, minutes: 35 })]);
    expect((await trailOf(desk, 2)).find(({ objectKind }) => objectKind === 'calendar')).toMatchObject({ action: 'change', objectId: calendarId, fields: ['delay_minutes'], written: '[["delay_minutes",20,35]]' });
    await announce(0);
    expect((await board()).delays).toEqual([]);
    expect((await citizen.show(link)).delay_minutes).toBeNull();
    await announce(10);
    desk.clock.set(startsAt + 24 * 3_600_000);
    expect((await citizen.show(link)).delay_minutes).toBeNull();
  });

  test('is announced for calendars within reach only', async () => {
    const { cookie: admin } = await signedIn(desk, await addMember(desk, { role: 'admin' }));
    const all = (await askAs(desk, admin, 'GET', `/staff/board?day=${ofDay}`)).json<Board>().calendars;
    const mine = new Set((await board()).calendars.map(({ id }) => id));
    const beyond = all.filter(({ id }) => !mine.has(id));
    expect([mine.size > 0, beyond.length > 0]).toEqual([true, true]);
    for (const { id } of [...beyond, { id: 'nothing' }]) expectProblem(await post(`/staff/calendars/${id}/delay`, { minutes: 5 }), 'not-found');
  });
});

describe('the page of an appointment', () => {
  const show = async (with_ = cookie) => (await askAs(desk, with_, 'GET', `/staff/appointments/${here.appointmentId}`)).json<DeskAppointment>();

  test('tells what happened, with the names of colleagues', async () => {
    await through(['arrived', 'in_progress']);
    const { history, calendar_names: names } = await show();
    expect(history.map(({ kind }) => kind)).toEqual(['started', 'arrived', 'confirmed', 'held']);
    expect(history.map(({ actor, staff_name }) => [actor, staff_name])).toEqual([['staff', 'Prova operator'], ['staff', 'Prova operator'], ['citizen', null], ['citizen', null]]);
    expect(names).toHaveLength(1);
  });

  test('shows what the citizen wrote; an auditor sees nothing of it', async () => {
    const { appointments, notes } = desk.database.tables;
    const home = { details: 'Il cancello è verde', homeStreet: 'Via Segreta 1', homePostalCode: '14047', homeLocality: 'Mombercelli', homeNotes: 'Suonare due volte', cancelReason: 'Un motivo', outcome: 'Un esito', nextStep: 'Un passo' };
    await desk.database.write(async (tx) => {
      await tx.update(appointments).set(home).where(eq(appointments.id, here.appointmentId));
      await tx.insert(notes).values({ id: newId(), ownerKind: 'appointment', ownerId: here.appointmentId, staffId: operator.id, body: 'Una nota', createdAt: desk.clock.now() });
    });
    expect(await show()).toMatchObject({
      details: 'Il cancello è verde',
      home_address: { street: 'Via Segreta 1', postal_code: '14047', locality: 'Mombercelli', notes: 'Suonare due volte' },
      reason: 'Un motivo',
      outcome: 'Un esito',
      next_step: 'Un passo',
      notes: [{ text: 'Una nota', staff_name: 'Prova operator', is_mine: true }],
      note_count: 1,
    });
    const { cookie: auditor } = await signedIn(desk, await addMember(desk, { role: 'auditor' }));
    const seen = await askAs(desk, auditor, 'GET', `/staff/appointments/${here.appointmentId}`);
    expect(seen.json()).toMatchObject({ details: null, answers: [], home_address: null, reason: null, outcome: null, next_step: null, notes: [] });
    expect(seen.body).not.toMatch(/cancello|Segreta|motivo|esito|nota|Quintavalle/);
  });
});

describe('what is asked about another office’s appointment', () => {
  test.each([
    ['attendance', { state: 'arrived', revision: 0 }],
    ['outcome', { revision: 0 }],
    ['calls', {}],
  ])('%s does not find it, and changes nothing', async (name, body) => {
    const before = await appointmentRow(there.appointmentId);
    expectProblem(await post(`/staff/appointments/${there.appointmentId}/${name}`, body), 'not-found');
    expect(await appointmentRow(there.appointmentId)).toEqual(before);
  });
});

test('paper is recorded', async () => {
  expect((await post('/staff/board/prints', { day: ofDay, office_id: here.officeId })).statusCode).toBe(204);
  expect((await trailOf(desk))[0]).toMatchObject({ action: 'print', objectKind: 'board', objectId: here.officeId, fields: ['day', 'people'] });
});
