import { expect, test } from 'vitest';
import { hideFew } from './hide-few.ts';

test.each([
  [[5, 6, 100], [5, 6, 100], 'nothing is few'],
  [[3, 4, 100], [null, null, 100], 'two that make five together'],
  [[3, 10, 100], [null, null, 100], 'one alone would be what is missing from the total'],
  [[0, 1, 10, 100], [0, null, null, 100], 'none is told, and one alone is not'],
  [[1, 1, 10, 100], [null, null, null, 100], 'two that make two would tell each'],
  [[4, 10], [null, null], 'nobody is left to be told'],
  [[0, 0, 0], [0, 0, 0], 'nothing at all'],
  [[0, 0, 285], [0, 0, 285], 'what was before the desk began tells nothing'],
  [[], [], 'no groups'],
])('of %j is told %j: %s', (counts, told) => expect(hideFew(counts)).toEqual(told));
