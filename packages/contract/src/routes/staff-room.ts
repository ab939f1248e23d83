import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { GuestRequest, InvitedGuest, RoomToken, StaffRoomView, WaitingPeople } from '../schemas/room.ts';

// The rooms as the desk works in them, as far as a role reaches.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const params = Type.Object({ appointment_id: Id }, closed);
const nothing = Type.Object({}, closed);

export const showStaffRoom = route({
  method: 'GET', url: '/staff/appointments/:appointment_id/room', operationId: 'show_staff_room',
  summary: 'The room of an appointment', description: 'For the desk, with who was there and for how long.',
  tag, access, permission: 'appointment.read', params, success: { 200: StaffRoomView }, problems: ['not-found'],
});

export const createStaffRoomToken = route({
  method: 'POST', url: '/staff/appointments/:appointment_id/room-tokens', operationId: 'create_staff_room_token',
  summary: 'Enter the room', description: 'As the official whose time it takes, or as a colleague.',
  tag, access, permission: 'appointment.work', params, body: nothing, success: { 201: RoomToken }, problems: ['not-found', 'room-closed'],
});

export const goOnByPhone = route({
  method: 'POST', url: '/staff/appointments/:appointment_id/room/by-phone', operationId: 'create_staff_by_phone',
  summary: 'Go on by phone, or by video again', description: 'Everybody in the room is told.',
  tag, access, permission: 'appointment.work', params, body: Type.Object({ by_phone: Type.Boolean() }, closed), success: { 200: StaffRoomView }, problems: ['not-found', 'state-conflict'],
});

export const inviteStaffGuest = route({
  method: 'POST', url: '/staff/appointments/:appointment_id/room-guests', operationId: 'create_staff_room_guest',
  summary: 'Let somebody else come, too', description: 'The link is shown once, to be handed on.',
  tag, access, permission: 'appointment.work', params, body: GuestRequest, success: { 201: InvitedGuest }, problems: ['not-found', 'room-closed', 'limit-reached'],
});

export const removeStaffGuest = route({
  method: 'DELETE', url: '/staff/appointments/:appointment_id/room-guests/:guest_id', operationId: 'delete_staff_room_guest',
  summary: 'Take a link back', description: 'Whoever came by it leaves the room at once.',
  tag, access, permission: 'appointment.work', params: Type.Object({ appointment_id: Id, guest_id: Id }, closed), success: { 204: null }, problems: ['not-found'],
});

export const listWaiting = route({
  method: 'GET', url: '/staff/waiting', operationId: 'list_waiting',
  summary: 'Who waits for a room now', description: 'Within reach, who waits longest first.',
  tag, access, permission: 'appointment.read', background: true, success: { 200: WaitingPeople }, problems: [],
});
