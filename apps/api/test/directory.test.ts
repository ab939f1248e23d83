import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseUrl, type DirectoryOnHttp, startDirectory } from './directory-app.ts';

let demo: DirectoryOnHttp;

beforeAll(async () => {
  demo = await startDirectory();
});
afterAll(() => demo.close());

describe('the union', () => {
  test('tells its name, contacts and the privacy notice in force', async () => {
    const { status, body } = await demo.get('/union');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Unione Collinare Valtiglione e dintorni',
      time_zone: 'Europe/Rome',
      languages: ['it', 'en'],
      address: 'Via di Prova 1, 14048 Montaldo Scarampi (AT)',
      privacy_notice: { version: '2026-11-demo', url: `${baseUrl}/privacy` },
      demo: true,
    });
  });

  test('gives every link of the footer as a whole address', async () => {
    const { links } = (await demo.get('/union')).body as { links: { rel: string; url: string }[] };
    expect(links.find(({ rel }) => rel === 'legal-notes')?.url).toBe(`${baseUrl}/note-legali`);
    for (const { url } of links) expect(url).toMatch(/^(https?:\/\/|mailto:)/);
  });

  test('speaks English to those who ask for it', async () => {
    const { headers, body } = await demo.get('/union', { 'accept-language': 'en-GB,it;q=0.5' });
    expect(headers['content-language']).toBe('en');
    const { links } = body as { links: { rel: string; label: string }[] };
    expect(links.find(({ rel }) => rel === 'legal-notes')?.label).toBe('Legal notes');
  });

  test('has a neutral name, and lists nothing, where nobody set it up yet', async () => {
    const empty = await startDirectory({ demo: false });
    expect(await empty.get('/union')).toMatchObject({ status: 200, body: { name: 'Sportello Virtuale', time_zone: 'Europe/Rome', links: [], demo: false } });
    for (const path of ['/municipalities', '/offices', '/services']) expect((await empty.get(path)).body).toEqual({ items: [], next_cursor: null });
    await empty.close();
  });
});

describe('the comuni', () => {
  test('are the nine members, by name', async () => {
    expect((await demo.itemsOf('/municipalities')).map(({ slug }) => slug)).toEqual([
      'agliano-terme', 'azzano-d-asti', 'castelnuovo-calcea', 'mombercelli', 'montaldo-scarampi',
      'rocca-d-arazzo', 'san-marzano-oliveto', 'vigliano-d-asti', 'vinchio',
    ]);
    expect(await demo.itemNamed('/municipalities', 'mombercelli')).toMatchObject({ istat_code: '005066', postal_code: '14047', province: 'AT' });
  });

  test('are members from the first day to the last', async () => {
    const leaving = await demo.itemNamed('/municipalities', 'vigliano-d-asti');
    const joining = await demo.itemNamed('/municipalities', 'vinchio');
    const setDays = (id: string, days: { firstDay?: string; lastDay?: string | null }) =>
      demo.change(async (tx, { memberships }) => tx.update(memberships).set(days).where(eq(memberships.municipalityId, id)));
    await setDays(leaving.id, { lastDay: '2026-11-30' });
    await setDays(joining.id, { firstDay: '2026-12-02' });

    const slugs = (await demo.itemsOf('/municipalities')).map(({ slug }) => slug);
    expect(slugs).toHaveLength(7);
    expect(slugs).not.toContain('vigliano-d-asti');
    expect(slugs).not.toContain('vinchio');
    for (const office of await demo.itemsOf('/offices')) expect(office.municipality_ids).toHaveLength(7);
    expect(await demo.itemsOf(`/services?municipality_id=${leaving.id}`)).toEqual([]);

    const before = demo.clock.now();
    demo.clock.set('2026-12-02T00:00:00+01:00');
    expect((await demo.itemsOf('/municipalities')).map(({ slug }) => slug)).toContain('vinchio');

    demo.clock.set(before);
    await setDays(leaving.id, { lastDay: null });
    await setDays(joining.id, { firstDay: '2020-01-01' });
    expect(await demo.itemsOf('/municipalities')).toHaveLength(9);
  });
});

describe('the offices', () => {
  test('come in their order, each with the comuni that it serves', async () => {
    const offices = await demo.itemsOf('/offices');
    expect(offices.map(({ slug }) => slug)).toEqual(['ufficio-tecnico', 'suap', 'sue', 'punto-risposte', 'amico-digitale']);
    expect(offices[1]).toMatchObject({ short_name: 'SUAP', phone: '+390141000012', email: 'suap@example.org' });
    const members = (await demo.itemsOf('/municipalities')).map(({ id }) => id);
    for (const { municipality_ids } of offices) expect(municipality_ids).toEqual(members);
  });

  test('that were archived are gone', async () => {
    const setArchived = (archivedAt: number | null) => demo.change(async (tx, { offices }) => tx.update(offices).set({ archivedAt }).where(eq(offices.slug, 'sue')));
    await setArchived(demo.clock.now());
    expect(await demo.itemsOf('/offices')).toHaveLength(4);
    await setArchived(null);
  });
});

describe('what is unchanged', () => {
  test.each(['/union', '/municipalities', '/offices', '/services', '/services?q=scia', '/services/informazioni-scia'])('%s is not sent again', async (path) => {
    const first = await demo.get(path);
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=60', vary: 'Accept-Language, Accept-Encoding', etag: expect.stringMatching(/^"[\w-]+"$/) });
    const again = await demo.get(path, { 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await demo.get(path, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  test('is told apart by language', async () => {
    const { etag } = (await demo.get('/services')).headers;
    expect((await demo.get('/services', { 'if-none-match': String(etag), 'accept-language': 'en' })).status).toBe(200);
  });

  test('a refusal is never kept', async () => {
    expect((await demo.get('/services/astronave')).headers['cache-control']).toBe('no-store');
  });
});
