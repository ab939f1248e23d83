/** A mail, or a part of one, as a test looks at it. */
export interface MimePart {
  /** Header lines as they came, unfolded: to see that nobody smuggled one in. */
  readonly headers: readonly string[];
  header(name: string): string | null;
  /** Without its parameters, in small letters. */
  readonly type: string;
  /** Decoded; empty for a part that has parts. */
  readonly content: string;
  readonly parts: readonly MimePart[];
}

/** Just enough of MIME (RFC 2045, 2047) to read what nodemailer writes. */
export function parseMime(source: string): MimePart {
  const [head = '', ...rest] = source.replaceAll('\r\n', '\n').split('\n\n');
  const body = rest.join('\n\n');
  const headers = head.replace(/\n[ \t]+/g, ' ').split('\n').filter(Boolean);
  const header = (name: string) => valueOf(headers, name);
  const contentType = header('Content-Type') ?? 'text/plain';
  const boundary = /boundary="([^"]+)"/.exec(contentType)?.[1];
  return {
    headers,
    header,
    type: contentType.split(';')[0]?.trim().toLowerCase() ?? '',
    content: boundary ? '' : decodeBody(body, header('Content-Transfer-Encoding') ?? '7bit'),
    parts: boundary ? body.split(`--${boundary}`).slice(1, -1).map((part) => parseMime(part.replace(/^\n/, ''))) : [],
  };
}

/** All parts of a mail, itself included, in order. */
export function allParts(mail: MimePart): MimePart[] {
  return [mail, ...mail.parts.flatMap(allParts)];
}

/** The decoded content of the first part of a type. */
export function contentOf(mail: MimePart, type: string): string {
  return allParts(mail).find((part) => part.type === type)?.content ?? '';
}

function valueOf(headers: readonly string[], name: string): string | null {
  const line = headers.find((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : decodeWords(line.slice(name.length + 1).trim());
}

function decodeWords(value: string): string {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
    how.toUpperCase() === 'B' ? Buffer.from(coded, 'base64').toString('latin1') : unquote(coded.replaceAll('_', ' ')),
  ).replace(/[\x80-\xff]+/g, (octets) => Buffer.from(octets, 'latin1').toString('utf8'));
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  return Buffer.from(unquote(body.replaceAll('=\n', '')), 'latin1').toString('utf8');
}

function unquote(coded: string): string {
  return coded.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
