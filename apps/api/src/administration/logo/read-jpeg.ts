import { flawed, isNothing, type Reading } from './reading.ts';

export const jpegSignature = Buffer.from('ffd8ff', 'hex');

const start = 0xd8;
const end = 0xd9;
const beginsScan = 0xda;
/** Baseline, extended and progressive: what browsers draw (ITU-T T.81, table B.1). */
const frames = new Set([0xc0, 0xc1, 0xc2]);
/** Tables of how to unpack (DHT, DQT) and the interval of restarts (DRI). */
const tables = new Set([0xc4, 0xdb, 0xdd]);
/** Adobe's segment says in which colours the points are; it is 14 bytes long with its length. */
const colours = 0xee;
const coloursBytes = 14;

/** A JPEG by its segments: only what draws it is kept. Pure. */
export function readJpeg(content: Buffer): Reading {
  const kept: Buffer[] = [Buffer.from([0xff, start])];
  let size: { readonly width: number; readonly height: number } | null = null;
  let hasScan = false;
  for (let at = 2; at + 2 <= content.length; ) {
    const marker = content[at + 1] ?? 0;
    if (content[at] !== 0xff) return flawed('damaged');
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    if (marker === end) {
      if (!size || !hasScan) return flawed('damaged');
      if (!isNothing(content.subarray(at + 2))) return flawed('more');
      return { ok: true, picture: { ...size, content: Buffer.concat([...kept, Buffer.from([0xff, end])]) } };
    }
    if (at + 4 > content.length) return flawed('damaged');
    const bytes = content.readUInt16BE(at + 2);
    const next = at + 2 + bytes;
    if (bytes < 2 || next > content.length) return flawed('damaged');
    const segment = content.subarray(at, next);
    if (frames.has(marker)) {
      if (size || bytes < 11) return flawed('damaged');
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    } else if (marker === beginsScan) {
      if (!size) return flawed('damaged');
      hasScan = true;
    } else if (!tables.has(marker) && !isSaid(marker)) return flawed('damaged');
    const until = marker === beginsScan ? endOfScan(content, next) : next;
    if (!isSaid(marker) || (marker === colours && bytes === coloursBytes)) kept.push(content.subarray(at, until));
    at = until;
  }
  return flawed('damaged');
}

/** Segments of programs, and comments: where a picture was taken, and with what. */
function isSaid(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}

/** Points go on until a marker that is neither a restart nor a byte of theirs that looks like one. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const marker = content[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return content.length;
}
