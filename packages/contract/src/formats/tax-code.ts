/**
 * The Italian tax code (codice fiscale), as people and companies write it.
 *
 * Source of the rules: decreto del Ministro delle finanze 23 dicembre 1976 (layout, omocodia and check character of
 * persons; the numeric code).
 */

const personLayout =
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** Stand for 0-9 when two people would share a code; the position in the string is the digit. */
const omocodiaLetters = 'LMNPQRSTUV';

/** Weights of 0-9 and of A-Z in the odd positions (1st, 3rd, ..., 15th). In the even ones a character weighs its rank. */
const oddDigitWeights = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const oddLetterWeights = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const digit0 = 48;
const letterA = 65;

/** Upper case, no spaces, without the `TINIT-` that SPID and eIDAS put in front. What is no tax code stays none. */
export function normalizeTaxCode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase().replace(/^TINIT-/, '');
}

/**
 * Whether the text, normalized already, is a well formed code: 16 characters (omocodia included) or 11 digits, with a
 * right check character. Not compared with a name or a date of birth, and no proof that it was ever assigned.
 */
export function isTaxCode(normalized: string): boolean {
  return isPersonCode(normalized) || isNumericCode(normalized);
}

function isPersonCode(code: string): boolean {
  if (!personLayout.test(code)) return false;
  return isDayOfBirth(code.slice(9, 11)) && checkLetter(code.slice(0, 15)) === code[15];
}

/** 01-31 for men, 41-71 for women; the length of the month is not judged. */
function isDayOfBirth(characters: string): boolean {
  const day = Number(characters.replace(/[A-Z]/g, (letter) => String(omocodiaLetters.indexOf(letter))));
  return (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
}

/** Computed on the characters as they are, so a letter of omocodia weighs as that letter. */
function checkLetter(first15: string): string {
  let sum = 0;
  for (let index = 0; index < first15.length; index += 1) {
    sum += weightAt(index, first15.charCodeAt(index));
  }
  return String.fromCharCode(letterA + (sum % 26));
}

function weightAt(index: number, characterCode: number): number {
  const isLetter = characterCode >= letterA;
  const rank = characterCode - (isLetter ? letterA : digit0);
  // The 1st position has index 0: odd positions are the even indexes. The layout keeps `rank` inside both tables.
  if (index % 2 === 1) return rank;
  return (isLetter ? oddLetterWeights : oddDigitWeights)[rank] ?? 0;
}

/** 11 digits: companies, bodies, and persons with a provisional code. All zeros is a filler of e-invoices, nobody's code. */
function isNumericCode(code: string): boolean {
  if (!/^[0-9]{11}$/.test(code) || /^0+$/.test(code)) return false;
  let sum = 0;
  for (let index = 0; index < 11; index += 1) {
    const digit = Number(code[index]);
    sum += index % 2 === 0 ? digit : doubled(digit);
  }
  return sum % 10 === 0;
}

function doubled(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9;
}
