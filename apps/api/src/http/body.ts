import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { problem } from './problems.ts';

export const maxBodyBytes = 64 * 1024;

const mergePatch = 'application/merge-patch+json';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Bodies are JSON in valid UTF-8, nothing else: merge-patch for PATCH (RFC 7396), which may also say application/json. */
export function registerBodies(app: App): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(['application/json', mergePatch], { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (request, body, done) => {
    if (request.method !== 'PATCH' && request.headers['content-type']?.startsWith(mergePatch)) return done(problem('unsupported-media-type'));
    if (body.length === 0 && request.method === 'DELETE') return done(null, undefined);
    const text = decoded(body);
    return text === null ? done(problem('malformed-body')) : parse(request, text, done);
  });
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
  return request.headers.authorization?.match(/^Bearer +([!-~]{1,400})$/i)?.[1] ?? null;
}
