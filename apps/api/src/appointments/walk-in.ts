import { normalizeName } from '@sportello/contract';
import { type Actor, recordAudit } from '../audit/record.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Appointment } from './appointment.ts';
import { freshCode } from './codes.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { freshRow, type Subject } from './fresh-row.ts';
import { appointmentQueries } from './queries.ts';

export interface WalkIn extends Subject {
  /** As they say it. */
  readonly name: string;
  readonly staffId: string;
  readonly by: Actor;
}

/** Somebody came without an appointment: they wait, in the order of arrival, and take time of a calendar only once somebody begins. Answers with the id. */
export async function createWalkIn({ database, clock }: BookingDeps, walkIn: WalkIn): Promise<string> {
  const { tables } = database;
  const queries = appointmentQueries(tables);
  const now = clock.now();
  const unknown = { familyName: null, companyName: null, email: null, phone: null, taxCode: null };
  const person = { id: newId(), kind: 'natural' as const, ...unknown, givenName: normalizeName(walkIn.name), language: 'it' as const, createdAt: now, erasedAt: null };
  return database.write(async (tx) => {
    const appointment = waiting(walkIn, await freshCode(queries, tx), now);
    const { id, state, serviceId } = appointment;
    await preparedInsert(tx, tables.appointments, appointment);
    await preparedInsert(tx, tables.people, person);
    await preparedInsert(tx, tables.appointmentPeople, { id: newId(), appointmentId: id, personId: person.id, role: 'requester', relation: null });
    await recordEvent(tx, tables, appointment, { kind: 'walked-in', by: walkIn.by, at: now });
    await recordAudit(tx, tables, walkIn.by, { action: 'create', object: { kind: 'appointment', id }, personId: person.id, after: { state, service_id: serviceId, given_name: person.givenName } }, now);
    return id;
  });
}

/** Without a time, without buffers (it takes what is free), and whatever the channels of the service are: they stand at the counter. */
function waiting(walkIn: WalkIn, code: string, now: number): Appointment {
  const freely = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, releaseDelayMinutes: 0, moderated: false };
  return { ...freshRow(walkIn, now), ...freely, code, state: 'arrived', channel: 'desk', bookedBy: walkIn.staffId, arrivedAt: now };
}
