import { DateTime } from 'luxon';

// A second reading of the rules, minute by minute with luxon, slow and plain. It takes the case as JSON and shares nothing with src,
// neither code nor way of thinking, so that it can find errors there.

export interface RawRule {
  start: string;
  end: string;
  days?: string[];
  every_weeks?: number;
  month_day?: number;
  nth_weekday?: { n: number; day: string };
  day?: string;
  first_day?: string;
  last_day?: string;
}

export interface RawBusy {
  starts_at: string;
  ends_at: string;
  buffer_before_minutes?: number;
  buffer_after_minutes?: number;
}

export interface RawCalendar {
  id: string;
  opening: RawRule[];
  exceptions: { day: string; opening: [string, string][] }[];
  absences: RawBusy[];
  taken: RawBusy[];
}

export interface RawCase {
  id: string;
  time_zone: string;
  now: string;
  from: string;
  to: string;
  duration_minutes: number;
  step_minutes?: number;
  offset_minutes: number;
  grid: 'opening' | 'clock' | 'pack';
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  notice_minutes: number;
  horizon_minutes: number | null;
  closed_days: string[];
  needs: string[][];
  calendars: RawCalendar[];
}

type Minute = number;
interface Piece { first: Minute; end: Minute }

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The starts as ISO texts in UTC; null when an opening runs for more than 48 hours, which no case has. */
export function slowStarts(c: RawCase): string[] | null {
  const scene = readScene(c);
  if ([...scene.openings.values()].some((pieces) => pieces.some(({ first, end }) => end - first > 48 * 60))) return null;

  const [people = [], ...others] = c.needs;
  const starts: string[] = [];
  for (let minute = minuteOf(c.from); minute * 60_000 < millis(c.to); minute += 1) {
    if (!keepsWindow(c, minute)) continue;
    const person = people.some((id) => isFree(c, scene, id, minute) && isOnGrid(c, scene, id, minute));
    if (person && others.every((need) => need.some((id) => isFree(c, scene, id, minute)))) starts.push(isoOf(minute));
  }
  return starts;
}

interface Scene {
  /** Merged openings, and for grids clock and pack the free pieces, of each calendar, around the window. */
  openings: Map<string, Piece[]>;
  freePieces: Map<string, Piece[]>;
  calendars: Map<string, RawCalendar>;
}

function readScene(c: RawCase): Scene {
  const scene: Scene = { openings: new Map(), freePieces: new Map(), calendars: new Map() };
  for (const calendar of c.calendars) {
    const openMinutes = new Set<Minute>();
    const openings = runs(c, (minute) => isOpenAt(c, calendar, minute) && openMinutes.add(minute).has(minute));
    const widened = [...calendar.absences, ...calendar.taken].map((busy) => ({
      first: claimOf(busy).first - c.buffer_after_minutes,
      end: claimOf(busy).end + c.buffer_before_minutes,
    }));
    const isFreeThen = (minute: Minute): boolean => openMinutes.has(minute) && !widened.some(({ first, end }) => first <= minute && minute < end);
    scene.calendars.set(calendar.id, calendar);
    scene.openings.set(calendar.id, openings);
    scene.freePieces.set(calendar.id, runs(c, isFreeThen));
  }
  return scene;
}

/** Unbroken runs of minutes, from three days before the window to a day after it. */
function runs(c: RawCase, holds: (minute: Minute) => boolean): Piece[] {
  const found: Piece[] = [];
  let first: Minute | null = null;
  const end = minuteOf(c.to) + 1440;
  for (let minute = minuteOf(c.from) - 3 * 1440; minute <= end; minute += 1) {
    const isIn = minute < end && holds(minute);
    if (isIn && first === null) first = minute;
    if (!isIn && first !== null) {
      found.push({ first, end: minute });
      first = null;
    }
  }
  return found;
}

// "An opening is every minute whose local wall clock reads from start up to, not including, end."
function isOpenAt(c: RawCase, calendar: RawCalendar, minute: Minute): boolean {
  const { day, wall } = localReading(c.time_zone, minute);
  if (c.closed_days.includes(day)) return false;
  const exceptions = calendar.exceptions.filter((exception) => exception.day === day);
  if (exceptions.length > 0) return exceptions.some(({ opening }) => opening.some(([start, end]) => start <= wall && wall < end));
  return calendar.opening.some((rule) => rule.start <= wall && wall < rule.end && remembered(rule, day));
}

const answers = new WeakMap<RawRule, Map<string, boolean>>();

function remembered(rule: RawRule, day: string): boolean {
  const byDay = answers.get(rule) ?? new Map<string, boolean>();
  answers.set(rule, byDay);
  const answer = byDay.get(day) ?? opensThatDay(rule, day);
  byDay.set(day, answer);
  return answer;
}

