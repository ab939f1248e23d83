import { expect, test } from 'vitest';
import { roomFor } from './room-for.ts';

const minute = 60_000;
const claims = (...intervals: number[]) => ({ intervals: Int32Array.from(intervals), appointmentIds: intervals.filter((_, at) => at % 2).map(() => 'somebody'), heldUntil: intervals.filter((_, at) => at % 2).map(() => null) });

test.each([
  ['without a calendar the whole length, and nothing is claimed', 100, null, [100, 130], false],
  ['an empty calendar has room', 100, claims(), [100, 130], true],
  ['what comes next cuts it', 100, claims(50, 60, 115, 145), [100, 115], true],
  ['what ended at this minute is not in the way', 100, claims(70, 100), [100, 130], true],
  ['what begins at the end is not in the way', 100, claims(130, 160), [100, 130], true],
  ['a calendar that is busy now has no room', 100, claims(90, 110, 115, 145), [100, 130], false],
] as const)('%s', (_, now, taken, [start, end], isFree) => {
  expect(roomFor(30, now * minute + 59_999, taken)).toEqual({ interval: { startsAt: start * minute, endsAt: end * minute }, isFree });
});

test('a hold that ended is not in the way', () => {
  const held = { ...claims(90, 110), heldUntil: [95 * minute] };
  expect(roomFor(30, 100 * minute, held).isFree).toBe(true);
  expect(roomFor(30, 94 * minute, held).isFree).toBe(false);
});
