import { describe, expect, it } from 'vitest';
import { byDay, halvesOfDay, withOwn } from './group-slots.ts';

function slot(starts_at: string) {
  return { starts_at, ends_at: starts_at, place_id: null };
}

describe('free times', () => {
  it('stand under their day on the calendar of the desk', () => {
    const days = byDay([slot('2026-12-03T09:00:00+01:00'), slot('2026-12-03T15:00:00+01:00'), slot('2026-12-03T23:30:00Z')]);
    expect(days.map(({ day, slots }) => [day, slots.length])).toEqual([
      ['2026-12-03', 2],
      ['2026-12-04', 1],
    ]);
  });

  it('are of the morning before one o’clock, winter and summer', () => {
    const { morning, afternoon } = halvesOfDay([slot('2026-12-03T12:30:00+01:00'), slot('2026-12-03T13:00:00+01:00'), slot('2026-07-03T12:30:00+02:00')]);
    expect(morning.map(({ starts_at }) => starts_at)).toEqual(['2026-12-03T12:30:00+01:00', '2026-07-03T12:30:00+02:00']);
    expect(afternoon).toHaveLength(1);
  });

  it('include the one that the visitor holds, in its place', () => {
    const own = slot('2026-12-03T10:00:00+01:00');
    const free = [slot('2026-12-03T09:00:00+01:00'), slot('2026-12-03T11:00:00+01:00')];
    expect(withOwn(free, own).map(({ starts_at }) => starts_at.slice(11, 16))).toEqual(['09:00', '10:00', '11:00']);
    expect(withOwn([...free, own], own)).toHaveLength(3);
    expect(withOwn(free, null)).toBe(free);
  });
});
