import type { Absence, Block, CalendarHours, HoursVersion } from '@sportello/contract';
import { instantWriter } from '../appointments/wire.ts';
import type { BlockRow } from '../calendars/blocks.ts';
import { recurrenceOnWire, type RuleContent } from '../calendars/hours-change.ts';
import type { HoursVersionRow } from '../calendars/hours-history.ts';
import type { AbsenceRow, ExceptionRow, RuleRow } from '../calendars/hours-rows.ts';
import type { DayOpening } from '../database/schema.ts';
import type { Directory } from '../directory/directory.ts';
import type { Shown } from './wire.ts';

type WireRule = CalendarHours['rules'][number];
type WireException = CalendarHours['exceptions'][number];

export function ruleOnWire({ id, ...rule }: RuleRow): WireRule {
  return { id, ...ruleContentOnWire(rule) };
}

function ruleContentOnWire({ startMinute, endMinute, recurrence, firstDay, lastDay, channels, serviceIds, placeId }: RuleContent): Omit<WireRule, 'id'> {
  return {
    start_minute: startMinute,
    end_minute: endMinute,
    recurrence: recurrenceOnWire(recurrence),
    first_day: firstDay,
    last_day: lastDay,
    channels: channels && [...channels],
    service_ids: serviceIds && [...serviceIds],
    place_id: placeId,
  };
}

export function exceptionOnWire({ id, day, opening, reason }: ExceptionRow): WireException {
  return { id, day, opening: openingOnWire(opening), reason };
}

function openingOnWire(opening: readonly DayOpening[]): WireException['opening'] {
  return opening.map(({ start, end, channels, placeId, serviceIds = null }) => ({
    start_minute: start,
    end_minute: end,
    channels: channels && [...channels],
    place_id: placeId,
    service_ids: serviceIds && [...serviceIds],
  }));
}

/** A step of the history of hours. */
export function hoursVersionOnWire(directory: Directory, { revision, action, at, staffName, rules, exceptions }: HoursVersionRow): HoursVersion {
  return {
    revision,
    action,
    at: instantWriter(directory)(at),
    staff_name: staffName,
    rules: rules.map(ruleContentOnWire),
    exceptions: exceptions.map(({ day, opening }) => ({ day, opening: openingOnWire(opening) })),
  };
}

/** Why somebody is away is for their colleagues: an auditor reads nothing that people wrote. */
export function absenceOnWire(directory: Directory, { id, calendarId, startsAt, endsAt, reason, source }: AbsenceRow, { asInitials }: Pick<Shown, 'asInitials'>): Absence {
  const write = instantWriter(directory);
  return { id, calendar_id: calendarId, starts_at: write(startsAt), ends_at: write(endsAt), reason: asInitials ? null : reason, is_imported: source !== null };
}

export function blockOnWire(directory: Directory, { id, startsAt, endsAt, reason }: BlockRow, calendarIds: readonly string[], { asInitials }: Pick<Shown, 'asInitials'>): Block {
  const write = instantWriter(directory);
  return { id, calendar_ids: [...calendarIds], starts_at: write(startsAt), ends_at: write(endsAt), reason: asInitials ? null : reason, is_removable: true };
}
