import type { Appointment, ConfirmedAppointment, DeskAppointmentItem } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

// Requests that wait for an official: seen, approved, refused, or given another time.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let request: ConfirmedAppointment;
let cookie: string;
let restore: () => Promise<void>;

const nine = '2026-12-03T09:00:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';
const eleven = '2026-12-03T11:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', allOffices: true })));
  request = await citizen.bookAt(video, nine, { topic: 'Un chiosco' }, { email: 'ada@example.org' });
});
afterEach(async () => {
  await restore();
  await desk.clear();
});
afterAll(() => desk.close());

async function waiting(): Promise<DeskAppointmentItem[]> {
  return got<{ items: DeskAppointmentItem[] }>(await askAs(desk, cookie, 'GET', '/staff/requests'), 200).items;
}

async function theRequest(): Promise<DeskAppointmentItem> {
  const [item] = await waiting();
  if (!item) throw new Error('nothing waits');
  return item;
}

async function decide(verb: 'approvals' | 'refusals' | 'proposals', body: object = {}) {
  const { id, revision } = await theRequest();
  return askAs(desk, cookie, 'POST', `/staff/appointments/${id}/${verb}`, { revision, ...body });
}

const accept = (startsAt: string, key?: string) => citizen.post(`/appointments/${request.code}/acceptances`, { starts_at: startsAt }, { token: request.manage_token, key });

test('requests wait in the order in which they were made, with all that is needed to decide', async () => {
  desk.clock.pass(5);
  await citizen.bookAt(video, ten);
  expect(await waiting()).toMatchObject([
    { state: 'pending', starts_at: nine, topic: 'Un chiosco', person: { name: 'Ada Rossi' }, booked_by: 'citizen', proposal: null },
    { state: 'pending', starts_at: ten },
  ]);
});

test('an approved request is confirmed and the citizen hears of it', async () => {
  expect(got<DeskAppointmentItem>(await decide('approvals'), 200)).toMatchObject({ state: 'confirmed', starts_at: nine });
  expect(await waiting()).toEqual([]);
  expect((await mailOf(desk)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Appuntamento confermato/)]);
});

test('an approval sent twice is one approval', async () => {
  const { id, revision } = await theRequest();
  const approve = () => askAs(desk, cookie, 'POST', `/staff/appointments/${id}/approvals`, { revision });
  const answers = await Promise.all([approve(), approve()]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect((await rowsOf(desk, { id })).events.filter(({ kind }) => kind === 'approved')).toHaveLength(1);
});

test('the second of two officials is told how it stands now', async () => {
  const { id, revision } = await theRequest();
  got(await decide('refusals', { reason: 'Manca la planimetria.' }), 200);
  const late = await askAs(desk, cookie, 'POST', `/staff/appointments/${id}/approvals`, { revision });
  expect(expectProblem(late, 'changed-meanwhile').appointment).toMatchObject({ id, state: 'refused' });
});

test('the message of a refusal repeats the reason', async () => {
  got(await decide('refusals', { reason: 'Manca la planimetria.' }), 200);
  expect((await mailOf(desk)).at(-1)?.text).toContain('Manca la planimetria.');
  expect(await citizen.starts(video, '2026-12-03')).toContain(nine);
});

test('a proposed time is kept beside the one that was asked for, and the citizen reads both', async () => {
  const item = got<DeskAppointmentItem>(await decide('proposals', { starts_at: ten, message: 'Alle nove siamo in sopralluogo.' }), 200);
  expect(item).toMatchObject({ state: 'pending', starts_at: nine, proposal: { starts_at: ten, expires_at: '2026-12-03T08:00:00+01:00' } });
  const free = await citizen.starts(video, '2026-12-03');
  expect(free).not.toContain(nine);
  expect(await citizen.show(request)).toMatchObject({ state: 'pending', starts_at: nine, proposal: { starts_at: ten, message: 'Alle nove siamo in sopralluogo.' } });
  const mail = (await mailOf(desk)).at(-1);
  expect(mail).toMatchObject({ subject: 'L’ufficio ti propone un altro orario', calendar: null });
  expect(mail?.text).toContain('giovedì 3 dicembre 2026, dalle ore 10:00 alle ore 10:30');
  expect(mail?.text).toContain('Alle nove siamo in sopralluogo.');
});

test('accepting the proposal moves and confirms the request, and frees what was asked for', async () => {
  const busyAtTen = (await rowsOf(desk)).claims.length;
  got(await decide('proposals', { starts_at: ten }), 200);
  expect((await rowsOf(desk)).claims).toHaveLength(busyAtTen + 1);
  expect(got<Appointment>(await accept(ten), 200)).toMatchObject({ state: 'confirmed', starts_at: ten, sequence: 1 });
  expect((await rowsOf(desk)).claims).toMatchObject([{ heldUntil: null, startsAt: Date.parse(ten) }]);
  expect(await citizen.starts(video, '2026-12-03')).toContain(nine);
  expect((await mailOf(desk)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Appuntamento confermato: giovedì 3 dicembre 2026, ore 10:00/)]);
  expect(await citizen.show(request)).toMatchObject({ proposal: null });
});

