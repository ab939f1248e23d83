import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseUrl, type DirectoryOnHttp, startDirectory } from './directory-app.ts';

let demo: DirectoryOnHttp;

beforeAll(async () => {
  demo = await startDirectory();
});
afterAll(() => demo.close());

describe('the services', () => {
  test('are all published ones, by name', async () => {
    const items = await demo.itemsOf('/services');
    const names = items.map(({ name }) => name);
    expect(items.length).toBeGreaterThanOrEqual(20);
    expect(names).toEqual(names.toSorted(new Intl.Collator('it').compare));
    expect(items.find(({ slug }) => slug === 'informazioni-scia')).toMatchObject({ channels: ['video', 'phone', 'desk'], life_events: ['aprire-un-attivita'] });
  });

  test.each(['scia', 'S.C.I.A.', 'aprire un negozio', 'devo aprire un negozzio'])('the SCIA is found by %j', async (q) => {
    const best = (await demo.itemsOf(`/services?q=${encodeURIComponent(q)}`)).slice(0, 2);
    expect(best.map(({ slug }) => slug)).toContain('informazioni-scia');
  });

  test('are found in English by English words', async () => {
    const best = (await demo.itemsOf('/services?q=open%20a%20shop', 'en')).slice(0, 2);
    expect(best.map(({ name }) => name)).toContain('Information on a SCIA');
  });

  test('are found by the name of their life event', async () => {
    const slugs = (await demo.itemsOf(`/services?q=${encodeURIComponent('comprare vendere ereditare')}`)).map(({ slug }) => slug);
    expect(slugs).toContain('accesso-agli-atti');
  });

  test('that answer nothing are none', async () => {
    expect(await demo.itemsOf('/services?q=astronave')).toEqual([]);
  });

  test('are narrowed by office, comune and channel, together with words', async () => {
    const all = await demo.itemsOf('/services');
    const suap = await demo.itemNamed('/offices', 'suap');
    const vinchio = await demo.itemNamed('/municipalities', 'vinchio');
    expect(await demo.itemsOf(`/services?office_id=${suap.id}`)).toEqual(all.filter(({ office_id }) => office_id === suap.id));
    expect(await demo.itemsOf('/services?channel=home')).toEqual(all.filter(({ channels }) => (channels as string[]).includes('home')));
    expect(await demo.itemsOf(`/services?municipality_id=${vinchio.id}`)).toEqual(all);
    const found = await demo.itemsOf(`/services?q=permesso&office_id=${suap.id}&municipality_id=${vinchio.id}&channel=video`);
    expect(found.length).toBeGreaterThan(0);
    for (const { office_id, channels } of found) {
      expect(office_id).toBe(suap.id);
      expect(channels).toContain('video');
    }
  });

  test('are none for a comune that the office no longer serves', async () => {
    const suap = await demo.itemNamed('/offices', 'suap');
    const setLastDay = (lastDay: string | null) =>
      demo.change(async (tx, { competences }) => tx.update(competences).set({ lastDay }).where(eq(competences.officeId, suap.id)));
    const vinchio = await demo.itemNamed('/municipalities', 'vinchio');
    await setLastDay('2026-11-30');
    const left = await demo.itemsOf(`/services?municipality_id=${vinchio.id}`);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ office_id }) => office_id === suap.id)).toEqual([]);
    expect((await demo.itemNamed('/offices', 'suap')).municipality_ids).toEqual([]);
    await setLastDay(null);
  });

  test.each(['office_id', 'municipality_id'])('an unknown %s is refused by name', async (field) => {
    const { status, body, headers } = await demo.get(`/services?${field}=nowhere`, { 'accept-language': 'en' });
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ type: `${baseUrl}/problems/validation`, errors: [{ field, detail: expect.stringContaining('There is no such') }] });
  });

  test.each(['channel=pigeon', 'office_id=', 'limit=0', 'limit=101', 'colour=red'])('a query that cannot be right is refused: %s', async (query) => {
    const { status, body } = await demo.get(`/services?${query}`);
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(query.split('=')[0]);
  });
});

