import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { Slots } from '../schemas/booking.ts';
import { DeskAppointmentItem, RevisionRequest } from '../schemas/desk.ts';
import {
  DeskAppointmentRequest,
  DeskCancelRequest,
  DeskHold,
  DeskHoldRequest,
  DeskMoveRequest,
  DeskSlotsQuery,
  Invitation,
  InvitationRequest,
  NewInvitation,
  PendingList,
  ProposalRequest,
  RefusalRequest,
  Slip,
  Warnings,
  WarningsRequest,
  Why,
  WhyQuery,
} from '../schemas/desk-booking.ts';

// Booking for somebody, moving, cancelling and moderating. Notice, horizon, cut-offs and limits are for citizens; overlaps are for nobody.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const appointmentParams = Type.Object({ appointment_id: Id }, closed);
const holdParams = Type.Object({ hold_id: Id }, closed);

export const findDeskSlots = route({
  method: 'GET',
  url: '/staff/slots',
  operationId: 'list_desk_slots',
  summary: 'Free starts for the desk',
  description: 'As GET /slots, without notice and horizon; for services of any audience.',
  tag,
  access,
  permission: 'appointment.work',
  querystring: DeskSlotsQuery,
  success: { 200: Slots },
  problems: ['not-found'],
});

export const holdDeskSlot = route({
  method: 'POST',
  url: '/staff/holds',
  operationId: 'create_desk_hold',
  summary: 'Keep a time while somebody is on the phone',
  description: 'As POST /holds, without notice and horizon. `outside_hours` allows a start that the hours do not offer on the named calendar; what is taken stays taken.',
  tag,
  access,
  permission: 'appointment.work',
  body: DeskHoldRequest,
  success: { 201: DeskHold },
  problems: ['slot-not-offered', 'slot-taken'],
});

export const releaseDeskHold = route({
  method: 'DELETE',
  url: '/staff/holds/:hold_id',
  operationId: 'delete_desk_hold',
  summary: 'Let a hold go',
  description: 'Frees the time at once; one that ended already is fine.',
  tag,
  access,
  permission: 'appointment.work',
  params: holdParams,
  success: { 204: null },
  problems: ['not-found', 'hold-used'],
});

export const warnAboutHold = route({
  method: 'POST',
  url: '/staff/holds/:hold_id/warnings',
  operationId: 'create_hold_warnings',
  summary: 'What to know before saving',
  description: 'The same person the same day, limits, outside the hours. Nothing is changed.',
  tag,
  access,
  permission: 'appointment.work',
  params: holdParams,
  body: WarningsRequest,
  success: { 200: Warnings },
  problems: ['not-found'],
});

export const bookForSomebody = route({
  method: 'POST',
  url: '/staff/appointments',
  operationId: 'create_desk_appointment',
  summary: 'Book for somebody',
  description: 'The hold becomes an appointment, confirmed. Sent twice, the second answer is that appointment again.',
  tag,
  access,
  permission: 'appointment.work',
  body: DeskAppointmentRequest,
  success: { 201: DeskAppointmentItem },
  problems: ['not-found', 'hold-expired', 'hold-used', 'changed-meanwhile'],
});

export const showSlip = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/slips',
  operationId: 'create_slip',
  summary: 'The slip on paper',
  description: 'What is printed in large type for who has no e-mail. The print is recorded.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: Type.Object({}, closed),
  success: { 200: Slip },
  problems: ['not-found', 'state-conflict'],
});

export const moveDeskAppointment = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/moves',
  operationId: 'create_desk_move',
  summary: 'Move or reassign',
  description: 'To another time, place or calendar; a start outside the hours needs `outside_hours` and a calendar. The same start and calendar again changes nothing.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: DeskMoveRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict', 'slot-not-offered', 'slot-taken'],
});

export const cancelDeskAppointment = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/cancellations',
  operationId: 'create_desk_cancellation',
  summary: 'Cancel',
  description: 'Its time is free at once. A second cancellation changes nothing.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: DeskCancelRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const listPending = route({
  method: 'GET',
  url: '/staff/requests',
  operationId: 'list_requests',
  summary: 'Requests that wait for an answer',
  description: 'Pending, by when they were made. One entry of the trail for each load.',
  tag,
  access,
  permission: 'appointment.read',
  success: { 200: PendingList },
  problems: [],
});

export const countRequests = route({
  method: 'GET',
  url: '/staff/requests/count',
  operationId: 'count_requests',
  summary: 'How many requests wait for an answer',
  description: 'Within reach, of any day. The page asks by itself.',
  tag,
  access,
  permission: 'appointment.read',
  background: true,
  success: { 200: Type.Object({ count: Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 }) }, closed) },
  problems: [],
});

export const approveDeskRequest = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/approvals',
  operationId: 'create_approval',
  summary: 'Approve a request',
  description: 'It is confirmed, and the message goes out.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: RevisionRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const refuseDeskRequest = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/refusals',
  operationId: 'create_refusal',
  summary: 'Refuse a request',
  description: 'Its time is free at once; the message repeats the reason.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: RefusalRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const proposeTime = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/proposals',
  operationId: 'create_proposal',
  summary: 'Propose another time',
  description: 'Keeps that time too until the citizen answers, two days at most, and not beyond the time itself. A newer proposal replaces an older one.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: ProposalRequest,
  success: { 200: DeskAppointmentItem },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict', 'slot-not-offered', 'slot-taken'],
});

export const explainStart = route({
  method: 'GET',
  url: '/staff/why',
  operationId: 'show_why',
  summary: 'Why is this time not free?',
  description: 'For any start: as a whole, and calendar by calendar.',
  tag,
  access,
  permission: 'appointment.read',
  querystring: WhyQuery,
  success: { 200: Why },
  problems: [],
});

export const listInvitations = route({
  method: 'GET',
  url: '/staff/invitations',
  operationId: 'list_invitations',
  summary: 'Invitations',
  description: 'Of the offices within reach, the newest first.',
  tag,
  access,
  permission: 'appointment.read',
  success: { 200: Type.Object({ items: Type.Array(Invitation, { maxItems: 500 }) }, closed) },
  problems: [],
});

export const createInvitation = route({
  method: 'POST',
  url: '/staff/invitations',
  operationId: 'create_invitation',
  summary: 'Invite somebody to book',
  description: 'One booking of one service by one channel, until a day. The link is shown once, and mailed where there is an address.',
  tag,
  access,
  permission: 'appointment.work',
  body: InvitationRequest,
  success: { 201: NewInvitation },
  problems: [],
});

export const revokeInvitation = route({
  method: 'DELETE',
  url: '/staff/invitations/:invitation_id',
  operationId: 'delete_invitation',
  summary: 'Take an invitation back',
  description: 'One that was used or taken back already is fine.',
  tag,
  access,
  permission: 'appointment.work',
  params: Type.Object({ invitation_id: Id }, closed),
  success: { 204: null },
  problems: ['not-found'],
});
