import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { Database, Reader, Writer } from '../database/database.ts';

/** Where the citizen is, as boards show it. */
export interface Presence {
  /** Since when they wait to be let in; null: they do not. */
  readonly waitingSince: number | null;
  readonly isIn: boolean;
}

const nowhere: Presence = { waitingSince: null, isIn: false };
const metIn: readonly string[] = ['confirmed', 'arrived', 'in_progress', 'missed', 'served'];

/** Of these appointments those whose citizen is in the room, or waits before it: one question for all, and none where nobody meets by video. */
export async function presenceOf({ tables }: Pick<Database, 'tables'>, reader: Reader | Writer, appointments: readonly Appointment[]): Promise<(appointment: Pick<Appointment, 'id' | 'sequence'>) => Presence> {
  const byVideo = appointments.filter(({ channel, state }) => channel === 'video' && metIn.includes(state)).map(({ id }) => id);
  if (byVideo.length === 0) return () => nowhere;
  const { rooms, roomPeople } = tables;
  const found = await reader
    .select({ appointmentId: rooms.appointmentId, sequence: rooms.sequence, waitingSince: roomPeople.waitingSince, admittedAt: roomPeople.admittedAt })
    .from(rooms)
    .innerJoin(roomPeople, and(eq(roomPeople.roomId, rooms.id), eq(roomPeople.personKey, 'citizen'), isNull(roomPeople.leftAt)))
    .where(and(inArray(rooms.appointmentId, byVideo), isNull(rooms.closedAt)));
  return ({ id, sequence }) => {
    const here = found.find((one) => one.appointmentId === id && one.sequence === sequence);
    if (!here) return nowhere;
    return here.admittedAt === null ? { waitingSince: here.waitingSince, isIn: false } : { waitingSince: null, isIn: true };
  };
}
