import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG, with its length and checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

interface PngParts {
  readonly width?: number;
  readonly height?: number;
  /** What every byte of a point is: another one makes another picture. */
  readonly shade?: number;
  /** Chunks between the header and the points. */
  readonly said?: readonly Buffer[];
  /** Rows that are there; left out: all of them. */
  readonly rows?: number;
}

/** A PNG of one colour with transparency, whole unless said otherwise. */
export function png({ width = 64, height = 64, shade = 200, said = [], rows = height }: PngParts = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(width * 4, shade)]);
  const points = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  return Buffer.concat([signature, pngChunk('IHDR', header), ...said, pngChunk('IDAT', points), pngChunk('IEND', Buffer.alloc(0))]);
}

/** Says a size that its points do not have. */
export function pngSaying(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(Buffer.alloc(10))), pngChunk('IEND', Buffer.alloc(0))]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The segments of a JPEG as a camera writes them: where it was taken stands in the first. */
export function jpeg({ width = 64, height = 64 } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0xff, 0xd0, 0x34])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.from('Exif\0\0GPS 44.7779 8.2956')),
    segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x01', 'latin1')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xfe, Buffer.from('<script>alert(1)</script>')),
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** A WebP without loss, with what a camera adds. `flags`: those of its extended header. */
export function webp({ width = 64, height = 64, flags = 0x0c, more = [] as readonly Buffer[] } = {}): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = flags;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const points = Buffer.alloc(9, 1);
  points[0] = 0x2f;
  points.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  const body = Buffer.concat([Buffer.from('WEBP'), webpChunk('VP8X', canvas), ...more, webpChunk('VP8L', points), webpChunk('EXIF', Buffer.from('GPS 44.7779 8.2956'))]);
  const head = Buffer.from('RIFF    ');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export const animation = webpChunk('ANIM', Buffer.alloc(6));
