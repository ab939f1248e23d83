import type { Calendar, Minutes, SlotQuestion, SlotRules } from '../model.ts';
import { isTimeZone } from '../zone.ts';
import { listOf, Malformed, optional, readDay, readFields, readInstant, readList, readMinutes, readOneOf, readText, type Fields } from './door.ts';
import { MATCHES, type Expectation } from './expectation.ts';
import { readCalendar } from './read-calendar.ts';

/** A case as the kernel takes it. */
export interface SlotCase {
  readonly id: string;
  readonly question: SlotQuestion;
  /** Null when the case expects nothing: it can only be printed. */
  readonly expectation: Expectation | null;
}

const GRIDS = ['opening', 'clock', 'pack'] as const;
const BUFFER_FIELDS = ['buffer_before_minutes', 'buffer_after_minutes'];
const GRID_FIELDS = ['duration_minutes', 'step_minutes', 'offset_minutes', 'grid'];
const RULE_FIELDS = ['time_zone', ...GRID_FIELDS, ...BUFFER_FIELDS, 'notice_minutes', 'horizon_minutes'];
const QUESTION_FIELDS = ['now', 'from', 'to', 'closed_days', 'needs', 'calendars'];
/** Words for people; the command does not look at them. */
const NOTES = ['why', 'title', 'name', 'about', 'description', 'note', 'notes', 'comment', 'source', 'tags'];
const CASE_FIELDS = ['id', ...NOTES, ...RULE_FIELDS, ...QUESTION_FIELDS, 'expect'];

/** Reads one case, in the format of README.md. Defaults fill what is absent or null; anything that the format does not know throws Malformed. */
export function readCase(value: unknown, fallbackId: string): SlotCase {
  const fields = readFields(value, '', CASE_FIELDS);
  return {
    id: optional(fields, '', 'id', fallbackId, readText),
    question: readQuestion(fields),
    expectation: optional(fields, '', 'expect', null, readExpectation),
  };
}

function readQuestion(fields: Fields): SlotQuestion {
  const rules = readRules(fields);
  const now = readInstant(fields['now'], 'now');
  const from = readInstant(fields['from'], 'from');
  const to = readInstant(fields['to'], 'to');
  if (to < from) throw new Malformed('to', 'must not be before from');
  const closedDays = optional(fields, '', 'closed_days', [], listOf(readDay));
  const calendars = readList(fields['calendars'], 'calendars', readCalendar);
  refuseTwins(calendars);
  const needs = readNeeds(fields['needs'], calendars);
  // Starts are whole minutes: the first one not before an instant with seconds is the next minute.
  return { rules, now, from: Math.ceil(from / 60_000), to: Math.ceil(to / 60_000), closedDays, needs, calendars };
}

function readRules(fields: Fields): SlotRules {
  return {
    timeZone: readTimeZone(fields['time_zone']),
    durationMinutes: readMinutes(1)(fields['duration_minutes'], 'duration_minutes'),
    stepMinutes: optional(fields, '', 'step_minutes', null, readMinutes(1)),
    offsetMinutes: optional(fields, '', 'offset_minutes', 0, readMinutes(-1440)),
    grid: optional(fields, '', 'grid', 'opening', (value, field) => readOneOf(value, field, GRIDS)),
    bufferBeforeMinutes: optional(fields, '', 'buffer_before_minutes', 0, readMinutes(0)),
    bufferAfterMinutes: optional(fields, '', 'buffer_after_minutes', 0, readMinutes(0)),
    noticeMinutes: optional(fields, '', 'notice_minutes', 0, readMinutes(0)),
    horizonMinutes: optional(fields, '', 'horizon_minutes', null, readMinutes(0)),
  };
}

function readTimeZone(value: unknown): string {
  const timeZone = readText(value, 'time_zone');
  if (!isTimeZone(timeZone)) throw new Malformed('time_zone', `unknown: ${timeZone}`);
  return timeZone;
}

function refuseTwins(calendars: readonly Calendar[]): void {
  calendars.forEach(({ id }, place) => {
    if (calendars.findIndex((calendar) => calendar.id === id) < place) throw new Malformed(`calendars[${place}].id`, `a second ${id}`);
  });
}

/** A start needs a first list for its grid; an empty list is no fault, it only never has a free calendar. */
function readNeeds(value: unknown, calendars: readonly Calendar[]): string[][] {
  const seen = new Set<string>();
  const needs = readList(value, 'needs', (need, field) =>
    readList(need, field, (name, path) => {
      const id = readText(name, path);
      if (!calendars.some((calendar) => calendar.id === id)) throw new Malformed(path, `no calendar has the id ${id}`);
      if (seen.has(id)) throw new Malformed(path, `${id} stands in the lists already`);
      seen.add(id);
      return id;
    }),
  );
  if (needs.length === 0) throw new Malformed('needs', 'must have a first list, which gives the grid');
  return needs;
}

function readExpectation(value: unknown, field: string): Expectation {
  const fields = readFields(value, field, ['starts', 'match']);
  return {
    starts: readList(fields['starts'], `${field}.starts`, readStart),
    match: optional(fields, field, 'match', 'exact', (name, path) => readOneOf(name, path, MATCHES)),
  };
}

function readStart(value: unknown, field: string): Minutes {
  const instant = readInstant(value, field);
  if (instant % 60_000 !== 0) throw new Malformed(field, 'starts are whole minutes');
  return instant / 60_000;
}
