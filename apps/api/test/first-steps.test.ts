import { type FirstSteps, type ItalianComune, type ItalianProvince, joinMunicipalities, type RecordItem } from '@sportello/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

// From an empty database to the first bookable service.

async function askerAt(desk: Desk) {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'admin', allOffices: true }));
  return (method: 'GET' | 'POST', path: string, body?: object) => askAs(desk, cookie, method, `/staff${path}`, body);
}

describe('the list of all comuni', () => {
  let desk: Desk;
  let ask: Awaited<ReturnType<typeof askerAt>>;
  beforeAll(async () => {
    desk = await openDesk({ demo: false });
    ask = await askerAt(desk);
  });
  afterAll(() => desk.close());
  const find = async (q: string, more = '') => got<{ items: ItalianComune[]; next_cursor: string | null; province: ItalianProvince | null }>(await ask('GET', `/italian-comuni?q=${encodeURIComponent(q)}${more}`), 200);
  const names = async (q: string) => (await find(q)).items.map(({ name }) => name);

  test.each([
    ['at', 'AT'],
    ['ASTI', 'AT'],
    ['Bozen', 'BZ'],
    ['forli cesena', 'FC'],
  ])('"%s" is the province %s', async (words, sign) => {
    expect((await find(words)).province).toMatchObject({ sign });
  });

  test.each(['ast', 'mombercelli', 'atr'])('"%s" is no province', async (words) => {
    expect((await find(words)).province).toBeNull();
  });

  test.each([
    ['AGLIE', 'Agliè'],
    ['agliè', 'Agliè'],
    ['bozen', 'Bolzano/Bozen'],
    ['bolzano', 'Bolzano/Bozen'],
    ['sant agata de goti', "Sant'Agata de' Goti"],
    ["  reggio nell'emilia ", "Reggio nell'Emilia"],
    ['asti', 'Asti'],
  ])('"%s" finds %s first', async (words, name) => {
    expect((await names(words))[0]).toBe(name);
  });

  test('a later word of a name is found too, after those that begin so', async () => {
    const found = await names('scarampi');
    expect(found).toContain('Montaldo Scarampi');
  });

  test.each(['AT', 'at', 'Asti'])('%s lists every comune of the province, page after page', async (words) => {
    const first = await find(words);
    const rest = await find(words, `&cursor=${first.next_cursor}`);
    const all = [...first.items, ...rest.items];
    expect(first.items).toHaveLength(100);
    expect(rest.next_cursor).toBeNull();
    expect(new Set(all.map(({ istat_code }) => istat_code)).size).toBe(117);
    expect(all.every(({ province, province_name }) => province === 'AT' && province_name === 'Asti')).toBe(true);
  });

  test('a comune with several postal codes has none in the list', async () => {
    expect((await find("reggio nell'emilia")).items[0]?.postal_code).toBeNull();
    expect((await find('mombercelli')).items[0]).toEqual({ istat_code: '005066', cadastral_code: 'F316', name: 'Mombercelli', province: 'AT', province_name: 'Asti', postal_code: '14047' });
  });

  test('what is no name finds nothing', async () => {
    expect(await names('xyzxyz')).toEqual([]);
    expect(await names('---')).toEqual([]);
  });

  test('too long, empty, or of another list is refused', async () => {
    expectProblem(await ask('GET', '/italian-comuni'), 'validation');
    expectProblem(await ask('GET', `/italian-comuni?q=${'a'.repeat(101)}`), 'validation');
    expectProblem(await ask('GET', '/italian-comuni?q=asti&cursor=bm9uZQ'), 'validation');
  });
});