test('accepting twice, or with the same key, changes nothing more', async () => {
  got(await decide('proposals', { starts_at: ten }), 200);
  const key = 'a-key-for-this-acceptance';
  got(await accept(ten, key), 200);
  expect((await accept(ten, key)).headers['idempotency-replayed']).toBe('true');
  expect(got<Appointment>(await accept(ten), 200)).toMatchObject({ sequence: 1 });
});

test('a proposal that is over is not accepted, and its time is free again', async () => {
  got(await decide('proposals', { starts_at: '2026-12-10T10:00:00+01:00' }), 200);
  desk.clock.pass(2 * 1440 + 1);
  expect(await citizen.show(request)).toMatchObject({ state: 'pending', proposal: null });
  expect(expectProblem(await accept('2026-12-10T10:00:00+01:00'), 'state-conflict').state).toBe('pending');
  expect(await citizen.starts(video, '2026-12-10')).toContain('2026-12-10T10:00:00+01:00');
});

test('a newer proposal takes the place of the older one, even where they overlap', async () => {
  got(await decide('proposals', { starts_at: ten }), 200);
  got(await decide('proposals', { starts_at: eleven }), 200);
  expectProblem(await accept(ten), 'state-conflict');
  expect((await mailOf(desk)).filter(({ text }) => text.includes('ore 10:00 alle'))).toEqual([]);
  got(await decide('proposals', { starts_at: eleven }), 200);
  got(await accept(eleven), 200);
  expect((await rowsOf(desk)).claims).toHaveLength(1);
});

test('a time that is taken cannot be proposed', async () => {
  const { items } = await citizen.slots(video, '2026-12-03', '2026-12-03');
  const calendars = new Set((await rowsOf(desk)).claims.map(({ calendarId }) => calendarId));
  expect(calendars.size).toBe(1);
  while ((await citizen.starts(video, '2026-12-03')).includes(ten)) await citizen.bookAt(video, ten);
  expect(items.length).toBeGreaterThan(0);
  const refusal = expectProblem(await decide('proposals', { starts_at: ten }), 'slot-taken');
  expect(refusal.alternatives).toHaveLength(3);
  expect((await theRequest()).proposal).toBeNull();
});

test('approving what was asked for lets the proposed time go', async () => {
  got(await decide('proposals', { starts_at: ten }), 200);
  got(await decide('approvals'), 200);
  expect((await rowsOf(desk)).claims).toMatchObject([{ startsAt: Date.parse(nine), heldUntil: null }]);
  expectProblem(await accept(ten), 'state-conflict');
});

test('a citizen who moves or cancels instead lets the proposed time go', async () => {
  got(await decide('proposals', { starts_at: ten }), 200);
  got(await citizen.move(request, { starts_at: eleven }), 200);
  expect((await rowsOf(desk)).claims).toMatchObject([{ startsAt: Date.parse(eleven) }]);
  expect(await citizen.show(request)).toMatchObject({ state: 'pending', proposal: null });
  got(await decide('proposals', { starts_at: ten }), 200);
  got(await citizen.cancel(request, {}), 200);
  expect((await rowsOf(desk)).claims).toEqual([]);
});

test('without an e-mail address a proposal is something to call about', async () => {
  await citizen.cancel(request, {});
  await citizen.bookAt(video, nine, {}, { email: null, phone: '+390141123456' });
  expect(got<DeskAppointmentItem>(await decide('proposals', { starts_at: ten }), 200).to_call_since).not.toBeNull();
});

test('only the requests of one’s own offices are seen, and decided upon', async () => {
  const { id, revision } = await theRequest();
  const office = (await citizen.service('chiedi-al-punto-risposte')).office_id;
  const { cookie: elsewhere } = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [office] }));
  expect(got<{ items: unknown[] }>(await askAs(desk, elsewhere, 'GET', '/staff/requests'), 200).items).toEqual([]);
  expect(got(await askAs(desk, elsewhere, 'GET', '/staff/requests/count'), 200)).toEqual({ count: 0 });
  expect(got(await askAs(desk, cookie, 'GET', '/staff/requests/count'), 200)).toEqual({ count: 1 });
  expectProblem(await askAs(desk, elsewhere, 'POST', `/staff/appointments/${id}/approvals`, { revision }), 'not-found');
});
