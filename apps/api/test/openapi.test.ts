import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../src/version.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf } from './citizen.ts';

// The document of the API, by the sentences of the Italian interoperability guidelines.

interface Schema extends Readonly<Record<string, unknown>> {
  readonly type?: string | readonly string[];
}
interface Header {
  readonly description?: string;
  readonly schema: Schema;
}
interface Content {
  readonly [mediaType: string]: { readonly schema: Schema };
}
interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly security: readonly object[];
}
interface Document {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>> & { readonly contact: Readonly<Record<string, string>> };
  readonly servers: readonly { readonly url: string; readonly description: string; readonly 'x-sandbox'?: boolean }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly securitySchemes: Readonly<Record<string, object>> };
}

const committed = join(import.meta.dirname, '../../../docs/openapi.json');

let desk: Desk;
let text: string;
let document: Document;
let operations: { path: string; method: string; operation: Operation; name: string }[];

beforeAll(async () => {
  desk = await openEmptyDesk({ publicUrl: 'https://sportello.example.org', version });
  text = (await citizenOf(desk).get('/openapi.json')).body;
  document = JSON.parse(text) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })));
});
afterAll(() => desk.close());

/** Every schema of the document, with where it stands. */
function schemas(): [string, Schema][] {
  const found: [string, Schema][] = [];
  const visit = (value: unknown, where: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && (typeof value.type === 'string' || Array.isArray(value.type)) && !('in' in value && 'scheme' in value)) found.push([where, value as Schema]);
    for (const [name, member] of Object.entries(value)) visit(member, `${where}/${name}`);
  };
  visit(document.paths, '');
  visit(document.components.schemas, '/components');
  return found;
}

const isOf = (type: string) => ([, schema]: [string, Schema]) => [schema.type].flat().includes(type);
const isUnsafe = ({ method }: { method: string }) => method !== 'get';

test('the document that is committed is the present one (UPDATE=1 vitest writes it)', () => {
  const printed = `${JSON.stringify(document, null, 2)}\n`;
  if (process.env['UPDATE']) writeFileSync(committed, printed);
  expect(readFileSync(committed, 'utf8') === printed, 'docs/openapi.json has drifted: UPDATE=1 vitest run --project sqlite apps/api/test/openapi.test.ts').toBe(true);
});

