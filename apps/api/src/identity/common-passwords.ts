import { createRequire } from 'node:module';
import type { dictionary } from '@zxcvbn-ts/language-common';

const require = createRequire(import.meta.url);
let kept: ReadonlySet<string> | null = null;

/** Some 50,000 passwords of leaked lists. Read when the first password is chosen: unpacking them takes a moment. */
function commonPasswords(): ReadonlySet<string> {
  // The package's own declaration of what it exports.
  kept ??= new Set((require('@zxcvbn-ts/language-common') as { dictionary: typeof dictionary }).dictionary['passwords-common']);
  return kept;
}

/** Whether a password, in small letters, is among those that are tried first: of the list, with digits or marks around it, or one thing again and again. */
export function isCommonPassword(password: string): boolean {
  const withoutEdges = password.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return isRepeated(password) || isSequence(password) || [password, withoutEdges].some((one) => commonPasswords().has(one));
}

const longestUnit = 8;

/** `aaaaaaaaaaaa`, `abcabcabcabc`, `passwordpassword`. */
function isRepeated(password: string): boolean {
  const units = Array.from({ length: longestUnit }, (_, index) => password.slice(0, index + 1)).filter((unit) => unit.length <= password.length / 2);
  return units.some((unit) => unit.repeat(password.length).startsWith(password));
}

/** `123456789012`, `abcdefghijkl`, `zyxwvutsrqpo`: each character follows the one before; 0 follows 9. */
function isSequence(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  return [1, -1].some((step) => steps.every((one) => one === step || one === step * -9));
}
