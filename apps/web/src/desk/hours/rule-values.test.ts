import type { CalendarHours } from '@sportello/contract';
import { expect, it } from 'vitest';
import { deskHours } from '../../messages/desk-hours.ts';
import { mistakesInRule, newRule, ruleOf, valuesOfRule } from './rule-values.ts';

type Rule = CalendarHours['rules'][number];
const sent = { start_minute: 510, end_minute: 750, channels: ['desk'], place_id: 'sede', recurrence: { kind: 'weekly', days: [1, 5], every_weeks: 2 }, first_day: '2026-11-23', last_day: null, service_ids: null } satisfies Omit<Rule, 'id'>;
const rule: Rule = { id: 'r', ...sent };

it.each([
  sent.recurrence,
  { kind: 'month_day', month_day: 15 },
  { kind: 'nth_weekday', n: -1, weekday: 3 },
  { kind: 'one_day', day: '2026-12-24' },
] as const)('a rule comes out of its fields as it went in: $kind', (recurrence) => {
  expect(ruleOf(valuesOfRule({ ...rule, recurrence }))).toEqual({ ...sent, recurrence });
});

it('hours may last until midnight', () => {
  expect(valuesOfRule({ ...rule, end_minute: 1440 }).to).toBe('00:00');
  expect(ruleOf(valuesOfRule({ ...rule, end_minute: 1440 })).end_minute).toBe(1440);
});

it('what is missing or upside down is named', () => {
  const texts = deskHours.it.fields;
  expect(Object.keys(mistakesInRule(newRule('x'), texts))).toEqual(['days', 'from', 'to']);
  const good = valuesOfRule(rule);
  expect(mistakesInRule(good, texts)).toEqual({});
  expect(mistakesInRule({ ...good, to: '08:30' }, texts)).toEqual({ to: texts.toTooEarly });
  expect(mistakesInRule({ ...good, firstDay: '' }, texts)).toEqual({ firstDay: texts.firstDayMissing });
  expect(mistakesInRule({ ...good, lastDay: '2026-11-01' }, texts)).toEqual({ lastDay: texts.lastTooEarly });
});
