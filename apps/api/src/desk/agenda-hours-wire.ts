import type { Absence, Block, CalendarHours } from '@sportello/contract';
import { instantWriter } from '../appointments/wire.ts';
import type { BlockRow } from '../calendars/blocks.ts';
import { recurrenceOnWire } from '../calendars/hours-change.ts';
import type { AbsenceRow, ExceptionRow, RuleRow } from '../calendars/hours-rows.ts';
import type { Directory } from '../directory/directory.ts';
import type { Shown } from './wire.ts';

type WireRule = CalendarHours['rules'][number];
type WireException = CalendarHours['exceptions'][number];

export function ruleOnWire({ id, startMinute, endMinute, recurrence, firstDay, lastDay, channels, serviceIds, placeId }: RuleRow): WireRule {
  return {
    id,
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
  const parts = opening.map(({ start, end, channels, placeId, serviceIds = null }) => ({
    start_minute: start,
    end_minute: end,
    channels: channels && [...channels],
    place_id: placeId,
    service_ids: serviceIds && [...serviceIds],
  }));
  return { id, day, opening: parts, reason };
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
