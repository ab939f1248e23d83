import { randomBytes } from 'node:crypto';
import { makeAppointmentCode } from '@sportello/contract';
import { newId } from '../id.ts';
import type { EventKind, Tables } from '../schema.ts';
import { bookingRulesOf, claimedTime } from './booking-rules.ts';
import type { DemoContent } from './content/shape.ts';
import type { DemoDesk } from './free-starts.ts';
import type { DemoIds } from './ids.ts';
import { planAppointments, type PlannedAppointment } from './plan.ts';

type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert'];

const minute = 60_000;
const day = 1440 * minute;
/** The demo's texts are in their first version. */
const textsVersion = 1;
const retentionMonths = 12;

/**
 * A few appointments of people who plainly do not exist, so that the desk has somebody to show: those to come are
 * confirmed, those that are over were served, but for one in four, who did not come. Nobody is written to.
 */
export function appointmentRows(desk: DemoDesk) {
  const { content, ids, now } = desk;
  const booked = planAppointments(desk).map((planned, place) => bookedAppointment(planned, place, { content, ids, now }));
  return {
    people: booked.map(({ person }) => person),
    appointments: booked.map(({ appointment }) => appointment),
    appointmentPeople: booked.map(
      ({ appointment, person }): Row<'appointmentPeople'> => ({ id: newId(), appointmentId: appointment.id, personId: person.id, role: 'requester' }),
    ),
    claims: booked.flatMap(({ planned, appointment }) => claimsOf(planned, appointment.id)),
    events: booked.flatMap(({ appointment }) => eventsOf(appointment)),
  };
}

interface Booking {
  readonly content: DemoContent;
  readonly ids: DemoIds;
  readonly now: number;
}

function bookedAppointment(planned: PlannedAppointment, place: number, booking: Booking) {
  const createdAt = Math.min(planned.startsAt * minute, booking.now) - (1 + (place % 5)) * day;
  const person = personRow(place + 1, createdAt);
  return { planned, person, appointment: appointmentRow(planned, place, createdAt, booking) };
}

function personRow(number: number, createdAt: number): Row<'people'> {
  return {
    id: newId(),
    kind: 'natural',
    givenName: 'Persona',
    familyName: `Dimostrativa ${number}`,
    email: `persona.${number}@example.org`,
    phone: `+3901410001${String(number).padStart(2, '0')}`, // beside the invented numbers of the offices
    language: 'it',
    createdAt,
  };
}

function appointmentRow(planned: PlannedAppointment, place: number, createdAt: number, { content, ids, now }: Booking) {
  const { service, channel } = planned;
  const rules = bookingRulesOf(channel);
  const endsAt = (planned.startsAt + rules.durationMinutes) * minute;
  const afterwards = place % 4 === 3 ? 'missed' : 'served';
  const isOver = endsAt <= now;
  const confirmedAt = createdAt + 3 * minute;
  return {
    id: newId(),
    code: makeAppointmentCode(randomBytes).replace('-', ''),
    state: isOver ? afterwards : 'confirmed',
    serviceId: ids.service(service.key),
    serviceChannelId: ids.serviceChannel(`${service.key} ${channel.channel}`),
    officeId: ids.office(service.office),
    channel: channel.channel,
    municipalityId: ids.municipality(planned.municipality.key),
    placeId: planned.place ? ids.place(planned.place.key) : null,
    startsAt: planned.startsAt * minute,
    endsAt,
    durationMinutes: rules.durationMinutes,
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    moveCutoffMinutes: rules.moveCutoffMinutes,
    cancelCutoffMinutes: rules.cancelCutoffMinutes,
    releaseDelayMinutes: rules.releaseDelayMinutes,
    moderated: false,
    priceCents: 0,
    textsVersion,
    privacyNoticeVersion: content.union.privacyNotice.version,
    retentionMonths,
    language: 'it',
    ...(channel.channel === 'home' && homeOf(planned, place)),
    createdAt,
    confirmedAt,
    changedAt: isOver ? endsAt : confirmedAt,
  } satisfies Row<'appointments'>;
}

function homeOf({ municipality }: PlannedAppointment, place: number) {
  return { homeStreet: `Via di Prova ${place + 10}`, homePostalCode: municipality.postalCode, homeLocality: municipality.name };
}

function claimsOf({ channel, startsAt, calendarIds }: PlannedAppointment, appointmentId: string): Row<'claims'>[] {
  const { start, end } = claimedTime(channel, startsAt);
  return calendarIds.map((calendarId) => ({ id: newId(), calendarId, startsAt: start * minute, endsAt: end * minute, appointmentId }));
}

function eventsOf(appointment: ReturnType<typeof appointmentRow>): Row<'events'>[] {
  const { state, createdAt, confirmedAt, startsAt, endsAt } = appointment;
  const booked = [
    eventRow(appointment, { kind: 'held', at: createdAt, actor: 'citizen', newStartsAt: startsAt }),
    eventRow(appointment, { kind: 'confirmed', at: confirmedAt, actor: 'citizen', newStartsAt: startsAt }),
  ];
  return state === 'confirmed' ? booked : [...booked, eventRow(appointment, { kind: state, at: endsAt, actor: 'staff' })];
}

function eventRow(
  { id, serviceId, channel, officeId, municipalityId, placeId }: ReturnType<typeof appointmentRow>,
  what: { kind: EventKind; at: number; actor: 'citizen' | 'staff'; newStartsAt?: number },
): Row<'events'> {
  return { id: newId(), ...what, appointmentId: id, serviceId, channel, officeId, municipalityId, placeId };
}
