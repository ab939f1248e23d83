import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { EventKind } from '../database/schema.ts';
import type { Appointment } from './appointment.ts';

interface Happening {
  readonly kind: EventKind;
  readonly actor: 'citizen' | 'staff' | 'system';
  readonly at: number;
  /** Where it stood before, when the time changed. */
  readonly oldStartsAt?: number | null;
}

/** Writes down a transition in the write that makes it: ids and times, never a person. `appointment` is as it is after it. */
export async function recordEvent(tx: Writer, { events }: Database['tables'], appointment: Appointment, { kind, actor, at, oldStartsAt = null }: Happening): Promise<void> {
  const { id: appointmentId, startsAt: newStartsAt, serviceId, channel, officeId, municipalityId, placeId } = appointment;
  const row = { id: newId(), at, kind, actor, staffId: null, appointmentId, oldStartsAt, newStartsAt, serviceId, channel, officeId, municipalityId, placeId };
  await preparedInsert(tx, events, row);
}
