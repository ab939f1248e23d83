import type { ContentOf, NewRecordDraft, RecordEffect, RecordItem, RecordKind, RecordVersion } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

// What the union decides, by its administrators: the same for every kind of record.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let admin: TestMember;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  admin = await addMember(desk, { role: 'admin' });
  ({ cookie } = await signedIn(desk, admin));
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => askAs(desk, cookie, method, `/staff/records${path}`, body);
const list = async (kind: RecordKind) => (got<{ items: RecordItem[] }>(await ask('GET', `/${kind}`), 200)).items;
const show = async (kind: RecordKind, id: string) => got<RecordItem>(await ask('GET', `/${kind}/${id}`), 200);
const history = async (kind: RecordKind, id: string) => (got<{ items: RecordVersion[] }>(await ask('GET', `/${kind}/${id}/versions`), 200)).items;

async function first<Kind extends RecordKind>(kind: Kind): Promise<RecordItem & { content: ContentOf<Kind> }> {
  const [item] = await list(kind);
  return item as RecordItem & { content: ContentOf<Kind> };
}

async function change({ kind, id, revision, content }: RecordItem, changed: object) {
  return ask('POST', `/${kind}/${id}`, { revision, content: { ...content, ...changed } });
}

const holiday = { kind: 'worked_holiday', day: '2026-12-08' };

describe('every kind', () => {
  test.each(['union', 'privacy_notice', 'municipality', 'office', 'place', 'life_event', 'faq', 'calendar', 'service'] as const)('%s: saved as it is, it stays as it is', async (kind) => {
    for (const item of (await list(kind)).slice(0, 5)) {
      const saved = got<RecordItem>(await change(item, {}), 200);
      expect(saved).toEqual({ ...item, revision: item.revision + 1 });
    }
  });

  test('is read by administrators and auditors, and changed by administrators alone', async () => {
    const office = await first('office');
    for (const role of ['auditor', 'manager', 'operator'] as const) {
      const other = (await signedIn(desk, await addMember(desk, { role }))).cookie;
      const mayRead = role === 'auditor' ? 200 : 403;
      expect((await askAs(desk, other, 'GET', '/staff/records/office')).statusCode).toBe(mayRead);
      expectProblem(await askAs(desk, other, 'POST', `/staff/records/office/${office.id}`, { revision: 0, content: office.content }), 'not-allowed');
    }
  });

  test('of a name that does not exist, or an id that is not there, is not found', async () => {
    for (const path of ['/moon', '/office/nobody', '/faq/nobody/versions', '/office/nobody/dependents', '/office/nobody/draft']) expectProblem(await ask('GET', path), 'not-found');
    expectProblem(await ask('POST', '/faq/nobody/archive', { revision: 0 }), 'not-found');
    const office = await first('office');
    expectProblem(await ask('POST', '/office/nobody', { revision: 0, content: office.content }), 'not-found');
  });
});

