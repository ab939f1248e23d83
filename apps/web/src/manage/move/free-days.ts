import type { Appointment, Slots } from '@sportello/contract';
import { byDay, type DayOfSlots } from '../../book/time/group-slots.ts';

type Present = Pick<Appointment, 'starts_at' | 'place'>;

/** The days to choose from, without the time that the appointment has already. */
export function freeDays(slots: Slots['items'], { starts_at, place }: Present): readonly DayOfSlots[] {
  const isPresent = (slot: Slots['items'][number]) => Date.parse(slot.starts_at) === Date.parse(starts_at) && slot.place_id === (place?.id ?? null);
  return byDay(slots.filter((slot) => !isPresent(slot)));
}
