import { type Browser, takeSecretFromAddress } from '../session/address-secret.ts';
import { keepToken, tokenFor } from '../session/appointment-tokens.ts';

/** Kept beside the secrets of appointments, under a name that is no code. */
const name = 'invito';

/** Takes the secret of an invitation out of the address bar and keeps it for the tab. Answers whether there was one. */
export function takeInvitationFromAddress(browser: Browser = window): boolean {
  const token = takeSecretFromAddress(browser);
  if (token) keepToken(name, token);
  return token !== null;
}

/** The secret of the invitation that was opened last in this tab. */
export function invitationToken(): string | null {
  return tokenFor(name);
}
