/* eslint-disable @typescript-eslint/no-non-null-assertion -- flat arrays are read at places below their length */
import type { Intervals, Minutes } from './model.ts';

// Flat pairs of half-open intervals. "In order" means ascending by start.

/** The same intervals in order: the list itself when it is in order already, else a sorted copy. */
export function inOrder(intervals: Intervals): Intervals {
  for (let at = 2; at < intervals.length; at += 2) {
    if (intervals[at]! < intervals[at - 2]!) return sorted(intervals);
  }
  return intervals;
}

// One number for start and place sorts as a native array of numbers, without an object or a comparison function per interval.
function sorted(intervals: Intervals): Minutes[] {
  const count = intervals.length / 2;
  const keys = new Float64Array(count);
  for (let place = 0; place < count; place += 1) keys[place] = intervals[place * 2]! * count + place;
  keys.sort();
  const ordered: Minutes[] = [];
  for (const key of keys) {
    const place = key - Math.floor(key / count) * count;
    ordered.push(intervals[place * 2]!, intervals[place * 2 + 1]!);
  }
  return ordered;
}

/** Adds [start, end) to pieces in order, none of which starts later; joins it to the last one when they overlap or touch. */
export function appendPiece(pieces: Minutes[], start: Minutes, end: Minutes): void {
  const lastEnd = pieces.length - 1;
  if (lastEnd < 0 || pieces[lastEnd]! < start) pieces.push(start, end);
  else if (pieces[lastEnd]! < end) pieces[lastEnd] = end;
}

/**
 * What is left of `pieces` (in order, apart from each other) without `busy` (in order, overlaps allowed), where each busy interval
 * is widened to run from its start - `earlier` to its end + `later`. Empty busy intervals take nothing. One sweep over both.
 */
export function subtract(pieces: Intervals, busy: Intervals, earlier: number, later: number): Intervals {
  if (busy.length === 0) return pieces;

  const left: Minutes[] = [];
  let next = 0;
  let free = -Infinity; // nothing before this minute is free any more
  for (let at = 0; at < pieces.length; at += 2) {
    const end = pieces[at + 1]!;
    free = Math.max(free, pieces[at]!);
    for (; next < busy.length && busy[next]! - earlier < end; next += 2) {
      if (busy[next]! >= busy[next + 1]!) continue;
      if (busy[next]! - earlier > free) left.push(free, busy[next]! - earlier);
      free = Math.max(free, busy[next + 1]! + later);
    }
    if (free < end) left.push(free, end);
  }
  return left;
}

/** Whether one of the intervals, in any order, has a minute in common with [start, end). */
export function meets(intervals: Intervals, start: Minutes, end: Minutes): boolean {
  for (let at = 0; at < intervals.length; at += 2) {
    if (intervals[at]! < end && intervals[at + 1]! > start && intervals[at]! < intervals[at + 1]!) return true;
  }
  return false;
}

/** Whether [start, end) lies inside one of the intervals. */
export function contains(intervals: Intervals, start: Minutes, end: Minutes): boolean {
  for (let at = 0; at < intervals.length; at += 2) {
    if (intervals[at]! <= start && intervals[at + 1]! >= end) return true;
  }
  return false;
}
