import { changeNote, type Note, noteAppointment, notePerson, removeNote } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { App } from '../../http/app.ts';
import { staffOf } from '../../identity/staff-member.ts';
import type { DeskDeps } from '../deps.ts';
import { addNote, type NotedNote, notesOnWire, rewriteNote, takeNoteAway } from './notes.ts';

/** Notes about people and appointments, which the citizen never sees. */
export function noteRoutes(api: App, { database, clock, directory }: DeskDeps): void {
  const notingOf = (request: FastifyRequest) => ({ database, staff: staffOf(request), now: clock.now() });

  async function onWire(request: FastifyRequest, noted: NotedNote): Promise<Note> {
    const [note] = notesOnWire(await directory.current(), [noted], staffOf(request));
    if (!note) throw new Error('Whoever writes a note may read it');
    return note;
  }

  api.route({
    ...notePerson,
    handler: async (request, reply) => reply.code(201).send(await onWire(request, await addNote(notingOf(request), { kind: 'person', id: request.params.person_id }, request.body.text))),
  });

  api.route({
    ...noteAppointment,
    handler: async (request, reply) => reply.code(201).send(await onWire(request, await addNote(notingOf(request), { kind: 'appointment', id: request.params.appointment_id }, request.body.text))),
  });

  api.route({
    ...changeNote,
    handler: async (request) => onWire(request, await rewriteNote(notingOf(request), request.params.note_id, request.body.text)),
  });

  api.route({
    ...removeNote,
    handler: async (request, reply) => {
      await takeNoteAway(notingOf(request), request.params.note_id);
      return reply.code(204).send(null);
    },
  });
}
