import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCase } from '../src/cases/read-case.ts';
import { runCases } from '../src/cases/run-cases.ts';
import {
  explain,
  findStarts,
  freeCalendars,
  isOffered,
  LONGEST_OPENING_MINUTES,
  openDays,
  openingPieces,
  tracedDays,
  tracedTime,
  wouldBeStart,
  type Calendar,
  type Intervals,
  type Minutes,
  type SlotQuestion,
} from '../src/index.ts';
import { slowStarts, type RawCase } from './oracle.ts';
import { anyCase } from './random-cases.ts';

const PROVE = Boolean(process.env['PROVE']);
const LONG = 3_600_000;

const anyQuestion = anyCase.map((raw): SlotQuestion => readCase(raw, 'random').question).filter(hasBreaks);

test('whatever is asked, the starts are those that the text yields minute by minute', () => {
  holds(100, anyCase, (raw) => {
    const expected = slowStarts(raw);
    fc.pre(expected !== null);
    expect(printed(raw)).toEqual(expected);
  });
}, LONG);

test('what is offered is accepted, and what is not offered is refused, minute by minute', () => {
  holds(20, anyQuestion, (question) => {
    const offered = new Set(findStarts(question));
    const first = minutesOf(question).filter((minute) => offered.has(minute) !== isOffered(question, minute))[0];
    expect(first).toBeUndefined();
  });
}, LONG);

test('a start is offered exactly when every need has a free calendar, and exactly when nothing explains its refusal', () => {
  holds(20, anyQuestion, (question) => {
    const offered = new Set(findStarts(question));
    for (const minute of minutesOf(question).filter((at) => at % 5 === 0 || offered.has(at))) {
      const free = freeCalendars(question, minute);
      expect(free.every((need) => need.length > 0)).toBe(offered.has(minute));
      const { reason, needs } = explain(question, minute);
      expect(reason === 'offered').toBe(offered.has(minute));
      if (reason === 'notice' || reason === 'horizon') continue;
      expect(needs.map((need) => need.filter((calendar) => calendar.reason === 'free').map(({ id }) => id))).toEqual(free);
    }
  });
}, LONG);

test('no claim meets what is taken or an absence of the calendars that would take it', () => {
  holds(100, anyQuestion, (question) => {
    const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = question.rules;
    for (const start of findStarts(question)) {
      for (const { absences, taken } of freeCalendars(question, start).flat().map((id) => calendarOf(question, id))) {
        for (const [busyStart, busyEnd] of [...pairsOf(absences), ...pairsOf(taken)]) {
          expect(start - bufferBeforeMinutes >= busyEnd || start + durationMinutes + bufferAfterMinutes <= busyStart).toBe(true);
        }
      }
    }
  });
}, LONG);

test('with nothing taken, and on grid pack for all that is free, a start would be one', () => {
  holds(100, anyQuestion, (question) => {
    const untaken = { ...question, calendars: question.calendars.map((calendar) => ({ ...calendar, taken: [] })) };
    for (const start of findStarts(untaken)) expect(wouldBeStart(question, start)).toBe(true);
    if (question.rules.grid === 'clock') return;
    for (const start of findStarts(question)) expect(wouldBeStart(question, start)).toBe(true);
  });
}, LONG);

test('the order in which calendars, rules, exceptions, absences and claims are given changes nothing', () => {
  holds(200, anyQuestion, (question) => {
    expect(findStarts(reversed(question))).toEqual(findStarts(question));
  });
}, LONG);

test('a part of the window has the starts of the whole that lie in it', () => {
  holds(200, fc.tuple(anyQuestion, fc.nat(), fc.nat()), ([question, a, b]) => {
    const length = question.to - question.from + 1;
    const from = question.from + Math.min(a % length, b % length);
    const to = question.from + Math.max(a % length, b % length);
    const inside = findStarts(question).filter((start) => from <= start && start < to);
    expect(findStarts({ ...question, from, to })).toEqual(inside);
  });
}, LONG);

test('opening pieces kept from before give the same starts, also when they reach further than asked', () => {
  holds(200, anyQuestion, (question) => {
    const kept = withPieces(question, question.from - 5 * 1440, question.to + 5 * 1440);
    expect(findStarts(kept)).toEqual(findStarts(question));
    expect(findStarts(withPieces(question, question.from, question.to))).toEqual(findStarts(question));
  });
}, LONG);

test('what is busy outside the traced time changes nothing', () => {
  holds(200, anyQuestion, (question) => {
    const { from, to } = tracedTime(question.rules, question.from, question.to);
    const near = (intervals: Intervals): number[] => pairsOf(intervals).filter(([start, end]) => start < to && end > from).flat();
    const calendars = question.calendars.map((calendar) => ({ ...calendar, absences: near(calendar.absences), taken: near(calendar.taken) }));
    expect(findStarts({ ...question, calendars })).toEqual(findStarts(question));
  });
}, LONG);

function holds<Value>(runs: number, values: fc.Arbitrary<Value>, claim: (value: Value) => void): void {
  fc.assert(fc.property(values, claim), { numRuns: PROVE ? runs * 25 : runs });
}

function printed(raw: RawCase): string[] {
  const { output, faults } = runCases(JSON.stringify({ cases: [raw] }), true);
  expect(faults).toEqual([]);
  return JSON.parse(output[0] ?? '').starts;
}

/** No opening runs for longer than the longest allowed. */
function hasBreaks({ rules, from, to, closedDays, calendars }: SlotQuestion): boolean {
  const { firstDay, lastDay } = tracedDays(rules, from, to);
  const days = openDays(rules.timeZone, firstDay, lastDay, closedDays);
  return calendars.every((calendar) => pairsOf(openingPieces(calendar, days)).every(([start, end]) => end - start <= LONGEST_OPENING_MINUTES));
}

function minutesOf({ from, to }: SlotQuestion): Minutes[] {
  return Array.from({ length: Math.min(to - from, 1440) }, (_, place) => from + place);
}

function withPieces(question: SlotQuestion, from: Minutes, to: Minutes): SlotQuestion {
  const { firstDay, lastDay } = tracedDays(question.rules, from, to);
  const days = openDays(question.rules.timeZone, firstDay, lastDay, question.closedDays);
  // Without rules, so that nothing but the pieces can open.
  const calendars = question.calendars.map((calendar) => ({ ...calendar, pieces: openingPieces(calendar, days), opening: [], exceptions: [] }));
  return { ...question, calendars };
}

function reversed(question: SlotQuestion): SlotQuestion {
  return {
    ...question,
    closedDays: question.closedDays.toReversed(),
    needs: question.needs.map((need) => need.toReversed()),
    calendars: question.calendars.toReversed().map((calendar) => ({
      ...calendar,
      opening: calendar.opening.toReversed(),
      exceptions: calendar.exceptions.toReversed(),
      absences: pairsOf(calendar.absences).toReversed().flat(),
      taken: Int32Array.from(pairsOf(calendar.taken).toReversed().flat()),
    })),
  };
}

function calendarOf({ calendars }: SlotQuestion, id: string): Calendar {
  const calendar = calendars.find((candidate) => candidate.id === id);
  if (calendar === undefined) throw new Error(id);
  return calendar;
}

function pairsOf(intervals: Intervals): [Minutes, Minutes][] {
  return Array.from({ length: intervals.length / 2 }, (_, place) => [intervals[place * 2] ?? 0, intervals[place * 2 + 1] ?? 0]);
}
