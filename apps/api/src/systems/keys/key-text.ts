import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

// spvk_ab12cd34_<32 secret characters><6 of a checksum>: recognised by whoever finds one where it should not be, programs that look
// for secrets in code among them, and told from a slip of the keyboard without asking the database.

const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lowerLetters = 36;
const secretLength = 32;
const checkLength = 6;
const wellFormed = /^spvk_[0-9a-z]{8}_[0-9A-Za-z]{38}$/;

export interface NewKey {
  readonly text: string;
  /** What may be shown of it later. */
  readonly prefix: string;
  readonly digest: string;
}

/** A new key of 190 random bits. */
export function newKeyText(): NewKey {
  const prefix = `spvk_${random(8, lowerLetters)}`;
  const begin = `${prefix}_${random(secretLength, letters.length)}`;
  const text = begin + checkOf(begin);
  return { text, prefix, digest: digestOfKey(text) };
}

/** Whether it can be a key at all; one that was cut or mistyped cannot. */
export function isKeyText(text: string): boolean {
  return wellFormed.test(text) && text.endsWith(checkOf(text.slice(0, -checkLength)));
}

/** SHA-256, base64url. */
export function digestOfKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function random(length: number, from: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(from))).join('');
}

/** CRC-32 in base 62. */
function checkOf(text: string): string {
  let rest = crc32(text);
  let written = '';
  for (let place = 0; place < checkLength; place += 1) {
    written = letters.charAt(rest % letters.length) + written;
    rest = Math.floor(rest / letters.length);
  }
  return written;
}
