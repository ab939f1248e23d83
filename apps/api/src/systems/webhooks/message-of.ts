import type { AppointmentState, WebhookKind, WebhookMessage } from '@sportello/contract';
import type { EventKind, Tables } from '../../database/schema.ts';

type EventRow = Readonly<Tables['events']['$inferSelect']>;

/** What the log of the desk calls it, and what other systems are told. What is not here is nobody's business elsewhere. */
const told = {
  requested: { kind: 'appointment.requested', state: 'pending' },
  confirmed: { kind: 'appointment.booked', state: 'confirmed' },
  'walked-in': { kind: 'appointment.booked', state: null },
  approved: { kind: 'appointment.approved', state: 'confirmed' },
  refused: { kind: 'appointment.refused', state: 'refused' },
  moved: { kind: 'appointment.moved', state: null },
  cancelled: { kind: 'appointment.cancelled', state: 'cancelled' },
  arrived: { kind: 'appointment.arrived', state: 'arrived' },
  started: { kind: 'appointment.started', state: 'in_progress' },
  served: { kind: 'appointment.served', state: 'served' },
  missed: { kind: 'appointment.missed', state: 'missed' },
  'taken-back': { kind: 'appointment.corrected', state: null },
  restored: { kind: 'appointment.corrected', state: null },
} as const satisfies Partial<Record<EventKind, { readonly kind: WebhookKind; readonly state: AppointmentState | null }>>;

type ToldEvent = keyof typeof told;

/** The events of the log that an endpoint with these kinds is told of. */
export function eventsOf(kinds: readonly WebhookKind[]): EventKind[] {
  return (Object.keys(told) as ToldEvent[]).filter((event) => kinds.includes(told[event].kind));
}

export function kindOf(event: EventKind): WebhookKind | null {
  return event in told ? told[event as ToldEvent].kind : null;
}

/**
 * What is sent of an event: which appointment, never whose. `stateNow`: how the appointment stands when the message is written,
 * for events that do not say it themselves; null where it is gone.
 */
export function messageOf(event: EventRow, stateNow: AppointmentState | null, write: (instant: number) => string): WebhookMessage {
  const { kind, state } = told[event.kind as ToldEvent];
  const stood = state ?? stateNow;
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  return {
    type: kind,
    timestamp: new Date(event.at).toISOString(),
    data: {
      appointment_id: event.appointmentId,
      ...(stood && { state: stood }),
      service_id: event.serviceId,
      office_id: event.officeId,
      municipality_id: event.municipalityId,
      place_id: event.placeId,
      channel: event.channel,
      starts_at: orNull(event.newStartsAt),
      ...(event.oldStartsAt !== null && { previous_starts_at: write(event.oldStartsAt) }),
    },
  };
}
