import type { Minutes } from '../model.ts';

export const MATCHES = ['exact', 'first', 'prefix', 'contains', 'excludes'] as const;

/** What a case expects of its starts. */
export interface Expectation {
  readonly starts: readonly Minutes[];
  readonly match: (typeof MATCHES)[number];
}

/**
 * Whether the starts found, ascending, are as expected. `exact`: the same list. `first`: the same earliest start, or none at all on both
 * sides. `prefix`: they begin with the expected. `contains`, `excludes`: all, none of the expected are among them. An empty expectation
 * is always met by `prefix`, `contains` and `excludes`.
 */
export function isMet({ starts, match }: Expectation, found: readonly Minutes[]): boolean {
  switch (match) {
    case 'exact':
      return found.length === starts.length && beginsWith(found, starts);
    case 'first':
      return found[0] === starts[0];
    case 'prefix':
      return beginsWith(found, starts);
    case 'contains':
      return starts.every((start) => found.includes(start));
    case 'excludes':
      return !starts.some((start) => found.includes(start));
  }
}

function beginsWith(found: readonly Minutes[], starts: readonly Minutes[]): boolean {
  return starts.every((start, place) => found[place] === start);
}
