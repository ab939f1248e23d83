import { cancelDeskAppointment, type DeskAppointmentItem, keepMisfit, moveDeskAppointment } from '@sportello/contract';
import { useRef, useState } from 'react';
import { showNow } from '../../staff/live/keep-current.ts';
import { reasonToSignIn, staffCall } from '../../staff/staff-call.ts';
import { presentItemOf } from '../attendance/present-state.ts';
import type { Decision, Listed } from './decisions.ts';
import { readMisfitsAgain } from './queries.ts';

export interface Failure {
  readonly listed: Listed;
  readonly error: unknown;
}

export interface Settled {
  readonly done: number;
  readonly failures: readonly Failure[];
}

/**
 * Carries decisions out by the acts of the desk, one after the other, each a write of its own: whatever ends it in the middle, what is done is done, and
 * the rest is listed. One that is refused does not stop the others; a session that is over does.
 */
export function useSettling() {
  const [doneSoFar, setDoneSoFar] = useState(0);
  const [settled, setSettled] = useState<Settled | null>(null);
  const isWanted = useRef(true);

  async function run(decisions: readonly Decision[], tell: boolean): Promise<void> {
    isWanted.current = true;
    setDoneSoFar(0);
    setSettled(null);
    const failures: Failure[] = [];
    let done = 0;
    for (const decision of decisions) {
      if (!isWanted.current) break;
      try {
        showNow(await carryOut(decision, tell));
        setDoneSoFar((done += 1));
      } catch (error) {
        const present = presentItemOf(error);
        if (present) showNow(present);
        failures.push({ listed: decision.listed, error });
        if (reasonToSignIn(error)) break;
      }
    }
    setSettled({ done, failures });
    await readMisfitsAgain();
  }

  return {
    run,
    doneSoFar,
    settled,
    /** After the one that is under way. */
    stop: () => {
      isWanted.current = false;
    },
  };
}

function carryOut({ listed: { appointment }, resolution }: Decision, tell: boolean): Promise<DeskAppointmentItem> {
  const { id, revision, starts_at } = appointment;
  const params = { appointment_id: id };
  switch (resolution.does) {
    case 'move':
      return staffCall(moveDeskAppointment, { params, body: { revision, starts_at: resolution.starts_at, place_id: resolution.place_id ?? null, tell } });
    case 'reassign':
      return staffCall(moveDeskAppointment, { params, body: { revision, starts_at: starts_at ?? '', calendar_id: resolution.calendar_id, tell: false } });
    case 'cancel':
      return staffCall(cancelDeskAppointment, { params, body: { revision, reason: resolution.message ?? null, tell } });
    case 'leave':
      return staffCall(keepMisfit, { params, body: { revision } });
  }
}