describe('a change', () => {
  test('shows at once to citizens, in this process and in another', async () => {
    const beside = await openBeside(desk);
    try {
      const office = await first('office');
      got(await change(office, { name: { it: 'Ufficio di prova', en: 'Office on trial' } }), 200);
      for (const { app } of [desk, beside]) {
        const { items } = (await app.inject('/api/v1/offices')).json() as { items: { id: string; name: string }[] };
        expect(items.find(({ id }) => id === office.id)?.name).toBe('Ufficio di prova');
      }
      got(await ask('POST', `/office/${office.id}/versions/0/restoration`, { revision: office.revision + 1 }), 200);
      expect((await show('office', office.id)).content).toEqual(office.content);
    } finally {
      await beside.close();
    }
  });

  test('of two administrators who saw the same, the second is told, and nothing of the first is lost', async () => {
    const faq = await first('faq');
    const answers = await Promise.all(['Prima', 'Seconda'].map((it) => change(faq, { question: { it } })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409);
    if (refused) expectProblem(refused, 'changed-meanwhile');
    expect((await show('faq', faq.id)).revision).toBe(faq.revision + 1);
  });

  test('that cannot be meant is refused field by field, and nothing is written', async () => {
    const [service, office] = [await first('service'), (await list('office'))[1]];
    const wrong = { slug: 'Con Spazi', office_id: 'nobody', channels: service.content.channels.map((channel) => ({ ...channel, duration_minutes: 3 })) };
    const shape = expectProblem(await change(service, wrong), 'validation');
    expect(shape.errors?.map(({ field }) => field)).toEqual(expect.arrayContaining(['/content/slug', '/content/channels/0/duration_minutes']));
    const meaning = expectProblem(await change(service, { office_id: 'nobody', slug: (await list('service'))[1]?.content.kind === 'service' ? ((await list('service'))[1]?.content as ContentOf<'service'>).slug : '' }), 'validation');
    expect(meaning.errors?.map(({ field }) => field).sort()).toEqual(['/content/office_id', '/content/slug']);
    expectProblem(await change(service, { kind: 'office', ...office?.content }), 'validation');
    expect(await show('service', service.id)).toEqual(service);
  });

  test.each([
    ['a link that a browser would run', { links: [{ rel: 'x', label: { it: 'x' }, url: 'javascript:alert(1)' }] }, '/content/links/0/url'],
    ['a link to another machine without its protocol', { links: [{ rel: 'x', label: { it: 'x' }, url: '//example.org' }] }, '/content/links/0/url'],
    ['no language', { languages: [] }, '/content/languages'],
    ['a name of two lines', { name: 'Unione\nCollinare' }, '/content/name'],
  ])('of the union with %s is refused', async (_, wrong, field) => {
    const { errors } = expectProblem(await change(await first('union'), wrong), 'validation');
    expect(errors?.map((error) => error.field)).toContain(field);
  });

  test('of where the declaration of accessibility is leads citizens there', async () => {
    const union = await first('union');
    const links = async () => ((await desk.app.inject('/api/v1/union')).json() as { links: { rel: string; url: string }[] }).links.filter(({ rel }) => rel === 'accessibility');
    const [before] = await links();
    const changed = got<RecordItem>(await change(union, { accessibility_url: 'https://form.agid.gov.it/view/una-prova' }), 200);
    expect(await links()).toEqual([{ ...before, url: 'https://form.agid.gov.it/view/una-prova' }]);
    const withoutLink = got<RecordItem>(await change(changed, { links: [], accessibility_url: 'https://form.agid.gov.it/view/una-prova' }), 200);
    expect(await links()).toMatchObject([{ rel: 'accessibility', label: 'Dichiarazione di accessibilità' }]);
    got(await ask('POST', `/union/${union.id}`, { revision: withoutLink.revision, content: union.content }), 200);
    expect(await links()).toEqual([before]);
  });

  test('stands in the trail with its fields', async () => {
    const faq = await first('faq');
    got(await change(faq, { question: { it: 'Un’altra domanda' } }), 200);
    const entries = await desk.database.read.select().from(desk.database.tables.auditEntries).where(eq(desk.database.tables.auditEntries.objectId, faq.id));
    expect(entries).toContainEqual(expect.objectContaining({ action: 'change', objectKind: 'faq', staffId: admin.id, fields: ['question'] }));
  });
});

describe('history', () => {
  test('tells each step with who, and any of them can be put back', async () => {
    const faq = await first('faq');
    const second = got<RecordItem>(await change(faq, { question: { it: 'Seconda' } }), 200);
    const third = got<RecordItem>(await change(second, { question: { it: 'Terza' } }), 200);
    const steps = await history('faq', faq.id);
    expect(steps.slice(0, 2).map(({ action, revision }) => [action, revision])).toEqual([['change', third.revision], ['change', second.revision]]);
    expect(steps.at(-1)).toMatchObject({ action: 'before', revision: 0, staff_id: null });
    expect(steps[0]).toMatchObject({ staff_id: admin.id, content: third.content });
    const back = got<RecordItem>(await ask('POST', `/faq/${faq.id}/versions/${second.revision}/restoration`, { revision: third.revision }), 200);
    expect(back).toMatchObject({ revision: third.revision + 1, content: second.content });
    expectProblem(await ask('POST', `/faq/${faq.id}/versions/${second.revision}/restoration`, { revision: third.revision }), 'changed-meanwhile');
  });

  test('outlives what was deleted, which can be put back', async () => {
    const made = got<RecordItem>(await ask('POST', '/worked_holiday', { content: holiday }), 201);
    expect((await ask('POST', `/worked_holiday/${made.id}/deletion`, { revision: made.revision })).statusCode).toBe(204);
    expectProblem(await ask('GET', `/worked_holiday/${made.id}`), 'not-found');
    expect((await history('worked_holiday', made.id)).map(({ action }) => action)).toEqual(['delete', 'create']);
    const back = got<RecordItem>(await ask('POST', `/worked_holiday/${made.id}/versions/1/restoration`, { revision: 2 }), 200);
    expect(back.content).toEqual(made.content);
    expect((await ask('POST', `/worked_holiday/${made.id}/deletion`, { revision: back.revision })).statusCode).toBe(204);
  });
});

describe('what depends on others', () => {
  test('cannot be deleted, and says what hangs on it', async () => {
    const office = await first('office');
    expectProblem(await ask('POST', `/office/${office.id}/deletion`, { revision: office.revision }), 'still-used');
    const { items } = got<{ items: { kind: string; count: number; example: string | null }[] }>(await ask('GET', `/office/${office.id}/dependents`), 200);
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['service', 'calendar']));
    expectProblem(await ask('POST', `/office/${office.id}/archive`, { revision: office.revision }), 'still-used');
  });

  test('is deleted while nothing does, with all of it', async () => {
    const service = await first('service');
    const copy = { ...service.content, slug: 'una-copia', channels: service.content.channels.map((channel) => ({ ...channel, questions: [] })) };
    const made = got<RecordItem>(await ask('POST', '/service', { content: copy }), 201);
    expect((await ask('POST', `/service/${made.id}/deletion`, { revision: made.revision })).statusCode).toBe(204);
    const { serviceChannels } = desk.database.tables;
    expect(await desk.database.read.select().from(serviceChannels).where(eq(serviceChannels.serviceId, made.id))).toEqual([]);
  });
});

