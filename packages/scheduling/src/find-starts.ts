import { addStarts, type Starting } from './grid.ts';
import { calendarOf, inquire, openingsOf, type Inquiry } from './inquiry.ts';
import { inOrder, subtract } from './intervals.ts';
import type { Calendar, Minutes, SlotQuestion, StartQuestion } from './model.ts';
import { emptySet, isEmpty, keepCommon, toList, type StartSet } from './start-set.ts';

/**
 * The starts, ascending and distinct, that can be booked: from <= start < to, notice and horizon kept, and every need has a free calendar.
 *
 * A calendar is free for a start when the service part [start, start + duration) lies inside one of its merged openings and the claim
 * [start - before, start + duration + after) meets neither an absence nor a taken interval. A calendar of the first need must also have
 * the start on its own grid: a colleague who is free then, but whose grid does not contain the start, does not serve it.
 *
 * Openings must not run longer than `LONGEST_OPENING_MINUTES` without a break. Absences and taken intervals must be given as far as
 * `tracedTime` says. The cost is linear in days, openings, busy intervals and starts. Throws RangeError for an unknown zone, a text that
 * is no day, or a need that names a calendar which is not there. Source: README.md, The rules.
 */
export function findStarts(question: SlotQuestion): Minutes[] {
  return startsWithin(question, question.from, question.to, question.rules.grid);
}

/** Whether `start` can be booked: the very computation of `findStarts`, for the window of this one start. */
export function isOffered(question: StartQuestion, start: Minutes): boolean {
  return startsWithin(question, start, start + 1, question.rules.grid).length === 1;
}

/**
 * Whether `start` would be offered with nothing taken; absences still count. For grid `pack`, whose starts depend on what is taken, any
 * minute will do whose service part lies inside an opening. It tells `slot-taken` (true) from `slot-not-offered` (false).
 */
export function wouldBeStart(question: StartQuestion, start: Minutes): boolean {
  return startsWithin(withNothingTaken(question), start, start + 1, startingIfNothingTaken(question)).length === 1;
}

/**
 * For each need, in its order, the ids of the calendars that can take `start` now, in the order of the need. `start` is offered exactly
 * when no list is empty; outside notice or horizon all are.
 */
export function freeCalendars(question: StartQuestion, start: Minutes): string[][] {
  return freeWithin(inquire(question, start, start + 1), question.needs, question.rules.grid);
}

/** The same for an inquiry whose window is one start. */
export function freeWithin(inquiry: Inquiry, needs: StartQuestion['needs'], starting: Starting): string[][] {
  return needs.map((need, place) => need.filter((id) => !isEmpty(startsOfNeed(inquiry, [id], place === 0 ? starting : 'every-minute'))));
}

export function withNothingTaken<Question extends StartQuestion>(question: Question): Question {
  return { ...question, calendars: question.calendars.map((calendar) => ({ ...calendar, taken: [] })) };
}

export function startingIfNothingTaken({ rules }: StartQuestion): Starting {
  return rules.grid === 'pack' ? 'every-minute' : rules.grid;
}

function startsWithin(question: StartQuestion, from: Minutes, to: Minutes, starting: Starting): Minutes[] {
  const [people, ...things] = question.needs;
  if (people === undefined) return [];

  const inquiry = inquire(question, from, to);
  const starts = startsOfNeed(inquiry, people, starting);
  for (const thing of things) keepCommon(starts, startsOfNeed(inquiry, thing, 'every-minute'));
  return toList(starts);
}

/** The starts at which one of these calendars can be had. */
function startsOfNeed(inquiry: Inquiry, need: readonly string[], starting: Starting): StartSet {
  const starts = emptySet(inquiry.from, inquiry.to);
  for (const id of need) {
    addStartsOfCalendar(starts, starting, calendarOf(inquiry, id), inquiry);
  }
  return starts;
}

/** Phase two of a question: what absences and claims leave of the openings, and the starts that fit into it. */
function addStartsOfCalendar(starts: StartSet, starting: Starting, calendar: Calendar, inquiry: Inquiry): void {
  const { bufferBeforeMinutes, bufferAfterMinutes } = inquiry.rules;
  const openings = openingsOf(inquiry, calendar);
  const present = subtract(openings, inOrder(calendar.absences), bufferAfterMinutes, bufferBeforeMinutes);
  const free = subtract(present, inOrder(calendar.taken), bufferAfterMinutes, bufferBeforeMinutes);
  addStarts(starts, starting, openings, free, inquiry);
}
