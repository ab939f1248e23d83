import * as Type from 'typebox';
import { route } from '../route.ts';
import { InstantIn } from '../schemas/common.ts';
import {
  Accepted,
  AccessLinkRequest,
  Appointment,
  AppointmentRequest,
  CancellationRequest,
  ChangedAppointment,
  ConfirmedAppointment,
  Hold,
  HoldChange,
  HoldRequest,
  MoveRequest,
  OpenInvitation,
  Slots,
  SlotsQuery,
} from '../schemas/booking.ts';

const closed = { additionalProperties: false } as const;
const HoldPath = Type.Object({ id: Type.String({ maxLength: 200, description: 'Identifier of the hold' }) }, closed);
const CodePath = Type.Object({ code: Type.String({ maxLength: 200, description: 'Code of the appointment, in any case, with or without hyphen' }) }, closed);

export const findSlots = route({
  method: 'GET',
  url: '/slots',
  operationId: 'list_slots',
  summary: 'Free starts',
  description:
    'Free starts that this same request could hold now, ascending by start, then place. `from` and `to` are days in the time zone of the union, both included, at most 62 days.',
  tag: 'slots',
  access: 'open',
  querystring: SlotsQuery,
  success: { 200: Slots },
  problems: ['link-over'],
});

export const holdSlot = route({
  method: 'POST',
  url: '/holds',
  operationId: 'create_hold',
  summary: 'Hold a time',
  description:
    'Keeps a free start for some minutes while the visitor types. With the token of a live hold in Authorization, that hold is let go in the same transaction if and only if the new one is won.',
  tag: 'holds',
  access: 'open',
  body: HoldRequest,
  success: { 201: Hold },
  problems: ['slot-not-offered', 'slot-taken', 'captcha-required', 'link-over'],
});

export const extendHold = route({
  method: 'PATCH',
  url: '/holds/:id',
  operationId: 'update_hold',
  summary: 'Extend a hold once',
  description: 'Adds five minutes to a live hold, once; asked again it answers with the hold unchanged.',
  tag: 'holds',
  access: 'bearer',
  params: HoldPath,
  body: HoldChange,
  success: { 200: Hold },
  problems: ['hold-expired', 'hold-used'],
});

export const releaseHold = route({
  method: 'DELETE',
  url: '/holds/:id',
  operationId: 'delete_hold',
  summary: 'Let a hold go',
  description: 'Frees the time at once. Repeated, or after the hold ended by itself, it changes nothing and answers 204 again.',
  tag: 'holds',
  access: 'bearer',
  params: HoldPath,
  success: { 204: null },
  problems: ['hold-used'],
});

export const confirmHold = route({
  method: 'POST',
  url: '/appointments',
  operationId: 'create_appointment',
  summary: 'Confirm a hold',
  description: 'Turns a live hold into an appointment: confirmed, or pending where the service is moderated. The token is that of the hold.',
  tag: 'appointments',
  access: 'bearer',
  body: AppointmentRequest,
  success: { 201: ConfirmedAppointment },
  problems: ['hold-expired', 'hold-used', 'limit-reached', 'slot-taken', 'link-over'],
});

export const showAppointment = route({
  method: 'GET',
  url: '/appointments/:code',
  operationId: 'show_appointment',
  summary: 'An appointment',
  description: 'The appointment as its holder sees it; e-mail and phone are masked. The token is that of the manage link.',
  tag: 'appointments',
  access: 'bearer',
  params: CodePath,
  success: { 200: Appointment },
  problems: [],
});

export const moveAppointment = route({
  method: 'POST',
  url: '/appointments/:code/moves',
  operationId: 'create_appointment_move',
  summary: 'Move an appointment',
  description: 'Another start of the same service and channel, which must be offered to citizens now. The same start again changes nothing.',
  tag: 'appointments',
  access: 'bearer',
  params: CodePath,
  body: MoveRequest,
  success: { 200: ChangedAppointment },
  problems: ['slot-not-offered', 'slot-taken', 'too-late', 'state-conflict', 'limit-reached'],
});

export const cancelAppointment = route({
  method: 'POST',
  url: '/appointments/:code/cancellations',
  operationId: 'create_appointment_cancellation',
  summary: 'Cancel an appointment',
  description: 'Frees the time. A second cancellation is no conflict: it changes nothing.',
  tag: 'appointments',
  access: 'bearer',
  params: CodePath,
  body: CancellationRequest,
  success: { 200: ChangedAppointment },
  problems: ['too-late', 'state-conflict'],
});

export const acceptProposal = route({
  method: 'POST',
  url: '/appointments/:code/acceptances',
  operationId: 'create_appointment_acceptance',
  summary: 'Accept the time that the office proposes',
  description: 'The appointment takes the proposed time and is confirmed. Sent again, it changes nothing.',
  tag: 'appointments',
  access: 'bearer',
  params: CodePath,
  body: Type.Object({ starts_at: InstantIn }, closed),
  success: { 200: ChangedAppointment },
  problems: ['state-conflict', 'slot-taken'],
});

export const showInvitation = route({
  method: 'GET',
  url: '/invitation',
  operationId: 'show_invitation',
  summary: 'What somebody was invited to book',
  description: 'With the token of the invitation. One that was used, taken back or is over: `link-over`.',
  tag: 'appointments',
  access: 'bearer',
  success: { 200: OpenInvitation },
  problems: ['link-over'],
});

export const exportCalendar = route({
  method: 'GET',
  url: '/appointments/:code/calendar.ics',
  operationId: 'show_appointment_calendar',
  summary: 'The appointment as a calendar file',
  description: 'iCalendar (RFC 5545) with a stable UID and a SEQUENCE that rises at each change.',
  tag: 'appointments',
  access: 'bearer',
  params: CodePath,
  success: { 200: Type.String({ maxLength: 20_000, description: 'text/calendar' }) },
  problems: [],
});

export const requestAccessLink = route({
  method: 'POST',
  url: '/appointments/:code/access-links',
  operationId: 'create_appointment_access_link',
  summary: 'Ask for a lost link',
  description: 'If code and e-mail belong together, a fresh link is sent by mail. The answer is the same either way.',
  tag: 'appointments',
  access: 'open',
  params: CodePath,
  body: AccessLinkRequest,
  success: { 202: Accepted },
  problems: [],
});
