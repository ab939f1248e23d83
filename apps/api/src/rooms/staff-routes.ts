import {
  createStaffRoomToken,
  goOnByPhone as byPhoneRoute,
  inviteStaffGuest,
  type Language,
  listWaiting,
  removeStaffGuest,
  showStaffRoom,
  type StaffRoomView,
} from '@sportello/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isTimed, type Timed } from '../appointments/appointment.ts';
import { instantWriter } from '../appointments/wire.ts';
import { noteLook } from '../desk/deps.ts';
import { findBooked } from '../desk/present.ts';
import { nameOf, type Shown } from '../desk/wire.ts';
import { shownTo } from '../desk/shown.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { initials } from '../people/mask.ts';
import { goOnByPhone } from './by-phone.ts';
import type { RoomDeps } from './deps.ts';
import { requireAhead, tokenOnWire } from './give-token.ts';
import { guestOnWire } from './guest-wire.ts';
import { guestsOf, guestToken, inviteGuest, revokeGuest } from './guests.ts';
import { hasTurn } from './ice.ts';
import { makePass } from './make-pass.ts';
import { roomClosed } from './room-closed.ts';
import { ensureRoom } from './ensure-room.ts';
import { refusalOf } from './room.ts';
import { showRoom } from './show-room.ts';
import { staffRole } from './staff-role.ts';
import { namesByKey, stayOnWire, staysOf } from './stays.ts';
import { waitingPeople } from './waiting-people.ts';

/** An open page asks again and again: within so many milliseconds it is one look. */
const oneLookMilliseconds = 15 * 60_000;

/** The rooms as the desk works in them, within reach. */
export function staffRoomRoutes(api: App, deps: RoomDeps): void {
  const { database, clock } = deps;
  const looks = new Map<string, number>();

  async function found(request: FastifyRequest, id: string): Promise<{ appointment: Timed; citizenName: string; personId: string | null }> {
    const { appointment, requester } = await findBooked(deps, request, id);
    if (!isTimed(appointment)) throw problem('not-found');
    return { appointment, citizenName: requester ? nameOf(requester, { asInitials: false }) : '', personId: requester?.id ?? null };
  }

  async function view(request: FastifyRequest, appointment: Timed, citizenName: string): Promise<StaffRoomView> {
    const directory = await deps.directory.current();
    const shown = shownTo(request);
    const role = await staffRole(database, directory, appointment, staffOf(request).id);
    return { ...(await showRoom(deps, appointment, { role, language: shown.language satisfies Language })), ...(await ofDesk(appointment, citizenName, shown)) };
  }

  async function ofDesk(appointment: Timed, citizenName: string, { asInitials }: Shown) {
    const write = instantWriter(await deps.directory.current());
    const now = clock.now();
    const stays = await staysOf(database, appointment.id);
    const names = await namesByKey(database, stays.map(({ personKey }) => personKey), citizenName);
    const shownName = (name: string) => (asInitials && name ? initials(...name.split(' ')) : name);
    return {
      appointment_id: appointment.id,
      call_requested_at: appointment.toCallSince === null ? null : write(appointment.toCallSince),
      guests: (await guestsOf(database, appointment.id)).map((guest) => ({ ...guestOnWire(guest, write), name: shownName(guest.name ?? '') })),
      stays: stays.map((stay) => stayOnWire(stay, shownName(names.get(stay.personKey) ?? ''), write, now)),
      has_turn: hasTurn(deps.ice),
    };
  }

  api.route({
    ...showStaffRoom,
    handler: async (request) => {
      const { appointment, citizenName, personId } = await found(request, request.params.appointment_id);
      await noteLook(deps, request, { action: 'see', object: { kind: 'appointment', id: appointment.id }, personId });
      return view(request, appointment, citizenName);
    },
  });

  api.route({
    ...createStaffRoomToken,
    handler: async (request, reply: FastifyReply) => {
      const { appointment } = await found(request, request.params.appointment_id);
      const staff = staffOf(request);
      const directory = await deps.directory.current();
      const now = clock.now();
      const role = await staffRole(database, directory, appointment, staff.id);
      const room = await database.write(async (tx) => {
        const closed = refusalOf(appointment, { room: null, role, now, opensMinutes: directory.roomOpensMinutes });
        if (closed) throw roomClosed(directory, appointment, closed);
        return ensureRoom(tx, database.tables, appointment, now);
      });
      if (room.closedAt !== null) throw roomClosed(directory, appointment, 'closed');
      const pass = makePass({ roomId: room.id, person: `staff:${staff.id}`, sessionId: staff.sessionId }, now);
      return reply.code(201).send(tokenOnWire(deps, directory, pass));
    },
  });

  api.route({
    ...byPhoneRoute,
    handler: async (request) => {
      const { appointment, citizenName } = await found(request, request.params.appointment_id);
      const outcome = await goOnByPhone(deps, { id: appointment.id, isByPhone: request.body.by_phone, by: actorOf(staffOf(request)) });
      if (!outcome.ok) throw problem('state-conflict', { state: outcome.state });
      const present = await found(request, appointment.id);
      return view(request, present.appointment, citizenName);
    },
  });

  api.route({
    ...inviteStaffGuest,
    handler: async (request, reply: FastifyReply) => {
      const { appointment } = await found(request, request.params.appointment_id);
      requireAhead(await deps.directory.current(), appointment, 'official', clock.now());
      const { name, role } = request.body;
      const outcome = await inviteGuest(deps, { appointment, name: name.trim(), role, by: actorOf(staffOf(request)) });
      if (!outcome.ok) throw problem(outcome.why);
      return reply.code(201).send({ id: outcome.id, guest_token: guestToken(deps.secrets, outcome.id) });
    },
  });

  api.route({
    ...removeStaffGuest,
    handler: async (request, reply: FastifyReply) => {
      const { appointment } = await found(request, request.params.appointment_id);
      if (!(await revokeGuest(deps, { appointment, id: request.params.guest_id, by: actorOf(staffOf(request)) }))) throw problem('not-found');
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...listWaiting,
    handler: async (request) => {
      const staff = staffOf(request);
      await noteLookOnce(request, staff.sessionId);
      return { items: await waitingPeople(database, await deps.directory.current(), staff, clock.now()) };
    },
  });

  async function noteLookOnce(request: FastifyRequest, sessionId: string): Promise<void> {
    const now = clock.now();
    for (const [id, at] of looks) if (now - at >= oneLookMilliseconds) looks.delete(id);
    if (looks.has(sessionId)) return;
    await noteLook(deps, request, { action: 'list', object: { kind: 'board', id: null }, after: { waiting: true } });
    looks.set(sessionId, now);
  }
}