describe('the document', () => {
  test('is OpenAPI 3.1, with a semantic version', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info['version']).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(document.info['title']).toMatch(/\w/);
    expect(document.info['description']).toMatch(/\w/);
  });

  test('names a contact, the terms of service, a licence and a summary', () => {
    expect(document.info).toMatchObject({
      contact: { name: expect.stringMatching(/\w/), url: expect.stringMatching(/^https:/) },
      termsOfService: expect.stringMatching(/^https:\/\//),
      'x-summary': expect.stringMatching(/\w/),
      license: { name: expect.stringMatching(/\w/), url: expect.stringMatching(/^https:/) },
    });
  });

  test('names its server by https, and marks a local one as a sandbox', async () => {
    expect(document.servers).toEqual([{ url: 'https://sportello.example.org/api/v1', description: expect.stringMatching(/\w/) }]);
    const local = await openEmptyDesk({ demo: false });
    try {
      const { servers } = (await citizenOf(local).get('/openapi.json')).json<Document>();
      expect(servers).toEqual([{ url: 'http://localhost:3000/api/v1', description: expect.stringMatching(/\w/), 'x-sandbox': true }]);
    } finally {
      await local.close();
    }
  });

  test('has a literal /status', () => {
    expect(document.paths['/status']?.['get']).toBeDefined();
  });

  test('says every public endpoint of the contract, and nothing of the machinery', () => {
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'get /union', 'get /municipalities', 'get /offices', 'get /services', 'get /services/{id}', 'get /slots', 'post /holds', 'patch /holds/{id}', 'delete /holds/{id}', 'post /appointments', 'get /appointments/{code}',
        'post /appointments/{code}/moves', 'post /appointments/{code}/cancellations', 'get /appointments/{code}/calendar.ics', 'post /appointments/{code}/access-links', 'get /status',
      ]),
    );
    expect(Object.keys(document.paths).filter((path) => /problems|docs|openapi|\*/.test(path))).toEqual([]);
  });

  test('is valid: references lead somewhere, paths name their parameters, every schema compiles', () => {
    for (const [, reference] of text.matchAll(/"\$ref":"([^"]+)"/g)) expect(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)).toContain(reference);
    for (const { path, operation, name } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect([name, declared.map((parameter) => parameter.name)]).toEqual([name, inPath]);
      for (const parameter of declared) expect(parameter.required).toBe(true);
    }
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [, schema] of schemas()) expect(ajv.validateSchema(schema), JSON.stringify(schema)).toBe(true);
  });

  test('has tags, summaries and descriptions everywhere', () => {
    const tags = new Map(document.tags.map(({ name, description }) => [name, description]));
    for (const { operation, name } of operations) {
      expect([name, operation.tags.length]).toEqual([name, 1]);
      expect(tags.get(operation.tags[0] ?? '')).toMatch(/\w/);
      for (const said of [operation.summary, operation.description]) expect(said).toMatch(/\w+ \w+/);
      for (const parameter of operation.parameters ?? []) expect([name, parameter.name, parameter.description ?? parameter.schema['description']]).toEqual([name, parameter.name, expect.stringMatching(/\w/)]);
      for (const [status, { description }] of Object.entries(operation.responses)) expect([name, status, description]).toEqual([name, status, expect.not.stringMatching(/^Default Response$|^$/)]);
    }
    for (const [tag] of tags) expect(operations.some(({ operation }) => operation.tags.includes(tag))).toBe(true);
  });
});

describe('names', () => {
  test('of operations are each its own, and say what they list, show, create, update or delete', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation, method } of operations) expect(operation.operationId).toMatch({ get: /^(list|show)_[a-z_]+$/, post: /^create_[a-z_]+$/, patch: /^update_[a-z_]+$/, delete: /^delete_[a-z_]+$/ }[method] ?? /^$/);
  });

  test('of paths are in kebab-case, plural nouns and no verbs', () => {
    for (const path of Object.keys(document.paths)) {
      expect(path).toMatch(/^(\/([a-z]+(-[a-z]+)*(\.(ics|csv))?|\{[a-z_]+\}))+$/);
      expect(path).not.toMatch(/\b(get|create|update|delete|add|list|find|search|confirm|cancel|move|extend|release|book)\b/);
    }
  });

  test('of fields are in snake_case, those of persons as the guidelines say', () => {
    const fields = schemas().flatMap(([, schema]) => Object.keys((schema['properties'] ?? {}) as object));
    for (const field of fields) expect(field).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(fields).toEqual(expect.arrayContaining(['given_name', 'family_name', 'tax_code']));
    for (const wrong of ['surname', 'cf', 'fiscal_code', 'first_name', 'last_name', 'firstname']) expect(fields).not.toContain(wrong);
  });

  test('of headers begin with no X-', () => {
    const names = operations.flatMap(({ operation }) => [...(operation.parameters ?? []).map(({ name }) => name), ...Object.values(operation.responses).flatMap(({ headers = {} }) => Object.keys(headers))]);
    expect(names.filter((name) => /^x-/i.test(name))).toEqual([]);
  });
});

