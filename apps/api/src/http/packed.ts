import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isNotModified } from './caching.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A long answer that is written and compressed once and then sent many times. */
export interface PackedAnswer {
  readonly etag: string;
  readonly type: string;
  /** The bytes in this encoding, made when it is first asked for. */
  in(encoding: Encoding): Buffer;
}

const smallestWorthCompressing = 1024;

export function pack(text: string, type = 'application/json; charset=utf-8'): PackedAnswer {
  const plain = Buffer.from(text);
  const made = new Map<Encoding, Buffer>([['identity', plain]]);
  return {
    etag: etagOf(text),
    type,
    in(encoding) {
      const known = made.get(encoding);
      if (known) return known;
      const bytes = compress(plain, encoding);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}

/** Sends it in the best encoding that the client takes (RFC 9110, 12.5.3), or 304 when the client has it already and it is no error. */
export function sendPacked(request: FastifyRequest, reply: FastifyReply, answer: PackedAnswer): FastifyReply {
  reply.headers({ etag: answer.etag, vary: 'Accept-Encoding', 'content-type': answer.type });
  if (reply.statusCode === 200 && isNotModified(request, answer.etag)) return reply.code(304).send();
  const encoding = encodingFor(request, answer.in('identity').length);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(answer.in(encoding));
}

function compress(plain: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'identity') return plain;
  return encoding === 'br' ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(plain);
}

/** The best encoding that the client takes of an answer of so many bytes; a small one travels as it is. */
export function encodingFor(request: Pick<FastifyRequest, 'headers'>, bytes: number): Encoding {
  return bytes < smallestWorthCompressing ? 'identity' : encodingOf(request.headers['accept-encoding']);
}

const mostKept = 200;
const kept = new Map<string, PackedAnswer>();

/** The same of an answer that many ask for again: what was compressed is kept by its validator, the newest of them. */
export function packKept(text: string, etag: string): PackedAnswer {
  const known = kept.get(etag);
  if (known) return known;
  const packed = pack(text);
  kept.set(etag, packed);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return packed;
}

function encodingOf(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? '');
  const takes = (name: string) => new RegExp(`(^|[, ])${name}(?!\\s*;\\s*q=0(\\.0*)?(,|$|\\s))`, 'i').test(text);
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
