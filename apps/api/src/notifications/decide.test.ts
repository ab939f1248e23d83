import { type AppointmentState, appointmentStates, type MessageName, messageNames } from '@sportello/contract';
import { expect, test } from 'vitest';
import { decide, type Current, type Decision, type Written } from './decide.ts';

const now = 1_000_000;
const appointment: Current = { state: 'confirmed', sequence: 1, code: 'K7QM-3XRT', startsAt: now + 100, endsAt: now + 200 };
const to = { email: 'ada@example.org' };

function written(message: MessageName, change: Partial<Written> = {}): Written {
  return { message, sequence: 1, deadlineAt: now + 50, ...change };
}

function outcome(decision: Decision): string {
  return decision.do === 'drop' ? decision.why : decision.do;
}

const sentIn: Record<MessageName, AppointmentState[]> = {
  confirmation: ['confirmed', 'arrived', 'in_progress'],
  'request-received': ['pending'],
  moved: ['pending', 'confirmed', 'arrived', 'in_progress'],
  'moved-by-desk': ['pending', 'confirmed', 'arrived', 'in_progress'],
  proposed: ['pending'],
  approved: ['confirmed', 'arrived', 'in_progress'],
  refused: ['refused'],
  cancelled: ['cancelled'],
  'cancelled-by-desk': ['cancelled'],
  reminder: ['confirmed'],
  'access-link': ['pending', 'confirmed', 'arrived', 'in_progress', 'served', 'missed', 'cancelled', 'refused'],
  'papers-given': ['pending', 'confirmed', 'arrived', 'in_progress', 'served', 'missed'],
};

test.each(messageNames)('%s leaves only while it is true', (message) => {
  for (const state of appointmentStates) {
    const expected = sentIn[message].includes(state) ? 'send' : 'untrue';
    expect(`${state}: ${outcome(decide(written(message), { ...appointment, state }, to, now))}`).toBe(`${state}: ${expected}`);
  }
});

test('what leaves carries the address and what was read', () => {
  expect(decide(written('confirmation'), appointment, to, now)).toEqual({ do: 'send', to: 'ada@example.org', appointment, person: to });
});

test.each<[string, string, Decision<Current>]>([
  ['a reminder of a moved appointment is dropped', 'superseded', decide(written('reminder', { sequence: 0 }), appointment, to, now)],
  ['a confirmation of a moved appointment is dropped too', 'superseded', decide(written('confirmation', { sequence: 0 }), appointment, to, now)],
  ['the first of two moves is dropped', 'superseded', decide(written('moved', { sequence: 0 }), appointment, to, now)],
  ['a link that was asked for before a move still leaves', 'send', decide(written('access-link', { sequence: 0 }), appointment, to, now)],
  ['papers that were given before a move are still told of', 'send', decide(written('papers-given', { sequence: 0 }), appointment, to, now)],
  ['a message without a sequence is not compared', 'send', decide(written('confirmation', { sequence: null }), appointment, to, now)],
  ['a reminder after the start is dropped', 'late', decide(written('reminder'), { ...appointment, startsAt: now }, to, now)],
  ['a reminder past its deadline is dropped', 'late', decide(written('reminder', { deadlineAt: now }), appointment, to, now)],
  ['any other message past its deadline has failed', 'fail', decide(written('confirmation', { deadlineAt: now }), appointment, to, now)],
  ['an erased person gets nothing', 'no-address', decide(written('confirmation'), appointment, { email: null }, now)],
  ['a person who is gone gets nothing', 'no-address', decide(written('confirmation'), appointment, null, now)],
  ['an empty address is none', 'no-address', decide(written('confirmation'), appointment, { email: '' }, now)],
  ['an appointment that is gone sends nothing', 'gone', decide(written('confirmation'), null, to, now)],
  ['a hold, which has no code, sends nothing', 'no-time', decide(written('confirmation'), { ...appointment, code: null }, to, now)],
  ['a walk-in without a time sends nothing', 'no-time', decide(written('confirmation'), { ...appointment, startsAt: null }, to, now)],
])('%s', (_, expected, decision) => {
  expect(outcome(decision)).toBe(expected);
});
