import type { Agenda, DeskAppointmentItem } from '@sportello/contract';
import { deskItem } from '../desk-item.fixture.ts';
import { instantAt } from './wall-time.ts';

// A small agenda for tests: one calendar open from nine to half past twelve.

export const day = '2026-11-25';

export function item(id: string, from: number, to: number, change: Partial<DeskAppointmentItem> = {}): DeskAppointmentItem {
  return deskItem({ id, channel: 'video', place_id: null, starts_at: instantAt(day, from), ends_at: instantAt(day, to), calendar_ids: ['one'], ...change });
}

type Calendar = Agenda['calendars'][number];

export function calendar(id: string, change: Partial<Calendar> = {}): Calendar {
  const open = { starts_at: instantAt(day, 540), ends_at: instantAt(day, 750), channels: null, place_id: null };
  return { id, name: `Agenda ${id}`, kind: 'operator', office_id: 'office', is_mine: false, open: [open], absences: [], blocks: [], ...change };
}

export function agenda(items: DeskAppointmentItem[], calendars: Calendar[] = [calendar('one')], closed_days: Agenda['closed_days'] = []): Agenda {
  return { items, calendars, closed_days };
}
