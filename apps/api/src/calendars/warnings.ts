import type { Impact } from '@sportello/contract';
import { addDays, dateRule, type DatedRule, dayNumber, dayText, localDay, openDays, opensOn } from '@sportello/scheduling';
import { isSameRule } from './changed-hours.ts';
import type { HoursChange, RuleContent } from './hours-change.ts';
import type { CalendarsHours, HoursRows } from './hours-rows.ts';

export type HoursWarning = Impact['warnings'][number];

interface Seen {
  readonly change: HoursChange;
  readonly before: CalendarsHours;
  readonly after: CalendarsHours;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** So far ahead a rule is looked at: everything that recurs comes back within it. */
const lookedAheadDays = 400;
const yearMilliseconds = 366 * 24 * 3_600_000;

/** What of a change may not be meant; only what is new is judged. Each kind once. */
export function warningsOf(seen: Seen): HoursWarning[] {
  const warnings = new Set<HoursWarning>();
  if (isPast(seen)) warnings.add('past');
  if (isLongAbsence(seen.change)) warnings.add('endless');
  for (const [id, after] of seen.after) {
    const before = seen.before.get(id);
    if (before) warningsOfCalendar(before, after, seen).forEach((warning) => warnings.add(warning));
  }
  return [...warnings];
}

function isPast({ change, before, timeZone, now }: Seen): boolean {
  const today = localDay(timeZone, Math.floor(now / 60_000));
  switch (change.kind) {
    case 'absence':
      return change.endsAt <= now;
    case 'end_absence':
      return ![...before.values()].some(({ absences }) => absences.some(({ id, endsAt }) => id === change.absenceId && endsAt > now));
    case 'exception':
      return change.day < today;
    case 'copy_week':
      return addDays(change.toMonday, 6) < today;
    default:
      return false;
  }
}

function isLongAbsence(change: HoursChange): boolean {
  return change.kind === 'absence' && change.endsAt - change.startsAt > yearMilliseconds;
}

function warningsOfCalendar(before: HoursRows, after: HoursRows, { timeZone, now }: Seen): HoursWarning[] {
  const today = localDay(timeZone, Math.floor(now / 60_000));
  const fresh = after.rules.filter((rule) => !before.rules.some((one) => isSameRule(one, rule)));
  const dated = new Map(after.rules.map((rule) => [rule, datedRule(rule)]));
  const ofFresh = fresh.flatMap((rule) => dated.get(rule) ?? []);
  const warnings: HoursWarning[] = [];
  if (ofFresh.some((rule) => !opensEver(rule, today))) warnings.push('never');
  if (fresh.some((rule) => after.rules.some((other) => other !== rule && overlaps(rule, other, dated, today)))) warnings.push('overlap');
  if (meetsSkippedHour(ofFresh, freshExceptions(before, after), { timeZone, today })) warnings.push('skipped-hour');
  const lostEnd = before.rules.some((rule) => rule.lastDay !== null && !after.rules.some((one) => isSameRule(one, rule)));
  if (lostEnd && fresh.some(({ lastDay }) => lastDay === null)) warnings.push('endless');
  return warnings;
}

function datedRule({ startMinute, endMinute, ...rule }: RuleContent): DatedRule {
  return dateRule({ ...rule, wall: { start: startMinute, end: endMinute } });
}

/** The days from today on, or from a later first day, on which a rule may open. */
function firstLooked({ firstDay }: DatedRule, today: string): number {
  return Math.max(firstDay, dayNumber(today));
}

function opensEver(rule: DatedRule, today: string): boolean {
  return isAnyDay(firstLooked(rule, today), (day) => opensOn(rule, day));
}

function isAnyDay(first: number, holds: (day: number) => boolean): boolean {
  for (let day = first; day < first + lookedAheadDays; day += 1) if (holds(day)) return true;
  return false;
}

/** Two rules that open one calendar twice for the same: somebody could ask for both. */
function overlaps(one: RuleContent, other: RuleContent, dated: ReadonlyMap<RuleContent, DatedRule>, today: string): boolean {
  const meetsWall = one.startMinute < other.endMinute && other.startMinute < one.endMinute;
  if (!meetsWall || !meetIn(one.channels, other.channels) || !meetIn(one.serviceIds, other.serviceIds)) return false;
  const [first, second] = [dated.get(one), dated.get(other)];
  if (!first || !second) return false;
  return isAnyDay(Math.max(firstLooked(first, today), firstLooked(second, today)), (day) => opensOn(first, day) && opensOn(second, day));
}

/** Whether two lists have something in common; null is everything. */
function meetIn(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return one === null || other === null || one.some((value) => other.includes(value));
}

interface Wall {
  readonly start: number;
  readonly end: number;
}

function freshExceptions(before: HoursRows, after: HoursRows): { readonly day: string; readonly opening: readonly Wall[] }[] {
  return after.exceptions.filter(({ id }) => !before.exceptions.some((one) => one.id === id));
}

/** Whether something new would open in the hour that a spring night skips: it never comes, and nobody is offered it. */
function meetsSkippedHour(rules: readonly DatedRule[], exceptions: ReturnType<typeof freshExceptions>, { timeZone, today }: { timeZone: string; today: string }): boolean {
  const days = [...rules.map((rule) => firstLooked(rule, today)), ...exceptions.map(({ day }) => dayNumber(day))];
  if (days.length === 0) return false;
  const meets = (skipped: Wall, { start, end }: Wall) => start < skipped.end && skipped.start < end;
  return skippedHours(timeZone, Math.min(...days), Math.max(...days) + lookedAheadDays).some(
    ({ day, ...skipped }) =>
      rules.some((rule) => opensOn(rule, day) && meets(skipped, rule)) ||
      exceptions.some((one) => dayNumber(one.day) === day && one.opening.some((wall) => meets(skipped, wall))),
  );
}

/** At most this many days are laid out: rules and exceptions may lie centuries apart. */
const longestLook = 4000;

/** The stretches of wall clock, in minutes of a local day, that do not exist. */
function skippedHours(timeZone: string, firstDay: number, lastDay: number): (Wall & { day: number })[] {
  const last = Math.min(lastDay, firstDay + longestLook, dayNumber('9999-12-30'));
  if (last < firstDay) return [];
  const spans = openDays(timeZone, dayText(firstDay), dayText(last), []);
  const skipped: (Wall & { day: number })[] = [];
  for (let at = 4; at < spans.length; at += 4) {
    const [end = 0, day = 0, offset = 0] = [spans[at - 3], spans[at - 2], spans[at - 1]];
    const nextOffset = spans[at + 3] ?? offset;
    if (spans[at + 2] === day && nextOffset > offset) skipped.push({ day, start: end + offset - day * 1440, end: end + nextOffset - day * 1440 });
  }
  return skipped;
}
