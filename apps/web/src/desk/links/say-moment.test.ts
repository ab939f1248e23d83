import { expect, it } from 'vitest';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { sayMoment } from './say-moment.ts';

it('today is called so, by the clock of the desk; another day has its date', () => {
  const say = (instant: string) => sayMoment(instant, Date.parse('2026-12-03T00:30:00+01:00'), calendarLinks.it.todayAt, 'it');
  expect(say('2026-12-03T09:10:00+01:00')).toBe('oggi alle 09:10');
  expect(say('2026-12-02T23:50:00+01:00')).toBe('2 dic 2026, 23:50');
});
