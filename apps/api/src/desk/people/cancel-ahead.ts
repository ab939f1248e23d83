import type { AppointmentState } from '@sportello/contract';
import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { Appointment } from '../../appointments/appointment.ts';
import { takeBack } from '../../appointments/cancel.ts';
import { allows } from '../../appointments/states.ts';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { problem } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import { enqueueCancelledByDesk } from '../../notifications/enqueue.ts';

/** Who came without an appointment and was never seen to the end is not waited for the next day. */
const longestWait = 24 * 3_600_000;

/** What somebody asked for, or is meant for them, and is not over yet. */
export async function appointmentsAhead(tx: Writer, { appointments, appointmentPeople }: Tables, personId: string, now: number): Promise<Appointment[]> {
  const theirs = tx
    .select({ id: appointmentPeople.appointmentId })
    .from(appointmentPeople)
    .where(and(eq(appointmentPeople.personId, personId), inArray(appointmentPeople.role, ['requester', 'beneficiary'])));
  const isUnderWay: AppointmentState[] = ['arrived', 'in_progress'];
  const isToCome = and(inArray(appointments.state, ['pending', 'confirmed', ...isUnderWay]), gt(appointments.endsAt, now));
  const isWaiting = and(inArray(appointments.state, isUnderWay), isNull(appointments.endsAt), gt(appointments.changedAt, now - longestWait));
  return tx.select().from(appointments).where(and(inArray(appointments.id, theirs), or(isToCome, isWaiting)));
}

interface Cancelling {
  readonly staff: StaffMember;
  readonly now: number;
  /** To whom nothing is written any more. */
  readonly silentFor: readonly string[];
}

/** Cancels an appointment inside a write that has its calendars. Throws `state-conflict` when it goes on at this moment. */
export async function cancelAhead(tx: Writer, tables: Tables, present: Appointment, { staff, now, silentFor }: Cancelling): Promise<void> {
  if (!allows(present.state, 'cancel-by-desk')) throw problem('state-conflict', { state: present.state });
  const { appointment, requester } = await takeBack(tx, tables, { present, reason: null, releaseDelayMinutes: 0, by: actorOf(staff), now });
  if (requester && !silentFor.includes(requester.id)) await enqueueCancelledByDesk(tx, tables, { ...appointment, requester }, now);
}
