/**
 * The code of an appointment, that people read aloud on the phone: eight characters without I, L, O, U, 0 and 1,
 * shown as two groups of four (`K7QM-3XRT`). 30^8 = 6.5e11 codes: too many to try, too few to be a secret by itself.
 */

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const codeLength = 8;

/** Bytes from here on would make the first letters of the alphabet likelier than the last. */
const unbiasedBytes = 256 - (256 % alphabet.length);

const eightOfTheAlphabet = new RegExp(`^[${alphabet}]{${String(codeLength)}}$`);

/**
 * The canonical `K7QM-3XRT` of what was typed in any case, with or without hyphens and spaces (also the dashes that
 * phones put in place of a hyphen); null for anything else, which is an unknown code.
 */
export function parseAppointmentCode(typed: string): string | null {
  const characters = typed.replace(/[\s\-\u2010-\u2015\u2212]/g, '');
  // Before upper-casing, which would turn other letters into ours: a long s into S, a ligature into two.
  if (!/^[A-Za-z0-9]+$/.test(characters)) return null;
  const eight = characters.toUpperCase();
  return eightOfTheAlphabet.test(eight) ? formatAppointmentCode(eight) : null;
}

/** `K7QM3XRT` as `K7QM-3XRT`. */
export function formatAppointmentCode(eight: string): string {
  return `${eight.slice(0, 4)}-${eight.slice(4)}`;
}

/**
 * A new canonical code; that it is free is for the caller to make sure.
 * @param randomBytes so many bytes of a cryptographic source, e.g. `randomBytes` of Node
 */
export function makeAppointmentCode(randomBytes: (length: number) => Uint8Array): string {
  let eight = '';
  while (eight.length < codeLength) {
    for (const byte of randomBytes(codeLength - eight.length)) {
      if (byte < unbiasedBytes) eight += alphabet.charAt(byte % alphabet.length);
    }
  }
  return formatAppointmentCode(eight);
}
