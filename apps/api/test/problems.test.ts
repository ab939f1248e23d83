import { problems, type ProblemName } from '@sportello/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

const nine = '2026-12-03T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk({ guessLimit: 10_000 });
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

describe('each problem has a page that explains it', () => {
  test.each(Object.keys(problems) as ProblemName[])('%s', async (name) => {
    for (const language of ['it', 'en'] as const) {
      const page = await desk.app.inject({ url: `/problems/${name}`, headers: { 'accept-language': language } });
      expect(page.statusCode).toBe(200);
      expect(page.headers).toMatchObject({ 'content-type': expect.stringMatching(/^text\/html/), 'content-language': language });
      expect(page.body).toContain(`<html lang="${language}">`);
      expect(page.body).toContain(problems[name][language].title);
      expect(page.body).toContain(problems[name][language].explanation);
    }
  });

  test('and there is a list of all of them, but none of a problem that nobody has', async () => {
    const list = await desk.app.inject({ url: '/problems' });
    for (const name of Object.keys(problems)) expect(list.body).toContain(`href="/problems/${name}"`);
    expect((await desk.app.inject({ url: '/problems/constructor' })).statusCode).toBe(404);
  });

  test('to which the problem points', async () => {
    const { type } = expectProblem(await citizen.get('/appointments/K7QM-3XRT'), 'unauthorized');
    expect((await desk.app.inject({ url: new URL(type).pathname })).statusCode).toBe(200);
  });
});

describe('a problem', () => {
  test('speaks the language asked for, else Italian', async () => {
    const ask = async (language: string) => {
      const answer = await citizen.get('/appointments/K7QM-3XRT', { headers: { 'accept-language': language } });
      return [answer.headers['content-language'], expectProblem(answer, 'unauthorized').title];
    };
    const [it, en] = [['it', problems.unauthorized.it.title], ['en', problems.unauthorized.en.title]];
    for (const language of ['en', 'en-GB', 'EN', 'fr, en;q=0.5', 'de, en-US;q=0.3, it;q=0.2']) expect(await ask(language)).toEqual(en);
    for (const language of ['it', 'it-IT', 'fr', '', '*', 'en;q=0, *', 'it, en', 'en;q=0.1, it;q=0.2', ';;;', 'x'.repeat(3000)]) expect(await ask(language)).toEqual(it);
  });

  test('has the number of its request, each its own', async () => {
    const [one, other] = [expectProblem(await citizen.get('/nothing'), 'not-found'), expectProblem(await citizen.get('/nothing'), 'not-found')];
    expect(one.instance).not.toBe(other.instance);
  });
});

