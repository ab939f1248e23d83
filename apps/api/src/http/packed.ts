import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isNotModified } from './caching.ts';

type Encoding = 'br' | 'gzip' | 'identity';

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
      const bytes = encoding === 'br' ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(plain);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}

/** Sends it in the best encoding that the client takes (RFC 9110, 12.5.3), or 304 when the client has it already and it is no error. */
export function sendPacked(request: FastifyRequest, reply: FastifyReply, answer: PackedAnswer): FastifyReply {
  reply.headers({ etag: answer.etag, vary: 'Accept-Encoding', 'content-type': answer.type });
  if (reply.statusCode === 200 && isNotModified(request, answer.etag)) return reply.code(304).send();
  const encoding = answer.in('identity').length < smallestWorthCompressing ? 'identity' : encodingOf(request.headers['accept-encoding']);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(answer.in(encoding));
}

function encodingOf(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? '');
  const takes = (name: string) => new RegExp(`(^|[, ])${name}(?!\\s*;\\s*q=0(\\.0*)?(,|$|\\s))`, 'i').test(text);
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
