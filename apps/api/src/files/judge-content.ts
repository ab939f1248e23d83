import { fileTypes } from '@sportello/contract';
import { fileTypeFromBuffer } from 'file-type';
import type { Ending } from './judge-name.ts';
import { isOfPossibleSize } from './picture-size.ts';
import { isPlainDocx } from './plain-docx.ts';
import { isSignedData } from './signed-data.ts';

/**
 * Whether a content is what the ending of its name says, whole, and nothing else besides. What is right is still
 * somebody else's file: it leaves as an attachment that no browser runs, whatever it holds.
 */
export async function isWhatItSays(content: Buffer, ending: Ending): Promise<boolean> {
  if (ending === 'docx') return isPlainDocx(content);
  if (ending === 'p7m') return isSignedData(content);
  if (isArchive(content)) return false;
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const mediaType = fileTypes[ending];
  if (found?.mime !== mediaType || !isWhole(content, mediaType)) return false;
  return mediaType === 'application/pdf' || isOfPossibleSize(content, mediaType);
}

const ends: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%%EOF'),
  'image/jpeg': Buffer.from([0xff, 0xd9]),
  'image/png': Buffer.from('IEND'),
};

/** A copy that broke off has no end. Telephones write more behind it, and that is fine. */
function isWhole(content: Buffer, mediaType: string): boolean {
  const end = ends[mediaType];
  return end === undefined || content.lastIndexOf(end) > 0;
}

const endOfArchive = Buffer.from('PK\x05\x06', 'latin1');
const endOfArchiveBytes = 22;
const mostCommentBytes = 65_535;

/** A zip archive is found from its end: a picture or a PDF that is one too has something to hide. */
function isArchive(content: Buffer): boolean {
  if (content.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return true;
  const tail = content.subarray(Math.max(0, content.length - endOfArchiveBytes - mostCommentBytes));
  for (let at = tail.lastIndexOf(endOfArchive); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(endOfArchive, at - 1)) {
    const left = tail.length - at;
    if (left >= endOfArchiveBytes && tail.readUInt16LE(at + 20) === left - endOfArchiveBytes) return true;
  }
  return false;
}