describe('an unknown address', () => {
  const expectUnknown = (answer: LightMyRequestResponse) => {
    expectProblem(answer, 'not-found');
    expect(answer.headers).toMatchObject({ 'content-language': 'it', 'access-control-allow-origin': '*' });
  };

  test.each(['/nothing', '/', '/holds/1/2/3', '/services/', '/appointments', '/holds', '/union%00', '/unio%6e/x', '/UNION', '/slots/1', '/openapi.yaml', '/appointments//moves'])('%s', async (path) => {
    expectUnknown(await citizen.get(path));
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('is also a %s of what only takes other verbs', async (method) => {
    expectUnknown(await citizen.send(method, '/union'));
  });

  test('is a POST to what is only read', async () => {
    expectUnknown(await citizen.post('/slots', {}));
  });

  test('outside the API is a problem too', async () => {
    for (const url of ['/nothing', '/api/v1/../union', '/api', '/api/v2/union', '/favicon.ico', '/.env', '/api/v1']) expectProblem(await desk.app.inject({ url }), 'not-found');
  });

  test('is a service that nobody knows', async () => {
    for (const id of ['nothing', '01a20043-4811-7fae-b4ba-3384d05eed1d', '%00', 'constructor', '__proto__', encodeURIComponent('à'.repeat(20))]) expectProblem(await citizen.get(`/services/${id}`), 'not-found');
  });
});

describe('an address that cannot be read', () => {
  test.each(['/appointments/%', '/appointments/%E0%A4%A', '/services/%zz', '/%', '/holds/%c3%28'])('%s', async (path) => {
    const answer = await citizen.get(path, { token: 'a' });
    expect([400, 404]).toContain(answer.statusCode);
    expectProblem(answer, answer.statusCode === 400 ? 'malformed-body' : 'not-found');
    expect(answer.body).not.toMatch(/FST_|fastify/i);
  });

  test.each([99, 101, 199, 201, 1000, 10_000])('or with %i characters', async (length) => {
    const long = 'a'.repeat(length);
    for (const path of [`/appointments/${long}`, `/services/${long}`, `/${long}`]) {
      const answer = await citizen.get(path, { token: 'a' });
      expectProblem(answer, 'not-found');
      expect(answer.body).not.toContain(long);
    }
  });

  test('a long query', async () => {
    expectInvalid(await citizen.get(`/services?q=${'a'.repeat(5000)}`), 'q');
    expectInvalid(await citizen.get(`/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-02', service_id: 'a'.repeat(5000) })}`), 'service_id');
  });
});

describe('a body that no form sends', () => {
  const send = (payload: string | Buffer, type = 'application/json') => citizen.send('POST', '/holds', { headers: { 'content-type': type, 'idempotency-key': newKey() }, payload });

  test('of 64 kB is read, and one byte more is too large', async () => {
    const sized = (bytes: number) => JSON.stringify({ captcha: 'x'.repeat(bytes - 14) });
    expect(Buffer.byteLength(sized(65_536))).toBe(65_536);
    expectProblem(await send(sized(65_536)), 'validation');
    expectProblem(await send(sized(65_537)), 'body-too-large');
    expectProblem(await send(`{${' '.repeat(200_000)}}`), 'body-too-large');
    expectProblem(await send(JSON.stringify({ captcha: 'à'.repeat(40_000) })), 'body-too-large');
  });

  test('in invalid UTF-8', async () => {
    for (const bytes of [[0xff], [0xc3, 0x28], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) expectProblem(await send(Buffer.from([0x22, ...bytes, 0x22])), 'malformed-body');
    expectProblem(await send(Buffer.from('{"service_id":"è"}', 'latin1')), 'malformed-body');
    expectProblem(await send(Buffer.from('{"service_id":"a"}', 'utf16le')), 'malformed-body');
  });

  test('nested ten thousand times', async () => {
    expectInvalid(await send(`{"service_id":"a","channel":"video","municipality_id":"a","starts_at":"${nine}","a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`), '/a');
    expectInvalid(await send(`{"service_id":"a","channel":"video","municipality_id":"a","starts_at":"${nine}","captcha":${'['.repeat(30_000)}${']'.repeat(30_000)}}`), '/captcha');
    expectInvalid(await send('['.repeat(30_000) + ']'.repeat(30_000)), '');
  });

  test('with names that mean something to a program', async () => {
    expectProblem(await send('{"__proto__":{"service_id":"a"}}'), 'malformed-body');
    for (const name of ['toString', 'hasOwnProperty', 'constructor', '', ' ', 'service_id ']) expectInvalid(await citizen.post('/holds', { ...video, starts_at: nine, [name]: 'a' }), `/${name}`);
    expect(({} as Record<string, unknown>)['service_id']).toBeUndefined();
  });

  test('with thousands of unknown fields', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`field_${index}`, 1]));
    expectProblem(await citizen.post('/holds', { ...video, starts_at: nine, ...many }), 'validation');
  });

  test('with numbers that no number can be', async () => {
    expectInvalid(await send(`{"service_id":1e999,"channel":"video","municipality_id":"a","starts_at":-0}`), '/service_id', '/starts_at');
  });
});

