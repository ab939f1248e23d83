import * as Type from 'typebox';
import { route } from '../route.ts';
import { Accepted } from '../schemas/booking.ts';
import {
  PasskeyOptions, PasskeySignInOptionsRequest, PasskeySignInRequest, PasswordResetRequest, SecondFactorRequest, SignInAnswer, SignInOptions,
  SignInRequest, StaffLink, StaffLinkRequest, StaffLinkUse,
} from '../schemas/staff.ts';

// The ways in: they need no session, but our own origin.
const tag = 'staff';
const access = 'door';

export const showSignInOptions = route({
  method: 'GET',
  url: '/staff/sign-in-options',
  operationId: 'show_sign_in_options',
  summary: 'The ways to sign in',
  description: 'Whether the union has its own provider of identities, and the accounts of the demo mode.',
  tag,
  access,
  success: { 200: SignInOptions },
  problems: [],
});

export const signIn = route({
  method: 'POST',
  url: '/staff/sign-ins',
  operationId: 'create_sign_in',
  summary: 'Sign in with e-mail and password',
  description: 'Opens a session, or asks for the second factor. An unknown address and a wrong password are answered alike.',
  tag,
  access,
  body: SignInRequest,
  success: { 200: SignInAnswer },
  problems: ['wrong-credentials', 'captcha-required'],
});

export const showSecondFactor = route({
  method: 'POST',
  url: '/staff/sign-ins/second-factor',
  operationId: 'create_second_factor',
  summary: 'Show the second factor',
  description: 'A code of the authenticator app or a recovery code, for a sign-in that asked for it.',
  tag,
  access,
  body: SecondFactorRequest,
  success: { 200: SignInAnswer },
  problems: ['wrong-code', 'sign-in-over'],
});

export const askForPasskey = route({
  method: 'POST',
  url: '/staff/sign-ins/passkey-options',
  operationId: 'create_passkey_challenge',
  summary: 'Begin with a passkey',
  description: 'The options that the browser asks the passkey with: alone, or as the second factor of a sign-in.',
  tag,
  access,
  body: PasskeySignInOptionsRequest,
  success: { 200: PasskeyOptions },
  problems: ['sign-in-over'],
});

export const signInWithPasskey = route({
  method: 'POST',
  url: '/staff/sign-ins/passkey',
  operationId: 'create_passkey_sign_in',
  summary: 'Sign in with a passkey',
  description: 'What the passkey answered to the options.',
  tag,
  access,
  body: PasskeySignInRequest,
  success: { 200: SignInAnswer },
  problems: ['wrong-credentials', 'sign-in-over'],
});

export const askForPasswordReset = route({
  method: 'POST',
  url: '/staff/password-resets',
  operationId: 'create_password_reset',
  summary: 'Ask for a new password',
  description: 'If the address belongs to somebody of the staff, a link leaves by mail. The answer is always the same.',
  tag,
  access,
  body: PasswordResetRequest,
  success: { 202: Accepted },
  problems: ['captcha-required'],
});

export const showStaffLink = route({
  method: 'POST',
  url: '/staff/links',
  operationId: 'show_staff_link',
  summary: 'What a link is for',
  description: 'Looks at the link of an invitation, a reset or the first administrator without using it.',
  tag,
  access,
  body: StaffLinkRequest,
  success: { 200: StaffLink },
  problems: ['link-over'],
});

export const redeemStaffLink = route({
  method: 'POST',
  url: '/staff/links/redemption',
  operationId: 'create_link_redemption',
  summary: 'Use a link',
  description: 'Sets the password (and makes the account of the first administrator). A link serves once. An account with a second factor is asked for it.',
  tag,
  access,
  body: StaffLinkUse,
  success: { 200: SignInAnswer },
  problems: ['link-over', 'email-in-use'],
});

export const renewSession = route({
  method: 'POST',
  url: '/staff/session/renewal',
  operationId: 'create_session_renewal',
  summary: 'Renew the token of the session',
  description: 'Gives the cookie another five minutes while the session lives. Does not count as activity.',
  tag,
  access,
  body: Type.Object({}, { additionalProperties: false }),
  success: { 204: null },
  problems: ['session-over'],
});
