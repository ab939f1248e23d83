import { ApiProblem, type DeskAppointment, type DeskAppointmentItem, showDeskAppointment } from '@sportello/contract';
import { problemOf, quietCall } from '../../staff/staff-call.ts';

/** Who made the last change, as far as it can be told. */
export interface LastChange {
  readonly actor: DeskAppointment['history'][number]['actor'];
  readonly staffName: string | null;
  readonly at: string;
}

/** The appointment as it is now, where the refusal says that somebody else was faster. */
export function presentItemOf(error: unknown): DeskAppointmentItem | null {
  if (problemOf(error) !== 'changed-meanwhile' || !(error instanceof ApiProblem)) return null;
  // The contract says what the desk is answered in that member.
  return (error.problem?.appointment ?? null) as unknown as DeskAppointmentItem | null;
}

/** Null where it cannot be told: it is only an explanation. */
export async function findLastChange(id: string): Promise<LastChange | null> {
  const shown = await quietCall(showDeskAppointment, { params: { appointment_id: id } }).catch(() => null);
  const last = shown?.history[0];
  return last ? { actor: last.actor, staffName: last.staff_name, at: last.at } : null;
}
