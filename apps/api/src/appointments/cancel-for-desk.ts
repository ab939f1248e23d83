import { attempt } from '../database/attempt.ts';
import { enqueueCancelledByDesk } from '../notifications/enqueue.ts';
import type { Appointment } from './appointment.ts';
import { takeBack } from './cancel.ts';
import type { BookingDeps } from './deps.ts';
import type { Official } from './hold-for-desk.ts';
import { lockAppointment } from './lock.ts';
import { allows } from './states.ts';

export interface DeskCancelWish {
  readonly id: string;
  /** The revision that the official saw. */
  readonly revision: number;
  /** In their words; the message repeats it. */
  readonly reason: string | null;
  /** Whether a message goes to the citizen. */
  readonly tell: boolean;
  readonly by: Official;
}

export type DeskCancelOutcome =
  | { readonly ok: true; readonly appointment: Appointment }
  | { readonly ok: false; readonly why: 'changed-meanwhile' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/** Cancels for the desk, whatever the cut-offs: the time is free at once. A second cancellation changes nothing. One write. */
export async function cancelForDesk(deps: BookingDeps, { id, revision, reason, tell, by }: DeskCancelWish): Promise<DeskCancelOutcome> {
  const { tables } = deps.database;
  return attempt<DeskCancelOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = deps.clock.now();
    if (!present) return { ok: false, why: 'state-conflict', state: 'expired' };
    if (present.state === 'cancelled') return { ok: true, appointment: present };
    if (present.revision !== revision) return { ok: false, why: 'changed-meanwhile' };
    if (!allows(present.state, 'cancel-by-desk')) return { ok: false, why: 'state-conflict', state: present.state };

    const { appointment, requester } = await takeBack(tx, tables, { present, reason, releaseDelayMinutes: 0, by, now });
    if (tell) await enqueueCancelledByDesk(tx, tables, { ...appointment, requester }, now);
    return { ok: true, appointment };
  });
}
