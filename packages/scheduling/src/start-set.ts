/* eslint-disable @typescript-eslint/no-non-null-assertion -- words are read at places inside the window */
import type { Minutes } from './model.ts';

/**
 * A set of minutes from `from` up to, not including, `to`: one bit each. Starts of many calendars unite, and needs meet, word by word;
 * what comes out is ascending and distinct without sorting.
 */
export interface StartSet {
  readonly from: Minutes;
  readonly to: Minutes;
  readonly words: Int32Array;
}

const ALL = -1;

export function emptySet(from: Minutes, to: Minutes): StartSet {
  return { from, to, words: new Int32Array(Math.ceil((to - from) / 32)) };
}

/** Adds the minutes first, first + step ... up to and including `last`; all within the set's window. */
export function addSteps(set: StartSet, first: Minutes, last: Minutes, step: number): void {
  const { words, from } = set;
  for (let place = first - from; place <= last - from; place += step) words[place >>> 5]! |= 1 << (place & 31);
}

/** Adds every minute from `first` to `last`, both included, within the set's window. */
export function addAll(set: StartSet, first: Minutes, last: Minutes): void {
  const { words, from } = set;
  const firstWord = (first - from) >>> 5;
  const lastWord = (last - from) >>> 5;
  const head = ALL << ((first - from) & 31);
  const tail = ALL >>> (31 - ((last - from) & 31));
  if (firstWord === lastWord) {
    words[firstWord]! |= head & tail;
    return;
  }
  words[firstWord]! |= head;
  words.fill(ALL, firstWord + 1, lastWord);
  words[lastWord]! |= tail;
}

/** Keeps in `set` what is also in `other`; both have the same window. */
export function keepCommon(set: StartSet, other: StartSet): void {
  for (let at = 0; at < set.words.length; at += 1) set.words[at]! &= other.words[at]!;
}

/** The minutes of the set, ascending. */
export function toList(set: StartSet): Minutes[] {
  const list: Minutes[] = [];
  for (let at = 0; at < set.words.length; at += 1) {
    for (let word = set.words[at]!; word !== 0; word &= word - 1) {
      list.push(set.from + at * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return list;
}

export function isEmpty(set: StartSet): boolean {
  return set.words.every((word) => word === 0);
}
