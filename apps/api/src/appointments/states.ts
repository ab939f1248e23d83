import type { AppointmentState } from '@sportello/contract';

/** What can be done with an appointment, by the citizen or the desk. */
export type Action = 'confirm' | 'approve' | 'refuse' | 'move' | 'cancel';

const allowedIn: Readonly<Record<Action, readonly AppointmentState[]>> = {
  confirm: ['held'],
  approve: ['pending'],
  refuse: ['pending'],
  move: ['pending', 'confirmed'],
  cancel: ['pending', 'confirmed'],
};

/** Whether the state allows the action. Pure; the one table of transitions that citizens and desk share. */
export function allows(state: AppointmentState, action: Action): boolean {
  return allowedIn[action].includes(state);
}

/** Where a booking goes when it is made or moved: a moderated service waits for an official. */
export function stateAfterBooking(moderated: boolean): AppointmentState {
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
