import { type DeskAppointmentItem, markAttendance, writeOutcome } from '@sportello/contract';
import { showNow } from '../../staff/live/keep-current.ts';
import { staffCall } from '../../staff/staff-call.ts';
import { presentItemOf } from '../attendance/present-state.ts';
import { type Ending, stepsToEnd, takesOutcome } from './steps-to-end.ts';

export interface EndWish {
  readonly ending: Ending;
  readonly outcome: string;
  readonly next_step: string;
}

/**
 * Ends a meeting: what was written is saved before the citizen leaves the room, so that they read it at once. Each change is made
 * upon the one before; what is refused stops here, throws its ApiProblem, and leaves the cache as the desk last said.
 */
export async function endMeeting(item: DeskAppointmentItem, wish: EndWish): Promise<DeskAppointmentItem> {
  const params = { appointment_id: item.id };
  const { ending, outcome, next_step } = wish;
  let present = item;
  let isWritten = outcome.trim() === '' && next_step.trim() === '';

  const take = (saved: DeskAppointmentItem) => {
    present = saved;
    showNow(saved);
  };
  const write = async () => {
    if (isWritten || !takesOutcome(present)) return;
    take(await staffCall(writeOutcome, { params, body: { outcome, next_step, revision: present.revision } }));
    isWritten = true;
  };

  try {
    for (const state of stepsToEnd(item, ending) ?? []) {
      // A step on the way to "missed" is no meeting of which something is written.
      if (state === 'served') await write();
      take(await staffCall(markAttendance, { params, body: { state, revision: present.revision } }));
    }
    await write();
    return present;
  } catch (error) {
    const newer = presentItemOf(error);
    if (newer) showNow(newer);
    throw error;
  }
}
