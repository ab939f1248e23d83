import { addRoomFile, listRoomFiles, mostFiles, readRoomFile } from '@sportello/contract';
import type { Appointment } from '../appointments/appointment.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import { recordAudit } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { Inside } from '../rooms/inside.ts';
import type { FileDeps } from './deps.ts';
import { filesOnWire } from './files-on-wire.ts';
import { fileOf, filesOf } from './files.ts';
import { mayCitizenAdd, mayDeskAdd } from './paper-rules.ts';
import { recordOpening } from './record-opening.ts';
import { sendFile } from './send-file.ts';
import { takeUploadOnce } from './take-upload.ts';

/** Papers of the appointment, for whoever was let into its room. */
export function roomFileRoutes(api: App, deps: FileDeps): void {
  const { clock, database, guesses, inside, stores } = deps;
  const { read, tables } = database;

  /** What the desk looks at is on record, wherever it does. */
  async function note({ actor, appointment }: Inside, record: (tx: Writer, personId: string | null) => Promise<void>): Promise<void> {
    if (actor.kind !== 'staff') return;
    const requester = await readRequester(read, tables, appointment.id);
    await database.write((tx) => record(tx, requester?.id ?? null));
  }

  api.route({
    ...listRoomFiles,
    handler: async (request) => {
      const who = await inside.requireAdmitted(request);
      const { appointment, directory } = who;
      const rows = await filesOf(read, tables, appointment.id);
      const items = await filesOnWire(database, directory, rows, { canDelete: () => false, forDesk: who.staffId !== null });
      const looked = { action: 'see', object: { kind: 'appointment', id: appointment.id }, after: { files: rows.length } } as const;
      await note(who, (tx, personId) => recordAudit(tx, tables, who.actor, { ...looked, personId }, clock.now()));
      return { items, can_add: mayAdd(who, appointment, clock.now()) && rows.length < mostFiles };
    },
  });

  api.route({
    ...addRoomFile,
    handler: async (request, reply) => {
      const who = await inside.requireAdmitted(request);
      const { appointment, actor, staffId, guestId } = who;
      const sentBy = staffId !== null ? 'staff' : guestId !== null ? 'guest' : 'citizen';
      const judge = (present: Appointment, now: number) => (mayAdd(who, present, now) ? null : 'closed');
      const { id, replayed } = await takeUploadOnce(deps, request, { appointment, actor, sentBy, staffId, guestId, judge, questions: null });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(201).send({ id });
    },
  });

  api.route({
    ...readRoomFile,
    handler: async (request, reply) => {
      const who = await inside.requireAdmitted(request);
      const file = await fileOf(read, tables, who.appointment.id, request.params.file_id);
      if (!file) throw await guesses.wrong(request.ip);
      const { appointment, actor: by } = who;
      await note(who, (tx, personId) => recordOpening(tx, tables, { appointment, file, personId, by }, clock.now()));
      return sendFile(reply, stores, file);
    },
  });
}

function mayAdd({ staffId }: Inside, appointment: Appointment, now: number): boolean {
  return staffId === null ? mayCitizenAdd(appointment, now) : mayDeskAdd(appointment);
}
