import { addDays, startOfDay } from '@sportello/scheduling';
import type { BusyFailure } from '@sportello/contract';
import ICAL from 'ical.js';
import { busyDaysAhead, type BusyTime, merged, mostBusyTimes } from './busy-times.ts';
import { readEvent, type EventPart } from './read-event.ts';
import { Series } from './series.ts';
import { TooManySteps, type Steps } from './occurrences.ts';
import { isLongOver, type Part, whatSaysWhen } from './what-says-when.ts';
import { type Zones, zonesOf } from './zones.ts';

/** What the times of a file depend on beside it. */
export interface BusyQuestion {
  /** The union's zone: of floating times and of days. */
  readonly timeZone: string;
  /** Today, in that zone; nothing earlier is read, nor anything later than `busyDaysAhead`. */
  readonly today: string;
  /** Whose events are our own, by the end of their UID: a feed of ours that comes back closes nothing. */
  readonly ownHost: string;
}

export type BusyAnswer = { readonly ok: true; readonly times: readonly BusyTime[] } | { readonly ok: false; readonly failure: BusyFailure };

/** More of these than anybody's calendar costs. */
const mostSteps = 50_000;
const mostRawTimes = 15_000;

/**
 * When somebody is busy by an iCalendar text (RFC 5545): events that take time, with all that recurs of them, and busy
 * times of VFREEBUSY; as few and as long as possible. A part that cannot be read is passed over; a text that is no calendar is not.
 * Pure, and as slow as the text is hostile: see read-apart.ts.
 */
export function readBusyTimes(text: string, question: BusyQuestion): BusyAnswer {
  const parts = whatSaysWhen(text);
  if (parts === null) return { ok: false, failure: 'not-a-calendar' };
  try {
    const times = busyTimesOf(parts, question);
    return times.length > mostBusyTimes ? { ok: false, failure: 'too-many-events' } : { ok: true, times };
  } catch (error) {
    if (error instanceof TooManySteps) return { ok: false, failure: 'too-many-events' };
    throw error;
  }
}

function busyTimesOf(parts: readonly Part[], { timeZone, today, ownHost }: BusyQuestion): BusyTime[] {
  const span = { startsAt: startOfDay(timeZone, today) * 60_000, endsAt: startOfDay(timeZone, addDays(today, busyDaysAhead + 1)) * 60_000 };
  const zones = zonesOf(componentsOf(parts, 'VTIMEZONE'), timeZone);
  const found: BusyTime[] = [];
  const add = ({ startsAt, endsAt }: BusyTime) => {
    const time = { startsAt: Math.max(startsAt, span.startsAt), endsAt: Math.min(endsAt, span.endsAt) };
    if (!(time.startsAt < time.endsAt)) return;
    if (found.length >= mostRawTimes) throw new TooManySteps();
    found.push(time);
  };
  const steps: Steps = { left: mostSteps };
  for (const series of seriesOf(componentsOf(parts.filter((part) => !isLongOver(part, addDays(today, -7))), 'VEVENT'), zones, ownHost)) tolerate(() => series.addTimes(span, steps, add));
  for (const component of componentsOf(parts, 'VFREEBUSY')) for (const time of freeBusyOf(component)) add(time);
  return merged(found);
}

/** Each read for itself, so that a broken one does not spoil the others. */
function componentsOf(parts: readonly Part[], wanted: Part['kind']): ICAL.Component[] {
  return parts.flatMap(({ kind, lines }) => {
    if (kind !== wanted) return [];
    return tolerate(() => [new ICAL.Component(ICAL.parse(lines.join('\r\n')) as [string, unknown[], unknown[]])]) ?? [];
  });
}

function seriesOf(components: readonly ICAL.Component[], zones: Zones, ownHost: string): Series[] {
  const own = new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}@${ownHost.replace(/[^\w-]/g, '\\$&')}$`, 'i');
  const events = components.flatMap((component): EventPart[] => tolerate(() => readEvent(component, zones)) ?? []).filter(({ uid }) => uid === null || !own.test(uid));
  const byUid = Map.groupBy(events, (event) => event.uid ?? event);
  return [...byUid.values()].map((all) => new Series(all));
}

/** BUSY, BUSY-UNAVAILABLE and BUSY-TENTATIVE; what is said to be free is not. */
function freeBusyOf(component: ICAL.Component): BusyTime[] {
  const busy = component.getAllProperties('freebusy').filter((property) => String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE');
  return busy.flatMap((property) =>
    (property.getValues() as unknown[]).flatMap((value) => {
      if (!(value instanceof ICAL.Period)) return [];
      return tolerate(() => [{ startsAt: value.start.toUnixTime() * 1000, endsAt: value.getEnd().toUnixTime() * 1000 }]) ?? [];
    }),
  );
}

/** What the work yields; null where the library could not make sense of it. */
function tolerate<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManySteps) throw error;
    return null;
  }
}
