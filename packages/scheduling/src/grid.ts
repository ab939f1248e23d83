/* eslint-disable @typescript-eslint/no-non-null-assertion -- flat arrays are read at places below their length */
import type { Inquiry } from './inquiry.ts';
import type { Grid, Intervals, Minutes } from './model.ts';
import { addAll, addSteps, type StartSet } from './start-set.ts';
import type { DaySpans } from './zone.ts';

/** Where a calendar may start: on its grid, or, for one that only has to be free (a room), at every minute. */
export type Starting = Grid | 'every-minute';

const ROUND_MINUTES = [60, 30, 20, 15, 10, 5];
const PACK_MINUTES = 5;

/**
 * Adds to `starts` the starts of one calendar: those on its grid whose service part lies inside a free piece. `openings` are its merged
 * openings and `free` what absences and claims leave of them, both ascending. Source: README.md, Grids.
 */
export function addStarts(starts: StartSet, starting: Starting, openings: Intervals, free: Intervals, inquiry: Inquiry): void {
  const { rules, stepMinutes } = inquiry;
  const round = roundMinutes(stepMinutes);
  let opening = 0;
  let span = 0;
  for (let at = 0; at < free.length && free[at]! < starts.to; at += 2) {
    const piece = free[at]!;
    const first = Math.max(piece, starts.from);
    const last = Math.min(free[at + 1]! - rules.durationMinutes, starts.to - 1);
    if (last < first) continue;
    switch (starting) {
      case 'every-minute':
        addAll(starts, first, last);
        break;
      case 'opening':
        while (openings[opening + 1]! <= piece) opening += 2; // ends: every free piece lies in an opening
        addFrom(starts, openings[opening]!, first, last, stepMinutes);
        break;
      case 'clock':
        span = spanAt(inquiry.days, piece, span);
        addFrom(starts, roundUp(piece, inquiry.days[span + 3]!, round) + rules.offsetMinutes, first, last, stepMinutes);
        break;
      case 'pack':
        addFrom(starts, notBefore(inquiry.nowMinute, piece), first, last, stepMinutes);
    }
  }
}

/** Adds origin, origin + step ... as far as they lie from `first` to `last`. */
function addFrom(starts: StartSet, origin: Minutes, first: Minutes, last: Minutes, step: number): void {
  const skipped = Math.max(0, Math.ceil((first - origin) / step));
  addSteps(starts, origin + skipped * step, last, step);
}

/** The span of days, at `span` or later, in which a minute lies: one exists, for the minute is in an opening of these days. */
function spanAt(days: DaySpans, minute: Minutes, span: number): number {
  while (days[span + 1]! <= minute) span += 4;
  return span;
}

/** The largest round number of minutes that divides the step. */
function roundMinutes(step: number): number {
  return ROUND_MINUTES.find((minutes) => step % minutes === 0) ?? 1;
}

/**
 * Rounds a minute up inside its local hour; it may end on the next. The hour is that of the wall clock at this very minute, with this
 * `offset`, even when the clock is changed before the hour is over.
 */
function roundUp(minute: Minutes, offset: number, round: number): Minutes {
  return Math.ceil((minute + offset) / round) * round - offset;
}

/** The first of minute, minute + 5, minute + 10 ... that is not before now. */
function notBefore(nowMinute: Minutes, minute: Minutes): Minutes {
  return minute + PACK_MINUTES * Math.max(0, Math.ceil((nowMinute - minute) / PACK_MINUTES));
}
