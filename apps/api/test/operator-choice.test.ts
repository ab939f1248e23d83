import type { ServicePage } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let operators: ServicePage['channels'][number]['operators'];
let restore: () => Promise<void>;

const week = ['2026-12-02', '2026-12-04'] as const;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
});
beforeEach(async () => {
  restore = await changeRules(desk, 'informazioni-scia', 'video', { personMayChoose: true });
  video = await citizen.wanted();
  operators = (await citizen.service('informazioni-scia')).channels.find(({ channel }) => channel === 'video')?.operators ?? [];
});
afterEach(async () => {
  await restore();
  await desk.clear();
});
afterAll(() => desk.close());

test('free times are those of the operator who is chosen, and remembered apart from all', async () => {
  const all = await citizen.starts(video, ...week);
  const each = await Promise.all(operators.map(({ id }) => citizen.starts({ ...video, operator_id: id }, ...week)));
  expect(operators.length).toBeGreaterThan(1);
  expect([...new Set(each.flat())].toSorted()).toEqual(all);
  expect(each.every((starts) => starts.length < all.length)).toBe(true);
  expect(await citizen.starts(video, ...week)).toEqual(all);
});

test('a hold takes the time of the operator who is chosen, or is refused with theirs', async () => {
  const [one, other] = operators;
  const [start = ''] = await citizen.starts({ ...video, operator_id: one?.id ?? '' }, ...week);
  await citizen.hold({ ...video, operator_id: one?.id }, start);
  expect((await rowsOf(desk)).claims).toMatchObject([{ calendarId: one?.id }]);
  const theirs = await citizen.starts({ ...video, operator_id: other?.id ?? '' }, '2026-12-01', '2026-12-11');
  const { alternatives } = expectProblem(await citizen.post('/holds', { ...video, operator_id: other?.id, starts_at: start }), 'slot-not-offered');
  expect(theirs).toEqual(expect.arrayContaining(alternatives?.map(({ starts_at }) => starts_at) ?? []));
});

test('who does not serve it, and where the service lets nobody choose, is refused on the field', async () => {
  const query = (operator: string) => citizen.get(`/slots?${new URLSearchParams({ ...video, operator_id: operator, from: week[0], to: week[1] })}`);
  const body = (operator: string) => citizen.post('/holds', { ...video, operator_id: operator, starts_at: '2026-12-03T09:00:00+01:00' });
  expectInvalid(await query('nobody'), 'operator_id');
  expectInvalid(await body('nobody'), '/operator_id');
  await restore();
  expectInvalid(await query(operators[0]?.id ?? ''), 'operator_id');
  expectInvalid(await body(operators[0]?.id ?? ''), '/operator_id');
});
