import { addDays, findStarts, isoWriter, type Minutes, startOfDay, type StartQuestion } from '@sportello/scheduling';
import type { CalendarStore, CalendarTimes } from '../calendars/calendar-store.ts';
import { firstHoldEnd } from '../calendars/calendar-time.ts';
import type { Directory } from '../directory/directory.ts';
import { calendarIdsOf, isOpen } from './free-starts.ts';
import { questionOf } from './question.ts';
import type { BookingRequest } from './request.ts';

/** Days of the union's zone, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The free starts of a period as the JSON of GET /slots, and until when (epoch milliseconds) it says the truth if nothing is booked. */
export interface SlotsAnswer {
  readonly json: string;
  readonly validUntil: number;
}

/** The last day that ISO 8601 can write: no day follows it, and nobody books there. */
const lastDay = '9999-12-31';

/** Hours are kept for days counted from today. */
const longestTruth = 3_600_000;

const nothing: ReadonlySet<string> = new Set();

interface Start {
  readonly at: Minutes;
  readonly placeId: string | null;
}

/**
 * What can be booked in the period, ascending by start, then place; and the first free start from its first day on, even
 * beyond it. One question for each place. `except`: appointments that are thought away.
 */
export async function findSlots(store: CalendarStore, directory: Directory, request: BookingRequest, period: Period, now: number, except: ReadonlySet<string> = nothing): Promise<SlotsAnswer> {
  if (!isOpen(request)) return answer(directory, request, [], null, Number.POSITIVE_INFINITY);
  const times = await store.read(calendarIdsOf(request));
  const questions = request.places.map((placeId) => ({ placeId, question: questionOf({ directory, request, placeId, times, now, except }) }));

  const { timeZone } = directory.union;
  const from = startOfDay(timeZone, period.from);
  const to = startOfDay(timeZone, period.to < lastDay ? addDays(period.to, 1) : lastDay);
  const horizonEnd = Math.floor(now / 60_000) + request.rules.horizonDays * 1440 + 1;
  const starts = questions.flatMap(({ placeId, question }) => within(question, from, to).map((at): Start => ({ at, placeId })));
  if (questions.length > 1) starts.sort((one, other) => one.at - other.at); // stable: places stay in order
  const next = starts[0]?.at ?? firstOf(questions.map(({ question }) => within(question, to, horizonEnd)));
  const validUntil = endOfTruth(request, times, { next, sawHorizon: to >= horizonEnd || starts.length === 0, now });
  return answer(directory, request, starts, next, validUntil);
}

function within(question: StartQuestion, from: Minutes, to: Minutes): Minutes[] {
  return from < to ? findStarts({ ...question, from, to }) : [];
}

function firstOf(lists: readonly Minutes[][]): Minutes | null {
  const firsts = lists.flatMap((list) => list.slice(0, 1));
  return firsts.length > 0 ? Math.min(...firsts) : null;
}

/** Time alone changes an answer: its first start becomes too near, a hold ends, the horizon moves on, a `pack` grid begins anew. */
function endOfTruth(request: BookingRequest, times: CalendarTimes, seen: { next: Minutes | null; sawHorizon: boolean; now: number }): number {
  const { rules } = request;
  const firstLeaves = seen.next === null ? Number.POSITIVE_INFINITY : (seen.next - rules.noticeMinutes) * 60_000 + 1;
  const holdEnds = Math.min(...[...times.values()].map(({ claims }) => firstHoldEnd(claims, seen.now)));
  const nextMinute = seen.sawHorizon || rules.grid === 'pack' ? (Math.floor(seen.now / 60_000) + 1) * 60_000 : Number.POSITIVE_INFINITY;
  return Math.min(firstLeaves, holdEnds, nextMinute, seen.now + longestTruth);
}

/** Written by hand because a month of starts is long: the zone is asked once a day, and no object is made for a start. */
function answer({ union }: Directory, { rules }: BookingRequest, starts: readonly Start[], next: Minutes | null, validUntil: number): SlotsAnswer {
  const write = isoWriter(union.timeZone);
  const items = starts.map(({ at, placeId }) => `{"starts_at":"${write(at)}","ends_at":"${write(at + rules.durationMinutes)}","place_id":${placeId === null ? 'null' : `"${placeId}"`}}`);
  const json = `{"items":[${items.join(',')}],"next_available_at":${next === null ? 'null' : `"${write(next)}"`},"time_zone":"${union.timeZone}"}`;
  return { json, validUntil };
}

/** How many days a period has, both included. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
