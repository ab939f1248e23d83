/**
 * Names of persons and companies. What is a name is not judged: any script, any punctuation, one letter or a hundred.
 * Refused is only what no name holds and what would harm a list, a slip or a message.
 */

const maxCharacters = 100;

/**
 * Controls (line breaks and tabs among them), lone surrogates, line separators, and the marks that turn the direction
 * of the text after them (embeddings, overrides, isolates), with which a name could disguise the rest of a line.
 * Joiners and the plain direction marks stay: Persian, Hindi and others write names with them.
 */
const refusedCharacter = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Something that leaves ink: neither a blank, nor invisible, nor the blank of Braille. */
const visibleCharacter = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether the text, normalized already, can be a name: 1-100 characters (code points, as in JSON Schema). */
export function isName(text: string): boolean {
  if (text.length > 2 * maxCharacters || [...text].length > maxCharacters) return false;
  return visibleCharacter.test(text) && !refusedCharacter.test(text);
}

/** Without the blanks around it, in the composed form (NFC), so that equal names compare equal. */
export function normalizeName(text: string): string {
  return text.trim().normalize('NFC');
}
