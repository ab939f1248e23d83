import type { Hold, Slots } from '@sportello/contract';
import { dayOf, formatTime } from '../../format/dates.ts';

export type Slot = Slots['items'][number];

export interface DayOfSlots {
  readonly day: string;
  readonly slots: readonly Slot[];
}

/** The days that have free times, in their order, on the calendar of the desk. */
export function byDay(slots: readonly Slot[]): DayOfSlots[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.starts_at);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, ofDay]) => ({ day, slots: ofDay }));
}

export interface HalvesOfDay {
  readonly morning: readonly Slot[];
  readonly afternoon: readonly Slot[];
}

const afternoonFrom = '13:00';

export function halvesOfDay(slots: readonly Slot[]): HalvesOfDay {
  const isMorning = ({ starts_at }: Slot) => formatTime(starts_at) < afternoonFrom;
  return { morning: slots.filter(isMorning), afternoon: slots.filter((slot) => !isMorning(slot)) };
}

/** The visitor's own held time is taken for the server, but still theirs to choose. */
export function withOwn(slots: readonly Slot[], hold: Pick<Hold, 'starts_at' | 'ends_at' | 'place_id'> | null): readonly Slot[] {
  if (!hold || slots.some(({ starts_at }) => starts_at === hold.starts_at)) return slots;
  const { starts_at, ends_at, place_id } = hold;
  return [...slots, { starts_at, ends_at, place_id }].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
}
