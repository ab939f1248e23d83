import type { HoursVersion } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Desk } from './app.ts';
import { got, without } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { openHoursDesk, type Official, officialOf } from './hours-desk.ts';
import { askAs } from './staff-app.ts';

// How the hours of "Sportello imprese 1" changed, and the way back.

let desk: Desk;
let one: string;
let technical: string;
let official: Official;
let officeId: string;
let putHoursBack: () => Promise<void>;

beforeAll(async () => {
  ({ desk, one, technical, officeId, putHoursBack } = await openHoursDesk());
});
beforeEach(async () => {
  official = await officialOf(desk, { role: 'operator', officeIds: [officeId] });
});
afterEach(async () => {
  await desk.clear();
  await putHoursBack();
});
afterAll(() => desk.close());

const weekly = (...days: number[]) => ({ kind: 'weekly', days, every_weeks: 1 });
const rule = (from: number, to: number, ...days: number[]) => ({ start_minute: from * 60, end_minute: to * 60, recurrence: weekly(...days), channels: null, place_id: null, service_ids: null, first_day: null, last_day: null });
const rules = (...some: object[]) => ({ kind: 'rules', calendar_ids: [one], rules: some });
const history = async (id = one) => (got<{ items: HoursVersion[] }>(await askAs(desk, official.cookie, 'GET', `/staff/calendars/${id}/hours/versions`), 200)).items;
/** The rules as they are, their channels in order. */
const present = async () => (await official.hours(one)).rules.map((shown) => ({ ...without(shown, 'id'), channels: shown.channels?.toSorted() ?? null }));

test('a calendar whose hours nobody changed has no history', async () => {
  expect(await history()).toEqual([]);
});

test('each change stands in it with who and when, and how it was before the first', async () => {
  const before = await present();
  await official.saved(rules(rule(9, 12, 2)));
  await official.saved(rules(rule(9, 11, 2)));
  await official.saved({ kind: 'exception', calendar_ids: [one], day: '2026-12-09', exception: { day: '2026-12-09', opening: [], reason: 'Corso' } });
  const steps = await history();
  expect(steps.map(({ action }) => action)).toEqual(['exception', 'rules', 'rules', 'before']);
  const [unusual, shorter, , first] = steps;
  expect(unusual).toMatchObject({ exceptions: [{ day: '2026-12-09', opening: [] }], staff_name: expect.any(String) });
  expect(shorter?.rules).toMatchObject([{ start_minute: 540, end_minute: 660, recurrence: weekly(2) }]);
  expect(first).toMatchObject({ staff_name: null });
  expect(first?.rules).toHaveLength(before.length);
  expect(first?.rules).toEqual(expect.arrayContaining(before));
  expect(JSON.stringify(steps)).not.toContain('Corso'); // why is the desk's business as long as it lasts
});

test('an absence is no change of the hours, and hours saved as they are add nothing', async () => {
  await official.saved({ kind: 'absence', calendar_ids: [one], starts_at: '2026-12-10T00:00:00+01:00', ends_at: '2026-12-11T00:00:00+01:00' });
  await official.saved(rules(...(await present())));
  expect(await history()).toEqual([]);
});

test('a change that is taken back within its minute is told as taken back', async () => {
  const before = await present();
  const { id } = await official.saved(rules(rule(9, 12, 2)));
  expect((await official.undo(id)).statusCode).toBe(204);
  const steps = await history();
  expect(steps.map(({ action }) => action)).toEqual(['undo', 'rules', 'before']);
  expect(steps[0]?.rules).toEqual(steps[2]?.rules);
  expect(await present()).toEqual(expect.arrayContaining(before));
});

test('older hours are put back by a change of hours with its effect shown before, and that is a step too', async () => {
  const before = await present();
  await official.saved(rules(rule(9, 10, 2)));
  const first = (await history()).at(-1);
  const wish = { kind: 'rules', calendar_ids: [one], rules: first?.rules ?? [], rules_revision: (await official.hours(one)).rules_revision };
  const effect = await official.preview(wish);
  expect(effect.free_times.after).toBeGreaterThan(effect.free_times.before);
  await official.saved(wish);
  const now = await present();
  expect(now).toHaveLength(before.length);
  expect(now).toEqual(expect.arrayContaining(before));
  expect((await history()).map(({ action }) => action)).toEqual(['rules', 'rules', 'before']);
  // Of two who go back at once, the second is told that something changed.
  expectProblem(await official.save(wish), 'changed-meanwhile');
});

test('the history of a calendar beyond reach is not to be seen', async () => {
  expectProblem(await askAs(desk, official.cookie, 'GET', `/staff/calendars/${technical}/hours/versions`), 'not-found');
});
