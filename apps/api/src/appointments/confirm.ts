import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import type { ChannelRules } from '../directory/directory.ts';
import { enqueueConfirmation, enqueueRequestReceived } from '../notifications/enqueue.ts';
import { type Appointment, isLiveHold, isTimed, type Timed } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { citizen } from './events.ts';
import { useInvitation } from './invitations.ts';
import { lockAppointment } from './lock.ts';
import { type Application, personKeyText } from './person.ts';
import { appointmentQueries } from './queries.ts';
import { keepPerson, settleHold } from './settle.ts';
import { stateAfterBooking } from './states.ts';

export interface Confirmation {
  readonly hold: Appointment;
  readonly application: Application;
  readonly rules: ChannelRules;
  readonly timeZone: string;
  /** Kept in the same write as the appointment. */
  readonly remember: (tx: Writer, appointment: Timed) => Promise<void>;
}

export type ConfirmOutcome =
  | { readonly ok: true; readonly appointment: Timed }
  | { readonly ok: false; readonly why: 'hold-expired' | 'hold-used' | 'limit-reached' | 'link-over' };

/** A live hold becomes an appointment: confirmed, or pending where the service is moderated. One write, messages included. */
export async function confirmHold(deps: BookingDeps, confirmation: Confirmation): Promise<ConfirmOutcome> {
  const queries = appointmentQueries(deps.database.tables);
  return attempt<ConfirmOutcome>(deps.database, async (tx) => {
    const { hold, application, rules, timeZone } = confirmation;
    const { tables } = deps.database;
    const present = await lockAppointment(deps, tx, hold.id);
    const now = deps.clock.now();
    if (!present || !isTimed(present)) return { ok: false, why: 'hold-expired' };
    if (present.state !== 'held') return { ok: false, why: present.state === 'expired' ? 'hold-expired' : 'hold-used' };
    if (!isLiveHold(present, now)) return { ok: false, why: 'hold-expired' };

    const personKey = deps.secrets.digest('person', personKeyText(application.person));
    const booking = { personKey, appointmentId: hold.id, serviceId: present.serviceId, startsAt: present.startsAt };
    if (await queries.limits.isOver(tx, booking, rules, { now, timeZone })) return { ok: false, why: 'limit-reached' };

    if (present.invitationId !== null && !(await useInvitation(tx, tables, present.invitationId, present.id, now))) return { ok: false, why: 'link-over' };

    const settling = { hold: present, application, state: stateAfterBooking(present.moderated), personKey, by: citizen, now };
    const settled = await settleHold(deps, tx, { ...settling, findRequester: () => keepPerson(tx, tables, application, now) });
    if (!settled) return { ok: false, why: 'hold-expired' };
    const { appointment, requester } = settled;
    if (appointment.state === 'pending') await enqueueRequestReceived(tx, tables, { ...appointment, requester }, now);
    else await enqueueConfirmation(tx, tables, { ...appointment, requester, reminderMinutes: rules.reminderMinutes }, now);
    await confirmation.remember(tx, appointment);
    return { ok: true, appointment };
  });
}
