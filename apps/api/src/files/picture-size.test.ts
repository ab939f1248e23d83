import { expect, test } from 'vitest';
import { isOfPossibleSize } from './picture-size.ts';

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d', 'hex'), Buffer.from('IHDR'), header]);
}

/** With an application segment and filling before the frame, as cameras write them. */
function jpeg(width: number, height: number, frame = 0xc2): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([Buffer.from('ffd8ffe00006abcdef01ff', 'hex'), Buffer.from([0xff, frame, 0, 11, 8]), size, Buffer.from('01011100ffd9', 'hex')]);
}

test.each([
  ['a picture of a telephone of 200 megapixels', true, jpeg(16_320, 12_240), 'image/jpeg'],
  ['a scan', true, png(4960, 7016), 'image/png'],
  ['a baseline frame', true, jpeg(640, 480, 0xc0), 'image/jpeg'],
  ['one that would take gigabytes', false, jpeg(65_000, 65_000), 'image/jpeg'],
  ['the same as a PNG', false, png(2 ** 31 - 1, 2 ** 31 - 1), 'image/png'],
  ['one of no size', false, png(0, 10), 'image/png'],
  ['one whose size is left for later', false, jpeg(640, 0), 'image/jpeg'],
  ['one that does not say its size', false, Buffer.from('ffd8ffe00004abcdffd9', 'hex'), 'image/jpeg'],
  ['one that breaks off', false, png(10, 10).subarray(0, 20), 'image/png'],
  ['segments that lead nowhere', false, Buffer.from('ffd8ffe000000000000000000000', 'hex'), 'image/jpeg'],
] as const)('%s: %s', (_, expected, content, mediaType) => {
  expect(isOfPossibleSize(content, mediaType)).toBe(expected);
});
