import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isNotModified } from './caching.ts';
import { encodingFor, packKept } from './packed.ts';

/**
 * For the directory: anybody may keep the answer for a minute and then ask again by ETag; a long one travels compressed. Registered as `preSerialization`'s
 * successor `onSend`, it sees the text that leaves.
 */
export async function cacheDirectory(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  reply.header('vary', 'Accept-Language, Accept-Encoding');
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const etag = etagOf(payload);
  reply.header('cache-control', 'public, max-age=60').header('etag', etag);
  if (!isNotModified(request, etag)) return compressed(request, reply, payload, etag);
  reply.code(304).removeHeader('content-length');
  return '';
}

function compressed(request: FastifyRequest, reply: FastifyReply, text: string, etag: string): string | Buffer {
  const encoding = encodingFor(request, Buffer.byteLength(text));
  if (encoding === 'identity') return text;
  const bytes = packKept(text, etag).in(encoding);
  reply.header('content-encoding', encoding).header('content-length', bytes.length);
  return bytes;
}
