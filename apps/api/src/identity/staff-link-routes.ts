import { askForPasswordReset, emailKey, redeemStaffLink, showStaffLink, type StaffLink } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import { continueSignIn } from './continue-sign-in.ts';
import { keepResetRequest } from './password-resets.ts';
import { redeemLink } from './redeem-staff-link.ts';
import type { StaffDeps } from './routes.ts';
import { findStaffLink } from './staff-links.ts';

/** The ways in by a link: an invitation, a new password, the first administrator. */
export function staffLinkRoutes(api: App, deps: StaffDeps): void {
  const { database, clock, secrets, throttle } = deps;

  api.route({
    ...showStaffLink,
    handler: async (request): Promise<StaffLink> => {
      const found = await findStaffLink(database, secrets, request.body.token, clock.now());
      if (!found) throw problem('link-over');
      const { link, member } = found;
      return {
        kind: link.kind,
        email: member?.email ?? null,
        given_name: member?.givenName ?? null,
        family_name: member?.familyName ?? null,
        role: member?.role ?? null,
        expires_at: new Date(link.expiresAt).toISOString(),
      };
    },
  });

  // A reset proves the mailbox and no more: whoever has a second factor is asked for it as with a password.
  api.route({
    ...redeemStaffLink,
    handler: async (request, reply) => continueSignIn(deps, { request, reply }, await redeemLink(deps, request.body, request.ip), 'link'),
  });

  api.route({
    ...askForPasswordReset,
    handler: async (request, reply) => {
      await throttle.requireWork(request.body.captcha ?? null);
      const digest = secrets.digest('email', emailKey(request.body.email));
      await database.write((tx) => keepResetRequest(tx, database.tables, digest, clock.now()));
      return reply.code(202).send({ detail: resetDetail[languageOf(request)] });
    },
  });
}

const resetDetail = {
  it: 'Se l’indirizzo è di una persona del personale, tra poco arriva un messaggio con il link per scegliere una nuova password.',
  en: 'If the address belongs to somebody of the staff, a message with the link to choose a new password arrives shortly.',
};
