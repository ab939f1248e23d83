import type { Board, DeskAppointmentItem } from '@sportello/contract';

/** What an official wants to tell at a glance. */
export const groupNames = ['in_progress', 'waiting', 'walk_ins', 'late', 'next', 'open', 'pending', 'served', 'missed', 'cancelled'] as const;
export type GroupName = (typeof groupNames)[number];
export type Groups = Readonly<Record<GroupName, readonly DeskAppointmentItem[]>>;

/** How a day lies to today. */
export type WhichDay = 'past' | 'today' | 'future';

export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly which: WhichDay;
}

/** Everybody in their group, each group in the order given; what nobody sees on a board (holds) is left out. */
export function groupBoard(items: readonly DeskAppointmentItem[], moment: Moment): Groups {
  const groups: Record<GroupName, DeskAppointmentItem[]> = { in_progress: [], waiting: [], walk_ins: [], late: [], next: [], open: [], pending: [], served: [], missed: [], cancelled: [] };
  for (const item of items) {
    const group = groupOf(item, moment);
    if (group) groups[group].push(item);
  }
  return groups;
}

export function groupOf({ state, starts_at }: DeskAppointmentItem, { now, which }: Moment): GroupName | null {
  switch (state) {
    case 'confirmed':
      if (which === 'past') return 'open';
      return which === 'today' && starts_at !== null && Date.parse(starts_at) < now ? 'late' : 'next';
    case 'arrived':
      return starts_at === null ? 'walk_ins' : 'waiting';
    case 'in_progress':
    case 'pending':
    case 'served':
    case 'missed':
      return state;
    case 'cancelled':
    case 'refused':
      return 'cancelled';
    case 'held':
    case 'expired':
      return null;
    default:
      return state satisfies never;
  }
}

export interface BoardFilter {
  readonly officeId: string | undefined;
  /** A calendar's id, or `mia`: all of one's own. */
  readonly calendar: string | undefined;
}

export const ownCalendars = 'mia';

/** What the filter leaves. Who waits without an appointment is nobody's yet, and shown to everybody of their office. */
export function filterBoard({ items, calendars }: Pick<Board, 'items' | 'calendars'>, { officeId, calendar }: BoardFilter): readonly DeskAppointmentItem[] {
  const wanted = calendars.filter(({ id, is_mine }) => (calendar === ownCalendars ? is_mine : id === calendar));
  const ids = new Set(wanted.map(({ id }) => id));
  const offices = new Set(wanted.map(({ office_id }) => office_id));
  const isOnCalendar = ({ starts_at, calendar_ids, office_id }: DeskAppointmentItem) =>
    calendar === undefined || calendar_ids.some((id) => ids.has(id)) || (starts_at === null && (offices.has(office_id) || offices.has(null)));
  return items.filter((item) => (officeId === undefined || item.office_id === officeId) && isOnCalendar(item));
}
