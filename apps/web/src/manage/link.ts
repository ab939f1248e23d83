import { parseAppointmentCode } from '@sportello/contract';
import { paths } from '../paths.ts';
import { keepToken } from '../session/appointment-tokens.ts';

const tokenIn = /^#([\w-]{16,200})$/;
const codeIn = /^\/appuntamento\/([^/]+)/;

interface Window {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
}

/**
 * Takes the secret of a link out of the address bar and keeps it for the tab. Called before anything is fetched for the
 * page, and again when another link is opened in it. Answers whether there was one.
 */
export function takeTokenFromAddress({ location, history }: Window = window): boolean {
  const token = tokenIn.exec(location.hash)?.[1];
  const code = codeIn.exec(location.pathname)?.[1];
  if (!token || !code) return false;
  keepToken(decodeURIComponent(code), token);
  history.replaceState(history.state, '', location.pathname + location.search);
  return true;
}

/** The link to keep, as the messages carry it. */
export function manageLink(origin: string, code: string, token: string): string {
  return `${origin}${paths.appointment(parseAppointmentCode(code) ?? code)}#${token}`;
}
