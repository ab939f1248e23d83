import type { ConnectionFailure } from '@sportello/contract';
import type { AskVendor } from '../ask-vendor.ts';
import { answered, failed, type VendorAnswer } from '../provider.ts';
import type { GotoAuthentication } from './authentication.ts';
import { type Fields, readJson } from './read-json.ts';
import type { GotoTokens } from './tokens.ts';

export interface GotoQuestion {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: Fields;
}

export interface GotoReply {
  /** 2xx, or 404. */
  readonly status: number;
  /** undefined: nothing was said. */
  readonly json: unknown;
}

export type GotoCall = (question: GotoQuestion, signal: AbortSignal) => Promise<VendorAnswer<GotoReply>>;

interface CallDeps {
  readonly host: string;
  readonly rowId: string;
  readonly ask: AskVendor;
  readonly authentication: GotoAuthentication;
  readonly tokens: GotoTokens;
}

/** Errors come in several shapes: only the status is believed. */
const failures: Readonly<Record<number, ConnectionFailure>> = { 401: 'not-allowed', 403: 'not-allowed' };

/** Calls with a token; where the vendor refuses it, once more with a new one. */
export function gotoCalls({ host, rowId, ask, authentication, tokens }: CallDeps): GotoCall {
  return async (question, signal) => {
    const first = await tokens.get(authentication, rowId, signal);
    if (!first.ok) return first;
    const answer = await callWith(first.value, question, signal);
    if (answer !== 'token-refused') return answer;
    const second = await tokens.get(authentication, rowId, signal, first.value);
    if (!second.ok) return second;
    const again = await callWith(second.value, question, signal);
    return again === 'token-refused' ? failed('not-allowed') : again;
  };

  async function callWith(token: string, { method, path, body }: GotoQuestion, signal: AbortSignal): Promise<VendorAnswer<GotoReply> | 'token-refused'> {
    const asked = await ask({
      method,
      host,
      path,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      isRepeatable: method !== 'POST',
    }, signal);
    if (!asked.ok) return asked;
    const { status, text } = asked.value;
    if (status === 401) return 'token-refused';
    if (status === 404) return answered({ status, json: undefined });
    if (status < 200 || status > 299) return failed(failures[status] ?? 'refused');
    const json = text.trim() === '' ? undefined : readJson(text);
    return json === undefined && text.trim() !== '' ? failed('not-understood') : answered({ status, json });
  }
}
