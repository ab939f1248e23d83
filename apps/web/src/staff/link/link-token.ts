import { tab } from '../../storage.ts';

const tokenIn = /^#([\w-]{16,400})$/;
const name = 'staff-link';
let inMemory: string | null = null;

interface Window {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
}

/**
 * The secret of a staff link: taken out of the address bar and kept for the tab, so that a refresh shows the same page
 * and nobody who looks at the screen reads it. null where there is none.
 */
export function takeLinkToken({ location, history }: Window = window): string | null {
  const token = tokenIn.exec(location.hash)?.[1];
  if (!token) return inMemory ?? tab.read(name);
  inMemory = token;
  tab.write(name, token);
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

export function forgetLinkToken(): void {
  inMemory = null;
  tab.forget(name);
}
