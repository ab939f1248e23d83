// The addresses of the staff's part of the site, beside paths.ts, so that they travel with its code only.

const signIn = '/scrivania/accesso';

export const staffPaths = {
  desk: ({ day, officeId }: { readonly day?: string | undefined; readonly officeId?: string | undefined } = {}) => withQuery('/scrivania', { giorno: day, ufficio: officeId }),
  appointment: (id: string) => `/scrivania/appuntamenti/${encodeURIComponent(id)}`,
  person: (id: string) => `/scrivania/persone/${encodeURIComponent(id)}`,
  profile: () => '/scrivania/profilo',

  /** `back`: where to go after it, a path of ours. */
  signIn: (back?: string) => withQuery(signIn, { torna: back }),
  welcome: () => '/scrivania/benvenuto',
  forgottenPassword: () => '/scrivania/password-dimenticata',
  secondFactor: (back?: string) => withQuery('/scrivania/secondo-fattore', { torna: back }),
  /** Answered by the server: the way to the union's own provider of identities. */
  provider: (back: string) => withQuery('/api/v1/staff/oidc/start', { return_to: back }),

  union: () => '/unione',
  members: (state?: string) => withQuery('/unione/personale', { stato: state }),
  invite: () => '/unione/personale/invita',
  member: (id: string) => `/unione/personale/${encodeURIComponent(id)}`,
  audit: (filter: Readonly<Record<string, string | undefined>> = {}) => withQuery('/unione/registro', filter),
  auditEntry: (id: string) => `/unione/registro/${encodeURIComponent(id)}`,
};

const doors = [signIn, staffPaths.welcome(), staffPaths.forgottenPassword()];

/** Pages that are opened without a session. */
export function isDoor(pathname: string): boolean {
  return doors.includes(pathname.replace(/\/$/, ''));
}

/** The path to return to, unless it leads out of the staff's pages or back to a door: then their beginning. */
export function safeReturn(asked: string | null): string {
  if (!asked || !/^\/(scrivania|unione)([/?#]|$)/.test(asked) || /[\\\s]|\/\.{1,2}(\/|$)/.test(asked)) return staffPaths.desk();
  return isDoor(asked.split(/[?#]/)[0] ?? '') ? staffPaths.desk() : asked;
}

export function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