describe('joining the union', () => {
  let desk: Desk;
  let ask: Awaited<ReturnType<typeof askerAt>>;
  beforeEach(async () => {
    desk = await openDesk({ demo: false });
    ask = await askerAt(desk);
    got(await ask('POST', '/records/union', { content: union }), 201);
    return () => desk.close();
  });
  const join = (items: readonly { istat_code: string; postal_code: string }[], first_day = '2026-12-01') => ask('POST', joinMunicipalities.url.replace('/staff', ''), { first_day, items });
  const members = async () => got<{ items: RecordItem[] }>(await ask('GET', '/records/municipality'), 200).items;
  const mombercelli = { istat_code: '005066', postal_code: '14047' };
  const samone = [{ istat_code: '001235', postal_code: '10010' }, { istat_code: '022165', postal_code: '38059' }];

  test('writes whole records with the postal code that was confirmed, and their history', async () => {
    got(await join([{ ...mombercelli, postal_code: '14099' }]), 200);
    const [item] = await members();
    expect(item).toMatchObject({ revision: 1, content: { slug: 'mombercelli', name: 'Mombercelli', istat_code: '005066', cadastral_code: 'F316', postal_code: '14099', province: 'AT', memberships: [{ first_day: '2026-12-01' }] } });
    expect(item?.content).not.toHaveProperty('area_code');
  });

  test('asked twice, also at once, is done once', async () => {
    await Promise.all([join([mombercelli]), join([mombercelli]), join([mombercelli, ...samone])]);
    got(await join([mombercelli, ...samone]), 200);
    expect((await members()).map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  test('two comuni of one name have addresses of their own', async () => {
    got(await join(samone), 200);
    expect((await members()).map(({ content }) => (content.kind === 'municipality' ? content.slug : '')).sort()).toEqual(['samone', 'samone-tn']);
  });

  test('all or none: one that is not in the list stops the others', async () => {
    const answer = await join([mombercelli, { istat_code: '999999', postal_code: '00000' }, mombercelli]);
    expectProblem(answer, 'validation');
    expect(answer.json()).toMatchObject({ errors: [{ field: '/items/1/istat_code' }, { field: '/items/2/istat_code' }] });
    expect(await members()).toEqual([]);
  });

  test('a comune that had left comes back, with what it was', async () => {
    got(await join([mombercelli], '2026-01-01'), 200);
    const [item] = await members();
    got(await ask('POST', `/records/municipality/${item?.id}`, { revision: 1, content: { ...item?.content, memberships: [{ first_day: '2026-01-01', last_day: '2026-06-30' }], population: 2100 } }), 200);
    got(await join([mombercelli]), 200);
    expect((await members())[0]?.content).toMatchObject({ population: 2100, memberships: [{ first_day: '2026-01-01', last_day: '2026-06-30' }, { first_day: '2026-12-01' }] });
  });
});

const union = { kind: 'union', name: 'Unione di Prova', seat: 'Mombercelli', phone: '+390141000010', email: 'unione@example.org', address: 'Via di Prova 1', languages: ['it'], links: [] };

test('two administrators who make the union at once make one', async () => {
  const desk = await openDesk({ demo: false });
  const ask = await askerAt(desk);
  const answers = await Promise.all([1, 2, 3].map(() => ask('POST', '/records/union', { content: union })));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422, 422]);
  expect(got<{ items: unknown[] }>(await ask('GET', '/records/union'), 200).items).toHaveLength(1);
  await desk.close();
});

test('the steps follow from what exists, one after the other', async () => {
  const desk = await openDesk({ demo: false });
  const ask = await askerAt(desk);
  const steps = async () => got<FirstSteps>(await ask('GET', '/first-steps'), 200);
  const create = async (content: { readonly kind: string }) => got<RecordItem>(await ask('POST', `/records/${content.kind}`, { content }), 201);
  const isOpen = async () => ((await desk.app.inject('/api/v1/union')).json() as { is_open: boolean }).is_open;

  expect(await steps()).toEqual({ done: [], next: 'union', service_id: null, calendar_id: null, has_privacy_notice: false });
  await create(union);
  expect((await steps()).next).toBe('municipalities');
  const { items } = got<{ items: RecordItem[] }>(await ask('POST', '/italian-comuni/memberships', { first_day: '2026-01-01', items: [{ istat_code: '005066', postal_code: '14047' }] }), 200);
  expect((await steps()).next).toBe('offices');
  const office = await create({ ...bareOffice, serves: [{ municipality_id: items[0]?.id, first_day: '2026-01-01' }] } as { kind: string });
  expect((await steps()).next).toBe('service');
  const service = await create({ ...bareService, office_id: office.id } as { kind: string });
  expect(await steps()).toMatchObject({ next: 'hours', service_id: service.id, calendar_id: null });

  const calendar = await create({ kind: 'calendar', name: 'Ines', of: 'operator', office_id: office.id } as { kind: string });
  const received = { ...bareService, office_id: office.id, channels: [{ ...bareService.channels[0], needs: [[calendar.id]] }] };
  got(await ask('POST', `/records/service/${service.id}`, { revision: 1, content: received }), 200);
  expect(await steps()).toMatchObject({ next: 'hours', calendar_id: calendar.id });
  const rules = [{ recurrence: { kind: 'weekly', days: [1, 2, 3, 4, 5], every_weeks: 1 }, start_minute: 540, end_minute: 720 }];
  got(await ask('POST', '/calendar-changes', { change: { kind: 'rules', calendar_ids: [calendar.id], rules }, resolutions: [], tell: false }), 201);
  expect((await steps()).next).toBe('publication');

  expect(await isOpen()).toBe(false);
  got(await ask('POST', `/records/service/${service.id}`, { revision: 2, content: { ...received, is_published: true } }), 200);
  expect(await steps()).toMatchObject({ next: 'publication', has_privacy_notice: false });
  await create({ kind: 'privacy_notice', version: '1', valid_from: '2026-01-01', text: { it: 'Prova.' } } as { kind: string });
  expect((await steps()).next).toBeNull();
  expect(await isOpen()).toBe(true);
  await desk.close();
});

test('a desk in use has all steps done', async () => {
  const desk = await openEmptyDesk();
  const ask = await askerAt(desk);
  expect(got<FirstSteps>(await ask('GET', '/first-steps'), 200)).toMatchObject({ next: null, has_privacy_notice: true });
  await desk.close();
});

const bareOffice = { kind: 'office', slug: 'sue', name: { it: 'SUE' }, short_name: { it: 'SUE' }, phone: '+390141000010', email: 'sue@example.org', position: 0, serves: [] as object[] };
const bareService = {
  kind: 'service', slug: 'prova', office_id: '', is_published: false, name: { it: 'Prova' }, summary: { it: 'Una prova.' }, keywords: {}, popularity: 50, retention_months: 12, life_event_ids: [],
  channels: [{
    channel: 'video', duration_minutes: 30, offset_minutes: 0, grid: 'opening', buffer_before_minutes: 0, buffer_after_minutes: 0, notice_minutes: 120, horizon_days: 60, hold_minutes: 10, move_cutoff_minutes: 1440, cancel_cutoff_minutes: 240,
    release_delay_minutes: 0, moderated: false, limit_future: 3, limit_per_day: 1, who_may_book: 'citizens', person_may_choose: false, price_cents: 0, reminder_minutes: [], needs: [] as string[][], place_ids: [], questions: [],
  }],
};
