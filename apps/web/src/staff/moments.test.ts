import { expect, it } from 'vitest';
import { dayAfter } from '../format/days.ts';
import { formatExactMoment, formatMoment, isDay } from './moments.ts';

it('a moment is that of the desk', () => {
  expect(formatMoment('2026-12-02T23:30:00Z', 'it')).toBe('3 dic 2026, 00:30');
  expect(formatMoment('2026-07-01T10:00:00Z', 'en')).toBe('1 Jul 2026, 12:00');
  expect(formatExactMoment('2026-12-02T23:30:05Z', 'it')).toBe('3 dic 2026, 00:30:05');
});

it('days follow each other across summer time and leap years', () => {
  expect(dayAfter('2026-03-28', 1)).toBe('2026-03-29');
  expect(dayAfter('2026-03-29', 1)).toBe('2026-03-30');
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
  expect(dayAfter('2026-10-25', -1)).toBe('2026-10-24');
});

it.each([null, '', '2026-2-3', '2026-02-30', '2026-13-01', 'oggi', '2026-12-03T10:00'])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});
