import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A strong validator of a text (RFC 9110, 8.8.3). */
export function etagOf(text: string): string {
  return `"${createHash('sha1').update(text).digest('base64url')}"`;
}

export function isNotModified(request: FastifyRequest, etag: string): boolean {
  const asked = request.headers['if-none-match'];
  return asked !== undefined && (asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
}

/**
 * For the directory: anybody may keep the answer for a minute and then ask again by ETag. Registered as `preSerialization`'s
 * successor `onSend`, it sees the text that leaves.
 */
export async function cacheDirectory(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  reply.header('vary', 'Accept-Language');
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const etag = etagOf(payload);
  reply.header('cache-control', 'public, max-age=60').header('etag', etag);
  if (!isNotModified(request, etag)) return payload;
  reply.code(304).removeHeader('content-length');
  return '';
}
