import { appointmentStates, attendanceStates } from '@sportello/contract';
import { describe, expect, test } from 'vitest';
import { type Action, allows, attendanceStep, permissionsOf, stateAfterBooking } from './states.ts';

test.each<[Action, string[]]>([
  ['confirm', ['held']],
  ['approve', ['pending']],
  ['refuse', ['pending']],
  ['move', ['pending', 'confirmed']],
  ['cancel', ['pending', 'confirmed']],
  ['move-by-desk', ['pending', 'confirmed', 'missed']],
  ['reassign', ['pending', 'confirmed', 'arrived']],
  ['cancel-by-desk', ['pending', 'confirmed', 'arrived']],
  ['conclude', ['in_progress', 'served', 'missed']],
])('%s is possible in the states %s only', (action, states) => {
  expect(appointmentStates.filter((state) => allows(state, action))).toEqual(states);
});

describe('attendance goes one step forward, or back to where it came from', () => {
  const from = (state: (typeof appointmentStates)[number], arrivedAt: number | null, isWalkIn = false) =>
    Object.fromEntries(attendanceStates.flatMap((wanted) => [attendanceStep({ state, arrivedAt, isWalkIn }, wanted)].flatMap((step) => (step ? [[wanted, step]] : []))));

  test.each([
    ['confirmed', null, { arrived: 'arrived', in_progress: 'started', missed: 'missed' }],
    ['arrived', 1, { in_progress: 'started', missed: 'missed', confirmed: 'taken-back' }],
    ['in_progress', 1, { served: 'served', arrived: 'taken-back' }],
    ['in_progress', null, { served: 'served', confirmed: 'taken-back' }],
    ['served', 1, { in_progress: 'taken-back' }],
    ['served', null, { in_progress: 'taken-back' }],
    ['missed', 1, { arrived: 'taken-back' }],
    ['missed', null, { confirmed: 'taken-back' }],
  ] as const)('from %s (arrived: %s)', (state, arrivedAt, steps) => {
    expect(from(state, arrivedAt)).toEqual(steps);
  });

  test('whoever came without an appointment is never expected', () => {
    expect(from('arrived', 1, true)).toEqual({ in_progress: 'started', missed: 'missed' });
    expect(from('in_progress', 1, true)).toEqual({ served: 'served', arrived: 'taken-back' });
  });

  test.each(['held', 'pending', 'cancelled', 'refused', 'expired'] as const)('nobody attends what is %s', (state) => {
    expect(from(state, null)).toEqual({});
  });
});

test('a moderated booking waits, another is confirmed', () => {
  expect([stateAfterBooking(true), stateAfterBooking(false)]).toEqual(['pending', 'confirmed']);
});

const minute = 60_000;
const cutoffs = { startsAt: 10 * minute, moveCutoffMinutes: 5, cancelCutoffMinutes: 2 };

test.each([
  ['long before', 0, 5 * minute, 8 * minute],
  ['at the term for moving', 5 * minute, 5 * minute, 8 * minute],
  ['just after it', 5 * minute + 1, null, 8 * minute],
  ['at the term for cancelling', 8 * minute, null, 8 * minute],
  ['just after that', 8 * minute + 1, null, null],
])('%s', (_, now, moveUntil, cancelUntil) => {
  expect(permissionsOf({ state: 'confirmed', ...cutoffs }, now)).toEqual({ moveUntil, cancelUntil });
  expect(permissionsOf({ state: 'cancelled', ...cutoffs }, now)).toEqual({ moveUntil: null, cancelUntil: null });
});

test('without a time nothing can be moved or cancelled', () => {
  expect(permissionsOf({ state: 'confirmed', startsAt: null, moveCutoffMinutes: 0, cancelCutoffMinutes: 0 }, 0)).toEqual({ moveUntil: null, cancelUntil: null });
});
