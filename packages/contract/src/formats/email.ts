/**
 * E-mail addresses, as RFC 5321 (dot-atom) and RFC 6531 (any script) write them. Whether the mailbox exists is not
 * judged: only a message that arrives proves that.
 */

// Everything but separators, blanks, invisible characters, and the marks that only a quoted local part may hold.
const atom = String.raw`[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}"\(\),.:;<>@\[\\\]]+`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\-]{0,61}[\p{L}\p{M}\p{N}])?`;
// Letters only, or punycode, or any other script: never digits alone, so that no IP address passes. No list of
// domains: new ones come every month.
const topLevel = String.raw`(?:[A-Za-z]{2,63}|[xX][nN]--[A-Za-z0-9\-]{0,58}[A-Za-z0-9]|(?=[^.]*[^\x00-\x7f])${label})`;

/**
 * As a JSON Schema `pattern` or an HTML one (flags `u` and `v` read it alike). It leaves out only the lengths in
 * octets, which `isEmail` counts too; put `maxLength: 254` beside it.
 */
export const emailPattern = `^${atom}(?:\\.${atom})*@(?:${label}\\.)+${topLevel}$`;

const emailExpression = new RegExp(emailPattern, 'u');

/** RFC 5321 4.5.3.1: octets of the whole address (a path of 256 less its brackets) and of the part before the @. */
const maxAddressOctets = 254;
const maxLocalOctets = 64;

/** Whether the text, normalized already, is an address that a mail server could accept. Quoted local parts are none. */
export function isEmail(text: string): boolean {
  // First: it bounds the work of the expression, whatever is sent.
  if (octetsOf(text) > maxAddressOctets || octetsOf(text.slice(0, text.lastIndexOf('@'))) > maxLocalOctets) return false;
  return emailExpression.test(text);
}

/** The address to write to: trimmed, domain in small letters. The local part keeps its case, its owner may mean it. */
export function normalizeEmail(text: string): string {
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  return address.slice(0, at + 1) + address.slice(at + 1).toLowerCase();
}

/** For telling whether two addresses are one person's: all in small letters. Never write to this form. */
export function emailKey(text: string): string {
  return normalizeEmail(text).toLowerCase();
}

/** UTF-8 octets; counted by hand because this module runs in browser and server alike, with neither one's types. */
function octetsOf(text: string): number {
  let octets = 0;
  for (const character of text) {
    octets += octetsOfCodePoint(character.codePointAt(0) ?? 0);
  }
  return octets;
}

function octetsOfCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
