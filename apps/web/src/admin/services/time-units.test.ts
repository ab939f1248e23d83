import { describe, expect, test } from 'vitest';
import { minutesOf, spanOf, type TimeUnit } from './time-units.ts';

describe('minutes', () => {
  test.each<[number, string, TimeUnit]>([
    [0, '0', 'minutes'],
    [30, '30', 'minutes'],
    [60, '1', 'hours'],
    [90, '90', 'minutes'],
    [240, '4', 'hours'],
    [1440, '1', 'days'],
    [1500, '25', 'hours'],
    [43_200, '30', 'days'],
  ])('%i are shown as %s %s, and are the same when they are read back', (minutes, amount, unit) => {
    expect(spanOf(minutes)).toEqual({ amount, unit });
    expect(minutesOf({ amount, unit })).toBe(minutes);
  });

  test('none at all are shown in the unit that is usual for the field', () => {
    expect(spanOf(0, 'hours')).toEqual({ amount: '0', unit: 'hours' });
  });

  test.each<[string, TimeUnit, number]>([
    ['1,5', 'hours', 90],
    ['1.5', 'hours', 90],
    [' 2 ', 'days', 2880],
    ['0,1', 'hours', 6],
    ['0,35', 'hours', 21],
  ])('“%s” %s are %i', (amount, unit, minutes) => {
    expect(minutesOf({ amount, unit })).toBe(minutes);
  });

  test.each(['', 'un’ora', '-5', '1,5'])('that cannot be kept (“%s”) stay as they were typed', (amount) => {
    expect(minutesOf({ amount, unit: 'minutes' })).toBe(amount);
  });
});
