import type { ConfirmedAppointment } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BookingDeps } from '../src/appointments/deps.ts';
import { approveRequest, refuseRequest } from '../src/appointments/moderate.ts';
import { calendarStore } from '../src/calendars/calendar-store.ts';
import { directoryStore } from '../src/directory/store.ts';
import { changeRules, type Desk, openEmptyDesk, testSecrets } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

// Until the desk has its screens, officials approve and refuse by these verbs.

let desk: Desk;
let citizen: Citizen;
let deps: BookingDeps;
let video: Wanted;
let request: ConfirmedAppointment;
let restore: () => Promise<void>;

/** Somebody of the staff, as the door would name them. */
const official = { kind: 'staff', staffId: '01900000-0000-7000-8000-000000000001', sessionId: null, address: '127.0.0.1' } as const;
const nine = '2026-12-03T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  const { database, clock } = desk;
  deps = { database, clock, secrets: testSecrets, calendars: calendarStore({ database, clock }), directory: directoryStore(database, clock) };
  video = await citizen.wanted();
});
beforeEach(async () => {
  restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
  request = await citizen.bookAt(video, nine);
});
afterEach(async () => {
  await restore();
  await desk.clear();
});
afterAll(() => desk.close());

async function idOfRequest(): Promise<string> {
  return (await rowsOf(desk)).appointments[0]?.id ?? '';
}

/** As an official decides who looks at whatever it is now. */
function seenAs(id: string) {
  return { id, by: official, revision: null };
}

async function seen() {
  return seenAs(await idOfRequest());
}

async function messages(sequence: number): Promise<string[]> {
  return (await rowsOf(desk)).outbox.filter((row) => row.sequence === sequence).map(({ message }) => message);
}

test('a request is pending, keeps its time, and its message does not say that it is confirmed', async () => {
  expect(request).toMatchObject({ state: 'pending', sequence: 0, code: expect.any(String), can: { move_until: '2026-12-02T09:00:00+01:00', cancel_until: '2026-12-03T05:00:00+01:00' } });
  expect(await citizen.starts(video, '2026-12-03')).not.toContain(nine);
  desk.clock.pass(60);
  expectProblem(await citizen.post('/holds', { ...video, starts_at: nine }), 'slot-taken');
  expect(await messages(0)).toEqual(['request-received']);
  expect((await rowsOf(desk, { id: await idOfRequest() })).events.map(({ kind }) => kind)).toEqual(['held', 'requested']);
});

test('a request that is approved is confirmed, in the calendar too, and its reminders are owed', async () => {
  desk.clock.pass(30);
  const outcome = await approveRequest(deps, await seen());
  expect(outcome).toMatchObject({ ok: true, appointment: { state: 'confirmed', sequence: 1 } });
  expect(await citizen.show(request)).toMatchObject({ state: 'confirmed', sequence: 1, starts_at: nine, created_at: request.created_at });
  expect(await messages(1)).toEqual(['approved', 'reminder', 'reminder']);
  const { events, claims } = await rowsOf(desk, { id: await idOfRequest() });
  expect(events.at(-1)).toMatchObject({ kind: 'approved', actor: 'staff', at: desk.clock.now() });
  expect(claims).toMatchObject([{ heldUntil: null }]);
});

test('a request that is refused frees its time at once', async () => {
  const outcome = await refuseRequest(deps, await seen());
  expect(outcome).toMatchObject({ ok: true, appointment: { state: 'refused', sequence: 1 } });
  expect(await citizen.show(request)).toMatchObject({ state: 'refused', can: { move_until: null, cancel_until: null } });
  expect(await messages(1)).toEqual(['refused']);
  expect(await citizen.starts(video, '2026-12-03')).toContain(nine);
  expect((await rowsOf(desk, { id: await idOfRequest() })).events.at(-1)).toMatchObject({ kind: 'refused', actor: 'staff' });
});

test('the reason of a refusal is kept for its message, and blanks are none', async () => {
  await refuseRequest(deps, await seen(), ' Manca la planimetria. ');
  expect((await rowsOf(desk)).appointments).toMatchObject([{ state: 'refused', cancelReason: 'Manca la planimetria.' }]);
  const other = await citizen.bookAt(video, '2026-12-04T09:00:00+01:00');
  const id = (await rowsOf(desk)).appointments.find(({ code }) => code === other.code.replace('-', ''))?.id ?? '';
  await refuseRequest(deps, seenAs(id), '  ');
  expect((await rowsOf(desk)).appointments.find((row) => row.id === id)).toMatchObject({ state: 'refused', cancelReason: null });
});

test('both are decided once', async () => {
  const id = await idOfRequest();
  await approveRequest(deps, seenAs(id));
  const before = await rowsOf(desk);
  expect(await approveRequest(deps, seenAs(id))).toEqual({ ok: false, why: 'state-conflict', state: 'confirmed' });
  expect(await refuseRequest(deps, seenAs(id))).toEqual({ ok: false, why: 'state-conflict', state: 'confirmed' });
  expect(await rowsOf(desk)).toEqual(before);
});

test('a request that was cancelled meanwhile is not approved', async () => {
  await citizen.cancel(request, {});
  expect(await approveRequest(deps, await seen())).toEqual({ ok: false, why: 'state-conflict', state: 'cancelled' });
  expect(await citizen.starts(video, '2026-12-03')).toContain(nine);
});

test('when citizen and official decide at once, one of them is first and the other learns it', async () => {
  const [cancelled, approved] = await Promise.all([citizen.cancel(request, {}), approveRequest(deps, await seen())]);
  const { state, sequence } = await citizen.show(request);
  expect(cancelled.statusCode).toBe(200);
  expect({ state, sequence }).toEqual({ state: 'cancelled', sequence: approved.ok ? 2 : 1 });
  expect((await rowsOf(desk)).claims).toEqual([]);
});

test('an approved request that is moved waits again', async () => {
  await approveRequest(deps, await seen());
  expect(got(await citizen.move(request, { starts_at: '2026-12-04T09:00:00+01:00' }), 200)).toMatchObject({ state: 'pending', sequence: 2 });
  expect(await messages(2)).toEqual(['moved']);
});

test('a refused request counts no more for the limit of a day', async () => {
  const person = { email: 'ada@example.org' };
  const link = await citizen.bookAt(video, '2026-12-04T09:00:00+01:00', {}, person);
  expectProblem(await citizen.confirm(await citizen.hold(video, '2026-12-04T10:00:00+01:00'), {}, person), 'limit-reached');
  const refused = (await rowsOf(desk)).appointments.find(({ code }) => code === link.code.replace('-', ''))?.id ?? '';
  await refuseRequest(deps, seenAs(refused));
  expect((await citizen.confirm(await citizen.hold(video, '2026-12-04T11:00:00+01:00'), {}, person)).statusCode).toBe(201);
});
