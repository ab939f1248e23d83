import { askForPasskey, showSecondFactor, signIn, signInWithPasskey as passkeyRoute } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { beginPasskeySignIn, signInWithPasskey } from './passkey-sign-in.ts';
import type { StaffDeps } from './routes.ts';
import { showCode } from './second-factor-step.ts';
import { signInWithPassword } from './sign-in.ts';
import { makeTurns } from './turns.ts';

/** The ways in: e-mail and password, the second factor, passkeys. */
export function signInRoutes(api: App, deps: StaffDeps): void {
  // A try counts as a failure until its password was looked at: with few at once, a whole office can sign in together.
  const turns = makeTurns({ atOnce: 2, waiting: 200 });

  api.route({ ...signIn, handler: (request, reply) => turns(() => signInWithPassword(deps, { request, reply }, request.body)) });
  api.route({ ...showSecondFactor, handler: (request, reply) => showCode(deps, { request, reply }, request.body) });
  api.route({ ...askForPasskey, handler: (request) => beginPasskeySignIn(deps, request.body.challenge ?? null) });
  api.route({ ...passkeyRoute, handler: (request, reply) => signInWithPasskey(deps, { request, reply }, request.body) });
}
