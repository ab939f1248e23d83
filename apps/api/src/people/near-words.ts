/** Letters that a folded word can hold (see name-words.ts). */
const letters = [...'abcdefgilmnoprstuvz'];

/** Whether slips are forgiven in this word: not in a number, nor in two letters, which would be anything. */
export function forgivesSlips(word: string): boolean {
  return word.length >= 3 && !/\p{N}/u.test(word);
}

/** Every word that one slip of the finger makes of this one: a letter missing, too much, wrong, or swapped with the next; some 400 of ten letters. */
export function oneSlipAway(word: string): string[] {
  const near = new Set<string>();
  for (let place = 0; place <= word.length; place += 1) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    near.add(before + after.slice(1));
    near.add(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2));
    for (const letter of letters) near.add(before + letter + after).add(before + letter + after.slice(1));
  }
  near.delete(word);
  near.delete('');
  return [...near];
}

/**
 * How many slips lie between two words: Damerau and Levenshtein, where two letters that are swapped count once and are not
 * changed again (optimal string alignment). Own lines, as the packages that count swaps have slept for years.
 */
export function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const at = (of: readonly number[], place: number) => of[place] ?? 0; // rows are as long as the word
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      row.push(isSwapped ? Math.min(least, at(beforeLast, j - 2) + 1) : least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
