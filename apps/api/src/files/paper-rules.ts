import type { Appointment } from '../appointments/appointment.ts';

/** After a meeting that took place, or to which somebody did not come, the citizen may still send what was asked of them. */
const afterwardsMilliseconds = 30 * 24 * 3_600_000;

type Judged = Pick<Appointment, 'state' | 'startsAt' | 'endsAt' | 'endedAt' | 'anonymisedAt'>;

/** Whether the citizen, or somebody in the room, may add papers. `now` in epoch milliseconds. Pure. */
export function mayCitizenAdd(appointment: Judged, now: number): boolean {
  if (appointment.anonymisedAt !== null) return false;
  if (isAhead(appointment)) return true;
  const { state, startsAt, endsAt, endedAt } = appointment;
  const over = endedAt ?? endsAt ?? startsAt ?? 0;
  return (state === 'served' || state === 'missed') && now < over + afterwardsMilliseconds;
}

/** The desk gives papers at any time, also long after; not for what was never to be, or whose people were erased. */
export function mayDeskAdd({ state, anonymisedAt }: Pick<Judged, 'state' | 'anonymisedAt'>): boolean {
  return anonymisedAt === null && (isAhead({ state }) || state === 'served' || state === 'missed');
}

/** Whether the meeting is not over yet: so long the citizen may take their own papers back. */
export function isAhead({ state }: Pick<Judged, 'state'>): boolean {
  return state === 'pending' || state === 'confirmed' || state === 'arrived' || state === 'in_progress';
}
