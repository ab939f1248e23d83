import type { CalendarHours, Channel, OpeningRuleIn } from '@sportello/contract';
import type { it } from '../../messages/desk-hours.it.ts';
import { minutesADay, readMinute, writeMinute } from '../agenda/wall-time.ts';

/** A rule as its fields keep it: texts, and empty where nothing is limited. */
export interface RuleValues {
  /** The id of a rule that is there, or a name of our own for a new one. */
  readonly key: string;
  readonly kind: OpeningRuleIn['recurrence']['kind'];
  readonly days: readonly string[];
  readonly everyWeeks: string;
  readonly monthDay: string;
  readonly n: string;
  readonly weekday: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly channels: readonly string[];
  readonly placeId: string;
  readonly serviceIds: readonly string[];
  readonly firstDay: string;
  readonly lastDay: string;
}

export function newRule(key: string): RuleValues {
  return { key, kind: 'weekly', days: [], everyWeeks: '1', monthDay: '1', n: '1', weekday: '1', day: '', from: '', to: '', channels: [], placeId: '', serviceIds: [], firstDay: '', lastDay: '' };
}

export function valuesOfRule({ id, recurrence, ...rule }: CalendarHours['rules'][number]): RuleValues {
  return {
    ...newRule(id),
    kind: recurrence.kind,
    ...valuesOfRecurrence(recurrence),
    from: writeMinute(rule.start_minute),
    to: writeEnd(rule.end_minute),
    channels: rule.channels ?? [],
    placeId: rule.place_id ?? '',
    serviceIds: rule.service_ids ?? [],
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
    start_minute: readMinute(values.from) ?? 0,
    end_minute: readEnd(values.to) ?? 0,
    recurrence: recurrenceOf(values),
    // The field offers nothing else.
    channels: values.channels.length > 0 ? (values.channels as Channel[]) : null,
    place_id: values.placeId || null,
    service_ids: values.serviceIds.length > 0 ? [...values.serviceIds] : null,
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
  const [start, end] = [readMinute(values.from), readEnd(values.to)];
  return {
    ...(values.kind === 'weekly' && values.days.length === 0 && { days: texts.daysMissing }),
    ...(values.kind === 'month_day' && !(Number(values.monthDay) >= 1 && Number(values.monthDay) <= 31) && { monthDay: texts.monthDayMissing }),
    ...(values.kind === 'one_day' && values.day === '' && { day: texts.dayMissing }),
    ...(start === null && { from: texts.fromMissing }),
    ...(end === null ? { to: texts.toMissing } : start !== null && end <= start ? { to: texts.toTooEarly } : {}),
    ...(values.kind === 'weekly' && Number(values.everyWeeks) > 1 && values.firstDay === '' && { firstDay: texts.firstDayMissing }),
    ...(values.firstDay && values.lastDay && values.lastDay < values.firstDay && { lastDay: texts.lastTooEarly }),
  };
}

/** Midnight ends the day: a field for times writes it as its beginning. */
export function readEnd(text: string): number | null {
  const minute = readMinute(text);
  return minute === 0 ? minutesADay : minute;
}

export function writeEnd(minute: number): string {
  return writeMinute(minute % minutesADay);
}
