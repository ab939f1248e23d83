/** Width times height, more than any camera of a telephone takes: to open such a picture costs whoever does gigabytes of memory. */
const mostPoints = 250_000_000;

/** Whether a picture says of itself that it can be opened on a machine of an office. Pure; what says no size is no picture. */
export function isOfPossibleSize(content: Buffer, mediaType: 'image/jpeg' | 'image/png'): boolean {
  const points = mediaType === 'image/png' ? pointsOfPng(content) : pointsOfJpeg(content);
  return points !== null && points > 0 && points <= mostPoints;
}

/** The first chunk is the header (PNG, 11.2.2): after the signature, its length and its name come width and height. */
function pointsOfPng(content: Buffer): number | null {
  if (content.length < 24 || content.toString('latin1', 12, 16) !== 'IHDR') return null;
  return content.readUInt32BE(16) * content.readUInt32BE(20);
}

const beginsFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const beginsScan = 0xda;

/** Segments with their lengths, up to the one that begins the frame (ITU-T T.81, B.2.2): after its precision come height and width. */
function pointsOfJpeg(content: Buffer): number | null {
  for (let at = 2; at + 9 <= content.length; ) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) at += 1; // filling
    else if (marker === beginsScan) return null;
    else if (beginsFrame(marker)) return content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7);
    else at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
