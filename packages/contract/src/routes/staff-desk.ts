import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import {
  AttendanceRequest,
  Board,
  BoardQuery,
  CallAnswer,
  Delay,
  DelayRequest,
  DeskAppointment,
  DeskAppointmentItem,
  OutcomeRequest,
  WalkInRequest,
} from '../schemas/desk.ts';

// The day of the desk, as far as a role reaches. What lies beyond does not exist for the asker.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const appointmentParams = Type.Object({ appointment_id: Id }, closed);

export const showBoard = route({
  method: 'GET',
  url: '/staff/board',
  operationId: 'show_board',
  summary: 'The board of a day',
  description: 'Everything of the day within reach, in one answer. One entry of the trail for each load.',
  tag,
  access,
  permission: 'appointment.read',
  querystring: BoardQuery,
  success: { 200: Board },
  problems: [],
});

export const followLive = route({
  method: 'GET',
  url: '/staff/live',
  operationId: 'follow_live',
  summary: 'What changes, as it changes',
  description: 'Server-sent events (see `LiveEvents`) of everything within reach. With `Last-Event-ID` it goes on from there. Ends within five seconds when the session does.',
  tag,
  access,
  permission: 'appointment.read',
  background: true,
  success: { 200: Type.String({ description: 'text/event-stream' }) },
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
  params: appointmentParams,
  success: { 200: DeskAppointment },
  problems: ['not-found'],
});

export const markAttendance = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/attendance',
  operationId: 'create_attendance',
  summary: 'Arrived, begun, over, not come',
  description: 'One step forward or back. `missed` from the start on; `arrived` on its own day. 409 `changed-meanwhile` carries the appointment as it is now.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: AttendanceRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const writeOutcome = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/outcome',
  operationId: 'create_outcome',
  summary: 'How it went and what comes next',
  description: 'The citizen reads both on the page of the appointment.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: OutcomeRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const callByPhone = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/calls',
  operationId: 'create_call',
  summary: 'Call by phone',
  description: 'Answers with the number; the look is recorded, and nobody needs to be called any more.',
  tag,
  access,
  permission: 'person.reveal',
  params: appointmentParams,
  body: Type.Object({}, closed),
  success: { 200: CallAnswer },
  problems: ['not-found', 'state-conflict'],
});

export const createWalkIn = route({
  method: 'POST',
  url: '/staff/walk-ins',
  operationId: 'create_walk_in',
  summary: 'Somebody came without an appointment',
  description: 'They wait, in the order of arrival, without taking time of a calendar until somebody begins.',
  tag,
  access,
  permission: 'appointment.work',
  body: WalkInRequest,
  success: { 201: DeskAppointmentItem },
  problems: [],
});

export const announceDelay = route({
  method: 'POST',
  url: '/staff/calendars/:calendar_id/delay',
  operationId: 'create_delay',
  summary: 'Announce a delay',
  description: 'For today, on one calendar: who waits for it reads it on the page of the appointment. 0 takes it back.',
  tag,
  access,
  permission: 'appointment.work',
  params: Type.Object({ calendar_id: Id }, closed),
  body: DelayRequest,
  success: { 200: Delay },
  problems: ['not-found'],
});

export const printBoard = route({
  method: 'POST',
  url: '/staff/board/prints',
  operationId: 'create_board_print',
  summary: 'The board goes on paper',
  description: 'Writes the entry of the trail; the page prints itself.',
  tag,
  access,
  permission: 'appointment.read',
  body: BoardQuery,
  success: { 204: null },
  problems: [],
});
