import type { RoomRole, RoomToken } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { Timed } from '../appointments/appointment.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Directory } from '../directory/directory.ts';
import type { RoomDeps, RoomRouteDeps } from './deps.ts';
import { makePass } from './make-pass.ts';
import { roomClosed } from './room-closed.ts';
import { ensureRoom } from './ensure-room.ts';
import type { PersonKey, RoomPass } from './room-token.ts';
import { refusalOf } from './room.ts';

interface Entering {
  readonly appointment: Timed;
  readonly person: PersonKey;
  readonly role: RoomRole;
}

/** A token for the room of the appointment's present time. Throws `room-closed`. The same request again brings the same token, which is kept nowhere. */
export async function tokenOnce(deps: RoomRouteDeps, request: FastifyRequest, { appointment, person, role }: Entering): Promise<{ token: RoomToken; replayed: boolean }> {
  const directory = await deps.directory.current();
  const { replayed, answer } = await deps.idempotency.once(request, async (remember) => {
    const now = deps.clock.now();
    const closed = refusalOf(appointment, { room: null, role, now, opensMinutes: directory.roomOpensMinutes });
    if (closed) throw roomClosed(directory, appointment, closed);
    return deps.database.write(async (tx) => {
      const room = await ensureRoom(tx, deps.database.tables, appointment, now);
      if (room.closedAt !== null) throw roomClosed(directory, appointment, 'closed');
      const kept = { status: 201, answer: makePass({ roomId: room.id, person, sessionId: null }, now), appointmentId: appointment.id };
      await remember(tx, kept);
      return kept;
    });
  });
  return { token: tokenOnWire(deps, directory, answer as RoomPass), replayed }; // made a few lines above
}

export function tokenOnWire({ tokens }: Pick<RoomDeps, 'tokens'>, directory: Directory, pass: RoomPass): RoomToken {
  return { token: tokens.write(pass), expires_at: instantWriter(directory)(pass.expiresAt) };
}

/** Throws `room-closed` unless people meet there, now or later. */
export function requireAhead(directory: Directory, appointment: Timed, role: RoomRole, now: number): void {
  const closed = refusalOf(appointment, { room: null, role, now, opensMinutes: directory.roomOpensMinutes });
  if (closed && closed !== 'early') throw roomClosed(directory, appointment, closed);
}
