import type { Board, DeskAppointmentItem } from '@sportello/contract';

/** An appointment as the board has it: confirmed, at ten on 23 November. */
export function deskItem(change: Partial<DeskAppointmentItem> = {}): DeskAppointmentItem {
  return {
    id: 'a1',
    code: 'ABCD-1234',
    state: 'confirmed',
    revision: 1,
    channel: 'desk',
    service_id: 's1',
    service_name: 'Informazioni SCIA',
    office_id: 'o1',
    municipality_id: 'm1',
    place_id: 'p1',
    starts_at: '2026-11-23T10:00:00+01:00',
    ends_at: '2026-11-23T10:30:00+01:00',
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    calendar_ids: ['c1'],
    person: { id: 'x1', name: 'Ada Rossi' },
    beneficiary_name: null,
    topic: null,
    has_email: true,
    has_phone: true,
    to_call_since: null,
    waiting_since: null,
    in_room: false,
    by_phone_since: null,
    arrived_at: null,
    started_at: null,
    ended_at: null,
    booked_by: 'citizen',
    outside_hours: false,
    note_count: 0,
    new_file_count: 0,
    proposal: null,
    ...change,
  };
}

export function boardWith(...items: DeskAppointmentItem[]): Board {
  return { day: '2026-11-23', items, calendars: [{ id: 'c1', name: 'Sportello 1', kind: 'operator', office_id: 'o1', is_mine: true }], delays: [], pending_count: 0, next_day: null };
}
