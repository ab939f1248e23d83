import { describe, expect, it } from 'vitest';
import { stepsToEnd } from './steps-to-end.ts';

const arrived = '2026-12-03T10:00:00+01:00';

describe('the end of a meeting', () => {
  it.each([
    ['in_progress', arrived, 'served', ['served']],
    ['arrived', arrived, 'served', ['in_progress', 'served']],
    ['confirmed', null, 'missed', ['missed']],
    ['in_progress', arrived, 'missed', ['arrived', 'missed']],
    ['in_progress', null, 'missed', ['confirmed', 'missed']],
    ['missed', null, 'served', ['confirmed', 'in_progress', 'served']],
    ['served', arrived, 'served', []],
  ] as const)('from %s (arrived %s) to %s goes by %j', (state, arrived_at, ending, steps) => {
    expect(stepsToEnd({ state, arrived_at }, ending)).toEqual(steps);
  });

  it('is not for what was cancelled', () => {
    expect(stepsToEnd({ state: 'cancelled', arrived_at: null }, 'served')).toBeNull();
  });
});
