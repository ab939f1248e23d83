import type { AuditAction } from '@sportello/contract';
import { type Actor, recordAudit, type Values } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { EventKind, Tables } from '../database/schema.ts';
import type { Appointment } from './appointment.ts';

interface Happening {
  readonly kind: EventKind;
  readonly by: Actor;
  readonly at: number;
  /** Where it stood before, when the time changed. */
  readonly oldStartsAt?: number | null;
}

/** Whoever has the link of an appointment, or the token of a hold. From where is not kept: nobody needs it later. */
export const citizen: Actor = { kind: 'citizen', address: null };

/** Writes down a transition in the write that makes it: ids and times, never a person. `appointment` is as it is after it. */
export async function recordEvent(tx: Writer, { events }: Tables, appointment: Appointment, { kind, by, at, oldStartsAt = null }: Happening): Promise<void> {
  const { id: appointmentId, startsAt: newStartsAt, durationMinutes: plannedMinutes, serviceId, channel, officeId, municipalityId, placeId } = appointment;
  const staffId = by.kind === 'staff' ? by.staffId : null;
  const row = { id: newId(), at, kind, actor: by.kind, staffId, appointmentId, oldStartsAt, newStartsAt, serviceId, channel, officeId, municipalityId, placeId, plannedMinutes };
  await preparedInsert(tx, events, row);
}

type Decisive = 'confirmed' | 'requested' | 'moved' | 'reassigned' | 'cancelled' | 'approved' | 'refused';

const actions = {
  confirmed: 'book', requested: 'book', moved: 'move', reassigned: 'move', cancelled: 'cancel', approved: 'approve', refused: 'refuse',
} as const satisfies Record<Decisive, AuditAction>;

interface Transition {
  readonly before: Appointment;
  readonly after: Appointment;
  readonly personId: string | null;
  /** Whose time it took and takes, where somebody chose that. */
  readonly calendarIds?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** What becomes of an appointment for good: the event, and the entry of the trail with what it changed. */
export async function recordTransition(
  tx: Writer,
  tables: Tables,
  { before, after, personId, calendarIds }: Transition,
  happening: Omit<Happening, 'kind' | 'oldStartsAt'> & { readonly kind: Decisive },
): Promise<void> {
  const { kind, by, at } = happening;
  await recordEvent(tx, tables, after, { ...happening, oldStartsAt: kind === 'moved' ? before.startsAt : null });
  await recordAudit(tx, tables, by, { action: actions[kind], object: { kind: 'appointment', id: after.id }, personId, before: valuesOf(before, calendarIds?.before), after: valuesOf(after, calendarIds?.after) }, at);
}

/** What changes of an appointment; who it is for stands in rows of its own. */
function valuesOf({ state, startsAt, endsAt, placeId, topic, cancelReason }: Appointment, calendarIds: readonly string[] = []): Values {
  const maybe = { starts_at: startsAt, ends_at: endsAt, place_id: placeId, topic, cancel_reason: cancelReason };
  return { state, ...(calendarIds.length > 0 && { calendar_ids: calendarIds.toSorted() }), ...Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== null)) };
}