describe('the page of a service', () => {
  test('is found by slug and by id', async () => {
    const bySlug = await demo.get('/services/informazioni-scia');
    expect(bySlug.status).toBe(200);
    expect((await demo.get(`/services/${bySlug.body.id}`)).body).toEqual(bySlug.body);
  });

  test('shows its texts, the contacts of its office, and how it is booked', async () => {
    const { body } = await demo.get('/services/informazioni-scia');
    expect(body).toMatchObject({ slug: 'informazioni-scia', name: 'Informazioni su una SCIA', contacts: { phone: '+390141000012', email: 'suap@example.org' } });
    for (const text of ['for_whom', 'how', 'needed', 'result', 'times', 'cost', 'terms']) expect(body[text]).not.toBe('');
    const [video, phone, desk] = body.channels;
    expect(video).toMatchObject({ channel: 'video', duration_minutes: 30, notice_minutes: 120, horizon_days: 60, hold_minutes: 10, places: [], who_may_book: 'citizens' });
    expect(phone).toMatchObject({ channel: 'phone', duration_minutes: 20, move_cutoff_minutes: 240, cancel_cutoff_minutes: 60 });
    expect(desk).toMatchObject({ channel: 'desk', moderated: false });
    expect(desk.places[0]).toMatchObject({ name: expect.stringMatching(/^Sede dell.Unione$/), address: 'Via di Prova 1, 14048 Montaldo Scarampi (AT)' });
    expect(desk.places).toHaveLength(4);
    expect(desk.texts).toMatchObject({ before: null, documents: expect.stringContaining('documento') });
  });

  test('asks its questions in their order', async () => {
    const { body } = await demo.get('/services/informazioni-scia', { 'accept-language': 'en' });
    expect(body.channels[0].questions).toMatchObject([
      { kind: 'short_text', label: 'What kind of business is it?', required: true, choices: [] },
      { kind: 'yes_no', help: null, required: true },
      { kind: 'practice_number', required: false },
    ]);
  });

  test('is in English for those who ask for it, and in Italian where nobody translated it', async () => {
    expect((await demo.get('/services/informazioni-scia', { 'accept-language': 'en' })).body.name).toBe('Information on a SCIA');
    const { services } = demo.database.tables;
    const [row] = await demo.database.read.select().from(services).where(eq(services.slug, 'informazioni-scia'));
    const setName = (en: string) =>
      demo.change(async (tx) => tx.update(services).set({ name: { it: row?.name.it ?? '', en } }).where(eq(services.slug, 'informazioni-scia')));
    await setName('');
    expect((await demo.get('/services/informazioni-scia', { 'accept-language': 'en' })).body.name).toBe('Informazioni su una SCIA');
    await setName(row?.name.en ?? '');
  });

  test('does not exist for a service that is unknown, or not published', async () => {
    expect(await demo.get('/services/astronave')).toMatchObject({ status: 404, body: { type: `${baseUrl}/problems/not-found` } });
    const { services } = demo.database.tables;
    const { id } = await demo.itemNamed('/services', 'cambio-di-residenza');
    const setState = (state: 'draft' | 'archived' | 'published') => demo.change(async (tx) => tx.update(services).set({ state }).where(eq(services.id, id)));
    for (const state of ['draft', 'archived'] as const) {
      await setState(state);
      expect((await demo.get(`/services/${id}`)).status).toBe(404);
      expect((await demo.get('/services/cambio-di-residenza')).status).toBe(404);
      expect((await demo.itemsOf('/services?q=cambio%20residenza')).some((item) => item.id === id)).toBe(false);
    }
    await setState('published');
    expect((await demo.get(`/services/${id}`)).status).toBe(200);
  });
});
