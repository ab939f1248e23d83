/** 1.2.840.113549.1.7.2, `id-signedData` (RFC 5652), with its tag and length. */
const signedDataId = Buffer.from('06092a864886f70d010702', 'hex');
const sequence = 0x30;
const explicit0 = 0xa0;
const integer = 0x02;

/** A signed file (CMS SignedData), as it is (DER or BER) or written as text: PEM, or base64 without a frame. Who signed is not judged. */
export function isSignedData(content: Buffer): boolean {
  return isContentInfo(content[0] === sequence ? content : decoded(content));
}

/** ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, content [0] EXPLICIT SignedData }; nothing may follow it. */
function isContentInfo(content: Buffer): boolean {
  const outer = headerAt(content, 0);
  if (outer?.tag !== sequence || !endsWith(content, outer)) return false;
  const afterId = outer.contentAt + signedDataId.length;
  if (!content.subarray(outer.contentAt, afterId).equals(signedDataId)) return false;
  const wrapped = headerAt(content, afterId);
  const signed = wrapped?.tag === explicit0 ? headerAt(content, wrapped.contentAt) : null;
  const version = signed?.tag === sequence ? headerAt(content, signed.contentAt) : null;
  return version?.tag === integer && version.length === 1;
}

interface Header {
  readonly tag: number;
  readonly contentAt: number;
  /** null: it goes on until two zero bytes (BER), as the tools of some signing devices write it. */
  readonly length: number | null;
}

function headerAt(content: Buffer, at: number): Header | null {
  const tag = content[at];
  const first = content[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first < 0x80) return { tag, contentAt: at + 2, length: first };
  if (first === 0x80) return { tag, contentAt: at + 2, length: null };
  const bytes = first - 0x80;
  if (bytes > 4 || at + 2 + bytes > content.length) return null;
  return { tag, contentAt: at + 2 + bytes, length: content.readUIntBE(at + 2, bytes) };
}

function endsWith(content: Buffer, { contentAt, length }: Header): boolean {
  if (length === null) return content.length > contentAt + 4 && content.readUInt32BE(content.length - 4) === 0;
  // Some tools end the file with a line.
  const after = content.subarray(contentAt + length);
  return contentAt + length <= content.length && after.every((byte) => byte === 0x0a || byte === 0x0d);
}

const frame = /^-----BEGIN (?:PKCS7|PKCS #7 SIGNED DATA|CMS)-----\s+([A-Za-z0-9+/=\s]+?)-----END (?:PKCS7|PKCS #7 SIGNED DATA|CMS)-----\s*$/;

function decoded(content: Buffer): Buffer {
  const text = content.toString('latin1');
  const base64 = frame.exec(text)?.[1] ?? text;
  return /^[A-Za-z0-9+/\s]+=?\s*=?\s*$/.test(base64) ? Buffer.from(base64, 'base64') : Buffer.alloc(0);
}