describe('a service', () => {
  const service = () => show('service', video.service_id) as Promise<RecordItem & { content: ContentOf<'service'> }>;

  test('gives a channel up and takes it again, with the row that was booked by', async () => {
    const link = await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
    const before = await service();
    const without = got<RecordItem>(await change(before, { channels: before.content.channels.filter(({ channel }) => channel !== 'video') }), 200);
    expect(await citizen.show(link)).toMatchObject({ state: 'confirmed' });
    const back = got<RecordItem>(await change(without, { channels: before.content.channels }), 200);
    expect(back.content).toEqual(before.content);
  });

  test('keeps the questions that were answered, and asks new ones', async () => {
    const before = await service();
    const asked = { kind: 'short_text', label: { it: 'Quale pratica?' }, required: false };
    const withOne = got<RecordItem & { content: ContentOf<'service'> }>(await change(before, { channels: before.content.channels.map((channel) => (channel.channel === 'video' ? { ...channel, questions: [asked] } : channel)) }), 200);
    const [question] = withOne.content.channels.find(({ channel }) => channel === 'video')?.questions ?? [];
    expect(question).toMatchObject({ ...asked, id: expect.any(String) });
    got(await change(withOne, { channels: before.content.channels }), 200);
    const { questions } = desk.database.tables;
    expect(await desk.database.read.select().from(questions).where(eq(questions.id, question?.id ?? ''))).toMatchObject([{ archivedAt: expect.any(Number) }]);
    expect((await service()).content).toEqual(before.content);
  });

  test('archived is offered no more, and comes back unseen', async () => {
    const before = await service();
    const archived = got<RecordItem>(await ask('POST', `/service/${before.id}/archive`, { revision: before.revision }), 200);
    expect(archived.state).toBe('archived');
    expect((await list('service')).at(-1)?.id).toBe(before.id);
    expectProblem(await change(archived, {}), 'state-conflict');
    expect((await desk.app.inject(`/api/v1/services/${before.id}`)).statusCode).toBe(404);
    const back = got<RecordItem>(await ask('POST', `/service/${before.id}/unarchive`, { revision: archived.revision }), 200);
    expect(back.content).toMatchObject({ is_published: false });
    got(await change(back, { is_published: true }), 200);
  });

  test('raises the version of its texts only when one of them changes', async () => {
    const { services } = desk.database.tables;
    const version = async () => (await desk.database.read.select({ version: services.textsVersion }).from(services).where(eq(services.id, video.service_id)))[0]?.version ?? 0;
    const [before, record] = [await version(), await service()];
    const longer = got<RecordItem>(await change(record, { popularity: 1 }), 200);
    expect(await version()).toBe(before);
    got(await change(longer, { summary: { it: 'Un altro riassunto' } }), 200);
    expect(await version()).toBe(before + 1);
  });
});

