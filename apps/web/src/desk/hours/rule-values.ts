import type { CalendarHours, OpeningRuleIn } from '@sportello/contract';
import type { it } from '../../messages/desk-hours.it.ts';
import { mistakesInOpening, newOpening, openingOf, type OpeningValues, valuesOfOpening } from './opening-values.ts';

/** A rule as its fields keep it: texts, and empty where nothing is limited. */
export interface RuleValues extends OpeningValues {
  /** The id of a rule that is there, or a name of our own for a new one. */
  readonly key: string;
  readonly kind: OpeningRuleIn['recurrence']['kind'];
  readonly days: readonly string[];
  readonly everyWeeks: string;
  readonly monthDay: string;
  readonly n: string;
  readonly weekday: string;
  readonly day: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

export function newRule(key: string): RuleValues {
  return { key, kind: 'weekly', days: [], everyWeeks: '1', monthDay: '1', n: '1', weekday: '1', day: '', ...newOpening(), firstDay: '', lastDay: '' };
}

export function valuesOfRule({ id, recurrence, ...rule }: CalendarHours['rules'][number]): RuleValues {
  return {
    ...newRule(id),
    kind: recurrence.kind,
    ...valuesOfRecurrence(recurrence),
    ...valuesOfOpening(rule),
    firstDay: rule.first_day ?? '',
    lastDay: rule.last_day ?? '',
  };
}

function valuesOfRecurrence(recurrence: OpeningRuleIn['recurrence']): Partial<RuleValues> {
  switch (recurrence.kind) {
    case 'weekly':
      return { days: recurrence.days.map(String), everyWeeks: String(recurrence.every_weeks) };
    case 'month_day':
      return { monthDay: String(recurrence.month_day) };
    case 'nth_weekday':
      return { n: String(recurrence.n), weekday: String(recurrence.weekday) };
    case 'one_day':
      return { day: recurrence.day };
    default:
      return recurrence satisfies never;
  }
}

/** Of values without a mistake. */
export function ruleOf(values: RuleValues): OpeningRuleIn {
  return {
    ...openingOf(values),
    recurrence: recurrenceOf(values),
    first_day: values.firstDay || null,
    last_day: values.lastDay || null,
  };
}

function recurrenceOf({ kind, days, everyWeeks, monthDay, n, weekday, day }: RuleValues): OpeningRuleIn['recurrence'] {
  switch (kind) {
    case 'weekly':
      return { kind, days: days.map(Number).sort((a, b) => a - b), every_weeks: Number(everyWeeks) };
    case 'month_day':
      return { kind, month_day: Number(monthDay) };
    case 'nth_weekday':
      return { kind, n: Number(n), weekday: Number(weekday) };
    case 'one_day':
      return { kind, day };
    default:
      return kind satisfies never;
  }
}

/** Field -> how to mend it. */
export function mistakesInRule(values: RuleValues, texts: typeof it.fields): Readonly<Partial<Record<keyof RuleValues, string>>> {
  return {
    ...(values.kind === 'weekly' && values.days.length === 0 && { days: texts.daysMissing }),
    ...(values.kind === 'month_day' && !(Number(values.monthDay) >= 1 && Number(values.monthDay) <= 31) && { monthDay: texts.monthDayMissing }),
    ...(values.kind === 'one_day' && values.day === '' && { day: texts.dayMissing }),
    ...mistakesInOpening(values, texts),
    ...(values.kind === 'weekly' && Number(values.everyWeeks) > 1 && values.firstDay === '' && { firstDay: texts.firstDayMissing }),
    ...(values.firstDay && values.lastDay && values.lastDay < values.firstDay && { lastDay: texts.lastTooEarly }),
  };
}
