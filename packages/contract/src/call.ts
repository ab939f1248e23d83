import type * as Type from 'typebox';
import type { Route } from './route.ts';
import type { Problem } from './schemas/problem.ts';

/** A problem that the API answered, or `null` details where the answer could not be read or none came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, problem: Problem | null, retryAfterSeconds: number | null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Name of the problem in the catalogue: the last segment of its type; null when no answer was understood. */
  get problemName(): string | null {
    return this.problem?.type.split('/').at(-1) ?? null;
  }
}

type Input<R extends Route, Key extends 'params' | 'querystring' | 'body'> = R['schema'] extends Readonly<Record<Key, infer Schema extends Type.TSchema>>
  ? { readonly [K in Key]: Type.Static<Schema> }
  : unknown;

export type CallInput<R extends Route> = Input<R, 'params'> & Input<R, 'querystring'> & Input<R, 'body'> & CallOptions;

export interface CallOptions {
  readonly token?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly language?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Origin and base path; left out, that of the page. */
  readonly base?: string | undefined;
}

type Responses<R extends Route> = R['schema']['response'];
export type CallOutput<R extends Route> = {
  [Status in keyof Responses<R>]: Responses<R>[Status] extends Type.TSchema ? Type.Static<Responses<R>[Status]> : never;
}[keyof Responses<R>];

export const apiBase = '/api/v1';

/**
 * Asks an endpoint and answers with what it declares. Throws ApiProblem for any other answer (status 0: none came);
 * an abort passes through as the AbortError that fetch throws.
 */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<CallOutput<R>> {
  const response = await send(route, input);
  if (!response.ok) throw await asProblem(response);
  if (response.status === 204) return null as CallOutput<R>;
  if (route.config.file) return (await response.blob()) as CallOutput<R>;
  const isJson = response.headers.get('content-type')?.includes('json');
  return (await (isJson ? response.json() : response.text())) as CallOutput<R>;
}

interface AnyInput extends CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly querystring?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

async function send(route: Route, input: AnyInput): Promise<Response> {
  const { body, signal, base = apiBase } = input;
  try {
    return await fetch(base + address(route.url, input), {
      method: route.method,
      headers: headersOf(route, input),
      credentials: usesSession(route) ? 'same-origin' : 'omit',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, null, null);
  }
}

/** Only what the staff does travels with a cookie; the public API never sees one. */
function usesSession({ config: { access } }: Route): boolean {
  return access === 'staff' || access === 'door';
}

function address(url: string, { params = {}, querystring = {} }: AnyInput): string {
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(querystring)) if (value !== undefined && value !== '') query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

function headersOf(route: Route, { body, token, idempotencyKey, language }: AnyInput): Record<string, string> {
  return {
    ...(body !== undefined && { 'content-type': route.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(route.config.idempotencyKey && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
    ...(language && { 'accept-language': language }),
  };
}

async function asProblem(response: Response): Promise<ApiProblem> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const problem = await response.json().catch(() => null);
  return new ApiProblem(response.status, problem as Problem | null, Number.isNaN(seconds) ? null : seconds);
}
