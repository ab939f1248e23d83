import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, formatHour, formatHours, formatMonth, formatShortDay, formatTime } from './dates.ts';

describe('days', () => {
  it.each([
    ['2026-12-03', 'giovedì 3 dicembre 2026', 'Thursday 3 December 2026'],
    ['2026-04-01', 'mercoledì 1° aprile 2026', 'Wednesday 1 April 2026'],
    ['2026-08-31T23:30:00Z', 'martedì 1° settembre 2026', 'Tuesday 1 September 2026'],
    ['2026-12-31T22:59:00Z', 'giovedì 31 dicembre 2026', 'Thursday 31 December 2026'],
  ])('%s is %s', (day, it, en) => {
    expect(formatDay(day, 'it')).toBe(it);
    expect(formatDay(day, 'en')).toBe(en);
  });

  it('are short in a list', () => {
    expect(formatShortDay('2026-04-01', 'it')).toBe('1° aprile');
    expect(formatShortDay('2026-11-11', 'it')).toBe('11 novembre');
    expect(formatShortDay('2026-04-21', 'en')).toBe('21 April');
    expect(formatMonth('2026-12-03', 'it')).toBe('dicembre 2026');
  });

  it('are those of the desk, wherever the visitor is', () => {
    expect(dayOf('2026-12-02T23:30:00Z')).toBe('2026-12-03');
    expect(dayOf('2026-12-03T09:00:00-11:00')).toBe('2026-12-03');
  });
});

describe('times', () => {
  it('are on the clock of the desk, before and after a summer-time night', () => {
    expect(formatTime('2026-03-28T09:00:00+01:00')).toBe('09:00');
    expect(formatTime('2026-03-29T09:00:00+02:00')).toBe('09:00');
    expect(formatTime('2026-10-25T00:30:00Z')).toBe('02:30');
    expect(formatTime('2026-12-03T23:00:00Z')).toBe('00:00');
  });

  it('say from when to when', () => {
    expect(formatHour('2026-12-03T10:00:00+01:00', 'it')).toBe('ore 10:00');
    expect(formatHours('2026-12-03T10:00:00+01:00', '2026-12-03T10:30:00+01:00', 'it')).toBe('dalle ore 10:00 alle ore 10:30');
    expect(formatHours('2026-12-03T10:00:00+01:00', '2026-12-03T10:30:00+01:00', 'en')).toBe('from 10:00 to 10:30');
  });
});
