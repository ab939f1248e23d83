import { createGuestToken, findMeetingAddress, showGuestRoom } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { isTimed, type Timed } from '../appointments/appointment.ts';
import { readAppointment } from '../appointments/read-appointment.ts';
import type { App } from '../http/app.ts';
import { bearerOf } from '../http/body.ts';
import type { GuessGuard } from '../http/guesses.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import type { RoomRouteDeps } from './deps.ts';
import { findAddress } from './find-address.ts';
import { tokenOnce } from './give-token.ts';
import { guestOfToken } from './guests.ts';
import type { Guest } from './room.ts';
import { showRoom } from './show-room.ts';

/** The room for whoever came by a guest's link, and for whoever is inside. */
export function guestRoomRoutes(api: App, deps: RoomRouteDeps & { readonly guesses: GuessGuard }): void {
  const { database, secrets, guesses } = deps;

  async function opened(request: FastifyRequest): Promise<{ guest: Guest; appointment: Timed }> {
    const guest = await guestOfToken(database, secrets, bearerOf(request) ?? '');
    if (!guest) throw await guesses.wrong(request.ip);
    const appointment = await readAppointment(database.read, database.tables, guest.appointmentId);
    if (guest.revokedAt !== null || !appointment || !isTimed(appointment) || appointment.anonymisedAt !== null) throw problem('link-over');
    return { guest, appointment };
  }

  api.route({
    ...showGuestRoom,
    handler: async (request) => {
      const { guest, appointment } = await opened(request);
      return showRoom(deps, appointment, { role: guest.role, language: languageOf(request) });
    },
  });

  api.route({
    ...createGuestToken,
    handler: async (request, reply) => {
      const { guest, appointment } = await opened(request);
      const { token, replayed } = await tokenOnce(deps, request, { appointment, person: `guest:${guest.id}`, role: guest.role });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(201).send(token);
    },
  });

  api.route({
    ...findMeetingAddress,
    // Nothing is kept of it: asked again, the vendor is asked again.
    handler: async (request) => findAddress(deps, await deps.inside.requireAdmitted(request)),
  });
}
