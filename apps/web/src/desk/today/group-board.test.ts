import { expect, it } from 'vitest';
import { boardWith, deskItem } from '../desk-item.fixture.ts';
import { filterBoard, groupOf } from './group-board.ts';

const today = (time: string) => ({ now: Date.parse(`2026-11-23T${time}:00+01:00`), which: 'today' }) as const;

it.each([
  ['before the start somebody is expected', deskItem(), today('09:59'), 'next'],
  ['once the start is over they are late', deskItem(), today('10:01'), 'late'],
  ['who came waits', deskItem({ state: 'arrived' }), today('10:00'), 'waiting'],
  ['who came without an appointment waits apart', deskItem({ state: 'arrived', starts_at: null }), today('10:00'), 'walk_ins'],
  ['on another day nobody is late', deskItem(), { now: today('12:00').now, which: 'future' }, 'next'],
  ['of a day that is over, who nobody spoke of is left open', deskItem(), { now: today('12:00').now, which: 'past' }, 'open'],
  ['what was refused stands with what was cancelled', deskItem({ state: 'refused' }), today('10:00'), 'cancelled'],
  ['a time that is only held is nobody', deskItem({ state: 'held', person: null }), today('10:00'), null],
] as const)('%s', (_, item, moment, group) => {
  expect(groupOf(item, moment)).toBe(group);
});

it('the board is narrowed to one office, or to the own calendars with who waits for the office', () => {
  const mine = deskItem();
  const others = deskItem({ id: 'a2', calendar_ids: ['c2'] });
  const elsewhere = deskItem({ id: 'a3', office_id: 'o2', calendar_ids: ['c3'] });
  const walkIn = deskItem({ id: 'a4', starts_at: null, calendar_ids: [], state: 'arrived' });
  const board = boardWith(mine, others, elsewhere, walkIn);
  expect(filterBoard(board, { officeId: 'o2', calendar: undefined })).toEqual([elsewhere]);
  expect(filterBoard(board, { officeId: undefined, calendar: 'mia' })).toEqual([mine, walkIn]);
  expect(filterBoard(board, { officeId: undefined, calendar: undefined })).toHaveLength(4);
});
