import type { MeetingAddress } from '@sportello/contract';
import { and, eq, isNull } from 'drizzle-orm';
import { readRequester } from '../appointments/read-appointment.ts';
import type { RoomDeps } from './deps.ts';
import type { Inside } from './inside.ts';
import { nameOfRequester } from './name-of-requester.ts';
import { namesByKey } from './stays.ts';

/** Our own room: the page that asks is the place. */
const own: MeetingAddress = { url: '', provider: 'own' };

/**
 * Where somebody who was let in meets the others, fetched from the vendor for this one click. Where the vendor fails,
 * everybody meets in the own room from then on, and the room is told.
 */
export async function findAddress({ database, clock, meetings, secrets }: Pick<RoomDeps, 'database' | 'clock' | 'meetings' | 'secrets'>, { room, appointment, key, role }: Inside): Promise<MeetingAddress> {
  if (room.fallbackSince !== null) return own;
  const requester = await readRequester(database.read, database.tables, appointment.id);
  const names = await namesByKey(database, [key], nameOfRequester(requester));
  // A name of its own for the vendor, by which nobody is found again elsewhere.
  const place = await meetings.addressFor(appointment, { role, name: names.get(key) ?? '', key: secrets.digest('room-person', `${room.id} ${key}`) });
  if (place.ok) return place.provider === 'own' ? own : { url: place.url, provider: place.provider };
  const { rooms } = database.tables;
  const now = clock.now();
  await database.write((tx) => tx.update(rooms).set({ fallbackSince: now }).where(and(eq(rooms.id, room.id), isNull(rooms.fallbackSince))));
  return own;
}
