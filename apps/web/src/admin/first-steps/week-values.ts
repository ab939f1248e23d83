import type { CalendarHours, OpeningRuleIn } from '@sportello/contract';
import { readMinute, writeMinute } from '../../desk/agenda/wall-time.ts';
import type { it } from '../../messages/first-steps.it.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** A day of the week as its fields keep it: times as texts, empty where nothing is written. */
export interface DayValues {
  readonly isOpen: boolean;
  readonly morningFrom: string;
  readonly morningTo: string;
  readonly afternoonFrom: string;
  readonly afternoonTo: string;
}
export type WeekValues = Readonly<Record<Weekday, DayValues>>;

export const dayFields = ['morningFrom', 'morningTo', 'afternoonFrom', 'afternoonTo'] as const;
export type DayField = (typeof dayFields)[number];

const closedDay: DayValues = { isOpen: false, morningFrom: '', morningTo: '', afternoonFrom: '', afternoonTo: '' };
const usualDay: DayValues = { ...closedDay, isOpen: true, morningFrom: '09:00', morningTo: '12:00' };

/** Monday to Friday, nine to twelve. */
export const usualWeek: WeekValues = { 1: usualDay, 2: usualDay, 3: usualDay, 4: usualDay, 5: usualDay, 6: closedDay, 7: closedDay };

/** The first open day, on each other day that is open. */
export function copyFirstDay(week: WeekValues): WeekValues {
  const first = weekdays.find((day) => week[day].isOpen);
  return first === undefined ? week : everyDay((day) => (week[day].isOpen ? { ...week[first] } : week[day]));
}

/** `day/field` (the field is left out where the whole day is meant) -> how to mend it. */
export function mistakesInWeek(week: WeekValues, minutes: number, texts: typeof it.hours, nameOf: (day: Weekday) => string): Readonly<Record<string, string>> {
  if (weekdays.every((day) => !week[day].isOpen)) return { '1/isOpen': texts.dayMissing };
  return Object.fromEntries(weekdays.flatMap((day) => (week[day].isOpen ? mistakesInDay(week[day], minutes, texts, nameOf(day)) : []).map(([field, text]) => [`${day}/${field}`, text] as const)));
}

function mistakesInDay(values: DayValues, minutes: number, texts: typeof it.hours, name: string): (readonly [DayField, string])[] {
  const parts = [['morningFrom', 'morningTo'], ['afternoonFrom', 'afternoonTo']] as const;
  const written = parts.filter(([from, to]) => values[from] !== '' || values[to] !== '');
  if (written.length === 0) return [['morningFrom', texts.emptyDay(name)]];
  const wrong = written.flatMap(([from, to]): (readonly [DayField, string])[] => {
    const [start, end] = [readMinute(values[from]), readMinute(values[to])];
    if (start === null || end === null) return [[start === null ? from : to, texts.half(name)]];
    if (end <= start) return [[to, texts.reversed(name)]];
    return end - start < minutes ? [[to, texts.short(name, minutes)]] : [];
  });
  const isOverlapping = wrong.length === 0 && written.length === 2 && (readMinute(values.afternoonFrom) ?? 0) < (readMinute(values.morningTo) ?? 0);
  return isOverlapping ? [['afternoonFrom', texts.overlap(name)]] : wrong;
}

/** Days with the same hours are one rule. Of a week without a mistake. */
export function rulesOfWeek(week: WeekValues, placeId: string | null): OpeningRuleIn[] {
  const spans = weekdays.flatMap((day) => spansOf(week[day]).map((span) => ({ day, ...span })));
  return [...Map.groupBy(spans, ({ start, end }) => `${start}-${end}`).values()].map((same) => ({
    recurrence: { kind: 'weekly', days: same.map(({ day }) => day), every_weeks: 1 },
    start_minute: same[0]?.start ?? 0,
    end_minute: same[0]?.end ?? 0,
    channels: null,
    place_id: placeId,
    service_ids: null,
    first_day: null,
    last_day: null,
  }));
}

function spansOf({ isOpen, ...values }: DayValues): { start: number; end: number }[] {
  if (!isOpen) return [];
  const pairs = [[values.morningFrom, values.morningTo], [values.afternoonFrom, values.afternoonTo]] as const;
  return pairs.flatMap(([from, to]) => {
    const [start, end] = [readMinute(from), readMinute(to)];
    return start === null || end === null ? [] : [{ start, end }];
  });
}

/** The week that these rules are; null where they say more than a week of mornings and afternoons can. */
export function weekOfRules(rules: CalendarHours['rules']): WeekValues | null {
  const isPlain = rules.every(({ recurrence, channels, service_ids, first_day, last_day }) => recurrence.kind === 'weekly' && recurrence.every_weeks === 1 && !channels && !service_ids && !first_day && !last_day);
  if (!isPlain || new Set(rules.map(({ place_id }) => place_id)).size > 1) return null;
  const spansOn = (day: Weekday) => rules.filter(({ recurrence }) => recurrence.kind === 'weekly' && recurrence.days.includes(day)).toSorted((one, other) => one.start_minute - other.start_minute);
  if (weekdays.some((day) => spansOn(day).length > 2 || spansOn(day).some(({ end_minute }) => end_minute >= 24 * 60))) return null;
  return everyDay((day) => {
    const [morning, afternoon] = spansOn(day);
    if (!morning) return closedDay;
    const first = { morningFrom: writeMinute(morning.start_minute), morningTo: writeMinute(morning.end_minute) };
    return { ...closedDay, isOpen: true, ...first, ...(afternoon && { afternoonFrom: writeMinute(afternoon.start_minute), afternoonTo: writeMinute(afternoon.end_minute) }) };
  });
}

function everyDay(valuesOf: (day: Weekday) => DayValues): WeekValues {
  return { 1: valuesOf(1), 2: valuesOf(2), 3: valuesOf(3), 4: valuesOf(4), 5: valuesOf(5), 6: valuesOf(6), 7: valuesOf(7) };
}
