const secretIn = /^#([\w-]{16,200})$/;

export interface Browser {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
}

/** Takes the secret of a link out of the address bar; null where there is none. */
export function takeSecretFromAddress({ location, history }: Browser): string | null {
  const secret = secretIn.exec(location.hash)?.[1] ?? null;
  if (secret) history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}
