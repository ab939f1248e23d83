import { randomBytes } from 'node:crypto';
import { makeAppointmentCode } from '@sportello/contract';
import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import { bookingRulesOf, claimedTime } from './booking-rules.ts';
import type { Channel, DemoContent } from './content/shape.ts';
import { eventRow } from './event-row.ts';
import type { DemoDesk } from './free-starts.ts';
import type { DemoIds } from './ids.ts';
import { isWorkingDay, planAppointments, type PlannedAppointment } from './plan.ts';
import { type Stage, stages } from './stages.ts';
import { walkInRows } from './walk-in.ts';

type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert'];

const minute = 60_000;
const day = 1440 * minute;
/** The demo's texts are in their first version. */
const textsVersion = 1;
const retentionMonths = 12;

/**
 * A few appointments of people who plainly do not exist, so that the desk has somebody to show: those to come are
 * confirmed, those that are over were served, but for one in four, who did not come; of those around now some have begun,
 * some wait, some are late, and somebody came without an appointment. Nobody is written to.
 */
export function appointmentRows(desk: DemoDesk) {
  const stageOf = stages(desk.now);
  const booked = planAppointments(desk).map((planned, place) => bookedAppointment(planned, place, { ...desk, stageOf }));
  const walkIn = isWorkingDay(desk) ? walkInRows(desk, booked.length + 1) : null;
  const all = [...booked, ...(walkIn ? [walkIn] : [])];
  return {
    people: all.map(({ person }): Row<'people'> => person),
    appointments: all.map(({ appointment }): Row<'appointments'> => appointment),
    appointmentPeople: all.map(
      ({ appointment, person }): Row<'appointmentPeople'> => ({ id: newId(), appointmentId: appointment.id, personId: person.id, role: 'requester' }),
    ),
    claims: booked.flatMap(({ planned, appointment }) => claimsOf(planned, appointment.id)),
    events: [...booked.flatMap(({ appointment }) => eventsOf(appointment)), ...(walkIn ? [walkIn.event] : [])],
  };
}

interface Booking {
  readonly content: DemoContent;
  readonly ids: DemoIds;
  readonly now: number;
  readonly stageOf: (of: { channel: Channel; startsAt: number; endsAt: number }, place: number) => Stage;
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

function appointmentRow(planned: PlannedAppointment, place: number, createdAt: number, { content, ids, stageOf }: Booking) {
  const { service, channel } = planned;
  const rules = bookingRulesOf(channel);
  const startsAt = planned.startsAt * minute;
  const endsAt = (planned.startsAt + rules.durationMinutes) * minute;
  const stage = stageOf({ channel: channel.channel, startsAt, endsAt }, place);
  const confirmedAt = createdAt + 3 * minute;
  return {
    id: newId(),
    code: makeAppointmentCode(randomBytes).replace('-', ''),
    ...stage,
    serviceId: ids.service(service.key),
    serviceChannelId: ids.serviceChannel(`${service.key} ${channel.channel}`),
    officeId: ids.office(service.office),
    channel: channel.channel,
    municipalityId: ids.municipality(planned.municipality.key),
    placeId: planned.place ? ids.place(planned.place.key) : null,
    startsAt,
    endsAt,
    durationMinutes: rules.durationMinutes,
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    moveCutoffMinutes: rules.moveCutoffMinutes,
    cancelCutoffMinutes: rules.cancelCutoffMinutes,
    releaseDelayMinutes: rules.releaseDelayMinutes,
    moderated: rules.moderated,
    priceCents: 0,
    textsVersion,
    privacyNoticeVersion: content.union.privacyNotice.version,
    retentionMonths,
    language: 'it',
    ...(channel.channel === 'home' && homeOf(planned, place)),
    createdAt,
    confirmedAt,
    changedAt: stage.endedAt ?? stage.startedAt ?? stage.arrivedAt ?? (stage.state === 'missed' ? endsAt : confirmedAt),
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
  const { state, createdAt, confirmedAt, startsAt, endsAt, arrivedAt, startedAt, endedAt } = appointment;
  const attended = ([['arrived', arrivedAt], ['started', startedAt], ['served', endedAt], ['missed', state === 'missed' ? endsAt : null]] as const).flatMap(([kind, at]) => (at === null ? [] : [{ kind, at }]));
  return [
    eventRow(appointment, { kind: 'held', at: createdAt, actor: 'citizen', newStartsAt: startsAt }),
    eventRow(appointment, { kind: 'confirmed', at: confirmedAt, actor: 'citizen', newStartsAt: startsAt }),
    ...attended.map((step) => eventRow(appointment, { ...step, actor: 'staff', newStartsAt: startsAt })),
  ];
}
