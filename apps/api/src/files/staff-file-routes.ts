import { addStaffFile, listStaffFiles, may, mostFiles, readStaffFile, removeStaffFile } from '@sportello/contract';
import type { Appointment } from '../appointments/appointment.ts';
import { noteLook } from '../desk/deps.ts';
import { findBooked } from '../desk/present.ts';
import { shownTo } from '../desk/shown.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import type { FileDeps } from './deps.ts';
import { filesOnWire } from './files-on-wire.ts';
import { fileOf, filesOf } from './files.ts';
import { mayDeskAdd } from './paper-rules.ts';
import { recordOpening } from './record-opening.ts';
import { removeFile } from './remove-file.ts';
import { sendFile } from './send-file.ts';
import { takeUpload } from './take-upload.ts';

/** Papers of an appointment, for the desk as far as a role reaches. Every look is on record before anything is shown. */
export function staffFileRoutes(api: App, deps: FileDeps): void {
  const { database, stores } = deps;
  const { read, tables } = database;

  api.route({
    ...listStaffFiles,
    handler: async (request) => {
      const { appointment, requester } = await findBooked(deps, request, request.params.appointment_id);
      const rows = await filesOf(read, tables, appointment.id);
      const mayWork = may(staffOf(request).role, 'appointment.work');
      const items = await filesOnWire(database, await deps.directory.current(), rows, { canDelete: () => mayWork, forDesk: true, withoutNames: shownTo(request).asInitials });
      await noteLook(deps, request, { action: 'see', object: { kind: 'appointment', id: appointment.id }, personId: requester?.id ?? null, after: { files: rows.length } });
      return { items, can_add: mayWork && mayDeskAdd(appointment) && rows.length < mostFiles };
    },
  });

  api.route({
    ...addStaffFile,
    handler: async (request, reply) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      const staff = staffOf(request);
      const judge = (present: Appointment) => (mayDeskAdd(present) ? null : 'closed');
      const { id } = await takeUpload(deps, request, { appointment, actor: actorOf(staff), sentBy: 'staff', staffId: staff.id, guestId: null, judge, questions: null });
      return reply.code(201).send({ id });
    },
  });

  api.route({
    ...readStaffFile,
    handler: async (request, reply) => {
      const { appointment, requester } = await findBooked(deps, request, request.params.appointment_id);
      const file = await fileOf(read, tables, appointment.id, request.params.file_id);
      if (!file) throw problem('not-found');
      await database.write((tx) => recordOpening(tx, tables, { appointment, file, personId: requester?.id ?? null, by: actorOf(staffOf(request)) }, deps.clock.now()));
      return sendFile(reply, stores, file);
    },
  });

  api.route({
    ...removeStaffFile,
    handler: async (request, reply) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      const { file_id: fileId } = request.params;
      await removeFile(deps, { appointmentId: appointment.id, fileId, actor: actorOf(staffOf(request)), judge: () => null }); // one that is gone stays gone
      return reply.code(204).send(null);
    },
  });
}
