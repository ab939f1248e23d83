import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { MisfitCount, MisfitList, MisfitQuery } from '../schemas/desk-misfits.ts';
import { DeskAppointmentItem, RevisionRequest } from '../schemas/desk.ts';

// Appointments that a closure or another change of what the union decides left without their ground. They are moved and cancelled as any other.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const params = Type.Object({ appointment_id: Id }, closed);

export const listMisfits = route({
  method: 'GET',
  url: '/staff/misfits',
  operationId: 'list_misfits',
  summary: 'Appointments that do not fit any more',
  description: 'Within reach: under a closure, of a comune that left, by a channel or at a place that is offered no more. With other times for each, none twice.',
  tag,
  access,
  permission: 'appointment.read',
  querystring: MisfitQuery,
  success: { 200: MisfitList },
  problems: ['not-found'],
});

export const countMisfits = route({
  method: 'GET',
  url: '/staff/misfits/count',
  operationId: 'count_misfits',
  summary: 'How many do not fit any more',
  description: 'Within reach, without those that are kept all the same. The page asks by itself.',
  tag,
  access,
  permission: 'appointment.read',
  background: true,
  querystring: MisfitQuery,
  success: { 200: MisfitCount },
  problems: ['not-found'],
});

export const keepMisfit = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/keeping',
  operationId: 'create_appointment_keeping',
  summary: 'It takes place all the same',
  description: 'Somebody works on that day. Nobody is told, and it is listed no more, until it moves or something else touches it. Twice is fine.',
  tag,
  access,
  permission: 'appointment.work',
  params,
  body: RevisionRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const unkeepMisfit = route({
  method: 'DELETE',
  url: '/staff/appointments/:appointment_id/keeping',
  operationId: 'delete_appointment_keeping',
  summary: 'Decide about it again',
  description: 'Decided again already is fine.',
  tag,
  access,
  permission: 'appointment.work',
  params,
  success: { 204: null },
  problems: ['not-found'],
});
