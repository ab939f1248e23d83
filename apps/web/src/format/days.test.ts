import { describe, expect, it } from 'vitest';
import { dayAfter, daysOf, monthAfter, monthOf } from './days.ts';

describe('a month of free days', () => {
  it('begins today, or with its first day', () => {
    expect(daysOf('2026-11', '2026-11-21')).toEqual({ from: '2026-11-21', to: '2026-11-30' });
    expect(daysOf('2026-12', '2026-11-21')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(daysOf('2028-02', '2026-11-21')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysOf('2026-10', '2026-11-21')).toBeNull();
  });

  it('follows another, across the year too', () => {
    expect(monthAfter('2026-12')).toBe('2027-01');
    expect(monthAfter('2027-01', -1)).toBe('2026-12');
    expect(monthOf('2026-12-03')).toBe('2026-12');
    expect(dayAfter('2026-12-20', 30)).toBe('2027-01-19');
  });
});