describe('a text that no database takes', () => {
  const texts = ['a\u0000b', '\ud800', '\udfff\ud800', '\u0000'];

  test.each(texts)('%j is refused in every field of a hold', async (text) => {
    for (const field of ['service_id', 'channel', 'municipality_id', 'place_id', 'starts_at', 'captcha']) expectInvalid(await citizen.post('/holds', { ...video, starts_at: nine, [field]: text }), `/${field}`);
    expectInvalid(await citizen.post('/holds', { ...video, starts_at: nine, [text]: 1 }), `/${text}`);
  });

  test.each(texts)('%j is refused in every field of a form', async (text) => {
    const hold = await citizen.hold(await citizen.wanted('aiuto-digitale-a-domicilio', 'home'), '2026-12-03T09:30:00+01:00');
    const form = await citizen.application(hold);
    const parts: Record<string, [string, string[]]> = {
      '': ['', ['topic', 'details', 'language', 'privacy_notice_version']],
      person: ['/person', ['given_name', 'family_name', 'email', 'phone', 'tax_code']],
      home_address: ['/home_address', ['street', 'postal_code', 'locality', 'notes']],
    };
    for (const [part, [pointer, fields]] of Object.entries(parts)) {
      for (const field of fields) {
        const changed = part === '' ? { [field]: text } : { [part]: { ...(form[part] as object), [field]: text } };
        expectInvalid(await citizen.post('/appointments', { ...form, ...changed }, { token: hold.token }), `${pointer}/${field}`);
      }
    }
    const [first] = form['answers'] as { question_id: string }[];
    expectInvalid(await citizen.post('/appointments', { ...form, answers: [...(form['answers'] as object[]).slice(1), { ...first, value: text }] }, { token: hold.token }), '/answers/2/value');
    for (const person of [{ kind: 'person', given_name: text, family_name: text, relation: 'family' }]) {
      expectInvalid(await citizen.post('/appointments', { ...form, on_behalf_of: person }, { token: hold.token }), '/on_behalf_of/given_name', '/on_behalf_of/family_name');
    }
    expect((await citizen.post('/appointments', form, { token: hold.token })).statusCode).toBe(201);
  });

  test.each(texts)('%j is refused in a reason, an e-mail, a search', async (text) => {
    const booked = await citizen.bookAt(video, nine);
    expectInvalid(await citizen.cancel(booked, { reason: text }), '/reason');
    expectInvalid(await citizen.post(`/appointments/${booked.code}/access-links`, { email: text }), '/email');
    expect([200, 422]).toContain((await citizen.get(`/services?${new URLSearchParams({ q: text })}`)).statusCode);
  });
});

describe('when something breaks on our side', () => {
  const secret = 'insert into people (email) values (ada@example.org) /srv/secret.ts';

  test('the answer is a bare 500 with the number of the request, in every language', async () => {
    const broken = await openEmptyDesk({ through: (database) => ({ ...database, write: () => Promise.reject(Object.assign(new Error(secret), { code: 'XX000', statusCode: 418 })) }) });
    try {
      const at = citizenOf(broken);
      const wanted = await at.wanted();
      for (const language of ['it', 'en'] as const) {
        const answer = await at.post('/holds', { ...wanted, starts_at: nine }, { headers: { 'accept-language': language } });
        const problem = expectProblem(answer, 'internal-error');
        expect(Object.keys(problem).toSorted()).toEqual(['detail', 'instance', 'status', 'title', 'type']);
        expect(problem.title).toBe(problems['internal-error'][language].title);
        expect(answer.body + JSON.stringify(answer.headers)).not.toMatch(/insert|people|secret|XX000|at \w+|\.ts|node:/);
        expect(answer.headers).toMatchObject({ 'content-language': language, 'access-control-allow-origin': '*' });
      }
      expectProblem(await at.get('/appointments/K7QM-3XRT', { token: 'a' }), 'internal-error');
    } finally {
      await broken.close();
    }
  });
});