describe('answers', () => {
  test('that refuse are problems, and nothing else', () => {
    for (const { operation, name } of operations) {
      const refusals = Object.entries(operation.responses).filter(([status]) => /^[45]/.test(status));
      expect(refusals.length).toBeGreaterThan(2);
      for (const [status, { content }] of refusals) expect([name, status, content]).toEqual([name, status, { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }]);
    }
  });

  test('declare 429 and 503 with Retry-After', () => {
    for (const { operation } of operations) {
      for (const status of ['429', '503']) expect(operation.responses[status]?.headers).toHaveProperty('Retry-After');
      expect(operation.responses['500']).toBeDefined();
    }
  });

  test('declare how many requests are left, on every 2xx and 4xx', () => {
    for (const { operation } of operations) {
      for (const [status, { headers }] of Object.entries(operation.responses)) if (/^[24]/.test(status)) expect(Object.keys(headers ?? {})).toEqual(expect.arrayContaining(['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']));
    }
  });

  test('204 has no content, and lists are wrapped in an object', () => {
    for (const { operation } of operations) {
      expect(operation.responses['204']?.content).toBeUndefined();
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const schema = content?.['application/json']?.schema;
        if (status.startsWith('2') && schema) expect(schema.type).toBe('object');
        if (operation.operationId.startsWith('list_')) expect(operation.responses['200']?.content?.['application/json']?.schema['properties']).toHaveProperty('items');
      }
    }
  });

  test('of a table are tables', () => {
    expect(Object.keys(document.paths['/statistics.csv']?.['get']?.responses['200']?.content ?? {})).toEqual(['text/csv']);
  });

  test('of a calendar are calendars', () => {
    expect(Object.keys(document.paths['/appointments/{code}/calendar.ics']?.['get']?.responses['200']?.content ?? {})).toEqual(['text/calendar']);
  });
});

