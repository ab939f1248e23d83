import type { AppointmentState, MessageName } from '@sportello/contract';

/** What the outbox row says of its message. */
export interface Written {
  readonly message: MessageName;
  readonly sequence: number | null;
  readonly deadlineAt: number;
}

/** What has to be known of the appointment as it is now; a message carries more of it. */
export interface Current {
  readonly state: AppointmentState;
  readonly sequence: number;
  readonly code: string | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** Why a message is no longer sent: it is not true any more, or there is nobody to send it to. */
export type DropReason = 'gone' | 'no-address' | 'no-time' | 'superseded' | 'untrue' | 'late';

/** An appointment that can be told of: it has a code and a time. */
type Tellable<Appointment> = Appointment & { readonly code: string; readonly startsAt: number; readonly endsAt: number };

export type Decision<Appointment = Current, Person = unknown> =
  | { readonly do: 'send'; readonly to: string; readonly appointment: Tellable<Appointment>; readonly person: Person }
  | { readonly do: 'drop'; readonly why: DropReason }
  | { readonly do: 'fail' };

const comingStates = ['confirmed', 'arrived', 'in_progress'] as const;

/** The states in which a message is true. */
const trueIn: Readonly<Record<MessageName, readonly AppointmentState[]>> = {
  confirmation: comingStates,
  'request-received': ['pending'],
  moved: ['pending', ...comingStates],
  'moved-by-desk': ['pending', ...comingStates],
  proposed: ['pending'],
  approved: comingStates,
  refused: ['refused'],
  cancelled: ['cancelled'],
  'cancelled-by-desk': ['cancelled'],
  reminder: ['confirmed'],
  'access-link': ['pending', ...comingStates, 'served', 'missed', 'cancelled', 'refused'],
  'papers-given': ['pending', ...comingStates, 'served', 'missed'],
};

/**
 * Whether a due message is still true of the appointment as it is now. Every change that raises the sequence writes a
 * message of its own, so what speaks of an older sequence is dropped; only a link that was asked for and papers are good for any.
 * Past its deadline a reminder is dropped, since nobody misses it; anything else has failed, and the desk should see it.
 * @param person to whom it goes; null, or without an e-mail address, once they are erased
 */
export function decide<Appointment extends Current, Person extends { readonly email: string | null }>(
  written: Written,
  appointment: Appointment | null,
  person: Person | null,
  now: number,
): Decision<Appointment, Person> {
  if (appointment === null) return drop('gone');
  if (!person?.email) return drop('no-address');
  const { code, startsAt, endsAt } = appointment;
  if (code === null || startsAt === null || endsAt === null) return drop('no-time');
  if (isSuperseded(written, appointment)) return drop('superseded');
  if (!trueIn[written.message].includes(appointment.state)) return drop('untrue');
  if (written.message === 'reminder' && (startsAt <= now || written.deadlineAt <= now)) return drop('late');
  if (written.deadlineAt <= now) return { do: 'fail' };
  return { do: 'send', to: person.email, appointment: { ...appointment, code, startsAt, endsAt }, person };
}

function isSuperseded({ message, sequence }: Written, appointment: Current): boolean {
  return !isOfAnyTime(message) && sequence !== null && sequence < appointment.sequence;
}

/** It speaks of the appointment, whenever that is. */
function isOfAnyTime(message: MessageName): boolean {
  return message === 'access-link' || message === 'papers-given';
}

function drop(why: DropReason): { readonly do: 'drop'; readonly why: DropReason } {
  return { do: 'drop', why };
}
