import { mostInRoom } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { recordEvent } from '../appointments/events.ts';
import { readAppointment, readRequester } from '../appointments/read-appointment.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { attempt } from '../database/attempt.ts';
import type { Database, Writer } from '../database/database.ts';
import { isIn } from './come-in.ts';
import { lockRoom, peopleOf } from './room-queries.ts';
import { isOfDesk, type RoomPersonRow } from './room.ts';
import { beginStay, endStay } from './stays.ts';

interface Wish {
  readonly roomId: string;
  /** In the room. */
  readonly personId: string;
  readonly by: Actor;
}

export type LetInOutcome = { readonly ok: true; readonly person: RoomPersonRow } | { readonly ok: false; readonly why: 'gone' | 'full' | 'not-allowed' };

/** Lets in somebody who waits; who is in already stays so. Whether the one who asks may do so is decided before. */
export function letIn({ database, clock }: { readonly database: Database; readonly clock: Clock }, wish: Wish): Promise<LetInOutcome> {
  const { tables } = database;
  return attempt<LetInOutcome>(database, async (tx) => {
    const room = await lockRoom(tx, tables, wish.roomId);
    const now = clock.now();
    const people = await peopleOf(tx, tables, wish.roomId);
    const person = people.find(({ id }) => id === wish.personId);
    if (!room || room.closedAt !== null || !person || person.leftAt !== null) return { ok: false, why: 'gone' };
    if (isIn(person)) return { ok: true, person };
    if (people.filter(isIn).length >= mostInRoom) return { ok: false, why: 'full' };
    await tx.update(tables.roomPeople).set({ admittedAt: now }).where(eq(tables.roomPeople.id, person.id));
    await beginStay(tx, tables, person, room.appointmentId, now);
    await record(tx, database, room.appointmentId, { person, by: wish.by, now, isLetIn: true });
    return { ok: true, person: { ...person, admittedAt: now } };
  });
}

/** Sends somebody back to the waiting room. Nobody sends colleagues away. */
export function sendBack({ database, clock }: { readonly database: Database; readonly clock: Clock }, wish: Wish): Promise<LetInOutcome> {
  const { tables } = database;
  return attempt<LetInOutcome>(database, async (tx) => {
    const room = await lockRoom(tx, tables, wish.roomId);
    const now = clock.now();
    const person = (await peopleOf(tx, tables, wish.roomId)).find(({ id }) => id === wish.personId);
    if (!room || !person || person.leftAt !== null) return { ok: false, why: 'gone' };
    if (isOfDesk(person.role)) return { ok: false, why: 'not-allowed' };
    if (person.admittedAt === null) return { ok: true, person };
    const changes = { admittedAt: null, waitingSince: now, microphone: false, camera: false, screen: false };
    await tx.update(tables.roomPeople).set(changes).where(eq(tables.roomPeople.id, person.id));
    await endStay(tx, tables, person, now);
    await record(tx, database, room.appointmentId, { person, by: wish.by, now, isLetIn: false });
    return { ok: true, person: { ...person, ...changes } };
  });
}

/** Boards show where the citizen is; the trail, who let whom in. */
async function record(tx: Writer, { tables }: Database, appointmentId: string, { person, by, now, isLetIn }: { person: RoomPersonRow; by: Actor; now: number; isLetIn: boolean }): Promise<void> {
  const appointment = await readAppointment(tx, tables, appointmentId);
  if (!appointment) return;
  if (person.role === 'citizen') await recordEvent(tx, tables, appointment, { kind: 'room-changed', by, at: now });
  const requester = await readRequester(tx, tables, appointmentId);
  await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'appointment', id: appointmentId }, personId: requester?.id ?? null, before: { in_room: isLetIn ? null : person.role }, after: { in_room: isLetIn ? person.role : null } }, now);
}
