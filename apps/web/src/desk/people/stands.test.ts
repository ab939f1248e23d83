import type { PersonAppointment } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { deskItem } from '../desk-item.fixture.ts';
import { cancelledByErasure, isAhead, sortAppointments } from './stands.ts';

const now = Date.parse('2026-11-23T12:00:00+01:00');

function item(change: Partial<PersonAppointment>): PersonAppointment {
  return { ...deskItem(), part: 'requester', outcome: null, next_step: null, ...change };
}

const at = (id: string, hour: string, change: Partial<PersonAppointment> = {}) => item({ id, starts_at: `2026-11-23T${hour}:00+01:00`, ends_at: `2026-11-23T${hour}:30+01:00`, ...change });

describe('an appointment of somebody', () => {
  it.each([
    ['later today', at('a', '14:00'), true],
    ['this morning, of whose end nobody said anything', at('a', '10:00'), false],
    ['cancelled, later', at('a', '14:00', { state: 'cancelled' }), false],
    ['that goes on', at('a', '11:59', { state: 'in_progress', ends_at: '2026-11-23T12:29:00+01:00' }), true],
    ['of who waits without a time', item({ state: 'arrived', starts_at: null, ends_at: null, arrived_at: '2026-11-23T11:50:00+01:00' }), true],
    ['without a time, served', item({ state: 'served', starts_at: null, ends_at: null }), false],
  ])('%s: still to come? %s', (_, appointment, ahead) => {
    expect(isAhead(appointment, now)).toBe(ahead);
  });

  it('the next one comes first, and of what is over the latest', () => {
    const { ahead, past } = sortAppointments([at('late', '16:00'), at('old', '08:00'), at('next', '14:00'), at('last', '10:00')], now);
    expect([ahead.map(({ id }) => id), past.map(({ id }) => id)]).toEqual([['next', 'late'], ['last', 'old']]);
  });

  it('an erasure cancels what is theirs or meant for them, not where they only come along', () => {
    expect(cancelledByErasure([at('own', '14:00'), at('meant', '15:00', { part: 'beneficiary' }), at('along', '16:00', { part: 'companion' })], now).map(({ id }) => id)).toEqual(['own', 'meant']);
  });
});
