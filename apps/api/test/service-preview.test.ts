import type { ContentOf, DeskAppointment, RecordItem, ServicePage } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, ourOrigin, signedIn } from './staff-app.ts';

// A service is looked at before it is saved; and what people answered stays readable, whatever becomes of the questions.

type Service = RecordItem & { content: ContentOf<'service'> };

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const service = async () => got<Service>(await askAs(desk, cookie, 'GET', `/staff/records/service/${video.service_id}`), 200);
const save = async ({ id, revision }: Service, content: object) => got<Service>(await askAs(desk, cookie, 'POST', `/staff/records/service/${id}`, { revision, content }), 200);
const preview = (body: object) => askAs(desk, cookie, 'POST', '/staff/service-previews', body);
const question = { kind: 'choice', label: { it: 'Quale pratica?', en: 'Which practice?' }, required: true, choices: [{ value: 'a', label: { it: 'Una recinzione' } }, { value: 'b', label: { it: 'Una tettoia' } }] };

/** The service, with other questions by video. */
function asking({ content }: Service, questions: readonly object[]) {
  return { ...content, channels: content.channels.map((channel) => (channel.channel === 'video' ? { ...channel, questions } : channel)) };
}

describe('the preview of a service', () => {
  test('is the page that citizens find once it is saved, and nothing is changed by it', async () => {
    const before = await service();
    const content = { ...asking(before, [question]), name: { it: 'Un altro nome', en: 'Another name' } };
    const seen = got<ServicePage>(await preview({ content, record_id: before.id }), 200);
    expect(seen.name).toBe('Un altro nome');
    expect(seen.channels.find(({ channel }) => channel === 'video')?.questions).toMatchObject([{ label: 'Quale pratica?', required: true }]);
    expect(await service()).toEqual(before);
    expect((await citizen.service(before.id)).name).not.toBe('Un altro nome');

    const saved = await save(before, content);
    const found = await citizen.service(before.id);
    const withoutIds = (page: ServicePage) => JSON.parse(JSON.stringify(page, (name, value: unknown) => (name === 'questions' ? (value as object[]).map((one) => ({ ...one, id: '' })) : value))) as unknown;
    expect(withoutIds(found)).toEqual(withoutIds(seen));
    await save(saved, before.content);
  });

  test('is in the language of who looks', async () => {
    const { content, id } = await service();
    const headers = { cookie, origin: ourOrigin, 'content-type': 'application/json', 'accept-language': 'en' };
    const payload = JSON.stringify({ content: { ...content, name: { it: 'Un altro nome', en: 'Another name' } }, record_id: id });
    expect((await desk.app.inject({ method: 'POST', url: '/api/v1/staff/service-previews', headers, payload })).json<ServicePage>().name).toBe('Another name');
  });

  test('shows a service that is not there yet, or that nobody sees yet, and leaves nothing behind', async () => {
    const { content } = await service();
    const copy = { ...content, slug: 'una-copia', is_published: false, channels: content.channels.map((channel) => ({ ...channel, questions: [question] })) };
    const seen = got<ServicePage>(await preview({ content: copy }), 200);
    expect(seen).toMatchObject({ slug: 'una-copia', name: content.name.it });
    const { services, recordVersions } = desk.database.tables;
    expect(await desk.database.read.select().from(services).where(eq(services.slug, 'una-copia'))).toEqual([]);
    expect(await desk.database.read.select().from(recordVersions).where(eq(recordVersions.recordId, seen.id))).toEqual([]);
  });

  test('is refused where the change would be, field by field', async () => {
    const { content, id } = await service();
    const wrong = expectProblem(await preview({ content: { ...content, office_id: 'nobody' }, record_id: id }), 'validation');
    expect(wrong.errors?.map(({ field }) => field)).toEqual(['/content/office_id']);
    expectProblem(await preview({ content }), 'validation'); // two of one address
    expectProblem(await preview({ content, record_id: 'nobody' }), 'not-found');
    const archived = got<Service>(await askAs(desk, cookie, 'POST', `/staff/records/service/${id}/archive`, { revision: (await service()).revision }), 200);
    expectProblem(await preview({ content, record_id: id }), 'state-conflict');
    const back = got<Service>(await askAs(desk, cookie, 'POST', `/staff/records/service/${id}/unarchive`, { revision: archived.revision }), 200);
    await save(back, content);
  });
});

test('a question that is given up after somebody answered it is still shown with its words at the desk', async () => {
  const before = await service();
  const withOne = await save(before, asking(before, [question]));
  const { code } = await citizen.book(video); // its form answers every required question
  const { appointments } = desk.database.tables;
  const [row] = await desk.database.read.select({ id: appointments.id }).from(appointments).where(eq(appointments.code, code.replace('-', '')));
  const shown = async () => (got<DeskAppointment>(await askAs(desk, cookie, 'GET', `/staff/appointments/${row?.id}`), 200)).answers;
  const answers = [{ label: 'Quale pratica?', value: 'Una recinzione' }];
  expect(await shown()).toEqual(answers);
  await save(withOne, before.content);
  expect(await shown()).toEqual(answers);
});
