import type { CalendarHours } from '@sportello/contract';
import { expect, test } from 'vitest';
import { it as hours } from '../../messages/desk-hours.it.ts';
import { sayHours } from './say-hours.ts';

type Rule = CalendarHours['rules'][number];

const rule = (recurrence: Rule['recurrence'], start: number, end: number): Rule => ({ id: `${start}`, recurrence, start_minute: start, end_minute: end, channels: [], place_id: null, service_ids: [], first_day: null, last_day: null });
const weekly = (days: number[], start: number, end: number, every = 1) => rule({ kind: 'weekly', days, every_weeks: every } as Rule['recurrence'], start, end);
const say = (...rules: Rule[]) => sayHours(rules, { hours, language: 'it' });

test.each([
  ['the days of work in one breath', ['lun–ven 09:00–12:00'], [weekly([1, 2, 3, 4, 5], 540, 720)]],
  ['mornings and afternoons of the same days in one line', ['lun–mer 09:00–12:00 e 14:00–17:00'], [weekly([1, 2, 3], 840, 1020), weekly([1, 2, 3], 540, 720)]],
  ['days apart one by one', ['lun, mar, ven 08:30–12:30'], [weekly([5, 1, 2], 510, 750)]],
  ['other days in other lines', ['lun 09:00–12:00', 'gio 14:00–17:00'], [weekly([1], 540, 720), weekly([4], 840, 1020)]],
  ['what is rarer than each week whole', ['martedì, una settimana sì e una no, 09:00–12:00'], [weekly([2], 540, 720, 2)]],
  ['the end of a day as 24', ['dom 20:00–24:00'], [weekly([7], 1200, 1440)]],
  ['no hours', [], []],
])('%s', (_, said, rules) => {
  expect(say(...rules)).toEqual(said);
});
