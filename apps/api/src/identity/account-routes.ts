import {
  beginPasskey, beginTotp, changePassword, changeProfile, confirmTotp, createPasskey, listPasskeys, removePasskey, removeTotp, renamePasskey, renewRecoveryCodes,
} from '@sportello/contract';
import type { App } from '../http/app.ts';
import { goOnWith } from './adding-factors.ts';
import { changeOwnPassword } from './change-password.ts';
import { changeOwnProfile } from './change-profile.ts';
import { addPasskey, beginPasskeyRegistration, passkeyOnWire, passkeysOf, removeOwnPasskey, renameOwnPasskey } from './passkeys.ts';
import { renewOwnRecoveryCodes } from './renew-recovery-codes.ts';
import type { StaffDeps } from './routes.ts';
import { readMe } from './session-routes.ts';
import { staffOf } from './staff-member.ts';
import { beginOwnTotp, confirmOwnTotp, removeOwnTotp } from './totp-account.ts';

/** One's own account: profile, password, authenticator app, recovery codes, passkeys. */
export function accountRoutes(api: App, deps: StaffDeps): void {
  const { read, tables } = deps.database;

  api.route({
    ...changeProfile,
    handler: async (request) => {
      await changeOwnProfile(deps, staffOf(request), request.body);
      return readMe(deps, staffOf(request).sessionId);
    },
  });

  api.route({
    ...changePassword,
    handler: async (request, reply) => {
      await changeOwnPassword(deps, staffOf(request), request.body);
      return reply.code(204).send(null);
    },
  });

  api.route({ ...beginTotp, handler: (request) => beginOwnTotp(deps, staffOf(request)) });
  api.route({
    ...confirmTotp,
    handler: async (request, reply) => {
      const recoveryCodes = await confirmOwnTotp(deps, staffOf(request), request.body.code);
      await goOnWith(deps, { request, reply }, staffOf(request), 'totp');
      return { recovery_codes: recoveryCodes };
    },
  });
  api.route({
    ...removeTotp,
    handler: async (request, reply) => {
      await removeOwnTotp(deps, staffOf(request));
      return reply.code(204).send(null);
    },
  });

  api.route({ ...renewRecoveryCodes, handler: async (request) => ({ recovery_codes: await renewOwnRecoveryCodes(deps, staffOf(request)) }) });

  api.route({
    ...listPasskeys,
    handler: async (request) => ({ items: (await passkeysOf(read, tables, staffOf(request).id)).map(passkeyOnWire), next_cursor: null }),
  });
  api.route({ ...beginPasskey, handler: (request) => beginPasskeyRegistration(deps, staffOf(request)) });
  api.route({
    ...createPasskey,
    handler: async (request, reply) => {
      const created = await addPasskey(deps, staffOf(request), request.body);
      await goOnWith(deps, { request, reply }, staffOf(request), 'passkey');
      return reply.code(201).send(created);
    },
  });
  api.route({ ...renamePasskey, handler: (request) => renameOwnPasskey(deps, staffOf(request), { id: request.params.passkey_id, name: request.body.name }) });
  api.route({
    ...removePasskey,
    handler: async (request, reply) => {
      await removeOwnPasskey(deps, staffOf(request), request.params.passkey_id);
      return reply.code(204).send(null);
    },
  });
}
