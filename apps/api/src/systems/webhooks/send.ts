import type { WebhookFailure } from '@sportello/contract';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { hostOf } from '../../calendars/busy/calendar-address.ts';
import { guardedLookup, PrivateAddress, type Resolve, requirePublicLiteral } from '../../calendars/busy/guarded-connection.ts';
import type { Clock } from '../../clock.ts';
import { shownAnswer } from './shown-answer.ts';
import { type Signed, signatureHeaders } from './sign.ts';

export interface SendSettings {
  readonly clock: Clock;
  /** Names of machines that may lie in a private network (WEBHOOK_PRIVATE_HOSTS). */
  readonly privateHosts: readonly string[];
  readonly userAgent: string;
  /** For all of it: names, headers and what is read of the answer. */
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

/** How one try went. */
export interface Sent {
  /** null: it was taken. */
  readonly failure: WebhookFailure | null;
  readonly status: number | null;
  readonly durationMs: number;
  /** How the answer begins, without what may be about a person. */
  readonly answer: string | null;
  /** How long the other system wants to be left alone. */
  readonly retryAfterMilliseconds: number | null;
}

export type Send = (url: string, message: Signed, signal: AbortSignal) => Promise<Sent>;

const readBytes = 4_096;

/**
 * Sends one signed message to an address of the open internet. Every answer between 200 and 299 means that it was taken; nothing of the
 * answer is followed, and no more of it read than is shown. `signal` ends it at once: then, and only then, it throws.
 */
export function webhookSender({ timeoutMs = 10_000, ...settings }: SendSettings): Send {
  return async (url, message, signal) => {
    const began = settings.clock.now();
    const timeout = AbortSignal.timeout(timeoutMs);
    const took = () => Math.max(0, settings.clock.now() - began);
    try {
      const response = await post(new URL(url), message, settings, AbortSignal.any([signal, timeout]));
      const status = response.statusCode ?? 0;
      const answer = shownAnswer(await beginningOf(response));
      signal.throwIfAborted();
      return { failure: failureOfStatus(status), status, durationMs: took(), answer, retryAfterMilliseconds: retryAfterOf(response) };
    } catch (error) {
      signal.throwIfAborted();
      return { failure: timeout.aborted ? 'too-slow' : failureOf(error), status: null, durationMs: took(), answer: null, retryAfterMilliseconds: null };
    }
  };
}

function post(url: URL, message: Signed, { privateHosts, userAgent, resolve }: Omit<SendSettings, 'timeoutMs'>, signal: AbortSignal): Promise<IncomingMessage> {
  const mayBePrivate = privateHosts.includes(hostOf(url));
  const options: RequestOptions = {
    method: 'POST',
    agent: false, // a connection of its own, that nobody else opened
    signal,
    auth: null,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(message.payload)),
      'user-agent': userAgent,
      'accept-encoding': 'identity',
      ...signatureHeaders(message),
    },
    ...(!mayBePrivate && { lookup: guardedLookup(resolve) }),
  };
  return new Promise((resolvePromise, reject) => {
    if (!mayBePrivate) requirePublicLiteral(url);
    const request = (url.protocol === 'https:' ? https : http).request(url, options);
    request.once('response', resolvePromise);
    request.on('error', reject);
    request.end(message.payload);
  });
}

/** The first bytes. An answer that is cut off, or drips, has said with its status what matters. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size >= readBytes) break;
    }
  } catch {
    // what came is shown
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts).subarray(0, readBytes).toString('utf8');
}

function failureOfStatus(status: number): WebhookFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirected';
  return status === 410 ? 'gone' : 'refused';
}

const names = /^(ENOTFOUND|EAI_)/;
const certificates = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO|ERR_SSL_|HOSTNAME_MISMATCH)/;

function failureOf(error: unknown): WebhookFailure {
  if (error instanceof PrivateAddress) return 'private-address';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (names.test(code)) return 'no-such-name';
  return certificates.test(code) ? 'certificate' : 'unreachable';
}

/** RFC 9110, 10.2.3, in seconds; a date is not worth its trouble here. */
function retryAfterOf({ headers }: IncomingMessage): number | null {
  const written = headers['retry-after'];
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) * 1000 : null;
}
