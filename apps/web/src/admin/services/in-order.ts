/** The list with one of its elements at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const taken = items.slice(from, from + 1);
  const others = items.toSpliced(from, 1);
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, ...taken);
}
