import { DateTime, Interval } from 'luxon';
import type { Calendar, Minutes, OpeningRule, SlotQuestion } from '../src/index.ts';

/** The taken intervals of each calendar as luxon intervals: made before the clock runs, as a server would have them from its rows. */
export type TakenByCalendar = ReadonlyMap<string, readonly Interval[]>;

export function takenAsIntervals({ calendars }: SlotQuestion): TakenByCalendar {
  return new Map(calendars.map(({ id, taken }) => [id, pairsOf(taken).map(([start, end]) => intervalOf(start, end))]));
}

/**
 * The straightforward way that the kernel is measured against: every day, every rule, every step as a DateTime. It knows weekly rules,
 * grid `opening`, one need, and openings that neither touch nor meet a change of offset: what the questions of the bench ask.
 */
export function findStartsByLuxon(question: SlotQuestion, taken: TakenByCalendar): Minutes[] {
  const { rules, closedDays, calendars } = question;
  const zone = rules.timeZone;
  const from = dateTimeOf(question.from, zone);
  const to = dateTimeOf(question.to, zone);
  const earliest = DateTime.fromMillis(question.now, { zone }).plus({ minutes: rules.noticeMinutes });
  const starts = new Set<Minutes>();
  for (const calendar of calendars) {
    for (let day = from.startOf('day'); day < to; day = day.plus({ days: 1 })) {
      if (closedDays.includes(day.toISODate() ?? '')) continue;
      for (const rule of calendar.opening.filter((opening) => isOpenOn(opening, day))) {
        for (const start of stepsOf(question, rule, day)) {
          if (start < from || start >= to || start < earliest) continue;
          if (isTaken(question, calendar, start, taken)) continue;
          starts.add(start.toMillis() / 60_000);
        }
      }
    }
  }
  return [...starts].sort((a, b) => a - b);
}

function isOpenOn({ recurrence, firstDay, lastDay }: OpeningRule, day: DateTime): boolean {
  const text = day.toISODate() ?? '';
  if ((firstDay !== null && text < firstDay) || (lastDay !== null && text > lastDay)) return false;
  return recurrence.kind === 'weekly' && recurrence.days.includes(day.weekday);
}

function stepsOf({ rules }: SlotQuestion, { wall }: OpeningRule, day: DateTime): DateTime[] {
  const end = day.plus({ minutes: wall.end });
  const steps: DateTime[] = [];
  let start = day.plus({ minutes: wall.start });
  while (start.plus({ minutes: rules.durationMinutes }) <= end) {
    steps.push(start);
    start = start.plus({ minutes: rules.stepMinutes ?? rules.durationMinutes });
  }
  return steps;
}

function isTaken({ rules }: SlotQuestion, { id }: Calendar, start: DateTime, taken: TakenByCalendar): boolean {
  const end = start.plus({ minutes: rules.durationMinutes });
  const claim = Interval.fromDateTimes(start.minus({ minutes: rules.bufferBeforeMinutes }), end.plus({ minutes: rules.bufferAfterMinutes }));
  return (taken.get(id) ?? []).some((interval) => interval.overlaps(claim));
}

function pairsOf(intervals: Calendar['taken']): [Minutes, Minutes][] {
  return Array.from({ length: intervals.length / 2 }, (_, place) => [intervals[place * 2] ?? 0, intervals[place * 2 + 1] ?? 0]);
}

function intervalOf(start: Minutes, end: Minutes): Interval {
  return Interval.fromDateTimes(dateTimeOf(start, 'utc'), dateTimeOf(end, 'utc'));
}

function dateTimeOf(minute: Minutes, zone: string): DateTime {
  return DateTime.fromMillis(minute * 60_000, { zone });
}
