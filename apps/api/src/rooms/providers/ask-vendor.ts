import type { ConnectionFailure } from '@sportello/contract';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { setTimeout as rest } from 'node:timers/promises';
import { guardedLookup, type Resolve, requirePublicLiteral, PrivateAddress } from '../../calendars/busy/guarded-connection.ts';
import type { Clock } from '../../clock.ts';
import { answered, failed, type VendorAnswer, type VendorFailure } from './provider.ts';
import { nameOf, originOf } from './vendor-host.ts';

export interface AskSettings {
  /** Names of machines that may lie in a private network (VIDEO_PRIVATE_HOSTS). */
  readonly privateHosts: readonly string[];
  readonly userAgent: string;
  readonly clock: Clock;
  /** For all of it: names, every try, headers and body. */
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  readonly resolve?: Resolve;
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A name of a machine, with its port where it is not the usual one. */
  readonly host: string;
  /** Path and query, exactly as they are to be sent. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Asked twice it does the same: then it is asked again after an answer of a server in trouble. */
  readonly isRepeatable: boolean;
}

export interface VendorReply {
  readonly status: number;
  readonly text: string;
}

/** Asks a vendor, within limits of time and size. No redirect is followed: nothing of ours goes where nobody sent it. */
export type AskVendor = (question: Question, signal: AbortSignal) => Promise<VendorAnswer<VendorReply>>;

const mostTries = 3;
const restMilliseconds = [150, 600];
/** A vendor that wants to be left alone for no longer is asked again at once. */
const longestPatience = 2_000;

/**
 * What comes back is a reply, whatever its status, unless it is one of these: no answer, none in time, too many requests, a
 * server in trouble until the last try, a redirect, too long. Of the question nothing stands in what is answered or thrown.
 * `signal` ends it at once: then, and only then, it throws.
 */
export function askVendor(settings: AskSettings): AskVendor {
  return async (question, signal) => {
    const timeout = AbortSignal.timeout(settings.timeoutMs ?? 5_000);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const answer = await askUntilGood(question, settings, either);
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      return failed(failureOf(error, timeout));
    }
  };
}

async function askUntilGood(question: Question, settings: AskSettings, signal: AbortSignal): Promise<VendorAnswer<VendorReply>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await askOnce(question, settings, signal);
    if (answer.ok) return answer;
    const pause = pauseAfter(answer, tries, question);
    if (pause === null || tries === mostTries) return answer;
    await rest(pause, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return answer; // what went wrong says more than that the time is over
  }
}

/** How long to rest before the next try; null: there is none. */
function pauseAfter({ failure, retryAfterMilliseconds }: VendorFailure, tries: number, { isRepeatable }: Question): number | null {
  if (failure === 'too-many-requests') return retryAfterMilliseconds !== null && retryAfterMilliseconds <= longestPatience ? retryAfterMilliseconds : null;
  return failure === 'unreachable' && isRepeatable ? (restMilliseconds[tries - 1] ?? null) : null;
}

async function askOnce(question: Question, settings: AskSettings, signal: AbortSignal): Promise<VendorAnswer<VendorReply>> {
  const response = await send(question, settings, signal);
  try {
    const status = response.statusCode ?? 0;
    if (status === 429) return failed('too-many-requests', retryAfter(response.headers['retry-after'], settings.clock.now()));
    if (status >= 500) return failed('unreachable');
    if (status >= 300 && status < 400) return failed('not-understood');
    return answered({ status, text: await textOf(response, settings.mostBytes ?? 1_000_000) });
  } finally {
    response.destroy();
  }
}

function send({ method, host, path, headers, body }: Question, { privateHosts, userAgent, resolve }: AskSettings, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(originOf(host, privateHosts) + path);
  const mayBePrivate = privateHosts.includes(nameOf(host));
  if (!mayBePrivate) requirePublicLiteral(url);
  const options: RequestOptions = {
    method,
    path, // as it is written: what was signed is what is sent
    agent: false, // a connection of its own, that nobody else opened
    signal,
    auth: null,
    headers: { 'user-agent': userAgent, 'accept-encoding': 'identity', ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
    ...(!mayBePrivate && { lookup: guardedLookup(resolve) }),
  };
  return new Promise((resolvePromise, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options);
    request.once('response', resolvePromise);
    request.on('error', reject);
    request.end(body);
  });
}

class TooLong extends Error {}

async function textOf(response: IncomingMessage, mostBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfter(written: string | undefined, now: number): number | null {
  if (written === undefined) return null;
  if (/^\d{1,6}$/.test(written)) return Number(written) * 1000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function failureOf(error: unknown, timeout: AbortSignal): ConnectionFailure {
  if (timeout.aborted) return 'too-slow';
  if (error instanceof PrivateAddress) return 'private-address';
  return error instanceof TooLong ? 'not-understood' : 'unreachable';
}
