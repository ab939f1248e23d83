import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { CallRequest, CallRequested, GuestRequest, InvitedGuest, MeetingAddress, RoomGuests, RoomToken, RoomView } from '../schemas/room.ts';

// The room of a meeting by video, for the citizen (token of the manage link), for a guest (token of their own link) and
// for whoever is inside (token of the room). People talk over the WebSocket of schemas/room-messages.ts.
const tag = 'rooms';
const access = 'bearer';
const closed = { additionalProperties: false } as const;
const CodePath = Type.Object({ code: Type.String({ maxLength: 200, description: 'Code of the appointment, in any case, with or without hyphen' }) }, closed);
const GuestPath = Type.Object({ ...CodePath.properties, guest_id: Id }, closed);
const nothing = Type.Object({}, closed);

export const showRoom = route({
  method: 'GET',
  url: '/appointments/:code/room',
  operationId: 'show_appointment_room',
  summary: 'The room of an appointment',
  description: 'When it opens, who receives, how many are before and how late it is; and the servers for trying the connection, at any time before.',
  tag,
  access,
  params: CodePath,
  success: { 200: RoomView },
  problems: [],
});

export const createRoomToken = route({
  method: 'POST',
  url: '/appointments/:code/room-tokens',
  operationId: 'create_appointment_room_token',
  summary: 'Enter the room',
  description: 'A secret of one person for this room, good for a few minutes: the first message on the WebSocket.',
  tag,
  access,
  params: CodePath,
  body: nothing,
  success: { 201: RoomToken },
  problems: ['room-closed'],
});

export const requestCall = route({
  method: 'POST',
  url: '/appointments/:code/call-requests',
  operationId: 'create_appointment_call_request',
  summary: 'Ask to be called by phone',
  description: 'The desk sees at once that it should call, and where. On the day of the appointment it goes on by phone. Sent again it changes nothing but the number.',
  tag,
  access,
  params: CodePath,
  body: CallRequest,
  success: { 200: CallRequested },
  problems: ['state-conflict'],
});

export const inviteGuest = route({
  method: 'POST',
  url: '/appointments/:code/room-guests',
  operationId: 'create_appointment_room_guest',
  summary: 'Let somebody else come, too',
  description: 'A relative or an interpreter gets a link of their own. They wait until the office lets them in.',
  tag,
  access,
  params: CodePath,
  body: GuestRequest,
  success: { 201: InvitedGuest },
  problems: ['room-closed', 'limit-reached'],
});

export const listGuests = route({
  method: 'GET',
  url: '/appointments/:code/room-guests',
  operationId: 'list_appointment_room_guests',
  summary: 'Who else may come',
  description: 'Those whose link was not taken back.',
  tag,
  access,
  params: CodePath,
  success: { 200: RoomGuests },
  problems: [],
});

export const removeGuest = route({
  method: 'DELETE',
  url: '/appointments/:code/room-guests/:guest_id',
  operationId: 'delete_appointment_room_guest',
  summary: 'Take a link back',
  description: 'Whoever came by it leaves the room at once. Repeated, it changes nothing.',
  tag,
  access,
  params: GuestPath,
  success: { 204: null },
  problems: [],
});

export const showGuestRoom = route({
  method: 'GET',
  url: '/guest-room',
  operationId: 'show_guest_room',
  summary: 'The room that somebody was invited to',
  description: 'With the token of the guest link; without the name of the citizen.',
  tag,
  access,
  success: { 200: RoomView },
  problems: ['link-over'],
});

export const createGuestToken = route({
  method: 'POST',
  url: '/guest-room/tokens',
  operationId: 'create_guest_room_token',
  summary: 'Enter the room as a guest',
  description: 'With the token of the guest link.',
  tag,
  access,
  body: nothing,
  success: { 201: RoomToken },
  problems: ['link-over', 'room-closed'],
});

export const findMeetingAddress = route({
  method: 'POST',
  url: '/room/addresses',
  operationId: 'create_room_address',
  summary: 'Where to meet, where the union uses a vendor',
  description: 'With the token of the room, once let in. Fetched from the vendor for this one click. `provider: own` says that everybody meets here.',
  tag,
  access,
  body: nothing,
  success: { 200: MeetingAddress },
  problems: ['room-closed', 'not-admitted'],
});