describe('requests', () => {
  test('GET and DELETE have no body, POST has JSON or, to send a file, a form, PATCH a merge patch', () => {
    for (const { operation, method } of operations) {
      const types = Object.keys(operation.requestBody?.content ?? {});
      const posted = operation.operationId.endsWith('_file') ? 'multipart/form-data' : 'application/json';
      expect([operation.operationId, types]).toEqual([operation.operationId, { get: [], delete: [], post: [posted], patch: ['application/merge-patch+json'] }[method]]);
    }
  });

  test('that change something say what opens them', () => {
    for (const { operation } of operations.filter(isUnsafe)) expect([operation.operationId, operation.security.length]).toEqual([operation.operationId, expect.toSatisfy((count: number) => count > 0)]);
    const needToken = operations.filter(({ operation }) => operation.responses['401']).map(({ operation }) => operation);
    expect(needToken.length).toBeGreaterThan(6);
    const ofSystems = (tags: readonly string[]) => tags.includes('systems');
    for (const { security, tags } of needToken) expect(security).toEqual(ofSystems(tags) ? [{ key: [expect.stringMatching(/^\w+:read$/)] }] : [{ token: [] }]);
    expect(document.components.securitySchemes['key']).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(document.components.securitySchemes['token']).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  test('that are POSTs need an Idempotency-Key', () => {
    for (const { operation, method } of operations) {
      const key = operation.parameters?.find(({ name }) => name === 'Idempotency-Key');
      if (method === 'post') expect(key).toMatchObject({ in: 'header', required: true, schema: { minLength: 16, maxLength: 200 } });
      else expect(key).toBeUndefined();
    }
  });

  test('have no secret in a path or a query', () => {
    const names = operations.flatMap(({ operation }) => (operation.parameters ?? []).filter((parameter) => parameter.in !== 'header').map(({ name }) => name));
    expect(names.filter((name) => /token|secret|key|email|phone|name|tax/.test(name)).filter((name) => name !== 'name')).toEqual([]);
  });

  test('refuse fields that nobody knows', () => {
    const objects = operations.flatMap(({ operation }) => Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema));
    for (const schema of objects) expect(schema['additionalProperties']).toBe(false);
  });
});

describe('values have bounds', () => {
  test('every whole number has a format and both ends', () => {
    for (const [where, schema] of schemas().filter((one) => isOf('integer')(one) || isOf('number')(one))) {
      expect([where, schema]).toEqual([where, expect.objectContaining({ format: expect.stringMatching(/^(int32|int64|float|double)$/), minimum: expect.any(Number), maximum: expect.any(Number) })]);
    }
  });

  test('every text has a longest length or a list of values', () => {
    for (const [where, schema] of schemas().filter(isOf('string'))) expect([where, 'maxLength' in schema || 'enum' in schema || 'const' in schema]).toEqual([where, true]);
  });

  test('every list has a largest size', () => {
    for (const [where, schema] of schemas().filter(isOf('array'))) expect([where, schema['maxItems']]).toEqual([where, expect.any(Number)]);
  });
});

test('answers are as the document says', async () => {
  const citizen = citizenOf(desk);
  const video = await citizen.wanted();
  const hold = await citizen.hold(video, '2026-12-03T09:00:00+01:00');
  const extended = await citizen.patch(`/holds/${hold.id}`, { extend: true }, { token: hold.token });
  const confirmed = await citizen.confirm(hold);
  const { code, manage_token: token } = confirmed.json();
  const desktop = await citizen.bookAt(await citizen.wanted('informazioni-scia', 'desk'), '2026-12-03T10:00:00+01:00');
  const told = [
    ['get', '/status', await citizen.get('/status')],
    ['get', '/union', await citizen.get('/union')],
    ['get', '/municipalities', await citizen.get('/municipalities')],
    ['get', '/offices', await citizen.get('/offices')],
    ['get', '/services', await citizen.get('/services')],
    ['get', '/services/{id}', await citizen.get('/services/aiuto-digitale-a-domicilio')],
    ['get', '/slots', await citizen.get(`/slots?${new URLSearchParams({ ...video, from: '2026-12-01', to: '2026-12-31' })}`)],
    ['get', '/slots', await citizen.get('/slots')],
    ['post', '/holds', await citizen.post('/holds', { ...video, starts_at: '2026-12-03T10:30:00+01:00' })],
    ['post', '/holds', await citizen.post('/holds', { ...video, starts_at: '2026-12-03T09:00:00+01:00' })],
    ['post', '/holds', await citizen.post('/holds', {})],
    ['patch', '/holds/{id}', extended],
    ['post', '/appointments', confirmed],
    ['get', '/appointments/{code}', await citizen.get(`/appointments/${code}`, { token })],
    ['get', '/appointments/{code}', await citizen.get(`/appointments/${desktop.code}`, { token: desktop.manage_token })],
    ['get', '/appointments/{code}', await citizen.get(`/appointments/${code}`)],
    ['post', '/appointments/{code}/moves', await citizen.move({ code, manage_token: token }, { starts_at: '2026-12-04T09:00:00+01:00' })],
    ['post', '/appointments/{code}/cancellations', await citizen.cancel({ code, manage_token: token }, {})],
    ['post', '/appointments/{code}/access-links', await citizen.post(`/appointments/${code}/access-links`, { email: 'ada@example.org' })],
  ] as const;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [method, path, answer] of told) {
    const content = document.paths[path]?.[method]?.responses[String(answer.statusCode)]?.content ?? {};
    const [mediaType, { schema } = { schema: null }] = Object.entries(content)[0] ?? [];
    const here = schema && '$ref' in schema ? document.components.schemas['Problem'] : schema;
    expect([method, path, String(answer.headers['content-type']).split(';')[0]]).toEqual([method, path, mediaType]);
    expect(ajv.validate(here ?? false, answer.json()), `${method} ${path} ${answer.body} ${JSON.stringify(ajv.errors)}`).toBe(true);
  }
});

test('people can read it', async () => {
  const page = await desk.app.inject({ url: '/api/docs', headers: { accept: 'text/html' } });
  const shown = page.statusCode < 300 ? page : await desk.app.inject({ url: String(page.headers.location) });
  expect(shown).toMatchObject({ statusCode: 200, headers: { 'content-type': expect.stringMatching(/^text\/html/) } });
});
