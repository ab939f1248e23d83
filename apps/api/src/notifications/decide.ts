import type { AppointmentState } from '@sportello/contract';
import type { MessageName } from './message-names.ts';

/** What the outbox row says of its message. */
export interface Written {
  readonly message: MessageName;
  readonly sequence: number | null;
  readonly deadlineAt: number;
}

/** The appointment as it is now. */
export interface Current {
  readonly state: AppointmentState;
  readonly sequence: number;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** Why a message is no longer sent: it is not true any more, or there is nobody to send it to. */
export type DropReason = 'gone' | 'no-address' | 'no-time' | 'superseded' | 'untrue' | 'late';

export type Decision =
  | { readonly do: 'send'; readonly to: string; readonly startsAt: number; readonly endsAt: number }
  | { readonly do: 'drop'; readonly why: DropReason }
  | { readonly do: 'fail' };

const comingStates = ['confirmed', 'arrived', 'in_progress'] as const;

/** The states in which a message is true. */
const trueIn: Readonly<Record<MessageName, readonly AppointmentState[]>> = {
  confirmation: comingStates,
  'request-received': ['pending'],
  moved: ['pending', ...comingStates],
  approved: comingStates,
  refused: ['refused'],
  cancelled: ['cancelled'],
  reminder: ['confirmed'],
  'access-link': ['pending', ...comingStates, 'served', 'missed', 'cancelled', 'refused'],
};

/**
 * Whether a due message is still true of the appointment as it is now. Every change that raises the sequence writes a
 * message of its own, so what speaks of an older sequence is dropped; only a link that was asked for is good for any.
 * Past its deadline a reminder is dropped, since nobody misses it; anything else has failed, and the desk should see it.
 * @param to e-mail address of the person to write to
 */
export function decide(written: Written, appointment: Current | null, to: string | null, now: number): Decision {
  if (appointment === null) return drop('gone');
  if (to === null || to === '') return drop('no-address');
  const { startsAt, endsAt } = appointment;
  if (startsAt === null || endsAt === null) return drop('no-time');
  if (isSuperseded(written, appointment)) return drop('superseded');
  if (!trueIn[written.message].includes(appointment.state)) return drop('untrue');
  if (written.message === 'reminder' && (startsAt <= now || written.deadlineAt <= now)) return drop('late');
  if (written.deadlineAt <= now) return { do: 'fail' };
  return { do: 'send', to, startsAt, endsAt };
}

function isSuperseded({ message, sequence }: Written, appointment: Current): boolean {
  return message !== 'access-link' && sequence !== null && sequence < appointment.sequence;
}

function drop(why: DropReason): Decision {
  return { do: 'drop', why };
}
