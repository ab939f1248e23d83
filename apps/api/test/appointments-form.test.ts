import type { Hold, Question, QuestionKind } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';

// What a citizen types to confirm a hold: each field by its rule.

type Body = Record<string, unknown>;

let desk: Desk;
let citizen: Citizen;
let wanted: Record<'video' | 'phone' | 'home', Wanted>;
let hold: Hold;

const thursday = '2026-12-03T09:30:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  const scia = { video: await citizen.wanted(), phone: await citizen.wanted('informazioni-scia', 'phone') };
  wanted = { ...scia, home: await citizen.wanted('aiuto-digitale-a-domicilio', 'home') };
});
beforeEach(async () => {
  hold = await citizen.hold(wanted.video, thursday);
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

async function expectRefused(changes: Body, person: Body, ...fields: string[]): Promise<void> {
  expectInvalid(await citizen.confirm(hold, changes, person), ...fields);
}

async function expectAccepted(changes: Body = {}, person: Body = {}): Promise<void> {
  const answer = await citizen.confirm(hold, changes, person);
  expect(answer.json()).toMatchObject({ state: 'confirmed' });
}

async function holdBy(channel: keyof typeof wanted): Promise<void> {
  hold = await citizen.hold(wanted[channel], channel === 'home' ? '2026-12-03T09:30:00+01:00' : '2026-12-03T11:00:00+01:00');
}

/** The rows that the booking left. */
async function kept() {
  const { appointments, people, appointmentPeople, answers } = desk.database.tables;
  const { read } = desk.database;
  const [appointment] = await read.select().from(appointments).where(eq(appointments.id, hold.id));
  const rows = await read.select({ role: appointmentPeople.role, relation: appointmentPeople.relation, person: people }).from(appointmentPeople).innerJoin(people, eq(people.id, appointmentPeople.personId));
  const said = await read.select({ questionId: answers.questionId, value: answers.value }).from(answers);
  return { appointment, requester: rows.find(({ role }) => role === 'requester'), beneficiary: rows.find(({ role }) => role === 'beneficiary'), people: rows, answers: said };
}

describe('what must be there', () => {
  test.each([
    ['hold_id', '/hold_id'],
    ['person', '/person'],
    ['privacy_notice_version', '/privacy_notice_version'],
  ])('%s', async (name, field) => {
    for (const nothing of [undefined, null, '']) await expectRefused({ [name]: nothing }, {}, field);
  });

  test.each(['given_name', 'family_name'])('the %s of the person', async (name) => {
    for (const nothing of [undefined, null, '', ' ', '\u00a0\u2003', '\u200b']) await expectRefused({}, { [name]: nothing }, `/person/${name}`);
  });

  test('all that is wrong is said at once', async () => {
    expectInvalid(await citizen.post('/appointments', {}, { token: hold.token }), '/hold_id', '/person', '/privacy_notice_version');
    await expectRefused({ details: 'x'.repeat(2001), topic: 'x'.repeat(121), extra: 1 }, { given_name: '', email: 'ada' }, '/details', '/topic', '/extra', '/person/given_name', '/person/email');
  });

  test.each([['a list', []], ['a text', 'ada'], ['a number', 5]])('%s is no form', async (_, body) => {
    expectInvalid(await citizen.post('/appointments', body, { token: hold.token }), '');
    await expectRefused({ person: body }, {}, '/person');
  });
});

describe('absent, null and "" mean the same', () => {
  const optional = ['on_behalf_of', 'home_address', 'topic', 'details', 'language'];
  const ofPerson = ['phone', 'tax_code'];

  test.each([['absent', undefined], ['null', null], ['""', '']])('in every field that need not be filled in: %s', async (_, nothing) => {
    const all = (names: string[]) => Object.fromEntries(names.map((name) => [name, nothing]));
    await expectAccepted(all(optional), all(ofPerson));
    const { appointment, requester, beneficiary } = await kept();
    expect(appointment).toMatchObject({ topic: null, details: null, homeStreet: null, language: 'it' });
    expect(requester?.person).toMatchObject({ phone: null, taxCode: null });
    expect(beneficiary).toBeUndefined();
  });

  test.each([['absent', undefined], ['null', null], ['""', '']])('in the answers where nothing must be answered: %s', async (_, nothing) => {
    hold = await citizen.hold(await citizen.wanted('chiedi-al-punto-risposte', 'phone'), '2026-12-03T15:00:00+01:00');
    const answer = await citizen.confirm(hold, { answers: nothing });
    expect(answer.statusCode).toBe(201);
  });

  test('blanks around and blanks alone say nothing either', async () => {
    await expectAccepted({ topic: '  ', details: ' \n ' });
    expect((await kept()).appointment).toMatchObject({ topic: null, details: null });
  });
});

describe('what is a name is not judged', () => {
  const accepted = ['Ada', 'O', "D'Angelo", '李', '𠮷', 'محمد', 'Nguyễn Văn An', 'Ђорђе', 'ა', 'María-José', 'X Æ A-12', '3Jane', '<b>Ada</b>', 'म्हात्रे', 'علی\u200cرضا', 'a'.repeat(100), '𠮷'.repeat(100), `e\u0301${'o'.repeat(99)}`];

  test.each(accepted)('%s', async (name) => {
    await expectAccepted({}, { given_name: name, family_name: name });
    expect((await kept()).requester?.person).toMatchObject({ givenName: name.normalize('NFC'), familyName: name.normalize('NFC') });
  });

  test('blanks around it are left out', async () => {
    await expectAccepted({}, { given_name: '  Ada ', family_name: '\u00a0Rossi' });
    expect((await kept()).requester?.person).toMatchObject({ givenName: 'Ada', familyName: 'Rossi' });
  });

  test.each(['a'.repeat(101), '𠮷'.repeat(101), 'Ada\nRossi', 'Ada\n', '\tAda', 'Ada\u0000', 'A\u0007da', 'Ada\u0085', 'Ada\r\nBcc: eve@example.org', '\ud800', 'Ada\udc00', 'a'.repeat(5000)])('but %j is none', async (name) => {
    await expectRefused({}, { given_name: name }, '/person/given_name');
    await expectRefused({}, { family_name: name }, '/person/family_name');
    await expectRefused({ on_behalf_of: { kind: 'company', name, relation: 'professional' } }, {}, '/on_behalf_of/name');
  });

  test.each([5, true, ['Ada'], { first: 'Ada' }])('nor is %j', async (name) => {
    await expectRefused({}, { given_name: name }, '/person/given_name');
  });
});

describe('an e-mail address', () => {
  test.each([
    'ada@example.photography', 'ada@example.xn--p1ai', 'ada@пример.рф', 'ada+comune@posta.example.it', "o'brien@example.org", 'a@b.museum', 'ADA.Rossi@Example.ORG', 'ada@pec.example.cloud', 'ada_rossi-1@sub.sub.example.it',
    `${'a'.repeat(64)}@example.org`,
  ])('may be %s', async (email) => {
    await expectAccepted({}, { email });
  });

  test('is kept as it is written to, without the blanks around it', async () => {
    await expectAccepted({}, { email: '  Ada.Rossi@Example.ORG ' });
    expect((await kept()).requester?.person.email).toBe('Ada.Rossi@example.org');
  });

  test.each([
    'ada', 'ada@', '@example.org', 'ada@example', 'ada@example.org\r\nBcc: eve@example.org', 'ada@example.org\n', '\nada@example.org', 'ada@exam\nple.org', 'ada rossi@example.org', 'ada@exa mple.org', 'ada@example..org',
    '.ada@example.org', 'ada@example.org, eve@example.org', 'ada@eve@example.org', 'Ada <ada@example.org>', 'ada@192.168.0.1', 'ada@example.123', 'ada\u0000@example.org', `${'a'.repeat(65)}@example.org`, `ada@${'a'.repeat(250)}.org`,
    'ada@-example.org', 'ada@\u202eexample.org',
  ])('is not %j', async (email) => {
    await expectRefused({}, { email }, '/person/email');
  });
});

describe('a phone number', () => {
  test.each([
    ['+390141123456', '+390141123456'],
    ['0141 123456', '+390141123456'],
    ['0039 0141.123.456', '+390141123456'],
    ['333 123 4567', '+393331234567'],
    ['+44 20 7946 0018', '+442079460018'],
    ['+1 202 555 0143', '+12025550143'],
  ])('%s is kept as %s', async (phone, e164) => {
    await expectAccepted({}, { phone });
    expect((await kept()).requester?.person.phone).toBe(e164);
  });

  test.each(['12', '141 123456', 'call me', '+39', '0141 123456 789 012 345', '0141\u0000123456', '1'.repeat(60)])('is not %j', async (phone) => {
    await expectRefused({}, { phone }, '/person/phone');
  });

  test('or an e-mail address is needed', async () => {
    for (const nothing of [undefined, null, '']) await expectRefused({}, { email: nothing, phone: nothing }, '/person/email');
    await expectAccepted({}, { email: undefined, phone: '0141 123456' });
    expect((await kept()).requester?.person).toMatchObject({ email: null, phone: '+390141123456' });
  });

  test.each(['phone', 'home'] as const)('is needed by the channel %s', async (channel) => {
    await holdBy(channel);
    for (const nothing of [undefined, null, '']) await expectRefused({}, { phone: nothing }, '/person/phone');
    await expectAccepted({}, { phone: '0141 123456', email: null });
  });
});

describe('a tax code', () => {
  test.each([
    ['RSSMRA85T10A562S', 'RSSMRA85T10A562S'],
    ['rss mra 85t10 a562s', 'RSSMRA85T10A562S'],
    ['TINIT-RSSMRA85T10A562S', 'RSSMRA85T10A562S'],
    ['00743110157', '00743110157'],
  ])('%s is not compared with the name', async (tax_code, code) => {
    await expectAccepted({}, { tax_code });
    expect((await kept()).requester?.person.taxCode).toBe(code);
  });

  test.each(['RSSMRA85T10A562T', 'RSSMRA85T10A562', 'RSSMRA85T10A562SS', '00743110158', '0074311015', '00000000000', 'XXXXXXXXXXXXXXXX', 'none', 'RSSMRA85T10A562S\u0000'])('%j is refused, wherever it stands', async (tax_code) => {
    await expectRefused({}, { tax_code }, '/person/tax_code');
    await expectRefused({ on_behalf_of: { kind: 'person', given_name: 'Eva', family_name: 'Bianchi', tax_code, relation: 'family' } }, {}, '/on_behalf_of/tax_code');
    await expectRefused({ on_behalf_of: { kind: 'company', name: 'Prova s.n.c.', tax_code, relation: 'professional' } }, {}, '/on_behalf_of/tax_code');
  });
});

describe('for somebody else', () => {
  const mother = { kind: 'person', given_name: 'Eva', family_name: 'Bianchi', tax_code: 'rssmra85t10a562s', relation: 'family' };
  const company = { kind: 'company', name: 'Prova & figli s.n.c.', tax_code: '00743110157', relation: 'legal_representative' };

  test('a person', async () => {
    await expectAccepted({ on_behalf_of: mother });
    const { beneficiary, requester } = await kept();
    expect(requester).toMatchObject({ relation: null, person: { kind: 'natural', givenName: 'Ada' } });
    expect(beneficiary).toMatchObject({ relation: 'family', person: { kind: 'natural', givenName: 'Eva', familyName: 'Bianchi', taxCode: 'RSSMRA85T10A562S', email: null, phone: null } });
  });

  test('a company', async () => {
    await expectAccepted({ on_behalf_of: company });
    expect((await kept()).beneficiary).toMatchObject({ relation: 'legal_representative', person: { kind: 'legal', companyName: 'Prova & figli s.n.c.', taxCode: '00743110157', givenName: null } });
  });

  test.each(['family', 'delegate', 'guardian', 'professional', 'legal_representative', 'helper'])('as %s', async (relation) => {
    await expectAccepted({ on_behalf_of: { ...mother, tax_code: null, relation } });
  });

  test.each([
    ['without saying how', { ...mother, relation: '' }, '/on_behalf_of/relation'],
    ['as something else', { ...mother, relation: 'friend' }, '/on_behalf_of/relation'],
    ['a person without a family name', { ...mother, family_name: '' }, '/on_behalf_of/family_name'],
    ['a company without a name', { ...company, name: null }, '/on_behalf_of/name'],
    ['a company without how', { ...company, relation: undefined }, '/on_behalf_of/relation'],
    ['a person with more than is asked', { ...mother, phone: '0141 123456' }, '/on_behalf_of/phone'],
    ['a company with a given name', { ...company, given_name: 'Eva' }, '/on_behalf_of/given_name'],
    ['of another kind', { ...mother, kind: 'animal' }, '/on_behalf_of/kind'],
    ['of no kind', { ...mother, kind: '' }, '/on_behalf_of/kind'],
    ['in words', 'my mother', '/on_behalf_of'],
  ])('%s is refused', async (_, on_behalf_of, field) => {
    await expectRefused({ on_behalf_of }, {}, field);
    await expectRefused({ on_behalf_of }, { email: 'ada' }, field, '/person/email');
  });

  test('nobody in particular is refused', async () => {
    await expectRefused({ on_behalf_of: {} }, {}, '/on_behalf_of/kind', '/on_behalf_of/relation');
  });
});

describe('the address of a visit', () => {
  const address = { street: 'Via di Prova 1', postal_code: '14047', locality: 'Mombercelli', notes: 'Citofono rosso\nterzo piano' };
  beforeEach(() => holdBy('home'));

  test('is needed, and kept', async () => {
    for (const nothing of [undefined, null, '']) await expectRefused({ home_address: nothing }, {}, '/home_address');
    await expectAccepted({ home_address: address });
    expect((await kept()).appointment).toMatchObject({ homeStreet: 'Via di Prova 1', homePostalCode: '14047', homeLocality: 'Mombercelli', homeNotes: 'Citofono rosso\nterzo piano' });
  });

  test.each(['street', 'postal_code', 'locality'])('has a %s', async (name) => {
    for (const nothing of [undefined, null, '']) await expectRefused({ home_address: { ...address, [name]: nothing } }, {}, `/home_address/${name}`);
  });

  test('may do without notes', async () => {
    await expectAccepted({ home_address: { ...address, notes: '' } });
    expect((await kept()).appointment?.homeNotes).toBeNull();
  });

  test.each([
    ['in another comune', { postal_code: '14100', locality: 'Asti' }, '/home_address/postal_code'],
    ['in another comune of the union', { postal_code: '14048', locality: 'Montaldo Scarampi' }, '/home_address/postal_code'],
    ['with a postal code that is none', { postal_code: '1404' }, '/home_address/postal_code'],
    ['with a postal code that is a number', { postal_code: 14047 }, '/home_address/postal_code'],
    ['with a street of two lines', { street: 'Via di Prova 1\nAsti' }, '/home_address/street'],
    ['with a province', { province: 'AT' }, '/home_address/province'],
    ['with a street of blanks', { street: '   ' }, '/home_address/street'],
    ['with a locality of blanks', { locality: '   ' }, '/home_address/locality'],
  ])('is refused %s', async (_, change, field) => {
    await expectRefused({ home_address: { ...address, ...change } }, {}, field);
  });
});

test('an address is not kept where nobody visits', async () => {
  await expectAccepted({ home_address: { street: 'Via di Prova 1', postal_code: '14047', locality: 'Mombercelli' } });
  expect((await kept()).appointment).toMatchObject({ homeStreet: null, homePostalCode: null, homeLocality: null });
});

describe('topic and details', () => {
  test('take 120 and 2000 characters of any script', async () => {
    await expectAccepted({ topic: '𠮷'.repeat(120), details: '𠮷'.repeat(2000) });
    expect((await kept()).appointment).toMatchObject({ topic: '𠮷'.repeat(120), details: '𠮷'.repeat(2000) });
  });

  test('and no more', async () => {
    await expectRefused({ topic: 'x'.repeat(121) }, {}, '/topic');
    await expectRefused({ details: 'x'.repeat(2001) }, {}, '/details');
  });

  test('details may have lines', async () => {
    await expectAccepted({ topic: 'Apro un bar', details: 'Prima riga\nSeconda riga\r\n\tterza' });
    expect((await kept()).appointment).toMatchObject({ topic: 'Apro un bar', details: 'Prima riga\nSeconda riga\r\n\tterza' });
  });

  test.each(['a\u0000b', '\ud83d', 'a\u001bb'])('but nothing that no text holds: %j', async (text) => {
    await expectRefused({ topic: text }, {}, '/topic');
    await expectRefused({ details: text }, {}, '/details');
  });
});

describe('answers', () => {
  const kinds: readonly QuestionKind[] = ['short_text', 'long_text', 'choice', 'yes_no', 'date', 'tax_code', 'practice_number', 'file'];
  const asked = new Map<QuestionKind, string>();
  let required: Question[];

  beforeAll(async () => {
    const label = { it: 'Domanda', en: 'Question' };
    await desk.change(async (tx, { questions, serviceChannels }) => {
      const channel = (await tx.select().from(serviceChannels)).find((row) => row.serviceId === wanted.video.service_id && row.channel === 'video');
      for (const [index, kind] of kinds.entries()) {
        const choices = kind === 'choice' ? [{ value: 'bar', label }, { value: 'shop', label }] : [];
        asked.set(kind, newId());
        await tx.insert(questions).values({ id: asked.get(kind) ?? '', serviceChannelId: channel?.id ?? '', position: 100 + index, kind, label, required: false, choices });
      }
    });
    required = (await citizen.questions(wanted.video)).filter((question) => question.required);
  });

  /** The required answers, and one more to a question of this kind. */
  async function withAnswer(kind: QuestionKind, value: unknown): Promise<{ answers: { question_id: string; value?: unknown }[] }> {
    const { answers } = (await citizen.application(hold)) as { answers: { question_id: string; value?: unknown }[] };
    return { answers: [...answers, { question_id: asked.get(kind) ?? '', value }] };
  }

  test.each([
    ['short_text', 'Un bar', 'Un bar'],
    ['short_text', 'x'.repeat(200), 'x'.repeat(200)],
    ['long_text', 'Prima riga\nseconda', 'Prima riga\nseconda'],
    ['choice', 'shop', 'shop'],
    ['yes_no', true, 'true'],
    ['yes_no', false, 'false'],
    ['date', '2028-02-29', '2028-02-29'],
    ['tax_code', 'rssmra85t10a562s', 'RSSMRA85T10A562S'],
    ['practice_number', 'SUAP/2026/0012-bis', 'SUAP/2026/0012-bis'],
  ] as const)('to a question of kind %s may be %j', async (kind, value, stored) => {
    await expectAccepted(await withAnswer(kind, value));
    expect((await kept()).answers).toContainEqual({ questionId: asked.get(kind), value: stored });
  });

  test.each([
    ['short_text', 'x'.repeat(201)],
    ['short_text', true],
    ['short_text', 5],
    ['short_text', 'a\u0000b'],
    ['long_text', 'x'.repeat(2001)],
    ['long_text', ['a']],
    ['choice', 'school'],
    ['choice', 'Domanda'],
    ['choice', true],
    ['yes_no', 'true'],
    ['yes_no', 'sì'],
    ['yes_no', 1],
    ['date', '2027-02-29'],
    ['date', '01/12/2026'],
    ['date', '2026-12-01T09:00:00+01:00'],
    ['tax_code', 'RSSMRA85T10A562T'],
    ['practice_number', 'x'.repeat(61)],
    ['file', 'plan.pdf'],
  ] as const)('to a question of kind %s is not %j', async (kind, value) => {
    const changes = await withAnswer(kind, value);
    await expectRefused(changes, {}, `/answers/${changes.answers.length - 1}/value`);
  });

  test.each([undefined, null, '', '  '])('to a question that need not be answered may be %j', async (value) => {
    for (const kind of kinds) expect((await citizen.confirm(hold, { ...(await withAnswer(kind, value)), privacy_notice_version: 'old' })).json().errors).toHaveLength(1);
    await expectAccepted(await withAnswer('short_text', value));
    expect((await kept()).answers).toHaveLength(required.length);
  });

  test('to every required question there is one', async () => {
    expect(required.length).toBeGreaterThan(0);
    for (const nothing of [undefined, null, '', []]) await expectRefused({ answers: nothing }, {}, ...required.map(() => '/answers'));
    const blank = required.map(({ id }) => ({ question_id: id, value: '' }));
    await expectRefused({ answers: blank }, {}, ...blank.map((_, index) => `/answers/${index}/value`));
  });

  test('to a question that is not asked there is none, and to one that is there is one', async () => {
    const { answers } = await withAnswer('short_text', 'a');
    await expectRefused({ answers: [...answers, { question_id: 'nothing', value: 'a' }] }, {}, `/answers/${answers.length}/question_id`);
    await expectRefused({ answers: [...answers, answers.at(-1)] }, {}, `/answers/${answers.length}/question_id`);
    const elsewhere = (await citizen.questions(wanted.home))[0]?.id;
    await expectRefused({ answers: [...answers, { question_id: elsewhere, value: 'a' }] }, {}, `/answers/${answers.length}/question_id`);
  });

  test('each says which question it answers', async () => {
    await expectRefused({ answers: [{ value: 'a' }] }, {}, '/answers/0/question_id');
    await expectRefused({ answers: [null] }, {}, '/answers/0');
    await expectRefused({ answers: 'a' }, {}, '/answers');
    await expectRefused({ answers: Array.from({ length: 51 }, () => ({ question_id: 'a', value: 'a' })) }, {}, '/answers');
  });
});

describe('unknown fields are refused at every depth', () => {
  const person = { kind: 'person', given_name: 'Eva', family_name: 'Bianchi', relation: 'family' };

  test.each<[string, Body, Body]>([
    ['/price_cents', { price_cents: 0 }, {}],
    ['/duration_minutes', { duration_minutes: 15 }, {}],
    ['/starts_at', { starts_at: thursday }, {}],
    ['/state', { state: 'confirmed' }, {}],
    ['/person/name', {}, { name: 'Ada' }],
    ['/person/birth_date', {}, { birth_date: '1815-12-10' }],
    ['/on_behalf_of/email', { on_behalf_of: { ...person, email: 'eva@example.org' } }, {}],
    ['/home_address/country', { home_address: { street: 'Via', postal_code: '14047', locality: 'Asti', country: 'IT' } }, {}],
    ['/answers/0/label', { answers: [{ question_id: 'a', value: 'a', label: 'b' }] }, {}],
  ])('%s', async (field, changes, ofPerson) => {
    await expectRefused(changes, ofPerson, field);
  });
});

describe('the privacy notice', () => {
  test('that was read is the current one', async () => {
    await expectRefused({ privacy_notice_version: 'of last year' }, {}, '/privacy_notice_version');
    await expectAccepted();
    expect((await kept()).appointment?.privacyNoticeVersion).toBeTruthy();
  });

  test('that changed while somebody typed is an old one, and the new one is kept with the appointment', async () => {
    const form = await citizen.application(hold);
    await desk.change((tx, { privacyNotices }) => tx.insert(privacyNotices).values({ id: 'new', version: 'new', text: { it: '', en: '' }, validFrom: desk.clock.now() }));
    const old = await citizen.post('/appointments', form, { token: hold.token });
    const now = await citizen.post('/appointments', { ...form, privacy_notice_version: 'new' }, { token: hold.token });
    const { appointment } = await kept();
    await desk.change((tx, { privacyNotices }) => tx.delete(privacyNotices).where(eq(privacyNotices.id, 'new')));
    expectInvalid(old, '/privacy_notice_version');
    expect(now.statusCode).toBe(201);
    expect(appointment?.privacyNoticeVersion).toBe('new');
  });
});

describe('the language of the messages', () => {
  test('is Italian unless English is asked for', async () => {
    await expectAccepted({ language: 'en' });
    expect((await kept()).appointment?.language).toBe('en');
  });

  test.each(['de', 'IT', 'en-GB', 5])('is not %j', async (language) => {
    await expectRefused({ language }, {}, '/language');
  });
});

test('a refusal keeps the hold, and the form that was corrected is accepted', async () => {
  await expectRefused({}, { email: 'ada' }, '/person/email');
  expectProblem(await citizen.post('/holds', { ...wanted.video, starts_at: thursday }), 'slot-taken');
  await expectAccepted();
});

test('what is wrong is said in the language asked for', async () => {
  const [italian, english] = [await citizen.confirm(hold, {}, { email: 'ada' }), await citizen.confirm(hold, {}, { email: 'ada' }, { headers: { 'accept-language': 'en-GB,en;q=0.9' } })];
  expect(italian.headers['content-language']).toBe('it');
  expect(english.headers['content-language']).toBe('en');
  expect(italian.json().errors[0].detail).toContain('indirizzo');
  expect(english.json().errors[0].detail).toContain('address');
});
