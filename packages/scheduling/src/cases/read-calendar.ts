import type { Calendar, Minutes, OpeningException, OpeningRule, Recurrence, WallInterval } from '../model.ts';
import {
  isAbsent,
  listOf,
  Malformed,
  optional,
  readDay,
  readFields,
  readInstant,
  readInteger,
  readList,
  readMinutes,
  readOneOf,
  readText,
  within,
  type Fields,
} from './door.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const RECURRENCES = ['days', 'month_day', 'nth_weekday', 'day'] as const;
const RULE_FIELDS = ['start', 'end', 'every_weeks', 'first_day', 'last_day', ...RECURRENCES];
const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const MOST_WEEKS = 520;

/** One calendar of a case. Throws Malformed. */
export function readCalendar(value: unknown, field: string): Calendar {
  const fields = readFields(value, field, ['id', 'opening', 'exceptions', 'absences', 'taken']);
  return {
    id: readText(fields['id'], within(field, 'id')),
    opening: optional(fields, field, 'opening', [], listOf(readRule)),
    exceptions: optional(fields, field, 'exceptions', [], listOf(readException)),
    absences: optional(fields, field, 'absences', [], listOf(readAbsence)).flat(),
    taken: optional(fields, field, 'taken', [], listOf(readTaken)).flat(),
  };
}

function readRule(value: unknown, field: string): OpeningRule {
  const fields = readFields(value, field, RULE_FIELDS);
  const wall = readWall(fields['start'], within(field, 'start'), fields['end'], within(field, 'end'));
  const firstDay = optional(fields, field, 'first_day', null, readDay);
  const lastDay = optional(fields, field, 'last_day', null, readDay);
  const recurrence = readRecurrence(fields, field);
  if (recurrence.kind === 'weekly' && recurrence.everyWeeks > 1 && firstDay === null) {
    throw new Malformed(within(field, 'first_day'), 'needed to count every_weeks from');
  }
  return { wall, recurrence, firstDay, lastDay };
}

function readRecurrence(fields: Fields, field: string): Recurrence {
  const [kind, ...others] = RECURRENCES.filter((name) => !isAbsent(fields[name]));
  if (kind === undefined || others.length > 0) throw new Malformed(field, `must have exactly one of ${RECURRENCES.join(', ')}`);

  const everyWeeks = optional(fields, field, 'every_weeks', 1, (weeks, path) => readInteger(weeks, path, 1, MOST_WEEKS));
  if (everyWeeks > 1 && kind !== 'days') throw new Malformed(within(field, 'every_weeks'), 'goes with days only');

  const path = within(field, kind);
  switch (kind) {
    case 'days':
      return { kind: 'weekly', days: readWeekdays(fields[kind], path), everyWeeks };
    case 'month_day':
      return { kind: 'monthDay', monthDay: readInteger(fields[kind], path, 1, 31) };
    case 'nth_weekday':
      return readNthWeekday(fields[kind], path);
    case 'day':
      return { kind: 'oneDay', day: readDay(fields[kind], path) };
  }
}

function readWeekdays(value: unknown, field: string): number[] {
  const days = readList(value, field, readWeekday);
  if (days.length === 0) throw new Malformed(field, 'must name at least one day');
  return days;
}

function readNthWeekday(value: unknown, field: string): Recurrence {
  const fields = readFields(value, field, ['n', 'day']);
  const n = readInteger(fields['n'], within(field, 'n'), -1, 5);
  if (n === 0) throw new Malformed(within(field, 'n'), 'must be 1 to 5, or -1 for the last');
  return { kind: 'nthWeekday', n, weekday: readWeekday(fields['day'], within(field, 'day')) };
}

function readWeekday(value: unknown, field: string): number {
  return WEEKDAYS.indexOf(readOneOf(value, field, WEEKDAYS)) + 1;
}

function readException(value: unknown, field: string): OpeningException {
  const fields = readFields(value, field, ['day', 'opening']);
  const day = readDay(fields['day'], within(field, 'day'));
  return { day, opening: readList(fields['opening'], within(field, 'opening'), readWallPair) };
}

function readWallPair(value: unknown, field: string): WallInterval {
  if (!Array.isArray(value) || value.length !== 2) throw new Malformed(field, 'must be a pair of wall times');
  return readWall(value[0], `${field}[0]`, value[1], `${field}[1]`);
}

function readWall(from: unknown, fromField: string, to: unknown, toField: string): WallInterval {
  const start = readWallTime(from, fromField);
  const end = readWallTime(to, toField);
  if (end <= start) throw new Malformed(toField, 'must be after the start: an opening does not cross midnight');
  return { start, end };
}

/** Minutes of the local day. */
function readWallTime(value: unknown, field: string): number {
  const text = readText(value, field);
  if (!WALL_TIME.test(text)) throw new Malformed(field, `not a wall time from 00:00 to 24:00: ${text}`);
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function readAbsence(value: unknown, field: string): [Minutes, Minutes] {
  return readBusy(readFields(value, field, ['starts_at', 'ends_at']), field);
}

/** The claim: the interval widened by its own buffers. */
function readTaken(value: unknown, field: string): [Minutes, Minutes] {
  const fields = readFields(value, field, ['starts_at', 'ends_at', 'buffer_before_minutes', 'buffer_after_minutes']);
  const [start, end] = readBusy(fields, field);
  const before = optional(fields, field, 'buffer_before_minutes', 0, readMinutes(0));
  const after = optional(fields, field, 'buffer_after_minutes', 0, readMinutes(0));
  return [start - before, end + after];
}

/** Whole minutes that cover the interval. As starts are whole minutes, this meets exactly the claims that the interval meets. */
function readBusy(fields: Fields, field: string): [Minutes, Minutes] {
  const startsAt = readInstant(fields['starts_at'], within(field, 'starts_at'));
  const endsAt = readInstant(fields['ends_at'], within(field, 'ends_at'));
  if (endsAt <= startsAt) throw new Malformed(within(field, 'ends_at'), 'must be after starts_at');
  return [Math.floor(startsAt / 60_000), Math.ceil(endsAt / 60_000)];
}
