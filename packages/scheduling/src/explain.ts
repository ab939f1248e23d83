import { addDays } from './days.ts';
import { freeWithin, startingIfNothingTaken, withNothingTaken } from './find-starts.ts';
import { calendarOf, inquire, openingsOf, type Inquiry } from './inquiry.ts';
import { contains, meets } from './intervals.ts';
import type { Calendar, Minutes, StartQuestion } from './model.ts';
import { openingPieces } from './opening.ts';
import { localDay } from './zone.ts';

/**
 * Why a start cannot be booked, from what stands furthest in its way to what stands nearest:
 * - `notice`, `horizon`: too soon or past, too far, whatever the calendars say;
 * - `no-calendar`: there is no need, or a need without calendars;
 * - `closed-day`: the service part is not inside an opening, and it touches a closed day;
 * - `outside-opening`: the service part is not inside an opening;
 * - `exception`: it would be, were it not for the exceptions of the calendar;
 * - `absence`: the service part meets an absence;
 * - `off-grid`: no start of the calendar's grid, not even with nothing taken (grid `clock`: or not beside what is taken now);
 * - `taken`: the service part meets a claim;
 * - `buffer`: only the buffers meet a claim or an absence.
 */
export const REASONS = [
  'notice',
  'horizon',
  'no-calendar',
  'closed-day',
  'outside-opening',
  'exception',
  'absence',
  'off-grid',
  'taken',
  'buffer',
] as const;

export type Reason = (typeof REASONS)[number];

export interface CalendarExplanation {
  readonly id: string;
  /** `free`: this calendar could take the start, if notice and horizon were kept. */
  readonly reason: 'free' | Reason;
}

export interface Explanation {
  /** `offered` exactly when `isOffered`. Else the reason that stands furthest away among the needs; of one need, its nearest calendar's. */
  readonly reason: 'offered' | Reason;
  /** For each need, in its order, each of its calendars. */
  readonly needs: readonly (readonly CalendarExplanation[])[];
}

/** Why `start` is offered or not, as a whole and calendar by calendar. Throws as `findStarts` does. */
export function explain(question: StartQuestion, start: Minutes): Explanation {
  const anyTime = { ...question, rules: { ...question.rules, noticeMinutes: -Infinity, horizonMinutes: null } };
  const inquiry = inquire(anyTime, start, start + 1);
  const free = freeWithin(inquiry, question.needs, question.rules.grid);
  const nothingTaken = inquire(withNothingTaken(anyTime), start, start + 1);
  const possible = freeWithin(nothingTaken, question.needs, startingIfNothingTaken(question));

  const needs = question.needs.map((need, place) =>
    need.map((id): CalendarExplanation => {
      if (free[place]?.includes(id)) return { id, reason: 'free' };
      return { id, reason: whyBusy(inquiry, calendarOf(inquiry, id), possible[place]?.includes(id) ?? false) };
    }),
  );
  return { reason: whyNotNow(question, start) ?? furthest(needs) ?? 'offered', needs };
}

function whyNotNow({ rules, now }: StartQuestion, start: Minutes): Reason | null {
  const ahead = start * 60_000 - now;
  if (ahead < rules.noticeMinutes * 60_000) return 'notice';
  if (rules.horizonMinutes !== null && ahead > rules.horizonMinutes * 60_000) return 'horizon';
  return null;
}

/** Why a calendar cannot take the one start of the inquiry; `isPossible`: it could with nothing taken. */
function whyBusy(inquiry: Inquiry, calendar: Calendar, isPossible: boolean): Reason {
  const { from: start, rules } = inquiry;
  const end = start + rules.durationMinutes;
  const claimStart = start - rules.bufferBeforeMinutes;
  const claimEnd = end + rules.bufferAfterMinutes;
  if (!contains(openingsOf(inquiry, calendar), start, end)) return whyNotOpen(inquiry, calendar, start, end);
  if (meets(calendar.absences, start, end)) return 'absence';
  if (meets(calendar.absences, claimStart, claimEnd)) return 'buffer';
  if (!isPossible) return 'off-grid';
  if (meets(calendar.taken, start, end)) return 'taken';
  return meets(calendar.taken, claimStart, claimEnd) ? 'buffer' : 'off-grid';
}

function whyNotOpen(inquiry: Inquiry, calendar: Calendar, start: Minutes, end: Minutes): Reason {
  const regular = openingPieces({ opening: calendar.opening, exceptions: [] }, inquiry.days);
  if (contains(regular, start, end)) return 'exception';
  return touchesClosedDay(inquiry, start, end) ? 'closed-day' : 'outside-opening';
}

function touchesClosedDay({ rules, closedDays }: Inquiry, start: Minutes, end: Minutes): boolean {
  const last = localDay(rules.timeZone, end - 1);
  for (let day = localDay(rules.timeZone, start); day <= last; day = addDays(day, 1)) {
    if (closedDays.includes(day)) return true;
  }
  return false;
}

/** The reason of the need that is furthest from being met; of each need, that of the calendar that is nearest. Null: all are met. */
function furthest(needs: Explanation['needs']): Reason | null {
  if (needs.length === 0) return 'no-calendar';
  const ranks = needs.map((need) => Math.max(NO_CALENDAR, ...need.map(({ reason }) => rankOf(reason))));
  return REASONS[Math.min(...ranks)] ?? null;
}

const NO_CALENDAR = REASONS.indexOf('no-calendar');

function rankOf(reason: CalendarExplanation['reason']): number {
  return reason === 'free' ? REASONS.length : REASONS.indexOf(reason);
}
