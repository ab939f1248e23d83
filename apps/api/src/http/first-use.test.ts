import * as contract from '@sportello/contract';
import Fastify from 'fastify';
import { expect, test, vi } from 'vitest';
import type { App } from './app.ts';
import { serializersAtFirstUse, validatorsAtFirstUse } from './first-use.ts';
import { compileSchema } from './validation.ts';

/** What an endpoint of the contract says about itself, as far as it is looked at here. */
interface Endpoint {
  readonly method: string;
  readonly url: string;
  readonly config: object;
  readonly schema: Partial<Record<'params' | 'querystring' | 'body', object>> & { readonly response: Record<string, { readonly content?: Record<string, { readonly schema: object }> }> };
}

const routes = Object.entries(contract).filter(([, one]) => typeof one === 'object' && 'schema' in one && 'config' in one) as unknown as [string, Endpoint][];
const serializer = serializersAtFirstUse({ Problem: contract.Problem }, { ajv: { validateFormats: false } });

test('there are endpoints to look at', () => expect(routes.length).toBeGreaterThan(100));

test.each(routes)('%s: what it takes can be judged, and what it answers written', (_, { method, url, schema }) => {
  for (const httpPart of ['params', 'querystring', 'body'] as const) {
    const part = schema[httpPart];
    if (part) expect(() => void compileSchema({ schema: part, method, url, httpPart })({})).not.toThrow();
  }
  for (const [httpStatus, answer] of Object.entries(schema.response)) {
    const answers = answer.content ? Object.values(answer.content).map((one) => one.schema) : [answer];
    // What it is given here is no answer of ours: it may be refused, but as a value, after the schema was compiled.
    for (const one of answers) expect(refusalOf(() => serializer({ schema: one, method, url, httpStatus })(null))).toMatch(/^$|^TypeError: (The value of|Cannot read)|is required!$/);
  }
});

function refusalOf(write: () => string): string {
  try {
    write();
    return '';
  } catch (error) {
    return String(error);
  }
}

test('nothing is compiled before it is used, and then once', () => {
  const errors = [{ keyword: 'type', instancePath: '', schemaPath: '', params: {} }];
  const judge = vi.fn(() => Object.assign(() => false, { errors }));
  const validate = validatorsAtFirstUse(judge)({ schema: {}, method: 'GET', url: '/', httpPart: 'body' });
  expect(judge).not.toHaveBeenCalled();
  expect([validate(1), validate(2)]).toEqual([false, false]);
  expect(judge).toHaveBeenCalledTimes(1);
  expect(validate).toHaveProperty('errors', errors);
});

test('an answer is written by its schema', async () => {
  const app = Fastify({ schemaController: { compilersFactory: { buildSerializer: serializersAtFirstUse } } }) as unknown as App;
  app.get('/', { schema: { response: { 200: { type: 'object', properties: { shown: { type: 'string' } } } } } }, () => ({ shown: 'yes', hidden: 'no' }));
  expect((await app.inject('/')).body).toBe('{"shown":"yes"}');
  await app.close();
});
