import type { Hold } from '@sportello/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { calendarsFor, type Clerk, clerkOf } from './clerk.ts';

// Clerks and citizens at once for the time of one calendar; on PostgreSQL the citizens talk to a second server on the same database.
const clients = 20;

let desk: Desk;
let beside: Desk;
let citizen: Citizen;
let clerks: Clerk[];
let video: Wanted;
let calendarId: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
  beside = desk.database.kind === 'pg' ? await openBeside(desk) : desk;
  citizen = citizenOf(beside);
  video = await citizen.wanted();
  [calendarId = ''] = await calendarsFor(desk, video);
});
beforeEach(async () => {
  await desk.clear();
  clerks = [await clerkOf(desk), await clerkOf(desk), await clerkOf(desk)];
});
afterAll(async () => {
  if (beside !== desk) await beside.close();
  await desk.close();
});

const at = (time: string) => `2026-12-03T${time}:00+01:00`;
const clerk = (client: number) => clerks[client % clerks.length] as Clerk; // there are three

async function overlappingClaims(): Promise<number> {
  const claims = await desk.database.read.select().from(desk.database.tables.claims);
  return claims.filter((one) => claims.some((other) => one.id < other.id && one.calendarId === other.calendarId && one.startsAt < other.endsAt && other.startsAt < one.endsAt)).length;
}

const everybody = <Answer>(ask: (client: number) => Promise<Answer>) => Promise.all(Array.from({ length: clients }, (_, client) => ask(client)));
const statuses = (answers: readonly { statusCode: number }[]) => new Set(answers.map(({ statusCode }) => statusCode));

test('clerks and citizens who want the same time: one of them gets it', async () => {
  const answers = await everybody((client) => (client % 2 === 0 ? clerk(client).tryHold(video, at('10:00')) : citizen.post('/holds', { ...video, starts_at: at('10:00') })));
  expect(statuses(answers).isSubsetOf(new Set([201, 409]))).toBe(true);
  const won = answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json<Hold>().id);
  expect(new Set(won).size).toBe(1); // a clerk who asks again is answered with their own hold
  expect(await overlappingClaims()).toBe(0);
});

test('outside the hours at any minute, beside citizens on the grid: nothing overlaps', async () => {
  const answers = await everybody((client) => {
    const wanted = at(`${client % 4 < 2 ? '10' : '11'}:${client % 2 === 0 ? '00' : '30'}`);
    const inBetween = at(`1${client % 2}:${String(5 + client).padStart(2, '0')}`);
    return client % 3 === 0 ? clerk(client).tryHold(video, inBetween, { outside_hours: true, calendar_id: calendarId }) : citizen.post('/holds', { ...video, starts_at: wanted });
  });
  expect(statuses(answers).isSubsetOf(new Set([201, 409]))).toBe(true);
  expect(await overlappingClaims()).toBe(0);
});

test('two who move different appointments to one time: one of them has it, the other stays', async () => {
  const [one, other] = [await clerk(0).bookAt(video, at('09:00')), await clerk(1).bookAt(video, at('09:30'))];
  const answers = await Promise.all([clerk(0).move(one, { starts_at: at('11:00'), tell: false }), clerk(1).move(other, { starts_at: at('11:00'), tell: false })]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(await overlappingClaims()).toBe(0);
  expect(await desk.database.read.select().from(desk.database.tables.claims)).toHaveLength(2);
});

test('many who change one appointment at once: one change, and the others are told', async () => {
  const item = await clerk(0).bookAt(video, at('09:00'));
  const times = ['10:00', '10:30', '11:00', '11:30'];
  const answers = await everybody((client) => (client % 5 === 4 ? clerk(client).cancel(item) : clerk(client).move(item, { starts_at: at(times[client % 5] ?? ''), tell: false })));
  expect(statuses(answers).isSubsetOf(new Set([200, 409]))).toBe(true);
  const { appointments, claims } = desk.database.tables;
  const [now] = await desk.database.read.select().from(appointments);
  expect(now?.revision).toBe(item.revision + 1);
  expect(await desk.database.read.select().from(claims)).toHaveLength(now?.state === 'cancelled' ? 0 : 1);
});

test('a hold that many send at once is one appointment', async () => {
  const hold = await clerk(0).hold(video, at('09:00'));
  const answers = await everybody(() => clerk(0).confirm(hold));
  expect(statuses(answers)).toEqual(new Set([201]));
  expect(await desk.database.read.select().from(desk.database.tables.people)).toHaveLength(1);
});
