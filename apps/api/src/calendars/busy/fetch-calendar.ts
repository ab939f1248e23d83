import type { BusyFailure } from '@sportello/contract';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { calendarUrl, hostOf } from './calendar-address.ts';
import { guardedLookup, PrivateAddress, type Resolve, requirePublicLiteral } from './guarded-connection.ts';

export interface FetchSettings {
  /** Names of machines that may lie in a private network (BUSY_PRIVATE_HOSTS). */
  readonly privateHosts: readonly string[];
  readonly userAgent: string;
  /** For all of it: names, redirects, headers and body. */
  readonly timeoutMs?: number;
  /** Of the text, however small it was packed. */
  readonly mostBytes?: number;
  readonly resolve?: Resolve;
}

export type Fetched =
  | { readonly ok: true; readonly isSame: false; readonly bytes: Buffer; readonly etag: string | null }
  | { readonly ok: true; readonly isSame: true }
  | { readonly ok: false; readonly failure: BusyFailure };

const mostRedirects = 5;
const redirects: readonly number[] = [301, 302, 303, 307, 308];
/** What may be sent back as it came. */
const plainEtag = /^(W\/)?"[!#-~]{0,150}"$/;

/** Says with which failure a reading ends. */
class Failed extends Error {
  readonly failure: BusyFailure;

  constructor(failure: BusyFailure) {
    super(failure);
    this.failure = failure;
  }
}

/**
 * Reads what lies at an address of the open internet, within limits of time and size; `etag`: what is known already. Every
 * redirect is looked at like the first address. Name and password in the address are sent as Basic, and to no other site.
 * `signal` ends it at once: then, and only then, it throws.
 */
export async function fetchCalendar(url: URL, etag: string | null, settings: FetchSettings, signal: AbortSignal): Promise<Fetched> {
  const timeout = AbortSignal.timeout(settings.timeoutMs ?? 10_000);
  try {
    return await follow(url, etag, settings, AbortSignal.any([signal, timeout]));
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) return { ok: false, failure: 'too-slow' };
    return { ok: false, failure: failureOf(error) };
  }
}

async function follow(first: URL, etag: string | null, settings: FetchSettings, signal: AbortSignal): Promise<Fetched> {
  let url = first;
  for (let left = mostRedirects; ; left -= 1) {
    const response = await ask(url, { authorization: url.origin === first.origin ? basicOf(first) : null, etag }, settings, signal);
    const status = response.statusCode ?? 0;
    if (!redirects.includes(status)) return read(response, etag, settings);
    response.destroy();
    url = nextOf(url, response.headers.location);
    if (left === 0) throw new Failed('refused');
  }
}

/** Where a redirect leads; never from an encrypted address to an open one. */
function nextOf(from: URL, location: string | undefined): URL {
  const to = location !== undefined && URL.canParse(location, from.href) ? calendarUrl(new URL(location, from).href) : null;
  if (!to || (from.protocol === 'https:' && to.protocol === 'http:')) throw new Failed('refused');
  return to;
}

interface Asked {
  readonly authorization: string | null;
  readonly etag: string | null;
}

function ask(url: URL, { authorization, etag }: Asked, { privateHosts, userAgent, resolve }: FetchSettings, signal: AbortSignal): Promise<IncomingMessage> {
  const mayBePrivate = privateHosts.includes(hostOf(url));
  if (!mayBePrivate) requirePublicLiteral(url);
  const options: RequestOptions = {
    agent: false, // a connection of its own, that nobody else opened
    signal,
    auth: null,
    headers: {
      accept: 'text/calendar, */*;q=0.1',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': userAgent,
      ...(authorization !== null && { authorization }),
      ...(etag !== null && { 'if-none-match': etag }),
    },
    ...(!mayBePrivate && { lookup: guardedLookup(resolve) }),
  };
  return new Promise((resolvePromise, reject) => {
    const request = (url.protocol === 'https:' ? https : http).get(withoutUser(url), options);
    request.once('response', resolvePromise);
    request.on('error', reject);
  });
}

function withoutUser(url: URL): URL {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return plain;
}

function basicOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  return `Basic ${Buffer.from(`${plain(username)}:${plain(password)}`).toString('base64')}`;
}

/** Without percent signs for what was written with them; a percent sign of its own stays. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function read(response: IncomingMessage, etag: string | null, { mostBytes = 5_000_000 }: FetchSettings): Promise<Fetched> {
  const status = response.statusCode ?? 0;
  try {
    if (status === 304 && etag !== null) return { ok: true, isSame: true };
    if (status < 200 || status > 299) throw new Failed('refused');
    const bytes = await bytesOf(response, mostBytes);
    const fresh = response.headers.etag;
    return { ok: true, isSame: false, bytes, etag: fresh !== undefined && plainEtag.test(fresh) ? fresh : null };
  } finally {
    response.destroy();
  }
}

async function bytesOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) throw new Failed('too-large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(response) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Failed('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** As it was before it was packed; unpacked piece by piece, so that a small packet cannot become a large one unseen. */
function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackers[(response.headers['content-encoding'] ?? 'identity').toLowerCase()];
  if (unpack === undefined) throw new Failed('not-a-calendar');
  if (unpack === null) return response;
  const stream = unpack();
  response.on('error', (error) => stream.destroy(error));
  response.on('aborted', () => stream.destroy(new Error('cut off')));
  return response.pipe(stream);
}

const unpackers: Readonly<Record<string, (() => zlib.Gunzip | zlib.Inflate | zlib.BrotliDecompress) | null>> = {
  identity: null,
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};

function failureOf(error: unknown): BusyFailure {
  if (error instanceof Failed) return error.failure;
  if (error instanceof PrivateAddress) return 'private-address';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_PADDING)/.test(code) ? 'not-a-calendar' : 'unreachable';
}
