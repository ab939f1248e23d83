import { inviteGuest as inviteRoute, listGuests as listGuestsRoute, removeGuest as removeGuestRoute, requestCall as callRoute, showRoom as showRoute, createRoomToken as tokenRoute } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { isTimed, type Timed } from '../appointments/appointment.ts';
import { citizen } from '../appointments/events.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { invalid, problem } from '../http/problems.ts';
import { normalizePhone } from '../people/phone.ts';
import { requestCall } from './by-phone.ts';
import type { RoomRouteDeps } from './deps.ts';
import { requireAhead, tokenOnce } from './give-token.ts';
import { guestsOf, guestToken, inviteGuest, revokeGuest } from './guests.ts';
import { guestOnWire } from './guest-wire.ts';
import { showRoom } from './show-room.ts';

/** The room for whoever has the link of the appointment: look, enter, be called, bring somebody along. */
export function citizenRoomRoutes(api: App, deps: RoomRouteDeps): void {
  const { find, idempotency, secrets } = deps;

  /** A hold in a queue without a time has no room. */
  async function opened(request: FastifyRequest, code: string): Promise<Timed> {
    const appointment = await find.appointment(request, code);
    if (!isTimed(appointment)) throw problem('not-found');
    return appointment;
  }

  api.route({
    ...showRoute,
    handler: async (request) => showRoom(deps, await opened(request, request.params.code), { role: 'citizen', language: languageOf(request) }),
  });

  api.route({
    ...tokenRoute,
    handler: async (request, reply) => {
      const appointment = await opened(request, request.params.code);
      const { token, replayed } = await tokenOnce(deps, request, { appointment, person: 'citizen', role: 'citizen' });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(201).send(token);
    },
  });

  api.route({
    ...callRoute,
    handler: async (request, reply) => {
      const appointment = await opened(request, request.params.code);
      const phone = readPhone(request.body.phone);
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const directory = await deps.directory.current();
        const write = instantWriter(directory);
        const kept = (byPhoneSince: number | null) => ({ status: 200, answer: { by_phone_since: byPhoneSince === null ? null : write(byPhoneSince) }, appointmentId: appointment.id });
        const outcome = await requestCall(deps, { appointment, directory, phone, remember: (tx, byPhoneSince) => remember(tx, kept(byPhoneSince)) });
        if (outcome.ok) return kept(outcome.byPhoneSince);
        if (outcome.why === 'no-phone') throw invalid('/phone', { it: 'Scrivi il numero a cui ti possiamo chiamare.', en: 'Enter the number where we can call you.' });
        throw problem('state-conflict', { state: outcome.state });
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(200).send(answer as { by_phone_since: string | null }); // made by this very route
    },
  });

  api.route({
    ...inviteRoute,
    handler: async (request, reply) => {
      const appointment = await opened(request, request.params.code);
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        requireAhead(await deps.directory.current(), appointment, 'citizen', deps.clock.now());
        const kept = (id: string) => ({ status: 201, answer: { id }, appointmentId: appointment.id });
        const { name, role } = request.body;
        const outcome = await inviteGuest(deps, { appointment, name: name.trim(), role, by: citizen, remember: (tx, id) => remember(tx, kept(id)) });
        if (!outcome.ok) throw problem(outcome.why);
        return kept(outcome.id);
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      const { id } = answer as { id: string }; // made by this very route
      return reply.code(201).send({ id, guest_token: guestToken(secrets, id) });
    },
  });

  api.route({
    ...listGuestsRoute,
    handler: async (request) => {
      const appointment = await opened(request, request.params.code);
      const write = instantWriter(await deps.directory.current());
      return { items: (await guestsOf(deps.database, appointment.id)).map((guest) => guestOnWire(guest, write)) };
    },
  });

  api.route({
    ...removeGuestRoute,
    handler: async (request, reply) => {
      const appointment = await opened(request, request.params.code);
      if (!(await revokeGuest(deps, { appointment, id: request.params.guest_id, by: citizen }))) throw problem('not-found');
      return reply.code(204).send(null);
    },
  });
}

function readPhone(said: string | null | undefined): string | null {
  if (!said?.trim()) return null;
  const phone = normalizePhone(said);
  if (phone === null) throw invalid('/phone', { it: 'Il numero di telefono non è giusto: controlla le cifre.', en: 'The phone number is not right: check its digits.' });
  return phone;
}
