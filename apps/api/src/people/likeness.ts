import { foldWord, withJoined } from './name-words.ts';
import { forgivesSlips, slipsBetween } from './near-words.ts';

/** From how many letters on two slips are forgiven. */
export const longWord = 7;

/** How alike a word that was looked for and a word of a name are, 0 to 1; both plain. */
function likenessOfWords(sought: string, word: string): number {
  if (sought === word) return 1;
  const [one, other] = [foldWord(sought), foldWord(word)];
  if (one === other) return 0.97;
  if (word.startsWith(sought)) return 0.85 + 0.1 * (sought.length / word.length);
  if (one.length >= 3 && other.startsWith(one)) return 0.8 + 0.1 * (one.length / other.length);
  if (!forgivesSlips(one) || !forgivesSlips(other)) return 0;
  if (Math.abs(one.length - other.length) > 2) return 0;
  const slips = slipsBetween(one, other);
  if (slips === 1) return 0.75;
  return slips === 2 && Math.min(one.length, other.length) >= longWord - 1 ? 0.6 : 0;
}

/**
 * How well a name answers the words, 0 to 1: the mean over the words, in any order, each by the word of the name that is most
 * like it; neighbours may be written together or apart on either side. Both are plain words.
 */
export function likenessOfName(sought: readonly string[], name: readonly string[]): number {
  if (sought.length === 0) return 0;
  const forms = withJoined(name);
  const bestOf = (word: string) => Math.max(0, ...forms.map((form) => likenessOfWords(word, form)));
  // From the last word to the first: the best sum from here on, where a word stands alone or together with the next.
  const best = [0];
  for (let place = sought.length - 1; place >= 0; place -= 1) {
    const word = sought[place] ?? '';
    const alone = bestOf(word) + (best[0] ?? 0);
    const together = place + 1 < sought.length ? 2 * bestOf(`${word}${sought[place + 1] ?? ''}`) + (best[1] ?? 0) : 0;
    best.unshift(Math.max(alone, together));
  }
  return (best[0] ?? 0) / sought.length;
}

/**
 * Whether two names, as plain words, may well be one person's: each word of the one is a word of the other, but for a slip in a
 * long word. Not in its last letter, which tells Giovanna from Giovanni.
 */
export function isNearlySameName(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 2 || other.length < 2) return false;
  const isIn = (name: readonly string[]) => (word: string) => withJoined(name).some((form) => isNearlySameWord(foldWord(word), foldWord(form)));
  return one.every(isIn(other)) || other.every(isIn(one)) || foldWord(one.join('')) === foldWord(other.join(''));
}

function isNearlySameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 6 || !forgivesSlips(one) || !forgivesSlips(other)) return false;
  return one.at(-1) === other.at(-1) && slipsBetween(one, other) === 1;
}
