import { describe, expect, test } from 'vitest';
import { it } from '../../messages/first-steps.it.ts';
import { copyFirstDay, type DayValues, mistakesInWeek, rulesOfWeek, usualWeek, weekOfRules, type WeekValues } from './week-values.ts';

const mistakesOf = (week: WeekValues, minutes = 30) => Object.keys(mistakesInWeek(week, minutes, it.hours, String));
const monday = (values: Partial<DayValues>): WeekValues => ({ ...usualWeek, 1: { ...usualWeek[1], ...values } });

describe('what is wrong stands at its field', () => {
  test.each([
    ['the usual week is right', {}, []],
    ['the end before the beginning', { morningTo: '08:00' }, ['1/morningTo']],
    ['the end at the beginning', { morningTo: '09:00' }, ['1/morningTo']],
    ['an end without a beginning', { morningFrom: '' }, ['1/morningFrom']],
    ['an afternoon without an end', { afternoonFrom: '14:00' }, ['1/afternoonTo']],
    ['an afternoon that begins in the morning hours', { afternoonFrom: '11:00', afternoonTo: '16:00' }, ['1/afternoonFrom']],
    ['an afternoon right after the morning is right', { afternoonFrom: '12:00', afternoonTo: '16:00' }, []],
    ['a ticked day without hours', { morningFrom: '', morningTo: '' }, ['1/morningFrom']],
    ['hours in which no appointment fits', { morningTo: '09:20' }, ['1/morningTo']],
  ])('%s', (_, values, fields) => {
    expect(mistakesOf(monday(values))).toEqual(fields);
  });

  test('a week without a day', () => {
    const closed = { ...usualWeek[6] };
    expect(mistakesOf({ 1: closed, 2: closed, 3: closed, 4: closed, 5: closed, 6: closed, 7: closed })).toEqual(['1/isOpen']);
  });

  test('what stands in a day that is not ticked is not judged', () => {
    expect(mistakesOf(monday({ isOpen: false, morningTo: '08:00' }))).toEqual([]);
  });
});

test('days with the same hours are one rule, and the week comes back from its rules', () => {
  const week = monday({ afternoonFrom: '14:00', afternoonTo: '16:30' });
  const rules = rulesOfWeek(week, 'sede');
  expect(rules.map(({ recurrence, start_minute, end_minute, place_id }) => ({ recurrence, start_minute, end_minute, place_id }))).toEqual([
    { recurrence: { kind: 'weekly', days: [1, 2, 3, 4, 5], every_weeks: 1 }, start_minute: 540, end_minute: 720, place_id: 'sede' },
    { recurrence: { kind: 'weekly', days: [1], every_weeks: 1 }, start_minute: 840, end_minute: 990, place_id: 'sede' },
  ]);
  const saved = rules.map((rule, index) => ({ id: String(index), channels: null, service_ids: null, first_day: null, last_day: null, ...rule, place_id: 'sede' }));
  expect(weekOfRules(saved as Parameters<typeof weekOfRules>[0])).toEqual(week);
});

test('the first day is copied to the ticked ones alone', () => {
  const week = copyFirstDay(monday({ morningFrom: '08:30' }));
  expect([week[2].morningFrom, week[5].morningFrom, week[6].morningFrom]).toEqual(['08:30', '08:30', '']);
});

test('hours that say more than a week of mornings and afternoons are left to their own page', () => {
  const rule = { id: 'x', recurrence: { kind: 'weekly', days: [1], every_weeks: 2 }, start_minute: 540, end_minute: 720, channels: null, place_id: null, service_ids: null, first_day: '2026-11-23', last_day: null } as const;
  expect(weekOfRules([{ ...rule, recurrence: { ...rule.recurrence, days: [1] } }])).toBeNull();
});
