import { type Browser, takeSecretFromAddress } from '../session/address-secret.ts';
import { keepToken } from '../session/appointment-tokens.ts';

const codeIn = /^\/appuntamento\/([^/]+)/;

/**
 * Takes the secret of a link out of the address bar and keeps it for the tab. Called before anything is fetched for the
 * page, and again when another link is opened in it. Answers whether there was one.
 */
export function takeTokenFromAddress(browser: Browser = window): boolean {
  const code = codeIn.exec(browser.location.pathname)?.[1];
  const token = code && takeSecretFromAddress(browser);
  if (!token) return false;
  keepToken(decodeURIComponent(code), token);
  return true;
}
