import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { problem } from './problems.ts';

export const maxBodyBytes = 64 * 1024;

const json = 'application/json';
const mergePatch = 'application/merge-patch+json';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Bodies are JSON in valid UTF-8, nothing else: application/merge-patch+json (RFC 7396) for PATCH, application/json for
 * the others. What is too large is refused before its type is looked at.
 */
export function registerBodies(app: App): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (request, body, done) => {
    if (body.length === 0 && request.method === 'DELETE') return done(null, undefined);
    if (mediaTypeOf(request) !== (request.method === 'PATCH' ? mergePatch : json)) return done(problem('unsupported-media-type'));
    const text = decoded(body);
    return text === null ? done(problem('malformed-body')) : parse(request, text, done);
  });
}

function mediaTypeOf({ headers }: FastifyRequest): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}

function decoded(body: string | Buffer): string | null {
  try {
    return typeof body === 'string' ? body : utf8.decode(body);
  } catch {
    return null;
  }
}

/** The secret token of `Authorization: Bearer ...` (RFC 6750), or null. */
export function bearerOf(request: Pick<FastifyRequest, 'headers'>): string | null {
  return request.headers.authorization?.match(/^Bearer +([!-~]+)$/i)?.[1] ?? null;
}
