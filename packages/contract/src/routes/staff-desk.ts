import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id, List } from '../schemas/common.ts';
import { DayQuery, DeskAppointment, DeskAppointmentItem, DeskPerson } from '../schemas/desk.ts';

// Appointments and people as far as a role reaches. What lies beyond does not exist for the asker.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const personParams = Type.Object({ person_id: Id }, closed);

export const listDeskAppointments = route({
  method: 'GET',
  url: '/staff/appointments',
  operationId: 'list_desk_appointments',
  summary: 'The appointments of a day',
  description: 'By time, of the offices within reach. One entry of the trail for each load.',
  tag,
  access,
  permission: 'appointment.read',
  querystring: DayQuery,
  success: { 200: List(DeskAppointmentItem, 'Appointments') },
  problems: [],
});

export const showDeskAppointment = route({
  method: 'GET',
  url: '/staff/appointments/:appointment_id',
  operationId: 'show_desk_appointment',
  summary: 'An appointment',
  description: 'For the staff. The look is recorded.',
  tag,
  access,
  permission: 'appointment.read',
  params: Type.Object({ appointment_id: Id }, closed),
  success: { 200: DeskAppointment },
  problems: ['not-found'],
});

export const showDeskPerson = route({
  method: 'GET',
  url: '/staff/people/:person_id',
  operationId: 'show_desk_person',
  summary: 'A person',
  description: 'Somebody with an appointment within reach, contacts masked. The look is recorded.',
  tag,
  access,
  permission: 'appointment.read',
  params: personParams,
  success: { 200: DeskPerson },
  problems: ['not-found'],
});

export const revealDeskPerson = route({
  method: 'POST',
  url: '/staff/people/:person_id/reveal',
  operationId: 'create_person_reveal',
  summary: 'A person with contacts in full',
  description: 'E-mail, phone and tax code as they are. The reveal is recorded.',
  tag,
  access,
  permission: 'person.reveal',
  params: personParams,
  body: Type.Object({}, closed),
  success: { 200: DeskPerson },
  problems: ['not-found'],
});