describe('before it is saved', () => {
  const effect = async (kind: RecordKind, id: string, body: object) => got<RecordEffect>(await ask('POST', `/${kind}/${id}/effects`, body), 200);
  const freeIn = async (from: string, to: string) => {
    const { items } = (await desk.app.inject(`/api/v1/slots?service_id=${video.service_id}&channel=video&municipality_id=${video.municipality_id}&from=${from}&to=${to}`)).json() as { items: unknown[] };
    return items.length;
  };

  test('a longer service shows fewer free times, as many as citizens find afterwards', async () => {
    const record = (await show('service', video.service_id)) as RecordItem & { content: ContentOf<'service'> };
    const content = { ...record.content, channels: record.content.channels.map((channel) => (channel.channel === 'video' ? { ...channel, duration_minutes: 60 } : channel)) };
    const shown = await effect('service', record.id, { revision: record.revision, does: 'change', content });
    const way = shown.free_times.find(({ channel }) => channel === 'video');
    expect(way).toMatchObject({ before: await freeIn(shown.from, shown.to) });
    expect(await show('service', record.id)).toEqual(record); // nothing was changed
    const saved = got<RecordItem>(await ask('POST', `/service/${record.id}`, { revision: record.revision, content }), 200);
    expect(way).toMatchObject({ after: await freeIn(shown.from, shown.to) });
    expect(way?.after).toBeLessThan(way?.before ?? 0);
    got(await ask('POST', `/service/${record.id}`, { revision: saved.revision, content: record.content }), 200);
  });

  test('a closure says which appointments lie under it, and takes the free times', async () => {
    await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
    const content = { kind: 'closure', scope: 'union', first_day: '2026-12-03', last_day: '2026-12-03', closes_remote: true };
    const shown = await effect('closure', 'new', { revision: 0, does: 'change', content });
    expect(shown).toMatchObject({ from: '2026-12-03', touched_count: 1, touched: [{ starts_at: '2026-12-03T09:00:00+01:00', why: 'closed' }] });
    expect(shown.before - shown.after).toBeGreaterThan(0);
    expect(await list('closure')).toEqual([]);
    const counterOnly = await effect('closure', 'new', { revision: 0, does: 'change', content: { ...content, closes_remote: false } });
    expect(counterOnly.touched_count).toBe(0);
  });

  test('a comune that leaves shows what was booked for it after its last day', async () => {
    await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
    const comune = (await show('municipality', video.municipality_id)) as RecordItem & { content: ContentOf<'municipality'> };
    const memberships = comune.content.memberships.map((membership) => ({ ...membership, last_day: '2026-12-02' }));
    const shown = await effect('municipality', comune.id, { revision: comune.revision, does: 'change', content: { ...comune.content, memberships } });
    expect(shown).toMatchObject({ from: '2026-12-03', touched_count: 1, touched: [{ why: 'not_member' }], after: 0 });
    expect(shown.before).toBeGreaterThan(0);
  });

  test('a rule that leaves no times is said', async () => {
    const record = (await show('service', video.service_id)) as RecordItem & { content: ContentOf<'service'> };
    const content = { ...record.content, channels: record.content.channels.map((channel) => ({ ...channel, notice_minutes: 525_600 })) };
    expect((await effect('service', record.id, { revision: record.revision, does: 'change', content })).warnings).toEqual(['no_times']);
  });

  test('what was changed meanwhile, or cannot be meant, is said as when it is saved', async () => {
    const office = await first('office');
    expectProblem(await ask('POST', `/office/${office.id}/effects`, { revision: office.revision + 1, does: 'change', content: office.content }), 'changed-meanwhile');
    expectProblem(await ask('POST', `/office/${office.id}/effects`, { revision: office.revision, does: 'delete' }), 'still-used');
    expectProblem(await ask('POST', '/office/new/effects', { revision: 0, does: 'change', content: office.content }), 'validation');
    expectProblem(await ask('POST', '/office/new/effects', { revision: 0, does: 'change' }), 'validation');
  });
});

