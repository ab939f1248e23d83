import { and, eq, sql } from 'drizzle-orm';
import type { Timed } from '../appointments/appointment.ts';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { PersonKey } from './room-token.ts';
import type { Guest, Room, RoomPersonRow } from './room.ts';

export async function readRoom(reader: Reader | Writer, { rooms }: Tables, id: string): Promise<Room | null> {
  const [room] = await reader.select().from(rooms).where(eq(rooms.id, id));
  return room ?? null;
}

/** The room of the appointment's present time; null: nobody came near it yet. */
export async function roomOf(reader: Reader | Writer, { rooms }: Tables, { id, sequence }: Pick<Timed, 'id' | 'sequence'>): Promise<Room | null> {
  const [room] = await reader.select().from(rooms).where(and(eq(rooms.appointmentId, id), eq(rooms.sequence, sequence)));
  return room ?? null;
}

/** Locks a room: the first statement of a write that lets somebody in or out, so that rivals wait. null: there is none. */
export async function lockRoom(tx: Writer, { rooms }: Tables, id: string): Promise<Room | null> {
  const [room] = await tx.update(rooms).set({ filesRevision: sql`${rooms.filesRevision}` }).where(eq(rooms.id, id)).returning();
  return room ?? null;
}

/** Everybody who ever came to the room, in the order in which they did. */
export function peopleOf(reader: Reader | Writer, { roomPeople }: Tables, roomId: string): Promise<RoomPersonRow[]> {
  return reader.select().from(roomPeople).where(eq(roomPeople.roomId, roomId)).orderBy(roomPeople.id);
}

export async function personInRoom(reader: Reader | Writer, { roomPeople }: Tables, roomId: string, key: PersonKey): Promise<RoomPersonRow | null> {
  const [person] = await reader.select().from(roomPeople).where(and(eq(roomPeople.roomId, roomId), eq(roomPeople.personKey, key)));
  return person ?? null;
}

export async function readGuest(reader: Reader | Writer, { roomGuests }: Tables, id: string): Promise<Guest | null> {
  const [guest] = await reader.select().from(roomGuests).where(eq(roomGuests.id, id));
  return guest ?? null;
}
