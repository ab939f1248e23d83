import type { ConfirmedAppointment } from '@sportello/contract';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let booked: ConfirmedAppointment;

const nine = '2026-12-03T09:00:00+01:00';
const friday = '2026-12-04T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  booked = await citizen.bookAt(video, nine, {}, { email: 'ada@example.org' });
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

/** The trail of the only appointment, with the values beside it. */
async function trail() {
  const { auditEntries, auditValues } = desk.database.tables;
  const [appointment] = (await rowsOf(desk)).appointments;
  return desk.database.read
    .select({ action: auditEntries.action, actor: auditEntries.actor, fields: auditEntries.fields, written: auditValues.written, personId: auditValues.personId, address: auditValues.address })
    .from(auditEntries)
    .innerJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
    .where(eq(auditEntries.objectId, appointment?.id ?? ''))
    .orderBy(asc(auditEntries.id));
}

test('what a citizen makes of an appointment stands in the trail, with what changed', async () => {
  await citizen.move(booked, { starts_at: friday });
  await citizen.cancel(booked, { reason: 'Sto meglio' });
  const entries = await trail();
  expect(entries.map(({ action, actor, fields }) => [actor, action, fields])).toEqual([
    ['citizen', 'book', ['state']],
    ['citizen', 'move', ['starts_at', 'ends_at']],
    ['citizen', 'cancel', ['state', 'cancel_reason']],
  ]);
  expect(JSON.parse(entries[1]?.written ?? '')).toContainEqual(['starts_at', Date.parse(nine), Date.parse(friday)]);
});

test('the values belong to the person, and say not from where they came', async () => {
  const [person] = (await rowsOf(desk)).people;
  expect(await trail()).toMatchObject([{ personId: person?.id, address: null }]);
});

test('what is refused leaves nothing in the trail', async () => {
  desk.clock.set('2026-12-03T08:30:00+01:00');
  expectProblem(await citizen.cancel(booked, {}), 'too-late');
  expect(await trail()).toHaveLength(1);
});
