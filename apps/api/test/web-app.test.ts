import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { openDatabase } from '../src/database/open.ts';
import type { App } from '../src/http/app.ts';
import { type Desk, openDesk, testSealing, testSecrets } from './app.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-web-'));
let desk: Desk;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="it"><head><meta name="description" content="Prova"><title>Prova</title></head><body></body></html>');
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withSite(work: (site: App, closeDatabase: () => Promise<void>) => Promise<void>, { limitFactor = 0 } = {}): Promise<void> {
  const database = await openDatabase(desk.location);
  let isOpen = true;
  const closeDatabase = async () => {
    if (isOpen) await database.close();
    isOpen = false;
  };
  const settings = { publicUrl: 'http://localhost:3000', trustedProxies: [], limitFactor, guessLimit: 20, version: 'test', webFolder: folder, demo: false, mailFrom: 'sportello@example.org' };
  const site = await buildApp({ database, clock: desk.clock, secrets: testSecrets, sealing: testSealing, settings, logger: { level: 'fatal' } });
  await site.inject('/api/v1/services'); // what is read for the first time may come too late for a page
  await work(site, closeDatabase).finally(() => site.close().then(closeDatabase));
}

async function answersIn(site: App, url: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const { body } = await site.inject({ url, headers });
  const text = /<script type="application\/json" id="answers">(.*?)<\/script>/.exec(body)?.[1];
  return text === undefined ? {} : JSON.parse(text);
}

test('a page carries what GET /union answers in Italian, whatever the browser prefers and whatever the name', () =>
  withSite(async (site) => {
    const name = 'Unione </script><script>alert("$&")</script><!--';
    await desk.change((tx, { unions }) => tx.update(unions).set({ name }));
    const answer = await site.inject({ url: '/api/v1/union', headers: { 'accept-language': 'it' } });
    expect(answer.json()).toMatchObject({ name });
    expect(await answersIn(site, '/uffici', { 'accept-language': 'en' })).toEqual({ '/union': answer.json() });
  }));

test.each([
  ['/', ['/union', '/services', '/life-events']],
  ['/servizi/accesso-agli-atti', ['/union', '/services/accesso-agli-atti', '/offices', '/life-events']],
  ['/servizi/che-non-esiste', ['/union', '/offices', '/life-events']],
  ['/prenota', ['/union', '/municipalities', '/offices', '/services']],
  ['/prenota/orario?servizio=accesso-agli-atti', ['/union', '/municipalities', '/offices', '/services', '/services/accesso-agli-atti']],
  ['/prenota?servizio=..%2Fstatus', ['/union', '/municipalities', '/offices', '/services']],
])('%s carries what it asks first', (url, questions) =>
  withSite(async (site) => {
    const answers = await answersIn(site, url);
    expect(Object.keys(answers)).toEqual(questions);
    for (const question of questions) expect(answers[question]).toEqual((await site.inject({ url: `/api/v1${question}` })).json());
  }),
);

test('pages count against the limits of who opens them', async () => {
  await withSite(
    async (site) => {
      const openFrom = (remoteAddress: string) => site.inject({ url: '/servizi/accesso-agli-atti', remoteAddress });
      await openFrom('192.0.2.1');
      const left = async (remoteAddress: string) => (await site.inject({ url: '/api/v1/union', remoteAddress })).headers['ratelimit-remaining'];
      expect([await left('192.0.2.1'), await left('192.0.2.2')]).toEqual(['295', '299']);
    },
    { limitFactor: 1 },
  );
});

test('without the database the page still opens', () =>
  withSite(async (site, closeDatabase) => {
    expect(await answersIn(site, '/')).toHaveProperty(['/union']);
    await closeDatabase();
    expect(await answersIn(site, '/')).toEqual({});
    expect((await site.inject({ url: '/api/v1/union' })).statusCode).toBe(503);
  }));

const describedPage = async (site: App, url: string) => {
  const { statusCode, body } = await site.inject({ url });
  const [, title] = /<title>([^<]*)</.exec(body) ?? [];
  const [, address] = /rel="canonical" href="([^"]*)"/.exec(body) ?? [];
  return { statusCode, title, address };
};

test('a page of a service has its name, its summary and its one address, also when it is asked for by its id', () =>
  withSite(async (site) => {
    await desk.change((tx, { unions }) => tx.update(unions).set({ name: 'Unione di Prova' }));
    const { id, name, summary } = (await site.inject('/api/v1/services/accesso-agli-atti')).json();
    const described = { statusCode: 200, title: `${name} - Unione di Prova`, address: 'http://localhost:3000/servizi/accesso-agli-atti' };
    expect(await describedPage(site, '/servizi/accesso-agli-atti?da=messaggio')).toEqual(described);
    expect(await describedPage(site, `/servizi/${id}`)).toEqual(described);
    expect((await site.inject('/servizi/accesso-agli-atti')).body).toContain(`<meta property="og:description" content="${summary}" />`);
  }));

test.each(['/servizi/che-non-esiste', '/uffici/che-non-esiste', '/comuni/che-non-esiste', '/eventi-della-vita/che-non-esiste', '/che-non-esiste'])('%s is told as not found, by a page', (url) =>
  withSite(async (site) => {
    const { statusCode, headers, body } = await site.inject({ url, headers: { 'if-none-match': '*' } });
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('noindex');
  }),
);

test.each(['/appuntamento/K7QM-3XRT', '/prenota/luogo', '/scrivania', '/unione/statistiche', '/stanza'])('%s is in no list', (url) =>
  withSite(async (site) => {
    expect(await describedPage(site, url)).toMatchObject({ statusCode: 200, address: undefined });
    expect((await site.inject(url)).body).toContain('<meta name="robots" content="noindex" />');
  }),
);

test.each(['/favicon.ico', '/wp-login.php', '/servizi/cila.php', '/.well-known/security.txt'])('%s is no page', (url) =>
  withSite(async (site) => {
    const { statusCode, headers } = await site.inject(url);
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
  }),
);

test('search engines are told every page that is for everybody, and each of them is there', () =>
  withSite(async (site) => {
    const robots = await site.inject('/robots.txt');
    expect(robots.headers['content-type']).toContain('text/plain');
    expect(robots.body).toContain('Sitemap: http://localhost:3000/sitemap.xml');

    const { body, headers } = await site.inject('/sitemap.xml');
    expect(headers['content-type']).toContain('xml');
    const told = [...body.matchAll(/<loc>http:\/\/localhost:3000([^<]*)<\/loc>/g)].map(([, path]) => path ?? '');
    const slugs = (await site.inject('/api/v1/services')).json().items.map(({ slug }: { slug: string }) => `/servizi/${slug}`);
    expect(told).toEqual(expect.arrayContaining(['/', '/servizi', '/privacy', ...slugs]));
    expect(told.some((path) => /^\/(appuntamento|prenota|scrivania|unione)|:/.test(path))).toBe(false);
    for (const path of told) expect(await describedPage(site, path)).toMatchObject({ statusCode: 200, address: `http://localhost:3000${path}` });
  }));

test('a service that is not published is in no list', () =>
  withSite(async (site) => {
    await desk.change((tx, { services }) => tx.update(services).set({ state: 'draft' }));
    expect((await site.inject('/sitemap.xml')).body).not.toContain('/servizi/');
    expect((await site.inject('/servizi/accesso-agli-atti')).statusCode).toBe(404);
  }));
