import { expect, it } from 'vitest';
import { type Notice, noticeIn, type Stay } from './notice.ts';

const from: Stay = { starts_at: '2026-12-03T10:00:00+01:00', ends_at: '2026-12-03T10:30:00+01:00', place_id: null };
const to: Stay = { ...from, place_id: 'p1' };

it.each<Notice>([{ kind: 'moved', from, to }, { kind: 'accepted', from, to }, { kind: 'changed' }, { kind: 'proposal-over' }])('the page says what happened', (notice) => {
  expect(noticeIn({ notice, more: 1 })).toEqual(notice);
});

it.each([null, 'moved', {}, { notice: null }, { notice: { kind: 'moved', from } }, { notice: { kind: 'moved', from, to: { ...to, place_id: 7 } } }])('and nothing when the history holds %j', (state) => {
  expect(noticeIn(state)).toBeNull();
});
