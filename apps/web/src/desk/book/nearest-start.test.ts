import { describe, expect, it } from 'vitest';
import { startNear, weekLater } from './nearest-start.ts';

const slots = (...starts: string[]) => starts.map((starts_at) => ({ starts_at }));

describe('the same time next week', () => {
  it('is the same on the clock', () => {
    const wanted = weekLater('2026-12-03T10:00:00+01:00');
    expect(startNear(slots('2026-12-10T09:00:00+01:00', '2026-12-10T10:00:00+01:00'), wanted)).toEqual({ slot: { starts_at: '2026-12-10T10:00:00+01:00' }, isExact: true });
  });

  it.each([
    ['2026-03-26T10:00:00+01:00', '2026-04-02T10:00:00+02:00'],
    ['2026-10-22T10:00:00+02:00', '2026-10-29T10:00:00+01:00'],
  ])('is the same over a summer-time night: %s', (start, later) => {
    expect(startNear(slots('2026-04-02T09:00:00+02:00', later), weekLater(start))).toEqual({ slot: { starts_at: later }, isExact: true });
  });

  it('is the nearest where it is taken', () => {
    const wanted = weekLater('2026-12-03T10:00:00+01:00');
    expect(startNear(slots('2026-12-09T10:00:00+01:00', '2026-12-10T09:30:00+01:00', '2026-12-10T12:00:00+01:00'), wanted)).toEqual({ slot: { starts_at: '2026-12-10T09:30:00+01:00' }, isExact: false });
  });

  it('is none where nothing is free', () => {
    expect(startNear([], weekLater('2026-12-03T10:00:00+01:00'))).toBeNull();
  });
});
