import type { LightState } from '@sportello/contract';
import { expect, test } from 'vitest';
import { isOpen, judgeWatch, type Watch } from './judge-watch.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What is known after these looks, each so many minutes after the first. */
function after(looks: readonly (readonly [at: number, state: LightState])[], { isToldElsewhere = false } = {}) {
  const told: number[] = [];
  const cleared: number[] = [];
  let watch: Watch | null = null;
  let since = 0;
  let before: LightState | null = null;
  for (const [at, state] of looks) {
    const now = at * minute;
    if (state !== before) since = now;
    before = state;
    watch = judgeWatch(watch, { name: 'disk', state, since, checkedAt: now, isToldElsewhere }, now);
    if (watch?.toldAt === now) told.push(at);
    if (watch?.clearedAt === now) cleared.push(at);
  }
  return { told, cleared, isOpen: watch !== null && isOpen(watch), watch };
}

/** The same state every three minutes, from one minute up to another. */
const every = (from: number, to: number, state: LightState) => Array.from({ length: Math.floor((to - from) / 3) + 1 }, (_, i) => [from + 3 * i, state] as const);

test('what is red once is told to nobody, what is red twice is told once', () => {
  expect(after([[1, 'good'], [4, 'bad'], [7, 'good'], [10, 'bad'], [13, 'good']])).toMatchObject({ told: [], cleared: [], isOpen: false });
  expect(after([[1, 'good'], ...every(4, 600, 'bad')])).toMatchObject({ told: [7], isOpen: true });
});

test('a light that is looked at no more often than that counts no look twice', () => {
  const seen = judgeWatch(null, { name: 'disk', state: 'bad', since: 5, checkedAt: 5, isToldElsewhere: false }, 5);
  expect(judgeWatch(seen, { name: 'disk', state: 'bad', since: 5, checkedAt: 5, isToldElsewhere: false }, 500)).toBe(seen);
});

test('what is yellow is told after a day, and again when it turns red', () => {
  const yellow = every(0, 24 * 60, 'attention');
  expect(after(yellow.slice(0, -1))).toMatchObject({ told: [], isOpen: false });
  expect(after(yellow)).toMatchObject({ told: [24 * 60], isOpen: true, watch: { toldAs: 'attention' } });
  expect(after([...yellow, [1443, 'bad'], [1446, 'bad'], [1449, 'bad']])).toMatchObject({ told: [1440, 1446], watch: { toldAs: 'bad' } });
});

test('it is over when it was well for a quarter of an hour', () => {
  const bad = every(0, 30, 'bad');
  expect(after([...bad, ...every(33, 45, 'good')])).toMatchObject({ cleared: [], isOpen: true });
  const over = after([...bad, ...every(33, 90, 'good')]);
  expect(over).toMatchObject({ told: [3], cleared: [48], isOpen: false, watch: { troubleSince: 0, troubleUntil: 33 * minute } });
});

test('that it turned red again within the quarter of an hour is no news', () => {
  expect(after([...every(0, 6, 'bad'), [9, 'good'], [12, 'good'], ...every(15, 60, 'bad')])).toMatchObject({ told: [3], cleared: [], isOpen: true });
});

test('a light that goes on and off is told no more often than every six hours, and its end only where its beginning was', () => {
  const rounds = Array.from({ length: 10 }, (_, i) => [...every(60 * i, 60 * i + 27, 'bad'), ...every(60 * i + 30, 60 * i + 57, 'good')]).flat();
  expect(after(rounds)).toMatchObject({ told: [3, 363], cleared: [45, 405] });
});

test('what could not be found out changes nothing', () => {
  expect(after([[0, 'bad'], [3, 'unknown'], [6, 'bad']])).toMatchObject({ told: [6] });
  expect(after([...every(0, 6, 'bad'), ...every(9, 90, 'unknown')])).toMatchObject({ told: [3], cleared: [], isOpen: true });
  expect(after([[0, 'unknown']]).watch).toBeNull();
});

test('what has nothing to look at any more is over, as is what the desk deals with', () => {
  expect(after([...every(0, 6, 'bad'), ...every(9, 30, 'off')])).toMatchObject({ told: [3], cleared: [24] });
  expect(after(every(0, 30, 'bad'), { isToldElsewhere: true })).toMatchObject({ told: [], isOpen: false });
  expect(after(every(0, 2 * 24 * 60, 'attention'), { isToldElsewhere: true })).toMatchObject({ told: [], isOpen: false });
});

test('since when it is so is said from its own beginning, not from the second look', () => {
  const watch = judgeWatch(null, { name: 'disk', state: 'bad', since: hour, checkedAt: 2 * hour, isToldElsewhere: false }, 2 * hour);
  expect(judgeWatch(watch, { name: 'disk', state: 'bad', since: hour, checkedAt: 2 * hour + minute, isToldElsewhere: false }, 2 * hour + minute)).toMatchObject({ troubleSince: hour, troubleUntil: null });
});
