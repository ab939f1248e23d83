import type { Agenda, DeskAppointmentItem } from '@sportello/contract';
import { instantAt } from './wall-time.ts';

// A small agenda for tests: one calendar open from nine to half past twelve.

export const day = '2026-11-25';

export function item(id: string, from: number, to: number, change: Partial<DeskAppointmentItem> = {}): DeskAppointmentItem {
  return {
    id,
    code: null,
    state: 'confirmed',
    revision: 1,
    channel: 'video',
    service_id: 'service',
    service_name: 'Certificati',
    office_id: 'office',
    municipality_id: 'comune',
    place_id: null,
    starts_at: instantAt(day, from),
    ends_at: instantAt(day, to),
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    calendar_ids: ['one'],
    person: { id: 'person', name: 'Ada Rossi' },
    beneficiary_name: null,
    topic: null,
    has_email: true,
    has_phone: true,
    to_call_since: null,
    arrived_at: null,
    started_at: null,
    ended_at: null,
    booked_by: 'citizen',
    outside_hours: false,
    note_count: 0,
    proposal: null,
    ...change,
  };
}

type Calendar = Agenda['calendars'][number];

export function calendar(id: string, change: Partial<Calendar> = {}): Calendar {
  const open = { starts_at: instantAt(day, 540), ends_at: instantAt(day, 750), channels: null, place_id: null };
  return { id, name: `Agenda ${id}`, kind: 'operator', office_id: 'office', is_mine: false, open: [open], absences: [], blocks: [], ...change };
}

export function agenda(items: DeskAppointmentItem[], calendars: Calendar[] = [calendar('one')], closed_days: Agenda['closed_days'] = []): Agenda {
  return { items, calendars, closed_days, live_from: '0' };
}
