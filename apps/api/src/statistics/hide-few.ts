/** Fewer than this could be somebody. */
export const fewest = 5;

/**
 * What may be told of counts that add up to a total which is told too. Counts from one to four are not told (none is about nobody); and so
 * that nobody can find them by taking the others from the total, the smallest of the others are not told either, until what is missing is
 * at least two counts that make five together. Pure; null: not told.
 */
export function hideFew(counts: readonly number[]): (number | null)[] {
  const ascending = counts.map((value, index) => ({ value, index })).filter(({ value }) => value > 0).toSorted((one, other) => one.value - other.value);
  const hidden = new Set<number>();
  let missing = 0;
  for (const { value, index } of ascending) {
    const isHidden = value < fewest || (hidden.size > 0 && (hidden.size < 2 || missing < fewest));
    if (!isHidden) break;
    hidden.add(index);
    missing += value;
  }
  return counts.map((value, index) => (hidden.has(index) ? null : value));
}

/** The same of a count that stands alone. */
export function hideIfFew(value: number): number | null {
  return value > 0 && value < fewest ? null : value;
}
