import type { Localized } from '../database/schema.ts';
import { dayOf, type Directory, isMember } from '../directory/directory.ts';
import { findPublished } from '../directory/find-services.ts';
import type { PageHead } from '../http/page-head.ts';
import { type PageFound, pageAt } from './pages.ts';

/** What is said of one thing of the directory; `slug`: its part of the address. */
interface Said {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
}

/**
 * What the page at this path is for who does not run its scripts: search engines, and the messengers that show a preview of a
 * link. In Italian, as index.html is. A page that does not exist, or whose service, office or comune does not, is a 404.
 * `now` in epoch milliseconds; `baseUrl` has no slash at its end.
 */
export function describePage(known: Directory, path: string, { now, baseUrl }: { readonly now: number; readonly baseUrl: string }): PageHead {
  const { name } = known.union;
  const isSetUp = known.revision !== -1;
  const site = {
    siteName: name,
    title: isSetUp ? `Sportello virtuale - ${name}` : 'Sportello virtuale',
    description: `Prenota un appuntamento con gli uffici ${isSetUp ? `di ${name}` : 'del tuo comune'}: in video, al telefono, allo sportello o a casa tua.`,
  };
  const found = pageAt(path);
  if (!found) return { ...site, status: 404, address: null };
  if (!found.isListed) return { ...site, status: 200, address: null };
  if (found.part === null) return { ...site, status: 200, address: `${baseUrl}${found.page}` };
  const said = thingOn(known, found, now);
  if (!said) return { ...site, status: 404, address: null };
  const { slug, title, description } = said;
  return { ...site, status: 200, title: `${title} - ${name}`, ...(description && { description }), address: `${baseUrl}${found.page.replace(':slug', slug)}` };
}

function thingOn(known: Directory, { page, part }: PageFound, now: number): Said | null {
  const hasSlug = ({ slug }: { readonly slug: string }) => slug === part;
  if (page === '/servizi/:slug') {
    const service = findPublished(known, part ?? '');
    return service && { slug: service.slug, title: service.name.it, description: service.summary.it };
  }
  if (page === '/uffici/:slug') {
    const office = [...known.offices.values()].find((one) => hasSlug(one) && one.archivedAt === null);
    return office ? saidOf(office, office.name.it) : null;
  }
  if (page === '/comuni/:slug') {
    const today = dayOf(known, now);
    const comune = [...known.municipalities.values()].find((one) => hasSlug(one) && isMember(known, one.id, today));
    return comune ? saidOf(comune, `Comune di ${comune.name}`) : null;
  }
  const event = known.lifeEvents.find(hasSlug);
  return event ? saidOf(event, event.name.it) : null;
}

const saidOf = ({ slug, description }: { readonly slug: string; readonly description: Localized }, title: string): Said => ({ slug, title, description: beginningOf(description.it) });

const longestDescription = 200;

/** The beginning of a longer text, to the last word that fits. */
function beginningOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= longestDescription) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', longestDescription))} …`;
}
