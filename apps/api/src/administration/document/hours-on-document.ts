import type { DocumentHours } from '@sportello/contract';
import { instantWriter } from '../../appointments/wire.ts';
import { recurrenceOnWire } from '../../calendars/hours-change.ts';
import type { ExceptionRow, HoursRows, RuleRow } from '../../calendars/hours-rows.ts';
import type { Directory } from '../../directory/directory.ts';
import { withoutBlankFields } from '../../http/blank-fields.ts';

/** The hours of one calendar. What was read from a calendar elsewhere is left out: it is read again there. */
export function hoursOnDocument(directory: Directory, { calendarId, rules, exceptions, absences }: HoursRows): DocumentHours {
  const write = instantWriter(directory);
  const own = absences.filter(({ source }) => source === null);
  const said = {
    calendar_id: calendarId,
    rules: rules.map(ruleOf).sort(byText),
    exceptions: exceptions.map(exceptionOf).sort(byText),
    absences: own.map(({ startsAt, endsAt }) => ({ starts_at: write(startsAt), ends_at: write(endsAt) })),
  };
  return withoutBlankFields(said) as DocumentHours; // the shape that is said here, with its blanks left out
}

function ruleOf({ startMinute, endMinute, recurrence, firstDay, lastDay, channels, serviceIds, placeId }: RuleRow): object {
  return { start_minute: startMinute, end_minute: endMinute, recurrence: recurrenceOnWire(recurrence), first_day: firstDay, last_day: lastDay, channels: inOrder(channels), service_ids: inOrder(serviceIds), place_id: placeId };
}

function exceptionOf({ day, opening, reason }: ExceptionRow): object {
  return { day, opening: opening.map(({ start, end, channels, placeId, serviceIds = null }) => ({ start_minute: start, end_minute: end, channels: inOrder(channels), service_ids: inOrder(serviceIds), place_id: placeId })), reason };
}

/** Lists are sets: two that say the same are written alike. */
function inOrder(names: readonly string[] | null): string[] | null {
  return names && [...names].sort();
}

/** Rows of a database come in the order of their making: two that say the same are written alike. */
function byText(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
