import type { ImportReport, ServicePage, UnionDocument } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk, openEmptyDesk } from './app.ts';
import { citizenOf, got } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, cookieOf, signedIn } from './staff-app.ts';

// All that the union decided as one document: written here, read in there.

let desk: Desk;
let empty: Desk;
let cookie: string;
let cookieThere: string;

const admin = async (where: Desk) => (await signedIn(where, await addMember(where, { role: 'admin' }))).cookie;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  empty = await openDesk({ demo: false });
  [cookie, cookieThere] = [await admin(desk), await admin(empty)];
});
afterEach(async () => {
  await empty.close();
  await desk.clear();
});
afterAll(() => desk.close());

const write = async (where: Desk, as: string) => got<UnionDocument>(await askAs(where, as, 'GET', '/staff/union-document'), 200);
const tryThere = async (document: object) => got<ImportReport>(await askAs(empty, cookieThere, 'POST', '/staff/union-document/preview', document), 200);
const importThere = async (document: object) => got<ImportReport>(await askAs(empty, cookieThere, 'POST', '/staff/union-document', document), 200);
const withoutStaff = (document: UnionDocument) => JSON.parse(JSON.stringify(document, (name, value: unknown) => (name === 'staff_id' ? undefined : value))) as UnionDocument;
const withoutHead = ({ records, hours }: UnionDocument) => ({ records, hours });

/** Every free time of every service, as citizens find them. */
async function freeTimes(where: Desk): Promise<Record<string, unknown>> {
  const ask = async (path: string) => (await where.app.inject(`/api/v1${path}`)).json() as { items: { id: string }[] };
  const [municipality] = (await ask('/municipalities')).items;
  const found: Record<string, unknown> = {};
  for (const { id } of (await ask('/services')).items) {
    const { channels } = (await ask(`/services/${id}`)) as unknown as ServicePage;
    for (const { channel } of channels) found[`${id} ${channel}`] = await ask(`/slots?service_id=${id}&channel=${channel}&municipality_id=${municipality?.id}&from=2026-12-01&to=2026-12-20`);
  }
  return found;
}

