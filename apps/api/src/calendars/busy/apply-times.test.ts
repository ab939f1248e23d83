import { expect, test } from 'vitest';
import { changeOfTimes } from './apply-times.ts';

const minute = 60_000;
/** Twenty seconds past the tenth minute. */
const now = 10 * minute + 20_000;
const time = (from: number, to: number) => ({ startsAt: from * minute, endsAt: to * minute });
const row = (id: string, from: number, to: number) => ({ id, ...time(from, to) });

test.each([
  ['nothing changes where all is as it was', [row('a', 20, 30)], [time(20, 30)], { gone: [], ended: [], come: [] }],
  ['what is new comes, what is no more goes', [row('a', 20, 30)], [time(40, 50)], { gone: ['a'], ended: [], come: [time(40, 50)] }],
  ['one that became longer is another', [row('a', 20, 30)], [time(20, 31)], { gone: ['a'], ended: [], come: [time(20, 31)] }],
  ['one that runs goes on, whenever it was first seen', [row('a', 8, 30)], [time(0, 30)], { gone: [], ended: [], come: [] }],
  ['one that runs and is new begins with this minute', [], [time(0, 30)], { gone: [], ended: [], come: [time(10, 30)] }],
  ['one that runs and is no more ends with this minute', [row('a', 8, 30)], [], { gone: [], ended: ['a'], come: [] }],
  ['one that began with this very minute and is no more goes', [row('a', 10, 30)], [], { gone: ['a'], ended: [], come: [] }],
  ['what ended a moment ago stays, and does not come', [], [{ startsAt: 0, endsAt: now - 5_000 }], { gone: [], ended: [], come: [] }],
  ['what is over stays, and does not come', [row('a', 1, 10)], [time(2, 9)], { gone: [], ended: [], come: [] }],
])('%s', (_, rows, times, change) => expect(changeOfTimes(rows, times, now)).toEqual(change));
