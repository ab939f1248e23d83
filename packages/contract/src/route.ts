import * as Type from 'typebox';
import type { KeyScope } from './key-scopes.ts';
import type { PermissionName } from './permissions.ts';
import { problems, type ProblemName } from './problems.ts';

/**
 * What a caller must show: nothing; the secret token of a hold or of an appointment; the key of another system, with the
 * scope; the session of somebody of the staff whose role has the permission; or, for the ways to such a session, only that the request comes from our own pages.
 */
export type RouteAccess = 'open' | 'bearer' | 'key' | 'staff' | 'door';

interface RouteDefinition {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base path, with Fastify's `:name` for parameters. */
  readonly url: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly access: RouteAccess;
  /** For `staff`: what the role must let do. */
  readonly permission?: PermissionName;
  /** For `key`: what the key must open. */
  readonly keyScope?: KeyScope;
  /** Elsewhere a blank field says nothing; here null and "" take away what was there (RFC 7396). */
  readonly blanksTakeAway?: true;
  /** For `staff`: the page asks by itself, whether or not anybody is there; no use of the session. */
  readonly background?: boolean;
  readonly params?: Type.TSchema;
  readonly querystring?: Type.TSchema;
  readonly body?: Type.TSchema;
  /** Largest body in bytes, where it may be larger than what citizens send. */
  readonly largestBody?: number;
  /** The body is one file, as `multipart/form-data` (RFC 7578). */
  readonly upload?: true;
  /** What comes back is a file. */
  readonly file?: true;
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
  readonly bodyLimit?: number;
  readonly config: { readonly access: RouteAccess; readonly permission: PermissionName | null; readonly keyScope: KeyScope | null; readonly idempotencyKey: boolean; readonly background: boolean; readonly blanksTakeAway: boolean; readonly upload: boolean; readonly file: boolean };
  readonly schema: { readonly response: SuccessSchemas<Definition['success']> } & Part<Definition, 'params', 'params'> &
    Part<Definition, 'querystring', 'querystring'> &
    Part<Definition, 'body', 'body'>;
}

/** What is for our own pages only is no part of the public API: neither its document nor its rules of repetition know it. */
function isPublic({ access }: Pick<RouteDefinition, 'access'>): boolean {
  return access === 'open' || access === 'bearer' || access === 'key';
}

function needsKey(definition: Pick<RouteDefinition, 'method' | 'access'>): boolean {
  return definition.method === 'POST' && isPublic(definition);
}

const problemsOfEveryRequest: readonly ProblemName[] = ['too-many-requests', 'internal-error', 'service-unavailable'];

/**
 * Says an endpoint: its types for handler and caller, and the JSON Schemas that validate what comes in, serialise what
 * goes out and print the OpenAPI document. A POST of the public API needs an Idempotency-Key. Throws where the access `staff`
 * says no permission, or the access `key` no scope.
 */
export function route<const Definition extends RouteDefinition>(definition: Definition): Route<Definition> {
  const { method, url, access, permission = null, keyScope = null, blanksTakeAway = false, background = false, upload = false, file = false, largestBody, params, querystring, body } = definition;
  if ((access === 'staff') !== (permission !== null)) throw new Error(`${url}: a permission belongs to each endpoint of the staff, and to no other`);
  if ((access === 'key') !== (keyScope !== null)) throw new Error(`${url}: a scope belongs to each endpoint of other systems, and to no other`);
  const schema = {
    operationId: definition.operationId,
    summary: definition.summary,
    description: definition.description,
    tags: [definition.tag],
    security: access === 'bearer' ? [{ token: [] }] : keyScope ? [{ key: [keyScope] }] : [],
    ...(isPublic(definition) ? {} : { hide: true }),
    ...(params && { params }),
    ...(querystring && { querystring }),
    ...(body && { body }),
    ...(upload && { consumes: ['multipart/form-data'] }),
    response: { ...successes(definition.success), ...refusals(problemsOf(definition)) },
  };
  const config = { access, permission, keyScope, idempotencyKey: needsKey({ method, access }), background, blanksTakeAway, upload, file };
  // The members above are the definition's own schemas; only the compiler cannot follow the conditional spreads.
  return { method, url, config, schema, ...(largestBody !== undefined && { bodyLimit: largestBody }) } as unknown as Route<Definition>;
}

function successes(success: RouteDefinition['success']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(success).map(([status, schema]) => [status, schema ?? { type: 'null', description: 'Done, without content' }]),
  );
}

function problemsOf({ method, access, querystring, body, upload, problems: own }: RouteDefinition): ProblemName[] {
  const isUnsafe = method !== 'GET';
  const names = new Set<ProblemName>([...own, ...problemsOfEveryRequest]);
  if (querystring || body) names.add('validation');
  if (access === 'bearer') names.add('unauthorized').add('not-found');
  if (access === 'key') names.add('key-needed').add('scope-missing');
  if (access === 'staff') names.add('session-needed').add('session-stale').add('session-over').add('not-allowed').add('second-factor-needed');
  if (isUnsafe && !isPublic({ access })) names.add('wrong-origin');
  if (needsKey({ method, access })) names.add('idempotency-key-missing').add('idempotency-key-reused').add('request-in-progress');
  if (body) names.add('malformed-body').add('body-too-large').add('unsupported-media-type');
  if (upload) names.add('malformed-body').add('unsupported-media-type').add('validation');
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
