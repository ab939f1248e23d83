import type { RoomEnd } from '@sportello/contract';
import { ticks } from '../clock.ts';
import { isIn } from './come-in.ts';
import type { RoomConnection, Speaker } from './connection.ts';
import type { RoomDeps } from './deps.ts';
import { endOf } from './end-of.ts';
import { noteGone } from './go-away.ts';
import { isOfDesk, refusalOf } from './room.ts';
import type { ServedRoom } from './served-room.ts';
import { staffWhoMayStay } from './staff-who-may-stay.ts';
import { fingerprintOf, revokedGuests, type Stand, standsOf } from './stands.ts';

/** The line moves with other appointments: who waits is told again after so long. */
const lineEveryMilliseconds = 10_000;

/** What a process holds, and what it does with it. */
interface Held {
  readonly served: ReadonlyMap<string, ServedRoom>;
  readonly connections: ReadonlyMap<string, RoomConnection>;
  dismiss(connection: RoomConnection, why: RoomEnd): void;
  refresh(room: ServedRoom): Promise<void>;
  changed(roomId: string): Promise<void>;
}

/** A few questions for all rooms of this process: who has to go, and where something is new. */
export async function lookAfter(deps: RoomDeps, held: Held): Promise<void> {
  const { database, clock } = deps;
  const ids = [...held.served.keys()];
  if (ids.length === 0) return;
  const stands = new Map((await standsOf(database, ids)).map((stand) => [stand.room.id, stand]));
  const { roomOpensMinutes: opensMinutes } = await deps.directory.current();
  const now = clock.now();
  for (const room of [...held.served.values()]) {
    const stand = stands.get(room.id);
    if (!stand) continue;
    for (const connection of [...room.connections]) {
      const closed = refusalOf(stand.appointment, { room: stand.room, role: connection.speaker?.role ?? 'citizen', now, opensMinutes });
      if (closed) held.dismiss(connection, endOf(closed));
    }
    if (isNew(room, stand)) await held.refresh(room);
  }
  await endRevoked(deps, held);
  for (const roomId of await noteGone(deps, { roomIds: ids, own: [...held.connections.keys()] })) await held.changed(roomId);
}

/** Notes how it stands; whether its people have to be told of it. */
function isNew(room: ServedRoom, stand: Stand): boolean {
  const before = room.fingerprint;
  room.fingerprint = fingerprintOf(stand);
  return before !== room.fingerprint || (room.hasWaiting && ticks() - room.readAt > lineEveryMilliseconds);
}

/** Whose link was taken back, whose session ended, and who has another role or reach now. */
async function endRevoked(deps: RoomDeps, { served, connections, dismiss }: Held): Promise<void> {
  const all = [...connections.values()];
  const guests = await revokedGuests(deps.database, all.flatMap(({ speaker }) => speaker?.guestId ?? []));
  const asked = all.flatMap(({ speaker }) => (speaker && isOfDesk(speaker.role) ? [{ speaker, isInCompany: isInCompany(served, speaker) }] : []));
  const stays = await staffWhoMayStay(deps, asked);
  for (const connection of all) {
    const { speaker } = connection;
    if (!speaker) continue;
    const isRevoked = speaker.guestId === null ? isOfDesk(speaker.role) && !stays.has(speaker.id) : guests.has(speaker.guestId);
    if (isRevoked) dismiss(connection, 'revoked');
  }
}

/** Somebody whom they receive is in the room with them. */
function isInCompany(served: Held['served'], { roomId, personId }: Speaker): boolean {
  return served.get(roomId)?.picture?.people.some((person) => person.id !== personId && isIn(person) && !isOfDesk(person.role)) ?? false;
}
