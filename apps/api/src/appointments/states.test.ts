import { appointmentStates } from '@sportello/contract';
import { expect, test } from 'vitest';
import { type Action, allows, permissionsOf, stateAfterBooking } from './states.ts';

test.each<[Action, string[]]>([
  ['confirm', ['held']],
  ['approve', ['pending']],
  ['refuse', ['pending']],
  ['move', ['pending', 'confirmed']],
  ['cancel', ['pending', 'confirmed']],
])('%s is possible in the states %s only', (action, states) => {
  expect(appointmentStates.filter((state) => allows(state, action))).toEqual(states);
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
