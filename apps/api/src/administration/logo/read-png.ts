import { crc32, inflate } from 'node:zlib';
import { flawed, isNothing, type Reading } from './reading.ts';

export const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** What draws it; all other chunks say something about it (W3C PNG, 11). */
const drawing = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const animating = new Set(['acTL', 'fcTL', 'fdAT']);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length, name and checksum. */
  readonly whole: Buffer;
}

/** A PNG by its chunks, each of which has to be whole. Pure but for `isWhole`. */
export function readPng(content: Buffer): Reading {
  const chunks = chunksOf(content);
  if (!chunks) return flawed('damaged');
  if (chunks.some(({ type }) => animating.has(type))) return flawed('animated');
  const end = chunks.reduce((at, { whole }) => at + whole.length, pngSignature.length);
  if (!isNothing(content.subarray(end))) return flawed('more');
  const header = headerOf(chunks[0]);
  if (!header || chunks.some(({ type }) => !drawing.has(type) && isCritical(type))) return flawed('damaged');
  const points = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const kept = chunks.filter(({ type }) => drawing.has(type)).map(({ whole }) => whole);
  const { width, height } = header;
  return { ok: true, picture: { width, height, content: Buffer.concat([pngSignature, ...kept]), isWhole: () => isAllThere(points, bytesOf(header)) } };
}

/** Up to the chunk that ends it; null: one of them is broken, or the last one never comes. */
function chunksOf(content: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = pngSignature.length; at + 12 <= content.length; ) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return null;
    const whole = content.subarray(at, end);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return null;
    const type = whole.toString('latin1', 4, 8);
    chunks.push({ type, data: whole.subarray(8, -4), whole });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** A capital letter first: whoever does not know the chunk cannot draw the picture. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitsOfPoint: number;
  readonly isInterlaced: boolean;
}

const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function headerOf(chunk: Chunk | undefined): Header | null {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return null;
  const { data } = chunk;
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = data.subarray(8);
  const perPoint = samples[colour];
  if (perPoint === undefined || ![1, 2, 4, 8, 16].includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return null;
  return { width: data.readUInt32BE(0), height: data.readUInt32BE(4), bitsOfPoint: perPoint * depth, isInterlaced: interlace === 1 };
}

/** First column and row, and steps between columns and rows, of the seven passes (W3C PNG, 8). */
const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const;

/** Of all rows, each with its byte of filter. */
function bytesOf({ width, height, bitsOfPoint, isInterlaced }: Header): number {
  const rows = isInterlaced ? passes : ([[0, 0, 1, 1]] as const);
  return rows.reduce((sum, [column, row, acrossStep, downStep]) => {
    const across = Math.max(0, Math.ceil((width - column) / acrossStep));
    const down = Math.max(0, Math.ceil((height - row) / downStep));
    return sum + (across === 0 ? 0 : down * (1 + Math.ceil((across * bitsOfPoint) / 8)));
  }, 0);
}

/** Unpacked, the points fill the rows and nothing is over, before or after. */
function isAllThere(points: Buffer, bytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    inflate(points, { info: true, maxOutputLength: bytes + 1 }, (error, result) => {
      if (error) return resolve(false);
      // With `info` both come; the types of Node know of the first alone.
      const { buffer, engine } = result as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
      resolve(buffer.length === bytes && engine.bytesWritten === points.length);
    });
  });
}
