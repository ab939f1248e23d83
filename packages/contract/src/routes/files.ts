import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { AddedFile, StoredFiles } from '../schemas/files.ts';

// Papers of an appointment. An upload is `multipart/form-data` with one part `file` (RFC 7578), at most 20 MB, and, for an
// answer, a part `question_id` before it. What comes back is an attachment of a kind that no browser runs.
const closed = { additionalProperties: false } as const;
const code = { code: Type.String({ maxLength: 200, description: 'Code of the appointment, in any case, with or without hyphen' }) };
const hold = { id: Type.String({ maxLength: 200, description: 'Identifier of the hold' }) };
const appointment = { appointment_id: Id };
const file = { file_id: Id };
const path = <Properties extends Type.TProperties>(properties: Properties) => Type.Object(properties, closed);

const list = { method: 'GET', tag: 'files', success: { 200: StoredFiles } } as const;
const add = { method: 'POST', tag: 'files', upload: true, success: { 201: AddedFile }, problems: ['file-not-accepted', 'file-too-large'] } as const;
const read = { method: 'GET', tag: 'files', success: { 200: Type.Unsafe<unknown>({ description: 'The file, as an attachment' }) } } as const;
const remove = { method: 'DELETE', tag: 'files', success: { 204: null } } as const;

const addDescription = 'PDF, JPEG, PNG, DOCX or P7M. The content is looked at: it must be what the name says. With a scanner set, a file that it refuses is not kept.';

export const listFiles = route({ ...list, url: '/appointments/:code/files', operationId: 'list_appointment_files', summary: 'Papers of an appointment', description: 'Of both sides, the oldest first.', access: 'bearer', params: path(code), problems: [] });
export const addFile = route({ ...add, url: '/appointments/:code/files', operationId: 'create_appointment_file', summary: 'Send a paper', description: addDescription, access: 'bearer', params: path(code) });
export const readFile = route({ ...read, url: '/appointments/:code/files/:file_id', operationId: 'show_appointment_file', summary: 'Read a paper', description: 'Always an attachment.', access: 'bearer', params: path({ ...code, ...file }), problems: [] });
export const removeFile = route({ ...remove, url: '/appointments/:code/files/:file_id', operationId: 'delete_appointment_file', summary: 'Take a paper back', description: 'One that the citizen sent, until the meeting is over.', access: 'bearer', params: path({ ...code, ...file }), problems: ['state-conflict'] });

export const listHoldFiles = route({ ...list, url: '/holds/:id/files', operationId: 'list_hold_files', summary: 'Papers of a booking under way', description: 'With the token of the hold.', access: 'bearer', params: path(hold), problems: [] });
export const addHoldFile = route({ ...add, url: '/holds/:id/files', operationId: 'create_hold_file', summary: 'Answer a question with a paper', description: `${addDescription} The id is the answer's value. Another hold that takes the place of this one takes over its papers.`, access: 'bearer', params: path(hold), problems: ['file-not-accepted', 'file-too-large', 'hold-expired', 'hold-used'] });
export const removeHoldFile = route({ ...remove, url: '/holds/:id/files/:file_id', operationId: 'delete_hold_file', summary: 'Take a paper back', description: 'Before the booking is confirmed.', access: 'bearer', params: path({ ...hold, ...file }), problems: ['hold-expired', 'hold-used'] });

export const listRoomFiles = route({ ...list, url: '/room/files', operationId: 'list_room_files', summary: 'Papers, from inside the room', description: 'With the token of the room, once let in.', access: 'bearer', problems: ['not-admitted', 'room-closed'] });
export const addRoomFile = route({ ...add, url: '/room/files', operationId: 'create_room_file', summary: 'Send a paper in the room', description: addDescription, access: 'bearer', problems: ['file-not-accepted', 'file-too-large', 'not-admitted', 'room-closed'] });
export const readRoomFile = route({ ...read, url: '/room/files/:file_id', operationId: 'show_room_file', summary: 'Read a paper in the room', description: 'Always an attachment.', access: 'bearer', params: path(file), problems: ['not-admitted', 'room-closed'] });

export const listStaffFiles = route({ ...list, tag: 'desk', url: '/staff/appointments/:appointment_id/files', operationId: 'list_staff_files', summary: 'Papers of an appointment', description: 'For the desk. The look is recorded.', access: 'staff', permission: 'appointment.read', params: path(appointment), problems: ['not-found'] });
export const addStaffFile = route({ ...add, tag: 'desk', url: '/staff/appointments/:appointment_id/files', operationId: 'create_staff_file', summary: 'Give the citizen a paper', description: 'They find it on the page of the appointment.', access: 'staff', permission: 'appointment.work', params: path(appointment), problems: ['file-not-accepted', 'file-too-large', 'not-found'] });
export const readStaffFile = route({ ...read, tag: 'desk', url: '/staff/appointments/:appointment_id/files/:file_id', operationId: 'show_staff_file', summary: 'Read a paper', description: 'Always an attachment. The look is recorded.', access: 'staff', permission: 'appointment.work', params: path({ ...appointment, ...file }), problems: ['not-found'] });
export const removeStaffFile = route({ ...remove, tag: 'desk', url: '/staff/appointments/:appointment_id/files/:file_id', operationId: 'delete_staff_file', summary: 'Take a paper away', description: 'For good, whoever sent it.', access: 'staff', permission: 'appointment.work', params: path({ ...appointment, ...file }), problems: ['not-found'] });
