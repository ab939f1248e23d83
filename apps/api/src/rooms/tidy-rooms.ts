import { and, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { closesMinutesAfter } from './admission.ts';
import { isOldSignal } from './bus.ts';
import { noteGone } from './go-away.ts';

const atOnce = 200;

/**
 * Closes the rooms whose time is over, or whose appointment has another time or none: what was written goes, and with what
 * people came; who was there for how long stays. Notes who is gone where no process looks any more. It may run twice.
 */
export async function tidyRooms({ database, clock }: { readonly database: Database; readonly clock: Clock }): Promise<void> {
  const { rooms, appointments, roomMessages, roomPeople, roomStays } = database.tables;
  await noteGone({ database, clock }, { roomIds: null, own: [] });
  const now = clock.now();
  const isOver = or(lte(appointments.endsAt, now - closesMinutesAfter * 60_000), ne(appointments.sequence, rooms.sequence), inArray(appointments.state, ['cancelled', 'refused', 'expired']));
  const over = await database.read.select({ id: rooms.id }).from(rooms).innerJoin(appointments, eq(appointments.id, rooms.appointmentId)).where(and(isNull(rooms.closedAt), isOver)).limit(atOnce);
  if (over.length === 0) return;
  const ids = over.map(({ id }) => id);
  await database.write(async (tx) => {
    await tx.update(rooms).set({ closedAt: now }).where(and(inArray(rooms.id, ids), isNull(rooms.closedAt)));
    await tx.update(roomStays).set({ leftAt: now }).where(and(inArray(roomStays.roomId, ids), isNull(roomStays.leftAt)));
    await tx.delete(roomMessages).where(inArray(roomMessages.roomId, ids));
    await tx.delete(roomPeople).where(inArray(roomPeople.roomId, ids));
  });
}

/** What of the rooms nobody needs any longer than for a moment: signals, and tokens that were used. */
export function forgottenOfRooms({ tables }: Pick<Database, 'tables'>, now: number) {
  const { roomSignals, usedRoomTokens } = tables;
  return [
    { table: roomSignals, isOld: isOldSignal(tables, now) },
    { table: usedRoomTokens, isOld: lte(usedRoomTokens.expiresAt, now) },
  ];
}
