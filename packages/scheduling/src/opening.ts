/* eslint-disable @typescript-eslint/no-non-null-assertion -- flat arrays are read at places below their length */
import { dayNumber } from './days.ts';
import { appendPiece } from './intervals.ts';
import { MINUTES_A_DAY, type Calendar, type Minutes, type OpeningException, type WallInterval } from './model.ts';
import { dateRule, opensOn, type DatedRule } from './recurrence.ts';
import { daySpans, type DaySpans } from './zone.ts';

/**
 * The local days from `firstDay` to `lastDay`, both included, without the closed ones, laid out in UTC: what `openingPieces` reads.
 * Make it once and use it for every calendar of the office. Throws RangeError for an unknown zone or a text that is no day.
 */
export function openDays(timeZone: string, firstDay: string, lastDay: string, closedDays: readonly string[]): DaySpans {
  return openDaySpans(timeZone, dayNumber(firstDay), dayNumber(lastDay), closedDays);
}

export function openDaySpans(timeZone: string, firstDay: number, lastDay: number, closedDays: readonly string[]): DaySpans {
  const spans = daySpans(timeZone, firstDay, lastDay);
  const closed = new Set<number>();
  for (const day of closedDays) closed.add(dayNumber(day));
  return closed.size === 0 ? spans : spans.filter((_, at) => !closed.has(spans[at - (at % 4) + 2]!));
}

/**
 * Phase one of a question: the merged openings of a calendar on these days as flat pairs, ascending, none touching another. They hold
 * until its rules, its exceptions or the closed days change.
 *
 * An opening is every minute whose local wall clock reads from `start` up to `end`, so each stretch of constant offset is read by its own
 * clock: an hour that is skipped is not there, an hour that is repeated is there twice. An exception replaces the rules of its day.
 */
export function openingPieces(calendar: Pick<Calendar, 'opening' | 'exceptions'>, days: DaySpans): Minutes[] {
  const rules = calendar.opening.map(dateRule).sort(byStart);
  const exceptions = exceptionsByDay(calendar.exceptions);
  const pieces: Minutes[] = [];
  for (let at = 0; at < days.length; at += 4) {
    const day = days[at + 2]!;
    const exception = exceptions?.get(day);
    if (exception === undefined) appendRules(pieces, rules, days, at);
    else for (const wall of exception) appendWall(pieces, wall, days, at);
  }
  return pieces;
}

function appendRules(pieces: Minutes[], rules: readonly DatedRule[], days: DaySpans, at: number): void {
  for (const rule of rules) {
    if (opensOn(rule, days[at + 2]!)) appendWall(pieces, rule, days, at);
  }
}

/** The part of a span whose wall clock reads from `wall.start` to `wall.end`; walls come by ascending start, so pieces stay in order. */
function appendWall(pieces: Minutes[], wall: WallInterval, days: DaySpans, at: number): void {
  const midnight = days[at + 2]! * MINUTES_A_DAY - days[at + 3]!;
  const start = Math.max(days[at]!, midnight + wall.start);
  const end = Math.min(days[at + 1]!, midnight + wall.end);
  if (start < end) appendPiece(pieces, start, end);
}

/** Two exceptions for one day open what either opens, so that their order says nothing. */
function exceptionsByDay(exceptions: readonly OpeningException[]): Map<number, readonly WallInterval[]> | null {
  if (exceptions.length === 0) return null;
  const byDay = new Map<number, readonly WallInterval[]>();
  for (const { day, opening } of exceptions) {
    const number = dayNumber(day);
    byDay.set(number, [...(byDay.get(number) ?? []), ...opening].sort(byStart));
  }
  return byDay;
}

function byStart(a: WallInterval, b: WallInterval): number {
  return a.start - b.start;
}