function opensThatDay(rule: RawRule, day: string): boolean {
  if (rule.first_day !== undefined && day < rule.first_day) return false;
  if (rule.last_day !== undefined && day > rule.last_day) return false;
  if (rule.day !== undefined) return day === rule.day;

  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (rule.month_day !== undefined) return date.day === rule.month_day;
  if (rule.nth_weekday !== undefined) {
    if (WEEKDAYS[date.weekday - 1] !== rule.nth_weekday.day) return false;
    const same = Array.from({ length: date.daysInMonth ?? 0 }, (_, at) => date.set({ day: at + 1 })).filter((other) => other.weekday === date.weekday);
    return same.at(rule.nth_weekday.n === -1 ? -1 : rule.nth_weekday.n - 1)?.day === date.day;
  }
  if (!(rule.days ?? []).includes(WEEKDAYS[date.weekday - 1] ?? '')) return false;
  const week = DateTime.fromISO(rule.first_day ?? day, { zone: 'utc' }).startOf('week');
  return Math.round(date.startOf('week').diff(week, 'weeks').weeks) % (rule.every_weeks ?? 1) === 0;
}

// "The claim must lie in free time with its service part inside the opening."
function isFree(c: RawCase, scene: Scene, id: string, start: Minute): boolean {
  const end = start + c.duration_minutes;
  if (!(scene.openings.get(id) ?? []).some((piece) => piece.first <= start && end <= piece.end)) return false;
  const calendar = scene.calendars.get(id);
  const claim = { first: start - c.buffer_before_minutes, end: end + c.buffer_after_minutes };
  return ![...(calendar?.absences ?? []), ...(calendar?.taken ?? [])].some((busy) => {
    const { first, end: busyEnd } = claimOf(busy);
    return first < claim.end && claim.first < busyEnd;
  });
}

function isOnGrid(c: RawCase, scene: Scene, id: string, start: Minute): boolean {
  const pieces = (c.grid === 'opening' ? scene.openings : scene.freePieces).get(id) ?? [];
  const piece = pieces.find(({ first, end }) => first <= start && start < end);
  if (piece === undefined) return false;
  const step = c.step_minutes ?? (c.grid === 'pack' ? c.buffer_before_minutes + c.duration_minutes + c.buffer_after_minutes : c.duration_minutes);
  for (let at = firstOnGrid(c, piece.first, step); at <= start; at += step) if (at === start) return true;
  return false;
}

function firstOnGrid(c: RawCase, piece: Minute, step: number): Minute {
  if (c.grid === 'opening') return piece;
  if (c.grid === 'clock') {
    const round = [60, 30, 20, 15, 10, 5].find((minutes) => step % minutes === 0) ?? 1;
    const past = Number(localReading(c.time_zone, piece).wall.slice(3));
    let rounded = past;
    while (rounded % round !== 0) rounded += 1;
    return piece + (rounded - past) + c.offset_minutes;
  }
  let first = piece;
  while (first * 60_000 < millis(c.now)) first += 5;
  return first;
}

function keepsWindow(c: RawCase, start: Minute): boolean {
  const at = start * 60_000;
  if (at < millis(c.from) || at >= millis(c.to)) return false;
  if (at < millis(c.now) + c.notice_minutes * 60_000) return false;
  return c.horizon_minutes === null || at <= millis(c.now) + c.horizon_minutes * 60_000;
}

function claimOf(busy: RawBusy): Piece {
  return { first: minuteOf(busy.starts_at) - (busy.buffer_before_minutes ?? 0), end: minuteOf(busy.ends_at) + (busy.buffer_after_minutes ?? 0) };
}

const readings = new Map<string, Map<Minute, { day: string; wall: string }>>();

function localReading(timeZone: string, minute: Minute): { day: string; wall: string } {
  const ofZone = readings.get(timeZone) ?? new Map<Minute, { day: string; wall: string }>();
  readings.set(timeZone, ofZone);
  const known = ofZone.get(minute);
  if (known !== undefined) return known;
  const text = DateTime.fromMillis(minute * 60_000, { zone: timeZone }).toISO() ?? '';
  const reading = { day: text.slice(0, 10), wall: text.slice(11, 16) };
  ofZone.set(minute, reading);
  return reading;
}

const parsed = new Map<string, number>();

function millis(iso: string): number {
  const known = parsed.get(iso) ?? DateTime.fromISO(iso, { setZone: true }).toMillis();
  parsed.set(iso, known);
  return known;
}

function minuteOf(iso: string): Minute {
  return Math.ceil(millis(iso) / 60_000);
}

function isoOf(minute: Minute): string {
  return DateTime.fromMillis(minute * 60_000, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
