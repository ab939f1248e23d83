import type { Appointment } from '../appointments/appointment.ts';
import { recordEvent } from '../appointments/events.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import type { Actor } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { enqueuePapersGiven } from '../notifications/enqueue-papers.ts';
import { presenceOf } from '../rooms/presence.ts';
import { tellPapersChanged } from '../rooms/tell-papers-changed.ts';
import type { StoredRow } from './files.ts';
import { isNew } from './new-files.ts';

/*
 * Who learns that papers changed, in the write that changes them: the room, which reads its list again; the boards, of what came
 * to the desk; the citizen, by a message, of what the desk gave while they were not there to see it.
 */

interface Came {
  /** As it is once it is locked. */
  readonly appointment: Appointment;
  readonly sentBy: StoredRow['sentBy'];
  readonly by: Actor;
}

export async function tellPaperCame(tx: Writer, tables: Tables, { appointment, sentBy, by }: Came, now: number): Promise<void> {
  await tellPapersChanged(tx, tables, appointment.id);
  if (appointment.state === 'held') return; // nobody of the desk looks at it before it is booked
  if (sentBy !== 'staff') return recordEvent(tx, tables, appointment, { kind: 'papers-changed', by, at: now });
  const presence = await presenceOf({ tables }, tx, [appointment]);
  if (!presence(appointment).isIn) await enqueuePapersGiven(tx, tables, { ...appointment, requester: await readRequester(tx, tables, appointment.id) }, now);
}

interface Gone {
  readonly appointment: Appointment;
  readonly file: StoredRow;
  readonly by: Actor;
}

/** What the desk took back is not told by a message: one that waits looks again before it leaves. */
export async function tellPaperGone(tx: Writer, tables: Tables, { appointment, file, by }: Gone, now: number): Promise<void> {
  await tellPapersChanged(tx, tables, appointment.id);
  if (appointment.state !== 'held' && isNew(file)) await recordEvent(tx, tables, appointment, { kind: 'papers-changed', by, at: now });
}
