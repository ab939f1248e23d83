import { dayText } from './days.ts';
import type { Calendar, Intervals, Minutes, SlotRules, StartQuestion } from './model.ts';
import { openDaySpans, openingPieces } from './opening.ts';
import { localDayNumber, type DaySpans } from './zone.ts';

/** No opening may run longer than this without a break: so far back a piece is traced to its true start. Source: README.md, Opening. */
export const LONGEST_OPENING_MINUTES = 48 * 60;

/** Local days that reach back by the longest opening, also over a day that the zone skipped. */
const DAYS_TRACED_BACK = 3;

/** A question made ready to be asked of each calendar. */
export interface Inquiry {
  readonly rules: SlotRules;
  readonly stepMinutes: number;
  /** The first whole minute that is not before now. */
  readonly nowMinute: Minutes;
  /** The window left by notice and horizon; may be empty. */
  readonly from: Minutes;
  readonly to: Minutes;
  readonly closedDays: readonly string[];
  readonly days: DaySpans;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/** Narrows the window to notice and horizon, and lays out the days that can matter to it. */
export function inquire(question: StartQuestion, from: Minutes, to: Minutes): Inquiry {
  const { rules, closedDays } = question;
  const nowMinute = Math.ceil(question.now / 60_000);
  const earliest = Math.max(from, nowMinute + rules.noticeMinutes);
  const latest = rules.horizonMinutes === null ? to - 1 : Math.min(to - 1, Math.floor(question.now / 60_000) + rules.horizonMinutes);
  const end = Math.max(earliest, latest + 1);
  const days = earliest < end ? openDaySpans(rules.timeZone, firstTraced(rules, earliest), lastTraced(rules, end), closedDays) : [];
  return { rules, stepMinutes: stepOf(rules), nowMinute, from: earliest, to: end, closedDays, days, calendars: byId(question.calendars) };
}

function byId(calendars: readonly Calendar[]): Map<string, Calendar> {
  const map = new Map<string, Calendar>();
  for (const calendar of calendars) map.set(calendar.id, calendar);
  return map;
}

/** Throws RangeError when a need names a calendar that was not given. */
export function calendarOf(inquiry: Inquiry, id: string): Calendar {
  const calendar = inquiry.calendars.get(id);
  if (calendar === undefined) throw new RangeError(`a need names a calendar that is not there: ${id}`);
  return calendar;
}

/** The merged openings of a calendar on the days of the inquiry: the ones kept by the caller, else made now. */
export function openingsOf(inquiry: Inquiry, calendar: Calendar): Intervals {
  return calendar.pieces ?? openingPieces(calendar, inquiry.days);
}

/** The default step is the duration; for grid `pack` the whole claim, so that a full calendar has no gaps. */
function stepOf(rules: SlotRules): number {
  if (rules.stepMinutes !== null) return rules.stepMinutes;
  if (rules.grid !== 'pack') return rules.durationMinutes;
  return rules.bufferBeforeMinutes + rules.durationMinutes + rules.bufferAfterMinutes;
}

function firstTraced(rules: SlotRules, from: Minutes): number {
  return localDayNumber(rules.timeZone, from) - DAYS_TRACED_BACK;
}

function lastTraced(rules: SlotRules, to: Minutes): number {
  return localDayNumber(rules.timeZone, to - 1 + rules.durationMinutes);
}

/**
 * The local days, both included, whose openings can matter to starts in [from, to): what kept `pieces` must cover.
 */
export function tracedDays(rules: SlotRules, from: Minutes, to: Minutes): { firstDay: string; lastDay: string } {
  return { firstDay: dayText(firstTraced(rules, from)), lastDay: dayText(lastTraced(rules, to)) };
}

/**
 * The time, [from, to) in minutes, in which absences and taken intervals can matter to starts in [from, to): load those that meet it.
 * It reaches back by the longest opening because grids `clock` and `pack` begin where the free piece begins.
 */
export function tracedTime(rules: SlotRules, from: Minutes, to: Minutes): { from: Minutes; to: Minutes } {
  return {
    from: from - LONGEST_OPENING_MINUTES - rules.bufferBeforeMinutes,
    to: to - 1 + rules.durationMinutes + rules.bufferAfterMinutes,
  };
}
