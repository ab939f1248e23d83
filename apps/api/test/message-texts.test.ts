import type { ContentOf, MessagePreview, RecordItem } from '@sportello/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf, got } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

// What messages to citizens say in the words of the union.

let desk: Desk;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
});
afterAll(() => desk.close());

type Content = ContentOf<'message_text'>;
const content: Content = { kind: 'message_text', message: 'confirmation', subject: { it: 'Ci vediamo {quando}' }, text: { it: 'Gentile {nome}, per {servizio} ti aspetta {ufficio}. Codice {codice}.' } };
const create = (wanted: Content) => askAs(desk, cookie, 'POST', '/staff/records/message_text', { content: wanted });
const remove = ({ id, revision }: RecordItem) => askAs(desk, cookie, 'POST', `/staff/records/message_text/${id}/deletion`, { revision });
const preview = (body: object) => askAs(desk, cookie, 'POST', '/staff/message-previews', { message: 'confirmation', language: 'it', ...body });

test('a message says what the union wrote, with its placeholders filled in; in the other language it stays as it was', async () => {
  const made = got<RecordItem>(await create(content), 201);
  try {
    const citizen = citizenOf(desk);
    const wanted = await citizen.wanted();
    const [first = '', second = ''] = await citizen.starts(wanted, '2026-12-03');
    const { code } = await citizen.bookAt(wanted, first, {}, { email: 'it@example.org', given_name: 'Ada' });
    await citizen.bookAt(wanted, second, { language: 'en' }, { email: 'en@example.org', given_name: 'Ada' });
    const sent = await mailOf(desk);
    const mailTo = (to: string) => sent.find((mail) => mail.to === to) ?? { subject: '', text: '' };
    const italian = mailTo('it@example.org');
    expect(italian.subject).toMatch(/^Ci vediamo giovedì 3 dicembre 2026, ore /);
    expect(italian.text.replaceAll(/\s+/g, ' ')).toContain(`Gentile Ada, per Informazioni su una SCIA ti aspetta Sportello unico attività produttive (SUAP). Codice ${code}.`);
    expect(mailTo('en@example.org').subject).toMatch(/^Appointment confirmed: /);
  } finally {
    expect((await remove(made)).statusCode).toBe(204);
  }
});

test.each([
  ['a placeholder that does not exist', { text: { it: 'Ciao {nomme}' } }, '/content/text/it', '{nomme}'],
  ['a brace that is not closed', { subject: { it: 'Ciao {nome' } }, '/content/subject/it', '{'],
  ['one in English', { text: { it: 'Ciao', en: 'Hello {name}' } }, '/content/text/en', '{name}'],
])('%s is refused at its field, by name', async (_, change, field, name) => {
  for (const answer of [await create({ ...content, ...change }), await preview({ content: { ...content, ...change } })]) {
    const problem = expectProblem(answer, 'validation') as { errors: { field: string; detail: string }[] };
    expect(problem.errors).toEqual([{ field, detail: expect.stringContaining(name) as string }]);
  }
});

test('each message has one text of the union at most', async () => {
  const made = got<RecordItem>(await create(content), 201);
  expectProblem(await create(content), 'validation');
  await remove(made);
});

test('a preview shows what would be said, and what the product says, and writes nothing', async () => {
  const ours = got<MessagePreview>(await preview({}), 200);
  expect(ours.product).toMatchObject({ subject: 'Appuntamento confermato: {quando}', title: 'Il tuo appuntamento è confermato' });
  expect(ours.subject).toMatch(/^Appuntamento confermato: \p{L}+ \d/u);
  const theirs = got<MessagePreview>(await preview({ content }), 200);
  expect(theirs.subject).toMatch(/^Ci vediamo \p{L}+ \d/u);
  expect(theirs.text).toContain('Gentile Nome, per ');
  expect(theirs.text).not.toContain('{');
  expect(got<MessagePreview>(await preview({ content, language: 'en' }), 200).subject).toMatch(/^Appointment confirmed: /);
});

test('a move that waits for its approval has a text of its own', async () => {
  const moved: Content = { kind: 'message_text', message: 'moved-request', text: { it: 'Aspetta che {ufficio} dica di sì.' } };
  expect(got<MessagePreview>(await preview({ message: 'moved-request', content: moved }), 200).text).toContain('dica di sì.');
  expect(got<MessagePreview>(await preview({ message: 'moved' }), 200).text).not.toContain('dica di sì.');
});
