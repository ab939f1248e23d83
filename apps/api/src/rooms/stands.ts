import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '../database/database.ts';

export type Stand = Awaited<ReturnType<typeof standsOf>>[number];

/** How the rooms that a process serves stand, with their appointments: one question for all. */
export async function standsOf({ read, tables: { rooms, appointments } }: Pick<Database, 'read' | 'tables'>, roomIds: readonly string[]) {
  if (roomIds.length === 0) return [];
  const { id, state, channel, startsAt, endsAt, sequence, revision, officeId, municipalityId } = appointments;
  const rows = await read
    .select({ room: rooms, appointment: { id, state, channel, startsAt, endsAt, sequence, revision, officeId, municipalityId } })
    .from(rooms)
    .innerJoin(appointments, eq(appointments.id, rooms.appointmentId))
    .where(and(inArray(rooms.id, [...roomIds]), isNotNull(appointments.startsAt), isNotNull(appointments.endsAt)));
  return rows.map(({ room, appointment }) => ({ room, appointment: { ...appointment, startsAt: appointment.startsAt ?? 0, endsAt: appointment.endsAt ?? 0 } })); // they have a time, see above
}

/** Changes with whatever people in the room are told of it, besides who is there. */
export function fingerprintOf({ room, appointment }: Stand): string {
  return [room.filesRevision, room.fallbackSince, room.closedAt, appointment.revision, appointment.state].join(' ');
}

/** Which of these links of guests were taken back. */
export async function revokedGuests({ read, tables: { roomGuests } }: Pick<Database, 'read' | 'tables'>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read.select({ id: roomGuests.id }).from(roomGuests).where(and(inArray(roomGuests.id, [...ids]), isNotNull(roomGuests.revokedAt)));
  return new Set(rows.map(({ id }) => id));
}
