import type { Alternative } from '@sportello/contract';
import { findStarts, freeCalendars, isoWriter, type Minutes, type StartQuestion, wouldBeStart } from '@sportello/scheduling';
import type { CalendarStore } from '../calendars/calendar-store.ts';
import type { Directory } from '../directory/directory.ts';
import { questionOf } from './question.ts';
import type { BookingRequest } from './request.ts';

const nobody: ReadonlySet<string> = new Set();

/** Ids of every calendar that a request may need, in order. */
export function calendarIdsOf({ rules }: BookingRequest): string[] {
  return rules.needs.flat().toSorted();
}

/** Whether citizens may book it by themselves; what they may not book is not offered to them. */
export function isOpenToCitizens({ rules, service }: BookingRequest): boolean {
  return rules.whoMayBook === 'citizens' && service.state === 'published';
}

/** Whether who asks may book it at all. */
export function isOpen(request: BookingRequest): boolean {
  return request.asker === 'citizen' ? isOpenToCitizens(request) : request.service.state === 'published';
}

/** The verdict on one start: free (with the free calendars of each need), taken by somebody else, or no start at all. */
export type Verdict = { readonly is: 'offered'; readonly free: readonly (readonly string[])[] } | { readonly is: 'taken' } | { readonly is: 'not-offered' };

/** Decides by the very function that shows the free times. */
export function judge(question: StartQuestion, start: Minutes): Verdict {
  const free = freeCalendars(question, start);
  if (free.length > 0 && free.every((calendars) => calendars.length > 0)) return { is: 'offered', free };
  return wouldBeStart(question, start) ? { is: 'taken' } : { is: 'not-offered' };
}

interface Around {
  readonly directory: Directory;
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly now: number;
  readonly except?: ReadonlySet<string>;
}

/** Up to three starts that can be held now, nearest to the one asked, the earlier first when equally near. */
export async function alternativesTo(store: CalendarStore, start: Minutes, { directory, request, placeId, now, except = nobody }: Around): Promise<Alternative[]> {
  if (!isOpen(request)) return [];
  const times = await store.read(calendarIdsOf(request));
  const question = questionOf({ directory, request, placeId, times, now, except });
  const all = findStarts({ ...question, ...windowAround(start, request, Math.floor(now / 60_000)) });
  const nearest = all.sort((one, other) => Math.abs(one - start) - Math.abs(other - start) || one - other).slice(0, 3);
  const write = isoWriter(directory.union.timeZone);
  return nearest.map((one) => ({ starts_at: write(one), ends_at: write(one + request.rules.durationMinutes), place_id: placeId }));
}

/** As far as the desk looks for something near: beyond that nothing is near any more. */
const nearMinutes = 62 * 1440;

/** All that citizens are offered; for the desk, which has years before it, what lies near. */
function windowAround(start: Minutes, { asker, rules }: BookingRequest, now: Minutes): { from: Minutes; to: Minutes } {
  const end = now + rules.horizonDays * 1440 + 1;
  if (asker !== 'desk') return { from: now, to: end };
  const from = Math.min(Math.max(now, start - nearMinutes), end);
  return { from, to: Math.min(end, Math.max(now, start) + nearMinutes) };
}
