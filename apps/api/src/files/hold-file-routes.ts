import { addHoldFile, listHoldFiles, mostFiles, removeHoldFile } from '@sportello/contract';
import { type Appointment, isLiveHold } from '../appointments/appointment.ts';
import { citizen } from '../appointments/events.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import type { FileDeps } from './deps.ts';
import { filesOnWire } from './files-on-wire.ts';
import { filesOf } from './files.ts';
import { removeFile } from './remove-file.ts';
import { takeUploadOnce } from './take-upload.ts';

/** Papers that answer the questions of a booking under way, for whoever holds the time. */
export function holdFileRoutes(api: App, deps: FileDeps): void {
  const { clock, database, find } = deps;

  api.route({
    ...listHoldFiles,
    handler: async (request) => {
      const hold = await find.hold(request, request.params.id);
      // Once it is an appointment, its papers are opened by that one's link.
      if (whyClosed(hold, clock.now()) !== null) return { items: [], can_add: false };
      const rows = await filesOf(database.read, database.tables, hold.id);
      const items = await filesOnWire(database, await deps.directory.current(), rows, { canDelete: () => true });
      return { items, can_add: rows.length < mostFiles };
    },
  });

  api.route({
    ...addHoldFile,
    handler: async (request, reply) => {
      const hold = await find.hold(request, request.params.id);
      const directory = await deps.directory.current();
      const questions = directory.services.get(hold.serviceId)?.channels.get(hold.channel)?.questions ?? [];
      const { id, replayed } = await takeUploadOnce(deps, request, { appointment: hold, actor: citizen, sentBy: 'citizen', staffId: null, guestId: null, judge: whyClosed, questions });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(201).send({ id });
    },
  });

  api.route({
    ...removeHoldFile,
    handler: async (request, reply) => {
      const hold = await find.hold(request, request.params.id);
      const outcome = await removeFile(deps, { appointmentId: hold.id, fileId: request.params.file_id, actor: citizen, judge: (present, _, now) => whyClosed(present, now) });
      if (outcome.ok || outcome.why === 'unknown') return reply.code(204).send(null); // it repeats safely, and tells nothing of other papers
      throw problem(outcome.why, outcome.why === 'hold-expired' ? { alternatives: [] } : {});
    },
  });
}

function whyClosed(hold: Appointment, now: number): 'hold-expired' | 'hold-used' | null {
  if (hold.state !== 'held') return hold.state === 'expired' ? 'hold-expired' : 'hold-used';
  return isLiveHold(hold, now) ? null : 'hold-expired';
}
