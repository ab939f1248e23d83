import { expect, it } from 'vitest';
import { deskItem } from '../desk-item.fixture.ts';
import { stepsOf } from './steps.ts';

const before = { now: Date.parse('2026-11-23T09:50:00+01:00'), which: 'today' } as const;
const after = { now: Date.parse('2026-11-23T10:05:00+01:00'), which: 'today' } as const;

it.each([
  ['who is expected at the desk arrives', deskItem(), before, ['arrived']],
  ['who is late arrives, or is given up', deskItem(), after, ['arrived', 'missed']],
  ['by phone the official begins', deskItem({ channel: 'phone' }), before, ['in_progress']],
  ['who waits is received, or was marked by mistake', deskItem({ state: 'arrived', arrived_at: 'x' }), before, ['in_progress', 'confirmed']],
  ['who came without an appointment is received, or goes', deskItem({ state: 'arrived', arrived_at: 'x', starts_at: null }), before, ['in_progress', 'missed']],
  ['a conversation ends, or goes back to where it came from', deskItem({ state: 'in_progress', arrived_at: 'x' }), after, ['served', 'arrived']],
  ['and by phone to the beginning', deskItem({ state: 'in_progress', channel: 'phone' }), after, ['served', 'confirmed']],
  ['what is over is opened again', deskItem({ state: 'served' }), after, ['in_progress']],
  ['who came after all is expected again', deskItem({ state: 'missed' }), after, ['confirmed']],
  ['nothing begins on another day', deskItem(), { ...before, which: 'future' }, []],
  ['a request is answered, not begun', deskItem({ state: 'pending' }), before, []],
] as const)('%s', (_, item, moment, wanted) => {
  expect(stepsOf(item, moment).map(({ to }) => to)).toEqual(wanted);
});
