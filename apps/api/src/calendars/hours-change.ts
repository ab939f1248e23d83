import type { CalendarChange, Channel, OpeningRuleIn } from '@sportello/contract';
import { parseInstant, type Recurrence } from '@sportello/scheduling';
import type { DayOpening } from '../database/schema.ts';
import type { RuleRow } from './hours-rows.ts';

/** A rule without its id and its calendar. */
export type RuleContent = Omit<RuleRow, 'id' | 'calendarId'>;

/** One change of the hours of calendars, in the words of the rules of time; instants are epoch milliseconds. */
export type HoursChange =
  | { readonly kind: 'absence'; readonly startsAt: number; readonly endsAt: number; readonly reason: string | null }
  | { readonly kind: 'end_absence'; readonly absenceId: string }
  | { readonly kind: 'rules'; readonly rules: readonly RuleContent[] }
  | { readonly kind: 'exception'; readonly day: string; readonly exception: { readonly opening: readonly DayOpening[]; readonly reason: string | null } | null }
  | { readonly kind: 'copy_week'; readonly fromMonday: string; readonly toMonday: string }
  | { readonly kind: 'copy_rules'; readonly fromCalendarId: string; readonly rules: readonly RuleContent[] };

/** `copied`: the rules of the calendar that a change copies from. */
export function changeFromWire(change: CalendarChange, copied: readonly RuleRow[]): HoursChange {
  switch (change.kind) {
    case 'absence':
      return { kind: 'absence', startsAt: parseInstant(change.starts_at) ?? 0, endsAt: parseInstant(change.ends_at) ?? 0, reason: change.reason ?? null };
    case 'end_absence':
      return { kind: 'end_absence', absenceId: change.absence_id };
    case 'rules':
      return { kind: 'rules', rules: change.rules.map(ruleFromWire) };
    case 'exception':
      return { kind: 'exception', day: change.day, exception: change.exception ? { opening: change.exception.opening.map(openingFromWire), reason: change.exception.reason ?? null } : null };
    case 'copy_week':
      return { kind: 'copy_week', fromMonday: change.from_monday, toMonday: change.to_monday };
    case 'copy_rules':
      return { kind: 'copy_rules', fromCalendarId: change.from_calendar_id, rules: copied.map(contentOf) };
  }
}

function ruleFromWire(rule: OpeningRuleIn): RuleContent {
  return {
    startMinute: rule.start_minute,
    endMinute: rule.end_minute,
    recurrence: recurrenceFromWire(rule.recurrence),
    firstDay: rule.first_day ?? null,
    lastDay: rule.last_day ?? null,
    channels: inOrder<Channel>(rule.channels),
    serviceIds: inOrder(rule.service_ids),
    placeId: rule.place_id ?? null,
  };
}

type OpeningIn = Pick<OpeningRuleIn, 'start_minute' | 'end_minute' | 'channels' | 'place_id' | 'service_ids'>;

function openingFromWire({ start_minute: start, end_minute: end, channels, place_id: placeId = null, service_ids: serviceIds }: OpeningIn): DayOpening {
  return { start, end, placeId, channels: inOrder<Channel>(channels), serviceIds: inOrder(serviceIds) };
}

/** Lists are sets: two that say the same are written alike. */
function inOrder<Value extends string>(values: readonly Value[] | null | undefined): readonly Value[] | null {
  return values ? [...new Set(values)].sort() : null;
}

export function contentOf({ startMinute, endMinute, recurrence, firstDay, lastDay, channels, serviceIds, placeId }: RuleContent): RuleContent {
  return { startMinute, endMinute, recurrence, firstDay, lastDay, channels, serviceIds, placeId };
}

type RecurrenceIn = OpeningRuleIn['recurrence'];

function recurrenceFromWire(recurrence: RecurrenceIn): Recurrence {
  switch (recurrence.kind) {
    case 'weekly':
      return { kind: 'weekly', days: [...new Set(recurrence.days)].sort(), everyWeeks: recurrence.every_weeks };
    case 'month_day':
      return { kind: 'monthDay', monthDay: recurrence.month_day };
    case 'nth_weekday':
      return { kind: 'nthWeekday', n: recurrence.n, weekday: recurrence.weekday };
    case 'one_day':
      return { kind: 'oneDay', day: recurrence.day };
  }
}

export function recurrenceOnWire(recurrence: Recurrence): RecurrenceIn {
  switch (recurrence.kind) {
    case 'weekly':
      return { kind: 'weekly', days: [...recurrence.days], every_weeks: recurrence.everyWeeks };
    case 'monthDay':
      return { kind: 'month_day', month_day: recurrence.monthDay };
    case 'nthWeekday':
      return { kind: 'nth_weekday', n: recurrence.n, weekday: recurrence.weekday };
    case 'oneDay':
      return { kind: 'one_day', day: recurrence.day };
  }
}
