import type { it } from '../../messages/mail-server.it.ts';

type Hint = Exclude<keyof (typeof it)['hints'], 'title'>;

/** Ends of names of machines, and what is known of whose they are. Certified mail comes first: its providers sell ordinary mail too. */
const known: readonly (readonly [RegExp, Hint])[] = [
  [/(^|[.-])pec\.|pec\.it$|legalmail\.it$|postecert\.it$/, 'pec'],
  [/(^|\.)aruba\.it$/, 'aruba'],
  [/(^|\.)(gmail|google|googlemail)\.com$/, 'gmail'],
  [/(^|\.)(office365|outlook)\.com$/, 'microsoft'],
  [/(^|\.)ionos\.(it|com|de)$/, 'ionos'],
  [/(^|\.)ovh\.net$/, 'ovh'],
];

/** What helps with this server, by its name; null: nothing is known. */
export function providerHint(host: string): Hint | null {
  const name = host.trim().toLowerCase();
  return known.find(([ends]) => ends.test(name))?.[1] ?? null;
}
