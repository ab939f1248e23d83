import { addFile, listFiles, mostFiles, readFile, removeFile as removeRoute } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { Appointment } from '../appointments/appointment.ts';
import { citizen } from '../appointments/events.ts';
import type { Directory } from '../directory/directory.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import type { FileDeps } from './deps.ts';
import { filesOnWire } from './files-on-wire.ts';
import { fileOf, filesOf, type StoredRow } from './files.ts';
import { isAhead, mayCitizenAdd } from './paper-rules.ts';
import { removeFile } from './remove-file.ts';
import { sendFile } from './send-file.ts';
import { takeUploadOnce } from './take-upload.ts';

/** Papers of an appointment, for whoever has its link. */
export function fileRoutes(api: App, deps: FileDeps): void {
  const { clock, database, find, guesses, stores } = deps;
  const { read, tables } = database;

  async function requireFile(request: FastifyRequest, appointment: Appointment, fileId: string): Promise<StoredRow> {
    const file = await fileOf(read, tables, appointment.id, fileId);
    if (!file) throw await guesses.wrong(request.ip);
    return file;
  }

  api.route({
    ...listFiles,
    handler: async (request) => {
      const appointment = await find.appointment(request, request.params.code);
      const directory = await deps.directory.current();
      const rows = await filesOf(read, tables, appointment.id);
      const items = await filesOnWire(database, directory, rows, { canDelete: (file) => whyKept(directory, appointment, file) === null });
      return { items, can_add: mayCitizenAdd(appointment, clock.now()) && rows.length < mostFiles };
    },
  });

  api.route({
    ...addFile,
    handler: async (request, reply) => {
      const appointment = await find.appointment(request, request.params.code);
      const judge = (present: Appointment, now: number) => (mayCitizenAdd(present, now) ? null : 'closed');
      const { id, replayed } = await takeUploadOnce(deps, request, { appointment, actor: citizen, sentBy: 'citizen', staffId: null, guestId: null, judge, questions: null });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(201).send({ id });
    },
  });

  api.route({
    ...readFile,
    handler: async (request, reply) => {
      const appointment = await find.appointment(request, request.params.code);
      return sendFile(reply, stores, await requireFile(request, appointment, request.params.file_id));
    },
  });

  api.route({
    ...removeRoute,
    handler: async (request, reply) => {
      const appointment = await find.appointment(request, request.params.code);
      const directory = await deps.directory.current();
      const { file_id: fileId } = request.params;
      const outcome = await removeFile(deps, { appointmentId: appointment.id, fileId, actor: citizen, judge: (present, file) => whyKept(directory, present, file) });
      if (outcome.ok || outcome.why === 'unknown') return reply.code(204).send(null); // it repeats safely, and tells nothing of other papers
      throw problem('state-conflict', { state: outcome.present?.state ?? appointment.state });
    },
  });
}

/** Why a citizen may not take a paper back: it is somebody else's, the meeting is over, or the booking could not have been made without it. null: they may. */
function whyKept(directory: Directory, appointment: Appointment, { sentBy, questionId }: StoredRow): 'not-theirs' | 'over' | 'required' | null {
  if (sentBy !== 'citizen') return 'not-theirs';
  if (!isAhead(appointment)) return 'over';
  const questions = directory.services.get(appointment.serviceId)?.channels.get(appointment.channel)?.questions ?? [];
  return questionId !== null && questions.some(({ id, required }) => id === questionId && required) ? 'required' : null;
}
