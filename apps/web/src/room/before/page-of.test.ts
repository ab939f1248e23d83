import { describe, expect, it } from 'vitest';
import { roomRefusals } from '@sportello/contract';
import { overPageOf, roomPageOf } from './page-of.ts';

const starts_at = '2026-12-03T10:00:00+01:00';
const opens_at = '2026-12-03T09:45:00+01:00';
const at = (time: string, day = '2026-12-03') => Date.parse(`${day}T${time}:00+01:00`);

describe('whoever opens the room', () => {
  it('too early on the day sees how many minutes are left, the one that has begun included', () => {
    expect(roomPageOf({ refusal: 'early', starts_at, opens_at }, at('09:30'))).toEqual({ is: 'early', opensAt: opens_at, minutesLeft: 15 });
    expect(roomPageOf({ refusal: 'early', starts_at, opens_at }, at('09:44') + 1)).toEqual({ is: 'early', opensAt: opens_at, minutesLeft: 1 });
    expect(roomPageOf({ refusal: 'early', starts_at, opens_at }, at('09:46'))).toEqual({ is: 'early', opensAt: opens_at, minutesLeft: 0 });
  });

  it('on a day before is told the day', () => {
    expect(roomPageOf({ refusal: 'early', starts_at, opens_at }, at('23:59', '2026-12-02'))).toEqual({ is: 'another-day' });
  });

  it('on a day after is told that it was another day, and on the day that it is closed', () => {
    expect(roomPageOf({ refusal: 'closed', starts_at, opens_at }, at('09:00', '2026-12-04'))).toEqual({ is: 'past-day' });
    expect(roomPageOf({ refusal: 'closed', starts_at, opens_at }, at('11:30'))).toEqual({ is: 'closed' });
  });

  it('late is let in all the same', () => {
    expect(roomPageOf({ refusal: null, starts_at, opens_at }, at('10:12'))).toEqual({ is: 'gate', lateMinutes: 12 });
    expect(roomPageOf({ refusal: null, starts_at, opens_at }, at('09:50'))).toEqual({ is: 'gate', lateMinutes: 0 });
  });

  it('is told each other refusal by its own page', () => {
    for (const refusal of roomRefusals.filter((one) => one !== 'early')) expect(roomPageOf({ refusal, starts_at, opens_at }, at('10:00'))).toEqual({ is: refusal });
  });
});

it('when it is over, what only the desk knows is looked up, and what may pass can be tried again', () => {
  expect(overPageOf('cancelled')).toBe('look-again');
  expect(overPageOf('refused')).toBe('look-again');
  expect(overPageOf('taken-over')).toBe('taken-over');
  expect(overPageOf('flood')).toBe('lost');
});
