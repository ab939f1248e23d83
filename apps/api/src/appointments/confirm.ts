import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { ChannelRules } from '../directory/directory.ts';
import { enqueueConfirmation, enqueueRequestReceived } from '../notifications/enqueue.ts';
import { type Appointment, isLiveHold, isTimed, type Timed } from './appointment.ts';
import { freshCode } from './codes.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordTransition } from './events.ts';
import { lockAppointment } from './lock.ts';
import { type Application, personKeyText } from './person.ts';
import { appointmentQueries } from './queries.ts';
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
  | { readonly ok: false; readonly why: 'hold-expired' | 'hold-used' | 'limit-reached' };

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

    const changes = { ...whatBecomesOf(present, application, now), personKey, code: await freshCode(queries, tx) };
    if (!(await queries.confirm(tx, hold.id, changes, now))) return { ok: false, why: 'hold-expired' };

    const appointment: Timed = { ...present, ...changes };
    const requester = await keepPeople(tx, deps, appointment, application, now);
    for (const answer of application.answers) await preparedInsert(tx, tables.answers, { id: newId(), appointmentId: hold.id, ...answer });
    const kind = appointment.state === 'pending' ? 'requested' : 'confirmed';
    await recordTransition(tx, tables, { before: present, after: appointment, personId: requester.id }, { kind, by: citizen, at: now });
    if (appointment.state === 'pending') await enqueueRequestReceived(tx, tables, { ...appointment, requester }, now);
    else await enqueueConfirmation(tx, tables, { ...appointment, requester, reminderMinutes: rules.reminderMinutes }, now);
    await confirmation.remember(tx, appointment);
    return { ok: true, appointment };
  });
}

function whatBecomesOf(hold: Timed, { language, topic, details, home, privacyNoticeVersion }: Application, now: number) {
  const address = home ?? { homeStreet: null, homePostalCode: null, homeLocality: null, homeNotes: null };
  return {
    state: stateAfterBooking(hold.moderated),
    heldUntil: null,
    clientDigest: null,
    language,
    topic,
    details,
    privacyNoticeVersion,
    ...address,
    confirmedAt: now,
    changedAt: now,
    revision: hold.revision + 1,
  };
}

async function keepPeople(tx: Writer, { database }: BookingDeps, { id: appointmentId, language }: Appointment, { person, onBehalfOf }: Application, now: number) {
  const { people, appointmentPeople } = database.tables;
  const unknown = { givenName: null, familyName: null, companyName: null, email: null, phone: null, taxCode: null };
  const requester = { id: newId(), kind: 'natural' as const, ...unknown, ...person, language, createdAt: now, erasedAt: null };
  await preparedInsert(tx, people, requester);
  await preparedInsert(tx, appointmentPeople, { id: newId(), appointmentId, personId: requester.id, role: 'requester', relation: null });
  if (onBehalfOf) {
    const beneficiary = { id: newId(), ...unknown, ...onBehalfOf.beneficiary, language, createdAt: now, erasedAt: null };
    await preparedInsert(tx, people, beneficiary);
    await preparedInsert(tx, appointmentPeople, { id: newId(), appointmentId, personId: beneficiary.id, role: 'beneficiary', relation: onBehalfOf.relation });
  }
  return requester;
}
