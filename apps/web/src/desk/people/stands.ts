import type { AppointmentState, PersonAppointment } from '@sportello/contract';

const toCome: readonly AppointmentState[] = ['held', 'pending', 'confirmed', 'arrived', 'in_progress'];
const underWay: readonly AppointmentState[] = ['arrived', 'in_progress'];

/** Whether it is still waited for. `now` in epoch milliseconds. */
export function isAhead({ state, ends_at }: Pick<PersonAppointment, 'state' | 'ends_at'>, now: number): boolean {
  if (!toCome.includes(state)) return false;
  return ends_at === null ? underWay.includes(state) : Date.parse(ends_at) > now;
}

/** What is still to come, the next first, and what is over or called off, the latest first. */
export function sortAppointments(items: readonly PersonAppointment[], now: number): { readonly ahead: readonly PersonAppointment[]; readonly past: readonly PersonAppointment[] } {
  const byStart = items.toSorted((one, other) => startOf(one) - startOf(other));
  return { ahead: byStart.filter((item) => isAhead(item, now)), past: byStart.filter((item) => !isAhead(item, now)).toReversed() };
}

/** Of those to come, what an erasure of this person would have to cancel: theirs, or meant for them. */
export function cancelledByErasure(items: readonly PersonAppointment[], now: number): readonly PersonAppointment[] {
  return sortAppointments(items, now).ahead.filter(({ part }) => part === 'requester' || part === 'beneficiary');
}

function startOf({ starts_at, arrived_at }: PersonAppointment): number {
  return Date.parse(starts_at ?? arrived_at ?? '') || 0;
}
