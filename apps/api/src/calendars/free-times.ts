import { addDays, findStarts, startOfDay } from '@sportello/scheduling';
import { isOpenToCitizens } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import { type ChannelRules, type Directory, municipalitiesServed } from '../directory/directory.ts';
import type { CalendarTimes } from './calendar-store.ts';
import { waysThatNeed } from './purposes.ts';

/** How many days are counted. */
export const countedDays = 28;

interface Counted {
  readonly directory: Directory;
  /** The calendars whose services are counted. */
  readonly calendarIds: readonly string[];
  readonly firstDay: string;
  readonly now: number;
}

/** All calendars that the counted services may need, in order. */
export function calendarsCounted(directory: Directory, calendarIds: readonly string[]): string[] {
  return [...new Set(waysThatNeed(directory, calendarIds).flatMap(({ needs }) => needs.flat()))].sort();
}

/** How many times citizens can book of these calendars' services in four weeks; a time counts once for each channel and place. */
export function countFreeTimes(times: CalendarTimes, { directory, calendarIds, firstDay, now }: Counted): number {
  const { timeZone } = directory.union;
  const [from, to] = [startOfDay(timeZone, firstDay), startOfDay(timeZone, addDays(firstDay, countedDays))];
  const starts = new Map<string, Set<number>>();
  for (const rules of waysThatNeed(directory, calendarIds)) {
    const request = requestFor(directory, rules, firstDay);
    if (!request || !isOpenToCitizens(request)) continue;
    for (const placeId of request.places) {
      const key = `${rules.channel} ${placeId ?? ''}`;
      const known = starts.get(key) ?? new Set();
      starts.set(key, known);
      const found = findStarts({ ...questionOf({ directory, request, placeId, times, now, except: new Set() }), from, to });
      for (const start of found) known.add(start);
    }
  }
  return [...starts.values()].reduce((sum, { size }) => sum + size, 0);
}

/** For a matter of the first comune that the office serves: which one makes no difference to the hours. */
function requestFor(directory: Directory, rules: ChannelRules, day: string): BookingRequest | null {
  const service = directory.services.get(rules.serviceId);
  const [municipalityId] = service ? municipalitiesServed(directory, service.officeId, day) : [];
  if (!service || !municipalityId) return null;
  return { service, rules, municipalityId, places: rules.channel === 'desk' ? rules.placeIds : [null], asker: 'citizen' };
}
