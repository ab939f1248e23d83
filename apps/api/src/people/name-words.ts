/**
 * Names as they are looked for: however somebody spells them on the phone, what they say comes down to the same words.
 */

/** Letters that Unicode does not take apart, in the way in which Italian clerks write them. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 't' };

/** Small letters without accents, split at everything that is neither letter nor digit: `D'Angelò` is `d`, `angelo`. `S.r.l.` stays one word. */
export function plainWords(text: string): string[] {
  const small = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßæœøđðłıþ]/g, (letter) => plainLetters[letter] ?? letter);
  const withoutDots = small.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?/gu, (abbreviation) => abbreviation.replaceAll('.', ''));
  return withoutDots.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What the ear cannot tell apart becomes the same: double letters, a silent h, `k` and `q`, `y` and `j`, `w`, `x`, `ph`.
 * Takes a plain word. Digits stay as they are: 11 is not 1.
 */
export function foldWord(plain: string): string {
  const folded = plain
    .replaceAll('ph', 'f')
    .replaceAll('h', '')
    .replace(/[kq]/g, 'c')
    .replace(/[yj]/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll('x', 's')
    .replace(/(\p{L})\1+/gu, '$1');
  return folded || plain;
}

const longestJoined = 24;

/** Words and their neighbours written together: `dell orto` may be meant as `dellorto`, `maria rosa` as `mariarosa`. */
export function withJoined(words: readonly string[]): string[] {
  const joined = words.slice(1).map((word, place) => `${words[place] ?? ''}${word}`);
  return [...words, ...joined.filter(({ length }) => length <= longestJoined)];
}