describe('a new order', () => {
  const order = (kind: RecordKind, items: readonly Pick<RecordItem, 'id' | 'revision'>[], as = cookie) => askAs(desk, as, 'POST', `/staff/records/${kind}/order`, { items: items.map(({ id, revision }) => ({ id, revision })) });
  const ids = (items: readonly RecordItem[]) => items.map(({ id }) => id);

  test('is one act: each that gets another place has a step of history, and citizens see it', async () => {
    const before = await list('faq');
    const turned = before.toReversed();
    const answered = got<{ items: RecordItem[] }>(await order('faq', turned), 200).items;
    expect(ids(answered)).toEqual(ids(turned));
    expect(ids(await list('faq'))).toEqual(ids(turned));
    for (const { id, revision } of before) {
      const middle = before.length % 2 === 1 && id === before[(before.length - 1) / 2]?.id;
      expect((await show('faq', id)).revision).toBe(middle ? revision : revision + 1);
    }
    got(await order('faq', (await list('faq')).toReversed()), 200);
    expect(ids(await list('faq'))).toEqual(ids(before));
  });

  test('of two administrators who saw the same is taken from one, whole', async () => {
    const before = await list('faq');
    const colleague = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
    const [first, ...rest] = before;
    if (!first) throw new Error('there are questions');
    const wishes = [before.toReversed(), [...rest, first]];
    const answers = await Promise.all([order('faq', wishes[0] ?? []), order('faq', wishes[1] ?? [], colleague)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const won = answers.findIndex(({ statusCode }) => statusCode === 200);
    expect(ids(await list('faq'))).toEqual(ids(wishes[won] ?? []));
    const now = new Map((await list('faq')).map((item) => [item.id, item]));
    got(await order('faq', before.flatMap(({ id }) => now.get(id) ?? [])), 200);
  });

  test('that leaves somebody out, names one twice, or knows an older state, changes nothing', async () => {
    const before = await list('faq');
    const [first, second, ...rest] = before.toReversed();
    if (!first || !second) throw new Error('there are questions');
    for (const wrong of [[second, ...rest], [first, first, ...rest], [{ ...first, revision: first.revision + 1 }, second, ...rest]]) expectProblem(await order('faq', wrong), 'changed-meanwhile');
    expect(await list('faq')).toEqual(before);
    expectProblem(await order('place', before), 'not-found');
  });
});

describe('a draft', () => {
  test('is kept for later beside what is in force, told of, and over once it is saved', async () => {
    const office = await first('office');
    const content = { ...office.content, name: { it: 'Nome di domani' } };
    got(await ask('POST', `/office/${office.id}/draft`, { revision: office.revision, content }), 200);
    expect(await show('office', office.id)).toEqual({ ...office, has_draft: true });
    const kept = got<{ content: object; staff_id: string }>(await ask('GET', `/office/${office.id}/draft`), 200);
    expect(kept).toMatchObject({ content, staff_id: admin.id, based_on: office.revision });
    const saved = got<RecordItem>(await ask('POST', `/office/${office.id}`, { revision: office.revision, content }), 200);
    expect(saved.has_draft).toBe(false);
    expectProblem(await ask('POST', `/office/${office.id}/draft`, { revision: office.revision, content }), 'changed-meanwhile');
    got(await ask('POST', `/office/${office.id}`, { revision: saved.revision, content: office.content }), 200);
  });

  test('of a colleague outlives what somebody else changes, until it is in force', async () => {
    const office = await first('office');
    const kept = { ...office.content, name: { it: 'Nome di dopodomani' } };
    got(await ask('POST', `/office/${office.id}/draft`, { revision: office.revision, content: kept }), 200);
    const colleague = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
    const changeAs = (revision: number, content: object) => askAs(desk, colleague, 'POST', `/staff/records/office/${office.id}`, { revision, content });
    const changed = got<RecordItem>(await changeAs(office.revision, { ...office.content, position: 3 }), 200);
    expect(changed.has_draft).toBe(true);
    const published = got<RecordItem>(await changeAs(changed.revision, kept), 200);
    expect(published.has_draft).toBe(false);
    got(await ask('POST', `/office/${office.id}`, { revision: published.revision, content: office.content }), 200);
  });

  test('is given up, twice if need be', async () => {
    const office = await first('office');
    got(await ask('POST', `/office/${office.id}/draft`, { revision: office.revision, content: office.content }), 200);
    for (let time = 0; time < 2; time += 1) expect((await ask('DELETE', `/office/${office.id}/draft`)).statusCode).toBe(204);
    expectProblem(await ask('GET', `/office/${office.id}/draft`), 'not-found');
  });
});

describe('a draft of what is not there yet', () => {
  const typed = (more: object = {}) => JSON.stringify({ kind: 'service', name: { it: '' }, slug: '', channels: [], ...more });
  const drafts = async (kind: RecordKind = 'service') => (got<{ items: NewRecordDraft[] }>(await ask('GET', `/${kind}/new-drafts`), 200)).items;
  const keep = async (more: object = {}) => got<NewRecordDraft>(await ask('POST', '/service/new-drafts', { typed: typed(more) }), 201);

  test('is kept as unfinished as it is, listed with who keeps it, gone on with, and in force for nobody', async () => {
    const services = await list('service');
    const draft = await keep();
    expect(await drafts()).toEqual([draft]);
    expect(draft).toMatchObject({ revision: 0, staff_id: admin.id, staff_name: expect.any(String) });
    expect(JSON.parse(draft.typed)).toEqual(JSON.parse(typed()));
    const later = got<NewRecordDraft>(await ask('POST', `/service/new-drafts/${draft.id}`, { revision: 0, typed: typed({ name: { it: 'Nuovo' } }) }), 200);
    expect(later).toMatchObject({ id: draft.id, revision: 1 });
    expect(await drafts()).toEqual([later]);
    expect(await drafts('faq')).toEqual([]);
    expect(await list('service')).toEqual(services);
    expectProblem(await ask('GET', `/service/${draft.id}`), 'not-found');
    expectProblem(await ask('GET', `/service/${draft.id}/draft`), 'not-found');
    expect((await ask('DELETE', `/service/new-drafts/${draft.id}`)).statusCode).toBe(204);
  });

  test('of which a colleague kept a newer state is not overwritten', async () => {
    const draft = await keep();
    const colleague = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
    got(await askAs(desk, colleague, 'POST', `/staff/records/service/new-drafts/${draft.id}`, { revision: 0, typed: typed({ slug: 'loro' }) }), 200);
    expectProblem(await ask('POST', `/service/new-drafts/${draft.id}`, { revision: 0, typed: typed({ slug: 'mio' }) }), 'changed-meanwhile');
    expect((await drafts())[0]?.typed).toContain('loro');
    for (let twice = 0; twice < 2; twice += 1) expect((await ask('DELETE', `/service/new-drafts/${draft.id}`)).statusCode).toBe(204);
    expect(await drafts()).toEqual([]);
    expectProblem(await ask('POST', `/service/new-drafts/${draft.id}`, { revision: 1, typed: typed() }), 'not-found');
  });

  test('is over once the record is made from it, and stays where that is refused', async () => {
    const draft = got<NewRecordDraft>(await ask('POST', '/worked_holiday/new-drafts', { typed: JSON.stringify({ kind: 'worked_holiday', day: '' }) }), 201);
    expectProblem(await ask('POST', '/worked_holiday', { content: { kind: 'worked_holiday', day: '2026-12-09', municipality_id: 'nobody' }, draft_id: draft.id }), 'validation');
    expect(await drafts('worked_holiday')).toHaveLength(1);
    const made = got<RecordItem>(await ask('POST', '/worked_holiday', { content: holiday, draft_id: draft.id }), 201);
    expect(await drafts('worked_holiday')).toEqual([]);
    expect((await ask('POST', `/worked_holiday/${made.id}/deletion`, { revision: made.revision })).statusCode).toBe(204);
  });

  test('is one of its kind, and the draft of a change is none of these', async () => {
    for (const wrong of ['{"kind":"office"}', '[]', 'null', '{', '"service"']) expectProblem(await ask('POST', '/service/new-drafts', { typed: wrong }), 'validation');
    const office = await first('office');
    got(await ask('POST', `/office/${office.id}/draft`, { revision: office.revision, content: office.content }), 200);
    expect(await drafts('office')).toEqual([]);
    expect((await ask('DELETE', `/office/new-drafts/${office.id}`)).statusCode).toBe(204);
    expect((await ask('GET', `/office/${office.id}/draft`)).statusCode).toBe(200);
    expect((await ask('DELETE', `/office/${office.id}/draft`)).statusCode).toBe(204);
  });
});

describe('the privacy notice', () => {
  test('in force stays as it was; a new version holds from its day on', async () => {
    const notice = await first('privacy_notice');
    const { errors } = expectProblem(await change(notice, { text: { it: 'Un altro testo' } }), 'validation');
    expect(errors).toMatchObject([{ field: '/content/text' }]);
    expectProblem(await ask('POST', '/privacy_notice', { content: { ...notice.content, version: 'nuova', valid_from: '2026-11-30' } }), 'validation');
    const next = got<RecordItem>(await ask('POST', '/privacy_notice', { content: { ...notice.content, version: 'nuova', valid_from: '2026-12-02' } }), 201);
    const version = async () => ((await desk.app.inject('/api/v1/union')).json() as { privacy_notice: { version: string } }).privacy_notice.version;
    expect(await version()).not.toBe('nuova');
    desk.clock.pass(24 * 60);
    expect(await version()).toBe('nuova');
    desk.clock.pass(-24 * 60);
    expect((await ask('POST', `/privacy_notice/${next.id}/deletion`, { revision: next.revision })).statusCode).toBe(204);
  });
});
