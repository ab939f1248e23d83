import { showInvitation } from '@sportello/contract';
import { inLanguage } from '../directory/in-language.ts';
import type { App } from '../http/app.ts';
import { bearerOf } from '../http/body.ts';
import type { GuessGuard } from '../http/guesses.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import type { BookingDeps } from './deps.ts';
import { invitationOf, stateOf } from './invitations.ts';
import { instantWriter } from './wire.ts';

/** GET /invitation: what the holder of the token may book. A wrong token counts as a guess. */
export function openInvitationRoutes(app: App, { database, directory, clock, secrets, guesses }: BookingDeps & { readonly guesses: GuessGuard }): void {
  app.route({
    ...showInvitation,
    handler: async (request) => {
      const found = await invitationOf(database, secrets, bearerOf(request) ?? '');
      if (!found) throw await guesses.wrong(request.ip);
      const known = await directory.current();
      const service = known.services.get(found.serviceId);
      if (stateOf(found, clock.now()) !== 'open' || service?.state !== 'published' || !service.channels.has(found.channel)) throw problem('link-over');
      return { id: found.id, service: { id: service.id, name: inLanguage(service.name, languageOf(request)) }, channel: found.channel, expires_at: instantWriter(known)(found.expiresAt) };
    },
  });
}
