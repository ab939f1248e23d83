import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { Note } from '../schemas/desk.ts';
import { DeskPerson, Erasure, ErasureRequest, MergeRequest, NoteRequest, PeopleFound, PeopleSearchRequest, PersonChange, PersonExport } from '../schemas/desk-people.ts';

// People, through the appointments that lie within reach.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const personParams = Type.Object({ person_id: Id }, closed);
const noteParams = Type.Object({ note_id: Id }, closed);
const appointmentParams = Type.Object({ appointment_id: Id }, closed);

export const searchPeople = route({
  method: 'POST',
  url: '/staff/people/search',
  operationId: 'create_people_search',
  summary: 'Search people',
  description: 'Across accents and slips of the finger; contacts masked. The search is recorded, its words are not.',
  tag,
  access,
  permission: 'appointment.read',
  body: PeopleSearchRequest,
  success: { 200: PeopleFound },
  problems: [],
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

export const changePerson = route({
  method: 'PATCH',
  url: '/staff/people/:person_id',
  operationId: 'update_person',
  summary: 'Correct what is known of somebody',
  description: 'Only what is named changes.',
  tag,
  access,
  permission: 'person.change',
  blanksTakeAway: true,
  params: personParams,
  body: PersonChange,
  success: { 200: DeskPerson },
  problems: ['not-found', 'changed-meanwhile'],
});

export const mergePeople = route({
  method: 'POST',
  url: '/staff/people/:person_id/merges',
  operationId: 'create_merge',
  summary: 'Two rows are one person',
  description: 'The appointments and notes of the duplicate pass over; the duplicate goes. Both must lie within reach as a whole.',
  tag,
  access,
  permission: 'person.change',
  params: personParams,
  body: MergeRequest,
  success: { 200: DeskPerson },
  problems: ['not-found', 'changed-meanwhile', 'beyond-reach'],
});

export const exportPerson = route({
  method: 'POST',
  url: '/staff/people/:person_id/exports',
  operationId: 'create_person_export',
  summary: 'Everything about one person, for them',
  description: 'For a request of access. The export is recorded.',
  tag,
  access,
  permission: 'person.erase',
  params: personParams,
  body: Type.Object({}, closed),
  success: { 200: PersonExport },
  problems: ['not-found', 'beyond-reach'],
});

export const erasePerson = route({
  method: 'POST',
  url: '/staff/people/:person_id/erasures',
  operationId: 'create_person_erasure',
  summary: 'Erase a person',
  description: 'Names, contacts, what they wrote, and the values of the trail go; the appointments stay as numbers.',
  tag,
  access,
  permission: 'person.erase',
  params: personParams,
  body: ErasureRequest,
  success: { 200: Erasure },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict', 'fresh-sign-in-needed', 'beyond-reach', 'data-kept'],
});

export const notePerson = route({
  method: 'POST',
  url: '/staff/people/:person_id/notes',
  operationId: 'create_person_note',
  summary: 'A note about somebody',
  description: 'For the desk only.',
  tag,
  access,
  permission: 'appointment.work',
  params: personParams,
  body: NoteRequest,
  success: { 201: Note },
  problems: ['not-found'],
});

export const noteAppointment = route({
  method: 'POST',
  url: '/staff/appointments/:appointment_id/notes',
  operationId: 'create_appointment_note',
  summary: 'A note about an appointment',
  description: 'For the desk only.',
  tag,
  access,
  permission: 'appointment.work',
  params: appointmentParams,
  body: NoteRequest,
  success: { 201: Note },
  problems: ['not-found'],
});

export const changeNote = route({
  method: 'PATCH',
  url: '/staff/notes/:note_id',
  operationId: 'update_note',
  summary: 'Change a note',
  description: 'Only who wrote it.',
  tag,
  access,
  permission: 'appointment.work',
  params: noteParams,
  body: NoteRequest,
  success: { 200: Note },
  problems: ['not-found'],
});

export const removeNote = route({
  method: 'DELETE',
  url: '/staff/notes/:note_id',
  operationId: 'delete_note',
  summary: 'Take a note away',
  description: 'Only who wrote it.',
  tag,
  access,
  permission: 'appointment.work',
  params: noteParams,
  success: { 204: null },
  problems: ['not-found'],
});
