import type { Block } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openBeside } from './app.ts';
import { type Citizen, got, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { openHoursDesk, type Official, officialOf, shownAgenda } from './hours-desk.ts';
import { rowsOf } from './rows.ts';
import { askAs } from './staff-app.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let one: string;
let two: string;
let technical: string;
let official: Official;
let officeId: string;
let putHoursBack: () => Promise<void>;

const day = '2026-12-03';
const at = (time: string) => `${day}T${time}:00+01:00`;

beforeAll(async () => {
  ({ desk, citizen, video, one, two, technical, officeId, putHoursBack } = await openHoursDesk());
});
beforeEach(async () => {
  official = await officialOf(desk, { role: 'operator', officeIds: [officeId] });
});
afterEach(async () => {
  await desk.clear();
  await putHoursBack();
});
afterAll(() => desk.close());

const keep = (body: object = {}, by = official, on = desk) => askAs(on, by.cookie, 'POST', '/staff/blocks', { calendar_ids: [one], starts_at: at('10:00'), ends_at: at('11:00'), reason: 'Riunione', ...body });
const remove = (id: string, by = official) => askAs(desk, by.cookie, 'DELETE', `/staff/blocks/${id}`);

test('time that is kept is offered to nobody until it is given back', async () => {
  const block = got<Block>(await keep({ calendar_ids: [one, two] }), 201);
  expect(block).toEqual({ id: expect.any(String), calendar_ids: [one, two].sort(), starts_at: at('10:00'), ends_at: at('11:00'), reason: 'Riunione', is_removable: true });
  expect(await citizen.starts(video, day)).toEqual([at('09:00'), at('09:30'), at('11:00'), at('11:30'), at('12:00')]);
  const { calendars } = await shownAgenda(official, `from=${day}&to=${day}`);
  expect(calendars.map(({ blocks }) => blocks)).toEqual([[block], [block]]);

  expect((await remove(block.id)).statusCode).toBe(204);
  expect((await remove(block.id)).statusCode).toBe(204);
  expect(await citizen.starts(video, day)).toHaveLength(7);
});

test('time that somebody has cannot be kept, on any of the calendars', async () => {
  await citizen.bookAt(video, at('10:30'));
  const before = await rowsOf(desk);
  expectProblem(await keep({ calendar_ids: [two, one] }), 'slot-taken');
  expect(await rowsOf(desk)).toEqual(before);
  expect(await desk.database.read.select().from(desk.database.tables.blocks)).toEqual([]);
  expect((await keep({ starts_at: at('11:00'), ends_at: at('12:00') })).statusCode).toBe(201);
});

test('a hold that is over is no obstacle', async () => {
  await citizen.hold(video, at('10:00'));
  expectProblem(await keep(), 'slot-taken');
  desk.clock.set('2026-12-01T08:10:01+01:00');
  const later = await officialOf(desk, { role: 'operator', allOffices: true });
  expect((await keep({}, later)).statusCode).toBe(201);
});

test('of two who keep the same time at once, in two processes, one gets it', async () => {
  const beside = await openBeside(desk);
  const answers = await Promise.all([keep(), keep({}, official, beside)]);
  await beside.close();
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
});

test('time of calendars beyond reach is neither kept nor given back', async () => {
  expectProblem(await keep({ calendar_ids: [one, technical] }), 'not-found');
  const admin = await officialOf(desk, { role: 'admin' });
  const { id } = got<Block>(await keep({ calendar_ids: [one, technical] }, admin), 201);
  expectProblem(await remove(id), 'not-found');
  expect(await citizen.starts(video, day)).not.toContain(at('10:00'));
  expect((await remove(id, admin)).statusCode).toBe(204);
});

test('a time that ends before it begins, or lasts more than a month, is refused', async () => {
  expectInvalid(await keep({ ends_at: at('10:00') }), '/ends_at');
  expectInvalid(await keep({ ends_at: '2027-02-01T00:00:00+01:00' }), '/ends_at');
});

test('who kept and gave back time stands in the trail, without the reason', async () => {
  const { id } = got<Block>(await keep(), 201);
  await remove(id);
  const { auditEntries, auditValues } = desk.database.tables;
  const entries = (await desk.database.read.select().from(auditEntries)).filter(({ objectId }) => objectId === id);
  expect(entries.map(({ action, objectKind }) => [action, objectKind])).toEqual([['create', 'block'], ['delete', 'block']]);
  expect(JSON.stringify(await desk.database.read.select().from(auditValues))).not.toContain('Riunione');
});
