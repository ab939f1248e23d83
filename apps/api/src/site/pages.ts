/** What a search engine may list of a page. A page of one person's, or a step of booking, says nothing to anybody else. */
type Listing = 'listed' | 'kept-out';

/** The addresses of the citizens' site, as `apps/web/src/paths.ts` has them (a test holds the two together). */
export const sitePages: Readonly<Record<string, Listing>> = {
  '/': 'listed',
  '/servizi': 'listed',
  '/servizi/:slug': 'listed',
  '/uffici': 'listed',
  '/uffici/:slug': 'listed',
  '/comuni': 'listed',
  '/comuni/:slug': 'listed',
  '/eventi-della-vita/:slug': 'listed',
  '/prenota': 'kept-out',
  '/prenota/luogo': 'kept-out',
  '/prenota/orario': 'kept-out',
  '/prenota/dettagli': 'kept-out',
  '/prenota/richiedente': 'kept-out',
  '/prenota/riepilogo': 'kept-out',
  '/prenota/fatto': 'kept-out',
  '/appuntamento': 'kept-out',
  '/appuntamento/:code': 'kept-out',
  '/appuntamento/:code/sposta': 'kept-out',
  '/appuntamento/:code/prova': 'kept-out',
  '/appuntamento/:code/stanza': 'kept-out',
  '/stanza': 'kept-out',
  '/invito': 'kept-out',
  '/area-personale': 'kept-out',
  '/cifre': 'listed',
  '/domande-frequenti': 'listed',
  '/segnala': 'listed',
  '/privacy': 'listed',
  '/accessibilita': 'listed',
  '/note-legali': 'listed',
};

/** The two parts of the staff have pages of their own below; only they know which. */
const staffParts = /^\/(scrivania|unione)(\/|$)/;

const patterns = Object.keys(sitePages).map((page) => ({ page, of: new RegExp(`^${page.replace(/:\w+/g, '([^/]+)')}${page === '/' ? '' : '/?'}$`) }));

export interface PageFound {
  /** As `sitePages` names it; `staff` for all of theirs. */
  readonly page: string;
  readonly isListed: boolean;
  /** What stands in place of `:slug` or `:code`, as the address has it. */
  readonly part: string | null;
}

/** Which page lies at this path (no query); null: none. */
export function pageAt(path: string): PageFound | null {
  if (staffParts.test(path)) return { page: 'staff', isListed: false, part: null };
  for (const { page, of } of patterns) {
    const found = of.exec(path);
    if (found) return { page, isListed: sitePages[page] === 'listed', part: found[1] ?? null };
  }
  return null;
}
