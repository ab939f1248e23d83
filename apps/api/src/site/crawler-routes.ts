import type { Clock } from '../clock.ts';
import { dayOf, type Directory, isMember } from '../directory/directory.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { App } from '../http/app.ts';
import { sitePages } from './pages.ts';

interface CrawlerDeps {
  readonly directory: DirectoryStore;
  readonly clock: Clock;
  /** No slash at its end. */
  readonly baseUrl: string;
}

const hidden = { schema: { hide: true } as object };

/** What search engines ask for first: which pages they may read (RFC 9309), and which there are (https://www.sitemaps.org/protocol.html). */
export function crawlerRoutes(app: App, { directory, clock, baseUrl }: CrawlerDeps): void {
  app.get('/robots.txt', hidden, (_, reply) => reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(robots(baseUrl)));

  app.get('/sitemap.xml', hidden, async (_, reply) => {
    const known = await directory.current();
    return reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(sitemap(listedPaths(known, clock.now()), baseUrl));
  });
}

/** What is kept out of lists says so on its own page: a page that may not be read could not. */
function robots(baseUrl: string): string {
  return ['User-agent: *', 'Disallow: /api/', 'Disallow: /scrivania', 'Disallow: /unione', '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n');
}

/** Every page that says something to everybody, with those of services, offices, comuni and life events. */
export function listedPaths(known: Directory, now: number): string[] {
  const today = dayOf(known, now);
  const slugs: Readonly<Record<string, readonly string[]>> = {
    '/servizi/:slug': [...known.services.values()].filter(({ state }) => state === 'published').map(({ slug }) => slug),
    '/uffici/:slug': [...known.offices.values()].filter(({ archivedAt }) => archivedAt === null).map(({ slug }) => slug),
    '/comuni/:slug': [...known.municipalities.values()].filter(({ id }) => isMember(known, id, today)).map(({ slug }) => slug),
    '/eventi-della-vita/:slug': known.lifeEvents.map(({ slug }) => slug),
  };
  const listed = Object.keys(sitePages).filter((page) => sitePages[page] === 'listed');
  return listed.flatMap((page) => slugs[page]?.map((slug) => page.replace(':slug', slug)) ?? [page]);
}

/** Slugs are small letters, digits and hyphens: nothing in an address needs to be escaped. */
function sitemap(paths: readonly string[], baseUrl: string): string {
  const entries = paths.map((path) => `  <url><loc>${baseUrl}${path}</loc></url>`);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...entries, '</urlset>', ''].join('\n');
}
