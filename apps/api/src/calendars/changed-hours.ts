import { addDays, dateRule, dayNumber, opensOn } from '@sportello/scheduling';
import type { DayOpening } from '../database/schema.ts';
import { contentOf, type HoursChange, type RuleContent } from './hours-change.ts';
import type { ExceptionRow, HoursRows, RuleRow } from './hours-rows.ts';

export interface Circumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly newId: () => string;
}

/** After so long an absence is forgotten (see housekeeping.ts). */
export const absencesKeptMilliseconds = 10 * 366 * 24 * 3_600_000;

/**
 * Where an absence lies that was taken back before it began: long over, so that it means nothing and is soon forgotten; its
 * row, and with it its reason, is there as long as the change can be undone.
 */
function longOver(now: number): { startsAt: number; endsAt: number } {
  return { startsAt: now - absencesKeptMilliseconds, endsAt: now - absencesKeptMilliseconds + 1 };
}

/**
 * The hours of one calendar after a change: the one answer to what a change does, for the preview and for saving it. What
 * stays the same keeps its row. The change was judged before (judge-change.ts). Pure but for the new ids.
 */
export function changedHours(before: HoursRows, change: HoursChange, circumstances: Circumstances): HoursRows {
  switch (change.kind) {
    case 'absence':
      return withAbsence(before, change, circumstances);
    case 'end_absence':
      return withAbsenceEnded(before, change.absenceId, circumstances);
    case 'rules':
    case 'copy_rules':
      return { ...before, rules: rulesBecome(before, change.rules, circumstances) };
    case 'exception':
      return withException(before, change.day, change.exception, circumstances);
    case 'copy_week':
      return withWeekCopied(before, change, circumstances);
  }
}

/** The same absence declared twice is one. */
function withAbsence(before: HoursRows, { startsAt, endsAt, reason }: Extract<HoursChange, { kind: 'absence' }>, { newId }: Circumstances): HoursRows {
  const isThere = before.absences.some((one) => one.startsAt === startsAt && one.endsAt === endsAt && one.source === null);
  if (isThere) return before;
  return { ...before, absences: [...before.absences, { id: newId(), calendarId: before.calendarId, startsAt, endsAt, reason, source: null }] };
}

/** One that runs ends with this minute; one that is to come never was. */
function withAbsenceEnded(before: HoursRows, absenceId: string, { now }: Circumstances): HoursRows {
  const endsNow = Math.floor(now / 60_000) * 60_000;
  const absences = before.absences.map((absence) => {
    if (absence.id !== absenceId || absence.endsAt <= endsNow) return absence;
    return absence.startsAt < endsNow ? { ...absence, endsAt: endsNow } : { ...absence, ...longOver(now) };
  });
  return { ...before, absences };
}

function rulesBecome({ calendarId, rules }: HoursRows, wanted: readonly RuleContent[], { newId }: Circumstances): RuleRow[] {
  const left = [...rules];
  return wanted.map((content) => {
    const known = left.findIndex((row) => isSameRule(row, content));
    const [row] = known < 0 ? [] : left.splice(known, 1);
    return row ?? { id: newId(), calendarId, ...content };
  });
}

export function isSameRule(one: RuleContent, other: RuleContent): boolean {
  return ruleText(one) === ruleText(other);
}

function ruleText(rule: RuleContent): string {
  const { recurrence, channels, serviceIds, ...plain } = contentOf(rule);
  const weekly = recurrence.kind === 'weekly' ? { ...recurrence, days: recurrence.days.toSorted() } : recurrence;
  const values = Object.entries({ ...plain, ...weekly }).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([values, channels?.toSorted() ?? null, serviceIds?.toSorted() ?? null]);
}

type Exception = { readonly opening: readonly DayOpening[]; readonly reason: string | null } | null;

function withException(before: HoursRows, day: string, exception: Exception, { newId }: Circumstances): HoursRows {
  const others = before.exceptions.filter((one) => one.day !== day);
  const rows: ExceptionRow[] = exception ? [{ id: newId(), calendarId: before.calendarId, day, ...exception }] : [];
  return { ...before, exceptions: [...others, ...rows] };
}

/** Every day of the week does what its fellow does in the other week; a day that is closed in both needs no exception to say so. */
function withWeekCopied(before: HoursRows, { fromMonday, toMonday }: Extract<HoursChange, { kind: 'copy_week' }>, circumstances: Circumstances): HoursRows {
  let after = before;
  for (let index = 0; index < 7; index += 1) {
    const day = addDays(toMonday, index);
    const opening = openingOfDay(before, addDays(fromMonday, index));
    if (opening.length === 0 && openingOfDay(before, day).length === 0) continue;
    after = withException(after, day, { opening, reason: null }, circumstances);
  }
  return after;
}

/** What a calendar does on one day: its exception, else its rules, each with what it is for. Closed days and absences close beside it. */
export function openingOfDay({ rules, exceptions }: Pick<HoursRows, 'rules' | 'exceptions'>, day: string): readonly DayOpening[] {
  const exception = exceptions.find((one) => one.day === day);
  if (exception) return exception.opening;
  const open = rules.filter(({ startMinute, endMinute, ...rule }) => opensOn(dateRule({ ...rule, wall: { start: startMinute, end: endMinute } }), dayNumber(day)));
  return open
    .map(({ startMinute, endMinute, placeId, channels, serviceIds }) => ({ start: startMinute, end: endMinute, placeId, channels, serviceIds }))
    .sort((one, other) => one.start - other.start);
}
