import * as Type from 'typebox';
import { problems, type ProblemName } from './problems.ts';

/** What a caller must show: nothing, or the secret token of a hold or of an appointment. */
export type RouteAccess = 'open' | 'bearer';

interface RouteDefinition {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base path, with Fastify's `:name` for parameters. */
  readonly url: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly access: RouteAccess;
  readonly params?: Type.TSchema;
  readonly querystring?: Type.TSchema;
  readonly body?: Type.TSchema;
  /** The answers of success by status; null for an answer without content. */
  readonly success: Readonly<Record<number, Type.TSchema | null>>;
  /** Problems of this endpoint beside those that any request may meet. */
  readonly problems: readonly ProblemName[];
}

type Part<Definition, Key extends string, As extends string> = Definition extends Readonly<Record<Key, infer Schema extends Type.TSchema>>
  ? { readonly [K in As]: Schema }
  : unknown;

type SuccessSchemas<Success> = {
  readonly [Status in keyof Success]: Success[Status] extends Type.TSchema ? Success[Status] : Type.TNull;
};

/** An endpoint said once: spread into `app.route({ ...it, handler })` and given to `call(it, ...)`. */
export interface Route<Definition extends RouteDefinition = RouteDefinition> {
  readonly method: Definition['method'];
  readonly url: Definition['url'];
  readonly config: { readonly access: RouteAccess; readonly idempotencyKey: boolean };
  readonly schema: { readonly response: SuccessSchemas<Definition['success']> } & Part<Definition, 'params', 'params'> &
    Part<Definition, 'querystring', 'querystring'> &
    Part<Definition, 'body', 'body'>;
}

const problemsOfEveryRequest: readonly ProblemName[] = ['too-many-requests', 'internal-error', 'service-unavailable'];

/**
 * Says an endpoint: its types for handler and caller, and the JSON Schemas that validate what comes in, serialise what
 * goes out and print the OpenAPI document. A POST needs an Idempotency-Key.
 */
export function route<const Definition extends RouteDefinition>(definition: Definition): Route<Definition> {
  const { method, url, access, params, querystring, body } = definition;
  const schema = {
    operationId: definition.operationId,
    summary: definition.summary,
    description: definition.description,
    tags: [definition.tag],
    security: access === 'bearer' ? [{ token: [] }] : [],
    ...(params && { params }),
    ...(querystring && { querystring }),
    ...(body && { body }),
    response: { ...successes(definition.success), ...refusals(problemsOf(definition)) },
  };
  const config = { access, idempotencyKey: method === 'POST' };
  // The members above are the definition's own schemas; only the compiler cannot follow the conditional spreads.
  return { method, url, config, schema } as unknown as Route<Definition>;
}

function successes(success: RouteDefinition['success']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(success).map(([status, schema]) => [status, schema ?? { type: 'null', description: 'Done, without content' }]),
  );
}

function problemsOf({ method, access, querystring, body, problems: own }: RouteDefinition): ProblemName[] {
  const names = new Set<ProblemName>([...own, ...problemsOfEveryRequest]);
  if (querystring || body) names.add('validation');
  if (access === 'bearer') names.add('unauthorized').add('not-found');
  if (method === 'POST') names.add('idempotency-key-missing').add('idempotency-key-reused').add('request-in-progress');
  if (body) names.add('malformed-body').add('body-too-large').add('unsupported-media-type');
  return [...names];
}

function refusals(names: readonly ProblemName[]): Record<string, unknown> {
  const byStatus = Map.groupBy(names, (name) => problems[name].status);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, group]) => [
        status,
        {
          description: group.map((name) => `\`${name}\`: ${problems[name].en.title}`).join('; '),
          content: { 'application/problem+json': { schema: Type.Ref('Problem#') } },
        },
      ]),
  );
}
