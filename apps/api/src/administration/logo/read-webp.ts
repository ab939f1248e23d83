import { flawed, isNothing, type Reading } from './reading.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const animates = 0x02;
const hasAlpha = 0x10;

export function isWebp(content: Buffer): boolean {
  return content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP';
}

/** A WebP by its chunks (RFC 9649, 2): the picture and its transparency are kept. Pure. */
export function readWebp(content: Buffer): Reading {
  if (content.length < 20) return flawed('damaged');
  const end = 8 + content.readUInt32LE(4);
  if (end > content.length) return flawed('damaged');
  const chunks = chunksOf(content.subarray(12, end));
  if (!chunks) return flawed('damaged');
  const canvas = chunks.find(({ type }) => type === 'VP8X');
  if (((canvas?.data[0] ?? 0) & animates) !== 0 || chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF')) return flawed('animated');
  if (!isNothing(content.subarray(end))) return flawed('more');
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const [picture] = pictures;
  const size = picture && sizeOf(picture);
  if (!size || pictures.length > 1 || (canvas && !isCanvasOf(canvas, size))) return flawed('damaged');
  const alpha = chunks.filter(({ type }) => type === 'ALPH').slice(0, 1);
  const kept = [...(canvas ? [silent(canvas)] : []), ...(canvas && picture.type === 'VP8 ' ? alpha : []), picture].map(written);
  return { ok: true, picture: { ...size, content: riff(Buffer.concat(kept)) } };
}

/** Each is filled up to an even length; null: one of them breaks off. */
function chunksOf(body: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < body.length; ) {
    if (at + 8 > body.length) return null;
    const bytes = body.readUInt32LE(at + 4);
    if (at + 8 + bytes > body.length) return null;
    chunks.push({ type: body.toString('latin1', at, at + 4), data: body.subarray(at + 8, at + 8 + bytes) });
    at += 8 + bytes + (bytes % 2);
  }
  return chunks;
}

function sizeOf({ type, data }: Chunk): Size | null {
  return type === 'VP8L' ? sizeOfLossless(data) : sizeOfLossy(data);
}

/** A whole frame, its start code, and after it width and height of 14 bits (RFC 6386, 9.1). */
function sizeOfLossy(data: Buffer): Size | null {
  if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return null;
  const head = data.readUIntLE(0, 3);
  const isWholeFrame = (head & 1) === 0;
  const firstPart = head >> 5;
  if (!isWholeFrame || 10 + firstPart > data.length) return null;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

/** Width and height of 14 bits each, less one (RFC 9649, 3.4). */
function sizeOfLossless(data: Buffer): Size | null {
  if (data.length < 5 || data[0] !== 0x2f) return null;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function isCanvasOf({ data }: Chunk, { width, height }: Size): boolean {
  return data.length === 10 && data.readUIntLE(4, 3) + 1 === width && data.readUIntLE(7, 3) + 1 === height;
}

/** Without the word that there are profiles, places or comments: those are left out. */
function silent({ type, data }: Chunk): Chunk {
  const said = Buffer.alloc(10);
  data.copy(said, 4, 4, 10);
  said[0] = (data[0] ?? 0) & hasAlpha;
  return { type, data: said };
}

function written({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function riff(body: Buffer): Buffer {
  const head = Buffer.from('RIFF    WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
