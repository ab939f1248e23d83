import { may, type RoomRole } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { isTimed, type Timed } from '../appointments/appointment.ts';
import { citizen } from '../appointments/events.ts';
import { readAppointment } from '../appointments/read-appointment.ts';
import type { Actor } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { DirectoryStore } from '../directory/store.ts';
import { bearerOf } from '../http/body.ts';
import { problem } from '../http/problems.ts';
import { isWithinReach } from '../identity/reach.ts';
import type { Sessions } from '../identity/sessions.ts';
import { roomClosed } from './room-closed.ts';
import { personInRoom, readGuest, readRoom } from './room-queries.ts';
import { idInKey, type PersonKey, type RoomPass, type RoomTokens } from './room-token.ts';
import { refusalOf, type Room, type RoomClosed, type RoomPersonRow } from './room.ts';
import { staffRole } from './staff-role.ts';

export interface InsideDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
  readonly sessions: Sessions;
  readonly tokens: RoomTokens;
}

/** Somebody who holds a good token of a room that is open to them. */
export interface Inside {
  readonly appointment: Timed;
  readonly room: Room;
  readonly directory: Directory;
  readonly key: PersonKey;
  readonly role: RoomRole;
  /** As events and the trail know them; the address stands in the request. */
  readonly actor: Actor;
  readonly staffId: string | null;
  readonly guestId: string | null;
  /** As they are in the room; null: they never came. */
  readonly person: RoomPersonRow | null;
  readonly isAdmitted: boolean;
}

export type InsideFound =
  | { readonly ok: true; readonly inside: Inside }
  /** `token`: none of ours, or no longer good; `revoked`: the link or the session by which they came is over. */
  | { readonly ok: false; readonly why: 'token' | 'revoked' }
  | { readonly ok: false; readonly why: 'closed'; readonly closed: RoomClosed; readonly appointment: Timed };

/** Whoever holds a token of a room, judged anew each time: nothing that was true when it was made is believed. */
export function insideFinder({ database, clock, directory, sessions, tokens }: InsideDeps) {
  async function ofPass(pass: RoomPass, address: string): Promise<InsideFound> {
    const room = await readRoom(database.read, database.tables, pass.roomId);
    const appointment = room && (await readAppointment(database.read, database.tables, room.appointmentId));
    if (!room || !appointment || !isTimed(appointment)) return { ok: false, why: 'token' };
    const who = await whoIs(pass, appointment, address);
    if (!who) return { ok: false, why: 'revoked' };
    const known = await directory.current();
    const closed = refusalOf(appointment, { room, role: who.role, now: clock.now(), opensMinutes: known.roomOpensMinutes });
    if (closed) return { ok: false, why: 'closed', closed, appointment };
    const person = await personInRoom(database.read, database.tables, room.id, pass.person);
    return { ok: true, inside: { appointment, room, directory: known, key: pass.person, ...who, person, isAdmitted: person !== null && person.admittedAt !== null && person.leftAt === null } };
  }

  /** null: whoever it was may not come any more. */
  async function whoIs({ person, sessionId }: RoomPass, appointment: Timed, address: string): Promise<Pick<Inside, 'role' | 'actor' | 'staffId' | 'guestId'> | null> {
    const guestId = idInKey(person, 'guest');
    if (guestId !== null) {
      const guest = await readGuest(database.read, database.tables, guestId);
      return guest && guest.revokedAt === null && guest.appointmentId === appointment.id ? { role: guest.role, actor: citizen, staffId: null, guestId } : null;
    }
    const staffId = idInKey(person, 'staff');
    if (staffId === null) return { role: 'citizen', actor: citizen, staffId: null, guestId: null };
    const found = sessionId === null ? null : await sessions.find(sessionId);
    if (!found || found.member.id !== staffId || found.session.state !== 'open' || !may(found.member.role, 'appointment.work') || !isWithinReach(found, appointment)) return null;
    return { role: await staffRole(database, await directory.current(), appointment, staffId), actor: { kind: 'staff', staffId, sessionId, address }, staffId, guestId: null };
  }

  async function ofToken(token: string, address: string): Promise<InsideFound> {
    const pass = tokens.read(token, clock.now());
    return pass ? ofPass(pass, address) : { ok: false, why: 'token' };
  }

  return {
    ofPass,
    ofToken,

    /**
     * Who asks, by the token of the room in `Authorization: Bearer`, let in already. Throws `unauthorized` for a token that
     * is none (any more), `room-closed`, and `not-admitted` for whoever still waits.
     */
    async requireAdmitted(request: FastifyRequest): Promise<Inside> {
      const found = await ofToken(bearerOf(request) ?? '', request.ip);
      if (!found.ok && found.why === 'closed') throw roomClosed(await directory.current(), found.appointment, found.closed);
      if (!found.ok) throw problem('unauthorized');
      if (!found.inside.isAdmitted) throw problem('not-admitted');
      return found.inside;
    },
  };
}

export type InsideFinder = ReturnType<typeof insideFinder>;

