import { apiBase, type ProviderProblem } from '@sportello/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { problem, ProblemError, traceOf } from '../http/problems.ts';
import { beginSession, type Exchange } from './begin-session.ts';
import { openChallenge, takeChallenge } from './challenges.ts';
import { matchMember } from './oidc.ts';
import { type OidcExpected, type OidcFailure, oidcClient } from './oidc-client.ts';
import { firstPage, returnPath } from './return-path.ts';
import type { StaffDeps } from './routes.ts';

const problemOf: Readonly<Record<OidcFailure, ProviderProblem>> = { unavailable: 'provider-unavailable', refused: 'provider-refused', 'too-weak': 'provider-too-weak' };
const cookieSeconds = 5 * 60; // as long as the way there and back may take

/** What a way to the provider leaves behind until it comes back. */
type Underway = OidcExpected & { readonly returnTo: string };

/**
 * In by the union's own provider. These are addresses that a browser goes to, not calls: whatever goes wrong ends on the
 * page to sign in, which says it in words. The way back must come to the browser that set out, once, within five minutes.
 */
export function oidcRoutes(api: App, deps: StaffDeps): void {
  const { database, clock, cookie, sessions, publicUrl, provider = null } = deps;
  const isHttps = publicUrl.startsWith('https:');
  const name = isHttps ? '__Host-sportello-provider' : 'sportello-provider';
  const attributes = { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' } as const;
  const client = provider && oidcClient({ ...provider, redirectUri: `${publicUrl}${apiBase}/staff/oidc/callback` });
  const route = { method: 'GET', exposeHeadRoute: false, config: { access: 'door', permission: null }, schema: { hide: true } as object } as const;

  api.route({
    ...route,
    url: '/staff/oidc/start',
    handler: async (request, reply) => {
      if (!client) throw problem('not-found');
      const before = await cookie.readAnyAge(request);
      const { return_to: asked, anew } = request.query as { return_to?: unknown; anew?: unknown }; // of no schema: judged here
      const returnTo = returnPath(asked);
      // Somebody signed in comes to confirm who they are; whom we turned back may be known there by another account.
      const isAgain = anew === 'yes' || (before !== null && (await sessions.find(before)) !== null);
      const beginning = await client.begin(isAgain);
      if (!beginning.ok) return turnBack(request, reply, { ...beginning, returnTo });
      const expected: Underway = { ...beginning.expected, returnTo };
      const secret = await database.write((tx) => openChallenge(tx, deps, { kind: 'provider', staffId: null, expected }, clock.now()));
      return reply.setCookie(name, secret, { ...attributes, maxAge: cookieSeconds }).redirect(beginning.address, 303);
    },
  });

  api.route({
    ...route,
    url: '/staff/oidc/callback',
    handler: async (request, reply) => {
      if (!client || !provider) throw problem('not-found');
      const secret = request.cookies[name];
      void reply.clearCookie(name, attributes);
      const challenge = secret ? await database.write((tx) => takeChallenge(tx, deps, { kind: 'provider', secret }, clock.now())) : null;
      if (!challenge) return toSignIn(reply, 'sign-in-over');
      const expected = challenge.expected as unknown as Underway; // what `start` wrote, sealed
      const outcome = await client.finish(request.url.split('?').slice(1).join('?'), expected);
      const { returnTo } = expected;
      if (!outcome.ok) return turnBack(request, reply, { ...outcome, returnTo });
      const matched = await matchMember(deps, outcome, provider, request.ip);
      if (!matched.ok) return toSignIn(reply, matched.why, returnTo);
      return signIn({ request, reply }, { staffId: matched.staffId, authenticatedAt: clock.now() - outcome.ageSeconds * 1000 }, returnTo);
    },
  });

  /** A second factor is the provider's business (STAFF_OIDC_ACR requires one): the desk asks for none of its own. */
  async function signIn({ request, reply }: Exchange, who: { staffId: string; authenticatedAt: number }, returnTo: string): Promise<FastifyReply> {
    try {
      await beginSession(deps, { request, reply }, { ...who, proofs: ['provider'], state: 'open' });
    } catch (error) {
      if (error instanceof ProblemError && error.problemName === 'wrong-credentials') return toSignIn(reply, 'account-suspended', returnTo);
      throw error;
    }
    return reply.redirect(returnTo, 303);
  }

  function turnBack(request: FastifyRequest, reply: FastifyReply, { why, error, returnTo }: { why: OidcFailure; error: unknown; returnTo: string }): FastifyReply {
    request.log.warn({ ...traceOf(error), why }, 'a sign-in through the provider did not end well');
    return toSignIn(reply, problemOf[why], returnTo);
  }

  /** They still come where they wanted to go, once they are in by another way. */
  function toSignIn(reply: FastifyReply, why: ProviderProblem, returnTo = firstPage): FastifyReply {
    const back = returnTo === firstPage ? '' : `&torna=${encodeURIComponent(returnTo)}`;
    return reply.redirect(`/scrivania/accesso?problema=${why}${back}`, 303);
  }
}
