import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** A strong validator of a text (RFC 9110, 8.8.3). */
export function etagOf(text: string): string {
  return `"${createHash('sha1').update(text).digest('base64url')}"`;
}

export function isNotModified(request: FastifyRequest, etag: string): boolean {
  const asked = request.headers['if-none-match'];
  return asked !== undefined && (asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
}