describe('a document', () => {
  test('read into an empty installation offers the same free times, and is written again word for word', async () => {
    const [calendar] = (await write(desk, cookie)).hours;
    got(await askAs(desk, cookie, 'POST', '/staff/calendar-changes', { change: { kind: 'absence', calendar_ids: [calendar?.calendar_id], starts_at: '2026-12-10T09:00:00+01:00', ends_at: '2026-12-11T18:00:00+01:00', reason: 'Malattia' }, resolutions: [], tell: false }), 201);
    got(await askAs(desk, cookie, 'POST', '/staff/records/closure', { content: { kind: 'closure', scope: 'union', first_day: '2026-12-24', last_day: '2026-12-31', closes_remote: true } }), 201);

    const document = await write(desk, cookie);
    expect(JSON.stringify(document)).not.toContain('Malattia');
    const tried = await tryThere(document);
    expect(tried).toMatchObject({ is_right: true, error_count: 0 });
    expect(await freeTimes(empty)).toEqual({}); // a try changes nothing

    expect(await importThere(document)).toEqual(tried);
    const times = await freeTimes(desk);
    expect(Object.keys(times).length).toBeGreaterThan(20);
    expect(await freeTimes(empty)).toEqual(times);
    // Whose calendar it is, only our staff can say.
    expect(withoutHead(await write(empty, cookieThere))).toEqual(withoutHead(withoutStaff(document)));
    const again = await importThere(document);
    expect(again.kinds.every(({ created, changed }) => created === 0 && changed === 0)).toBe(true);
  });

  test('holds nobody of the staff and nobody who booked', async () => {
    const { email } = await addMember(desk, { role: 'operator' });
    const citizen = citizenOf(desk);
    await citizen.bookAt(await citizen.wanted(), '2026-12-03T09:00:00+01:00');
    const written = JSON.stringify(await write(desk, cookie));
    const { people } = desk.database.tables;
    const [person] = await desk.database.read.select().from(people);
    for (const personal of [email, person?.email, person?.familyName]) expect(written).not.toContain(personal ?? 'nothing to look for');
    expect(person?.email).toMatch('@');
  });

  test('with something wrong changes nothing, and says all of it by row and field', async () => {
    const document = await write(desk, cookie);
    const wrong = structuredClone(document) as unknown as { records: { id: string; content: Record<string, unknown> }[]; hours: { calendar_id: string; rules: Record<string, unknown>[] }[] };
    const rowOf = (kind: string) => wrong.records.findIndex(({ content }) => content['kind'] === kind);
    const [office, service, place] = [rowOf('office'), rowOf('service'), rowOf('place')];
    (wrong.records[office] as { content: Record<string, unknown> }).content['phone'] = 'nessuno';
    (wrong.records[service] as { content: Record<string, unknown> }).content['office_id'] = 'nobody';
    (wrong.records[place] as { content: Record<string, unknown> }).content['kind'] = 'castle';
    const report = await tryThere(wrong);
    expect(report.is_right).toBe(false);
    expect(report.errors.map(({ list, row, field }) => `${list} ${row} ${field}`)).toEqual(expect.arrayContaining([`records ${office + 1} /content/phone`, `records ${service + 1} /content/office_id`, `records ${place + 1} /content/kind`]));
    expect(report.errors.find(({ row }) => row === office + 1)).toMatchObject({ title: expect.any(String), detail: expect.stringContaining('telefono') });
    expect(await importThere(wrong)).toEqual(report);
    expect((await write(empty, cookieThere)).records).toEqual([]);
  });

  test('whose hours cannot be is told so', async () => {
    const document = await write(desk, cookie);
    const [first, ...others] = document.hours;
    const hours = [{ ...first, rules: first?.rules.map((rule) => ({ ...rule, end_minute: rule.start_minute })) }, { calendar_id: 'nobody', rules: [], exceptions: [], absences: [] }, ...others];
    const { errors } = await tryThere({ ...document, hours });
    expect(errors.filter(({ list }) => list === 'hours').map(({ row, field }) => `${row} ${field}`)).toEqual(expect.arrayContaining(['1 /rules/0/end_minute', '2 /calendar_id']));
  });

  test('of another format or version is refused as a whole', async () => {
    const document = await write(desk, cookie);
    for (const other of [{ ...document, version: 2 }, { ...document, format: 'something-else' }, { format: document.format }]) expectProblem(await askAs(empty, cookieThere, 'POST', '/staff/union-document/preview', other), 'validation');
  });

  test('that says something twice is told so', async () => {
    const document = await write(desk, cookie);
    const [record] = document.records.filter(({ content }) => content.kind === 'office');
    const { errors } = await tryThere({ ...document, records: [...document.records, record] });
    expect(errors.map(({ row, field }) => `${row} ${field}`)).toEqual(expect.arrayContaining([`${document.records.length + 1} /id`, `${document.records.length + 1} /content/slug`]));
  });

  test('of fifty thousand rows, half of them wrong, is answered with what is wrong, and others are served meanwhile', async () => {
    const document = await write(desk, cookie);
    const faq = (row: number) => ({ id: `faq-${row}`, content: { kind: 'faq', position: row % 2 === 0 ? row % 10_000 : -1, question: { it: `Domanda ${row}` }, answer: { it: 'Sì.' } } });
    const records = Array.from({ length: 50_000 }, (_, row) => faq(row));
    const asked = tryThere({ ...document, records, hours: [] });
    let served = 0;
    const meanwhile = (async () => {
      for (let time = 0; time < 5; time += 1) if ((await empty.app.inject('/api/v1/status')).statusCode === 200) served += 1;
    })();
    const report = await asked;
    await meanwhile;
    expect(served).toBe(5);
    expect(report).toMatchObject({ is_right: false, error_count: 25_000, wrong_rows: 25_000 });
    expect(report.errors).toHaveLength(500);
    expect(report.errors[0]).toMatchObject({ list: 'records', row: 2, title: 'Domanda 1', field: '/content/position' });
  });

  test('is imported by who just showed who they are', async () => {
    const document = await write(desk, cookie);
    const { sessionId } = await signedIn(empty, await addMember(empty, { role: 'admin' }));
    empty.clock.pass(11);
    expectProblem(await askAs(empty, cookieOf(empty, sessionId), 'POST', '/staff/union-document', document), 'fresh-sign-in-needed');
  });

  test('changes what is there already, and its history says so', async () => {
    const document = await write(desk, cookie);
    await importThere(document);
    const records = document.records.map((record) => (record.content.kind === 'faq' ? { ...record, content: { ...record.content, question: { it: 'Importata' } } } : record));
    const report = await importThere({ ...document, records });
    const count = records.filter(({ content }) => content.kind === 'faq').length;
    expect(report.kinds.find(({ kind }) => kind === 'faq')).toEqual({ kind: 'faq', created: 0, changed: count, unchanged: 0 });
    const [faq] = records.filter(({ content }) => content.kind === 'faq');
    const { items } = got<{ items: { action: string; revision: number }[] }>(await askAs(empty, cookieThere, 'GET', `/staff/records/faq/${faq?.id}/versions`), 200);
    expect(items.map(({ action, revision }) => [action, revision])).toEqual([['import', 2], ['import', 1]]);
  });
});
