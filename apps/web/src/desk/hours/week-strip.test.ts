import type { OpeningRuleIn } from '@sportello/contract';
import { expect, it } from 'vitest';
import { weekOf } from './week-strip.ts';

const rule: OpeningRuleIn = { start_minute: 510, end_minute: 750, channels: null, place_id: null, recurrence: { kind: 'weekly', days: [1, 5], every_weeks: 1 }, first_day: null, last_day: null, service_ids: null };
const hours = { rules: [rule], exceptions: [], absences: [] };
const monday = '2026-11-23';
const written = (week: ReadonlyMap<string, readonly string[]>) => [...week.values()].map((day) => day.join(' ')).join('|');

it('a week shows what its rules open, its exceptions, and what an absence leaves', () => {
  expect(written(weekOf(hours, monday, []))).toBe('08:30–12:30||||08:30–12:30||');
  const exception = { day: '2026-11-24', opening: [{ start_minute: 840, end_minute: 960 }] };
  expect(written(weekOf({ ...hours, exceptions: [exception] }, monday, ['2026-11-27']))).toBe('08:30–12:30|14:00–16:00|||||');
  const absence = { id: 'x', calendar_id: 'c', starts_at: '2026-11-23T09:00:00+01:00', ends_at: '2026-11-23T10:00:00+01:00', reason: null, is_imported: false };
  expect(written(weekOf({ ...hours, absences: [absence] }, monday, []))).toBe('08:30–09:00 10:00–12:30||||08:30–12:30||');
});

it('an hour that summer time skips is not shown', () => {
  const night = { ...rule, start_minute: 60, end_minute: 240, recurrence: { kind: 'one_day', day: '2027-03-28' } as const };
  expect(weekOf({ ...hours, rules: [night] }, '2027-03-22', []).get('2027-03-28')).toEqual(['01:00–04:00']);
});
