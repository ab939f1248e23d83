import type { AttendanceState, DeskAppointmentItem } from '@sportello/contract';

export type Ending = Extract<AttendanceState, 'served' | 'missed'>;

type Stands = Pick<DeskAppointmentItem, 'state' | 'arrived_at'>;

/** By which steps of attendance an appointment comes to its end, as the desk allows one at a time; null where none lead there. Pure. */
export function stepsToEnd({ state, arrived_at }: Stands, ending: Ending): readonly AttendanceState[] | null {
  const before: AttendanceState = arrived_at === null ? 'confirmed' : 'arrived';
  const paths: Readonly<Record<Ending, Partial<Record<DeskAppointmentItem['state'], readonly AttendanceState[]>>>> = {
    served: { confirmed: ['in_progress', 'served'], arrived: ['in_progress', 'served'], in_progress: ['served'], served: [], missed: [before, 'in_progress', 'served'] },
    missed: { confirmed: ['missed'], arrived: ['missed'], in_progress: [before, 'missed'], served: ['in_progress', before, 'missed'], missed: [] },
  };
  return paths[ending][state] ?? null;
}

/** States in which the desk writes how it went. */
export function takesOutcome({ state }: Pick<DeskAppointmentItem, 'state'>): boolean {
  return state === 'in_progress' || state === 'served' || state === 'missed';
}
