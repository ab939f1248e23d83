import type { Board } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { boardWith, deskItem } from '../desk-item.fixture.ts';
import type { LiveEvent } from '../../staff/live/live-event.ts';
import { followBoard } from './follow-board.ts';

function after(board: Board, event: LiveEvent): Board {
  const followed = followBoard(board, event);
  if (followed === 'stale') throw new Error('it would be read again');
  return followed;
}

const namesOn = (board: { readonly items: readonly { readonly id: string }[] }) => board.items.map(({ id }) => id);

describe('the board follows', () => {
  it('an appointment that was changed by somebody else', () => {
    const board = after(boardWith(deskItem()), { name: 'appointment', data: deskItem({ state: 'arrived', revision: 2 }) });
    expect(board.items[0]).toMatchObject({ state: 'arrived', revision: 2 });
  });

  it('a new one, at its place in the day', () => {
    const board = boardWith(deskItem(), deskItem({ id: 'a3', starts_at: null, arrived_at: '2026-11-23T09:00:00+01:00', state: 'arrived' }));
    const early = deskItem({ id: 'a2', starts_at: '2026-11-23T09:00:00+01:00' });
    expect(namesOn(after(board, { name: 'appointment', data: early }))).toEqual(['a2', 'a1', 'a3']);
  });

  it('one that was moved to another day, or is not to be seen any more, by leaving it out', () => {
    const moved = deskItem({ revision: 2, starts_at: '2026-11-24T10:00:00+01:00' });
    expect(namesOn(after(boardWith(deskItem()), { name: 'appointment', data: moved }))).toEqual([]);
    expect(namesOn(after(boardWith(deskItem()), { name: 'gone', data: { id: 'a1' } }))).toEqual([]);
  });

  it('nothing older than what it shows, and nothing of another day', () => {
    const board = boardWith(deskItem({ revision: 3 }));
    expect(after(board, { name: 'appointment', data: deskItem({ state: 'arrived', revision: 2 }) })).toBe(board);
    expect(after(board, { name: 'appointment', data: deskItem({ id: 'a2', starts_at: '2026-11-24T10:00:00+01:00' }) })).toBe(board);
  });

  it('the number of requests', () => {
    const pending = deskItem({ state: 'pending' });
    const one = after(boardWith(), { name: 'appointment', data: pending });
    expect(one.pending_count).toBe(1);
    expect(after(one, { name: 'appointment', data: deskItem({ revision: 2 }) }).pending_count).toBe(0);
    expect(followBoard(boardWith(), { name: 'appointment', data: deskItem({ state: 'pending', starts_at: '2026-11-24T10:00:00+01:00' }) })).toBe('stale');
  });

  it('a delay, until it is taken back', () => {
    const delay = { calendar_id: 'c1', minutes: 10, announced_at: '2026-11-23T09:00:00+01:00' };
    const late = after(boardWith(), { name: 'delay', data: delay });
    expect(late.delays).toEqual([delay]);
    expect(after(late, { name: 'delay', data: { ...delay, minutes: 0, announced_at: '2026-11-23T09:05:00+01:00' } }).delays).toEqual([]);
  });
});

it('the name of a service stays in the language of the page', () => {
  const board = after(boardWith(deskItem()), { name: 'appointment', data: deskItem({ revision: 2, service_name: 'About SCIA' }) });
  expect(board.items[0]?.service_name).toBe('Informazioni SCIA');
});
