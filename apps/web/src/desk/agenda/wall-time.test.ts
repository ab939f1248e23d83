import { describe, expect, it } from 'vitest';
import { instantAt, readMinute, wallTimeOf, writeMinute } from './wall-time.ts';

describe('the clock on the wall', () => {
  it.each([
    ['2026-12-03T09:00:00Z', '2026-12-03', 600],
    ['2026-07-03T08:00:00Z', '2026-07-03', 600],
    ['2026-12-03T23:30:00Z', '2026-12-04', 30],
    ['2026-03-29T01:00:00Z', '2026-03-29', 180],
  ])('reads %s as %s, minute %i', (instant, day, minute) => {
    expect(wallTimeOf(instant)).toEqual({ day, minute });
    expect(Date.parse(instantAt(day, minute))).toBe(Date.parse(instant));
  });

  it('knows both summer-time nights', () => {
    expect(instantAt('2026-03-29', 120)).toBe('2026-03-29T01:00:00.000Z');
    expect(instantAt('2026-03-29', 1440)).toBe('2026-03-29T22:00:00.000Z');
    expect(instantAt('2026-10-25', 0)).toBe('2026-10-24T22:00:00.000Z');
    expect(instantAt('2026-10-25', 150)).toBe('2026-10-25T01:30:00.000Z');
    expect(instantAt('2026-10-25', 1440)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is written and read', () => {
    expect(writeMinute(545)).toBe('09:05');
    expect(writeMinute(1440)).toBe('24:00');
    expect(readMinute('09:05')).toBe(545);
    expect(readMinute('24:00')).toBeNull();
    expect(readMinute('nine')).toBeNull();
    expect(readMinute(null)).toBeNull();
  });
});
