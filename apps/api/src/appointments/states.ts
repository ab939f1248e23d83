import type { AppointmentState, AttendanceState } from '@sportello/contract';
import type { EventKind } from '../database/schema.ts';

/** What can be done with an appointment, by the citizen or the desk. */
export type Action = 'confirm' | 'approve' | 'refuse' | 'move' | 'cancel' | 'move-by-desk' | 'reassign' | 'cancel-by-desk' | 'conclude' | 'call';

const allowedIn: Readonly<Record<Action, readonly AppointmentState[]>> = {
  confirm: ['held'],
  approve: ['pending'],
  refuse: ['pending'],
  move: ['pending', 'confirmed'],
  cancel: ['pending', 'confirmed'],
  // Who did not come may be given another time; who waits at the counter may be taken on by a colleague, or sent home.
  'move-by-desk': ['pending', 'confirmed', 'missed'],
  reassign: ['pending', 'confirmed', 'arrived'],
  'cancel-by-desk': ['pending', 'confirmed', 'arrived'],
  conclude: ['in_progress', 'served', 'missed'],
  call: ['pending', 'confirmed', 'arrived', 'in_progress', 'served', 'missed', 'cancelled', 'refused'],
};

export type AttendanceStep = Extract<EventKind, 'arrived' | 'started' | 'served' | 'missed' | 'taken-back'>;

/** From where to where somebody's attendance goes, one step forward or back, and what that step is called. */
const steps: Readonly<Record<AttendanceState, Partial<Record<AttendanceState, AttendanceStep>>>> = {
  confirmed: { arrived: 'arrived', in_progress: 'started', missed: 'missed' },
  arrived: { in_progress: 'started', missed: 'missed', confirmed: 'taken-back' },
  in_progress: { served: 'served', arrived: 'taken-back', confirmed: 'taken-back' },
  served: { in_progress: 'taken-back' },
  missed: { arrived: 'taken-back', confirmed: 'taken-back' },
};

/** Whether the state allows the action. Pure; the one table of transitions that citizens and desk share. */
export function allows(state: AppointmentState, action: Action): boolean {
  return allowedIn[action].includes(state);
}

interface Attendance {
  readonly state: AppointmentState;
  readonly arrivedAt: number | null;
  /** Whoever came without an appointment is there from the beginning: nothing lies before that. */
  readonly isWalkIn: boolean;
}

/** The step that leads from one state of attendance to another; null where none does. Back goes to where it came from. Pure. */
export function attendanceStep({ state, arrivedAt, isWalkIn }: Attendance, wanted: AttendanceState): AttendanceStep | null {
  const step = (steps as Partial<Record<AppointmentState, (typeof steps)[AttendanceState]>>)[state]?.[wanted] ?? null;
  if (step !== 'taken-back' || state === 'served') return step;
  const cameFrom = state !== 'arrived' && arrivedAt !== null ? 'arrived' : 'confirmed';
  return wanted === cameFrom && !(isWalkIn && wanted === 'confirmed') ? step : null;
}

/** Where a booking goes when it is made or moved: a moderated service waits for an official. */
export function stateAfterBooking(moderated: boolean): 'pending' | 'confirmed' {
  return moderated ? 'pending' : 'confirmed';
}

interface Cutoffs {
  readonly state: AppointmentState;
  readonly startsAt: number | null;
  readonly moveCutoffMinutes: number;
  readonly cancelCutoffMinutes: number;
}

/** Until when (epoch milliseconds) a citizen may move or cancel; null where it is not allowed, or not any more. */
export function permissionsOf({ state, startsAt, moveCutoffMinutes, cancelCutoffMinutes }: Cutoffs, now: number): { moveUntil: number | null; cancelUntil: number | null } {
  const until = (action: Action, cutoffMinutes: number) => {
    const end = startsAt === null ? null : startsAt - cutoffMinutes * 60_000;
    return allows(state, action) && end !== null && now <= end ? end : null;
  };
  return { moveUntil: until('move', moveCutoffMinutes), cancelUntil: until('cancel', cancelCutoffMinutes) };
}
