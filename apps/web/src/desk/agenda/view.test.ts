import { describe, expect, it } from 'vitest';
import { daysOfView, mondayOf, readView, turned, weekdayOf } from './view.ts';

const today = '2026-11-25';

describe('the address of the agenda', () => {
  it('says day, view and calendars', () => {
    expect(readView(new URLSearchParams('giorno=2026-12-03&vista=settimana&agende=a,b'), { today, isPhone: false })).toEqual({ name: 'settimana', day: '2026-12-03', calendarIds: ['a', 'b'] });
  });

  it('means today when it says nothing, or nonsense: as a list on a phone', () => {
    expect(readView(new URLSearchParams(), { today, isPhone: false })).toEqual({ name: 'giorno', day: today, calendarIds: null });
    expect(readView(new URLSearchParams('giorno=2026-02-31&vista=mese&agende='), { today, isPhone: true })).toEqual({ name: 'elenco', day: today, calendarIds: null });
  });
});

describe('the days of a view', () => {
  it('are one, the week from its Monday, or seven from the day on', () => {
    expect(daysOfView({ name: 'giorno', day: today })).toEqual([today]);
    expect(daysOfView({ name: 'settimana', day: today }).at(0)).toBe('2026-11-23');
    expect(daysOfView({ name: 'settimana', day: today }).at(-1)).toBe('2026-11-29');
    expect(daysOfView({ name: 'elenco', day: today }).at(0)).toBe(today);
  });

  it('are turned by as many as they are', () => {
    expect(turned({ name: 'giorno', day: today }, 1)).toBe('2026-11-26');
    expect(turned({ name: 'settimana', day: today }, -1)).toBe('2026-11-18');
  });

  it('begin on Monday, on Sundays too', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});
