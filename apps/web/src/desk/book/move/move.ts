import { ApiProblem, type DeskAppointment, type DeskAppointmentItem, moveDeskAppointment, showDeskAppointment } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { readAgain, staffCall } from '../../../staff/staff-call.ts';
import { readSlotsAgain } from '../queries.ts';

/** Where an appointment is to go. */
export interface Target {
  readonly starts_at: string;
  readonly place_id: string | null;
  /** Whose time, where it matters. */
  readonly calendar_id: string | null;
  readonly outside_hours: boolean;
}

interface Move {
  readonly to: Target;
  /** Whether a message goes to the citizen. */
  readonly tell: boolean;
}

/** Moves it as it was seen: where somebody else changed it meanwhile, nothing is done and it is shown as it is now. */
export function useMove({ id, revision }: Pick<DeskAppointment, 'id' | 'revision'>, onMoved: (moved: DeskAppointmentItem, tell: boolean) => void) {
  return useMutation({
    mutationFn: ({ to: { starts_at, place_id, calendar_id, outside_hours }, tell }: Move) =>
      staffCall(moveDeskAppointment, { params: { appointment_id: id }, body: { revision, starts_at, place_id, calendar_id, ...(outside_hours && { outside_hours }), tell } }),
    onSuccess: async (moved, { tell }) => {
      await readAgain(showDeskAppointment);
      onMoved(moved, tell);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 409) void readAgain(showDeskAppointment);
    },
    onSettled: () => void readSlotsAgain(),
  });
}
