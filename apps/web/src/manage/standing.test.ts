import { appointmentStates } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { roomStanding, type Standing, standingOf, stillUntil } from './standing.ts';

const ends_at = '2026-12-03T10:30:00+01:00';
const before = Date.parse('2026-12-03T10:29:59+01:00');
const after = Date.parse(ends_at);
const room = { opens_at: '2026-12-03T09:45:00+01:00', closes_at: '2026-12-03T11:00:00+01:00' };

describe('how an appointment stands', () => {
  const standings: Record<(typeof appointmentStates)[number], [Standing, Standing]> = {
    held: ['changed', 'changed'],
    pending: ['pending', 'past'],
    confirmed: ['confirmed', 'past'],
    arrived: ['going', 'going'],
    in_progress: ['going', 'going'],
    served: ['over', 'over'],
    missed: ['past', 'past'],
    cancelled: ['cancelled', 'cancelled'],
    refused: ['refused', 'refused'],
    expired: ['changed', 'changed'],
  };

  it.each(appointmentStates)('%s, before and after its end', (state) => {
    const shown = { state, ends_at, room: null };
    expect([standingOf(shown, before), standingOf(shown, after)]).toEqual(standings[state]);
  });

  it.each(['pending', 'confirmed', 'missed'] as const)('%s by video is past when the room has closed: who is late may still come', (state) => {
    const shown = { state, ends_at, room };
    expect(standingOf(shown, after)).toBe(state === 'missed' ? 'confirmed' : state);
    expect(standingOf(shown, Date.parse(room.closes_at))).toBe('past');
  });
});

it.each([
  ['09:44:59', { is: 'waiting', minutesLeft: 1 }],
  ['09:30:00', { is: 'waiting', minutesLeft: 15 }],
  ['09:45:00', { is: 'open' }],
  ['10:59:59', { is: 'open' }],
  ['11:00:00', { is: 'closed' }],
])('the room at %s', (time, standing) => {
  expect(roomStanding(room, Date.parse(`2026-12-03T${time}+01:00`))).toEqual(standing);
});

it('a limit holds until its last moment', () => {
  expect(stillUntil(ends_at, after)).toBe(ends_at);
  expect(stillUntil(ends_at, after + 1)).toBeNull();
  expect(stillUntil(null, before)).toBeNull();
});
