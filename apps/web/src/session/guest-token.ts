import { type Browser, takeSecretFromAddress } from './address-secret.ts';
import { keepToken, tokenFor } from './appointment-tokens.ts';

/** Kept beside the secrets of appointments, under a name that is no code. */
const name = 'ospite';

/** Takes the secret of a guest's link out of the address bar and keeps it for the tab. Answers whether there was one. */
export function takeGuestTokenFromAddress(browser: Browser = window): boolean {
  const token = takeSecretFromAddress(browser);
  if (token) keepToken(name, token);
  return token !== null;
}

/** The secret of the guest's link that was opened last in this tab. */
export function guestToken(): string | null {
  return tokenFor(name);
}
