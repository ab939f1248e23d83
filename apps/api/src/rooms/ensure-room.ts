import type { Timed } from '../appointments/appointment.ts';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { roomOf } from './room-queries.ts';
import type { Room } from './room.ts';

/** The room of the appointment's present time; it is made when the first one comes. */
export async function ensureRoom(tx: Writer, tables: Tables, appointment: Pick<Timed, 'id' | 'sequence'>, now: number): Promise<Room> {
  const { rooms } = tables;
  await tx.insert(rooms).values({ id: newId(), appointmentId: appointment.id, sequence: appointment.sequence, createdAt: now }).onConflictDoNothing();
  const room = await roomOf(tx, tables, appointment);
  if (!room) throw new Error('a room that was just made is not there');
  return room;
}
