import type { Appointment } from '../appointments/appointment.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { attempt } from '../database/attempt.ts';
import type { Database } from '../database/database.ts';
import { fileOf, type StoredRow } from './files.ts';
import { lockPapers } from './keep-file.ts';
import { takeFilesAway } from './take-away.ts';
import { tellPaperGone } from './tell-papers.ts';

export interface Removal<Why extends string> {
  readonly appointmentId: string;
  readonly fileId: string;
  readonly actor: Actor;
  /** Why it may not go, asked once the appointment is locked. */
  readonly judge: (present: Appointment, file: StoredRow, now: number) => Why | null;
}

export type RemovalOutcome<Why extends string> = { readonly ok: true } | { readonly ok: false; readonly why: Why | 'unknown'; readonly present: Appointment | null };

/** Takes one paper away, for good. One write; content that lies elsewhere is taken away after it. */
export async function removeFile<Why extends string>({ database, clock }: { database: Database; clock: Clock }, { appointmentId, fileId, actor, judge }: Removal<Why>): Promise<RemovalOutcome<Why>> {
  const { tables } = database;
  return attempt<RemovalOutcome<Why>>(database, async (tx) => {
    const now = clock.now();
    const present = await lockPapers(tx, tables, appointmentId);
    const file = await fileOf(tx, tables, appointmentId, fileId);
    if (!present || !file) return { ok: false, why: 'unknown', present };
    const why = judge(present, file, now);
    if (why !== null) return { ok: false, why, present };
    await takeFilesAway(tx, tables, [file], now);
    const requester = await readRequester(tx, tables, appointmentId);
    const { mediaType, bytes } = file;
    await recordAudit(tx, tables, actor, { action: 'delete', object: { kind: 'file', id: fileId }, personId: requester?.id ?? null, before: { appointment_id: appointmentId, media_type: mediaType, bytes } }, now);
    await tellPaperGone(tx, tables, { appointment: present, file, by: actor }, now);
    return { ok: true };
  });
}
