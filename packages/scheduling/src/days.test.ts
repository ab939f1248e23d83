import { expect, test } from 'vitest';
import { addDays, dayNumber, dayOfWeek, dayText, monthPlace, parseDay } from './days.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['2026-03-29', 20_541],
  ['0001-01-01', -719_162],
])('%s is day number %i', (text, number) => {
  expect(parseDay(text)).toBe(number);
  if (number > -700_000) expect(dayText(number)).toBe(text);
});

test('day numbers agree with the calendar of the machine for four centuries', () => {
  for (let number = dayNumber('1900-01-01'); number < dayNumber('2300-01-01'); number += 1) {
    if (parseDay(dayText(number)) !== number) throw new Error(dayText(number));
  }
});

test.each([
  ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00'],
  ...['2026-1-01', '26-01-01', '2026/01/01', '2026-01-1x', '0000-01-01', ''],
])('%s is no day', (text) => {
  expect(parseDay(text)).toBeNull();
});

test('days are added over months and leap days', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(() => addDays('2026-02-29', 1)).toThrow(RangeError);
});

test('weeks begin on Monday', () => {
  expect(['2026-03-02', '2026-03-08', '1969-12-28', '1970-01-01'].map(dayOfWeek)).toEqual([1, 7, 7, 4]);
});

test('a day knows its place in the month', () => {
  expect(monthPlace(dayNumber('2028-02-29'))).toEqual({ dayOfMonth: 29, daysInMonth: 29 });
  expect(monthPlace(dayNumber('2026-12-01'))).toEqual({ dayOfMonth: 1, daysInMonth: 31 });
});
