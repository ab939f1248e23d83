import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id, List } from '../schemas/common.ts';
import {
  CreatedPasskey, Me, NewPasskey, Passkey, PasskeyChange, PasskeyOptions, PasswordChange, ProfileChange, RecoveryCodes, StaffSession, TotpConfirmation, TotpEnrolment,
} from '../schemas/staff.ts';

// One's own account and sessions.
const tag = 'staff';
const access = 'staff';
const permission = 'account.own';
const empty = Type.Object({}, { additionalProperties: false });
const sessionParams = Type.Object({ session_id: Id }, { additionalProperties: false });
const passkeyParams = Type.Object({ passkey_id: Id }, { additionalProperties: false });

export const showMe = route({
  method: 'GET',
  url: '/staff/session',
  operationId: 'show_session',
  summary: 'Who is signed in',
  description: 'The account, what its role lets do, and until when the session lasts.',
  tag,
  access,
  permission: 'session.own',
  success: { 200: Me },
  problems: [],
});

export const signOut = route({
  method: 'POST',
  url: '/staff/sign-out',
  operationId: 'create_sign_out',
  summary: 'Sign out',
  description: 'Ends this session.',
  tag,
  access,
  permission: 'session.own',
  body: empty,
  success: { 204: null },
  problems: [],
});

export const listSessions = route({
  method: 'GET',
  url: '/staff/sessions',
  operationId: 'list_sessions',
  summary: 'Where I am signed in',
  description: 'The open sessions of the account, the latest first.',
  tag,
  access,
  permission,
  success: { 200: List(StaffSession, 'Open sessions') },
  problems: [],
});

export const revokeSession = route({
  method: 'DELETE',
  url: '/staff/sessions/:session_id',
  operationId: 'delete_session',
  summary: 'End a session',
  description: 'It is over with its next request.',
  tag,
  access,
  permission,
  params: sessionParams,
  success: { 204: null },
  problems: ['not-found', 'fresh-sign-in-needed'],
});

export const revokeOtherSessions = route({
  method: 'DELETE',
  url: '/staff/sessions',
  operationId: 'delete_other_sessions',
  summary: 'End all other sessions',
  description: 'Every session of the account but this one.',
  tag,
  access,
  permission,
  success: { 204: null },
  problems: ['fresh-sign-in-needed'],
});

export const changeProfile = route({
  method: 'PATCH',
  url: '/staff/profile',
  operationId: 'update_profile',
  summary: 'Change one’s profile',
  description: 'Names, language, and what is told by mail.',
  tag,
  access,
  permission,
  body: ProfileChange,
  success: { 200: Me },
  problems: [],
});

export const changePassword = route({
  method: 'POST',
  url: '/staff/profile/password',
  operationId: 'update_password',
  summary: 'Change the password',
  description: 'Ends all other sessions.',
  tag,
  access,
  permission,
  body: PasswordChange,
  success: { 204: null },
  problems: ['wrong-credentials', 'fresh-sign-in-needed'],
});

export const beginTotp = route({
  method: 'POST',
  url: '/staff/profile/totp',
  operationId: 'create_totp',
  summary: 'Begin with an authenticator app',
  description: 'A new secret (RFC 6238), in force once a code confirms it.',
  tag,
  access,
  permission: 'session.own',
  body: empty,
  success: { 200: TotpEnrolment },
  problems: ['fresh-sign-in-needed'],
});

export const confirmTotp = route({
  method: 'POST',
  url: '/staff/profile/totp/confirmation',
  operationId: 'create_totp_confirmation',
  summary: 'Confirm the authenticator app',
  description: 'With a code of the new secret. The first factor of an account brings recovery codes, and opens the session.',
  tag,
  access,
  permission: 'session.own',
  body: TotpConfirmation,
  success: { 200: RecoveryCodes },
  problems: ['wrong-code', 'sign-in-over'],
});

export const removeTotp = route({
  method: 'DELETE',
  url: '/staff/profile/totp',
  operationId: 'delete_totp',
  summary: 'Remove the authenticator app',
  description: 'Only where a passkey stays as the second factor.',
  tag,
  access,
  permission,
  success: { 204: null },
  problems: ['fresh-sign-in-needed', 'last-factor'],
});

export const renewRecoveryCodes = route({
  method: 'POST',
  url: '/staff/profile/recovery-codes',
  operationId: 'create_recovery_codes',
  summary: 'New recovery codes',
  description: 'Those given before are over.',
  tag,
  access,
  permission,
  body: empty,
  success: { 200: RecoveryCodes },
  problems: ['fresh-sign-in-needed'],
});

export const listPasskeys = route({
  method: 'GET',
  url: '/staff/profile/passkeys',
  operationId: 'list_passkeys',
  summary: 'My passkeys',
  description: 'The passkeys of the account.',
  tag,
  access,
  permission,
  success: { 200: List(Passkey, 'Passkeys') },
  problems: [],
});

export const beginPasskey = route({
  method: 'POST',
  url: '/staff/profile/passkey-options',
  operationId: 'create_passkey_options',
  summary: 'Begin a new passkey',
  description: 'The options that the browser makes a passkey with.',
  tag,
  access,
  permission: 'session.own',
  body: empty,
  success: { 200: PasskeyOptions },
  problems: ['fresh-sign-in-needed'],
});

export const createPasskey = route({
  method: 'POST',
  url: '/staff/profile/passkeys',
  operationId: 'create_passkey',
  summary: 'Add a passkey',
  description: 'What the browser made from the options. The first factor of an account brings recovery codes, and opens the session.',
  tag,
  access,
  permission: 'session.own',
  body: NewPasskey,
  success: { 201: CreatedPasskey },
  problems: ['sign-in-over', 'wrong-code'],
});

export const renamePasskey = route({
  method: 'PATCH',
  url: '/staff/profile/passkeys/:passkey_id',
  operationId: 'update_passkey',
  summary: 'Rename a passkey',
  description: 'Gives it another name.',
  tag,
  access,
  permission,
  params: passkeyParams,
  body: PasskeyChange,
  success: { 200: Passkey },
  problems: ['not-found'],
});

export const removePasskey = route({
  method: 'DELETE',
  url: '/staff/profile/passkeys/:passkey_id',
  operationId: 'delete_passkey',
  summary: 'Remove a passkey',
  description: 'Not the last second factor of an account.',
  tag,
  access,
  permission,
  params: passkeyParams,
  success: { 204: null },
  problems: ['not-found', 'fresh-sign-in-needed', 'last-factor'],
});
