import ICAL from 'ical.js';
import type { WallClock, Zones } from './zones.ts';

/** A wall time as a file says it, with the clock that it is read from. */
export interface Moment {
  readonly wall: ICAL.Time;
  readonly clock: WallClock;
}

/** An event as its part of the file says it; of a series the pattern, or one that became different. */
export interface EventPart {
  readonly uid: string | null;
  readonly start: Moment;
  /** The end of one that starts then: so many days of the clock later, and so many milliseconds. */
  readonly end: (start: Moment) => number;
  readonly isBusy: boolean;
  readonly rules: readonly ICAL.Recur[];
  readonly extra: readonly (Moment & { readonly endsAt: number | null })[];
  readonly without: readonly Moment[];
  /** Of one that became different: when it was to be. */
  readonly instead: (Moment & { readonly andFollowing: boolean }) | null;
}

/** Reads one VEVENT: none where it does not say when it is. Throws where a value is no value. */
export function readEvent(component: ICAL.Component, zones: Zones): EventPart[] {
  const starts = component.getFirstProperty('dtstart');
  const [start] = starts ? momentsOf(starts, zones) : [];
  if (!start) return [];
  const recurrenceId = component.getFirstProperty('recurrence-id');
  const [instead] = recurrenceId ? momentsOf(recurrenceId, zones) : [];
  const all = (name: string) => component.getAllProperties(name);
  return [
    {
      uid: textOf(component, 'uid'),
      start,
      end: endOf(component, start, zones),
      isBusy: takesTime(component),
      rules: all('rrule').flatMap((property) => property.getValues() as ICAL.Recur[]),
      extra: all('rdate').flatMap((property) => extraOf(property, zones)),
      without: all('exdate').flatMap((property) => momentsOf(property, zones)),
      instead: instead ? { ...instead, andFollowing: String(recurrenceId?.getFirstParameter('range') ?? '').toUpperCase() === 'THISANDFUTURE' } : null,
    },
  ];
}

/** Cancelled, transparent and "free" ones take no time; tentative ones do. */
function takesTime(component: ICAL.Component): boolean {
  const says = (name: string, word: string) => textOf(component, name)?.toUpperCase() === word;
  return !says('status', 'CANCELLED') && !says('transp', 'TRANSPARENT') && !says('x-microsoft-cdo-busystatus', 'FREE');
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function momentsOf(property: ICAL.Property, zones: Zones): Moment[] {
  const clock = zones.clockOf(zoneNameOf(property));
  return (property.getValues() as unknown[]).flatMap((value) => (value instanceof ICAL.Time ? [momentOf(value, clock)] : []));
}

/** A value in UTC needs no other clock. */
function momentOf(wall: ICAL.Time, clock: WallClock): Moment {
  const isUtc = wall.zone === ICAL.Timezone.utcTimezone;
  return { wall, clock: isUtc ? (time) => time.toUnixTime() * 1000 : clock };
}

function zoneNameOf(property: ICAL.Property): string | null {
  return property.getFirstParameter('tzid') ?? null;
}

function extraOf(property: ICAL.Property, zones: Zones): EventPart['extra'] {
  const clock = zones.clockOf(zoneNameOf(property));
  return (property.getValues() as unknown[]).flatMap((value): EventPart['extra'] => {
    if (value instanceof ICAL.Time) return [{ ...momentOf(value, clock), endsAt: null }];
    if (!(value instanceof ICAL.Period)) return [];
    const [start, end] = [momentOf(value.start, clock), momentOf(value.getEnd(), clock)];
    return [{ ...start, endsAt: end.clock(end.wall) }];
  });
}

/**
 * RFC 5545, 3.6.1 and 3.8.5.3: DTEND is as far from every start as from the first; DURATION counts days by the clock. A day without
 * an end is that day; a time without one takes none.
 */
function endOf(component: ICAL.Component, start: Moment, zones: Zones): EventPart['end'] {
  const duration: unknown = component.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return (moment) => later(moment, duration.weeks * 7 + duration.days, (duration.hours * 3600 + duration.minutes * 60 + duration.seconds) * 1000);
  const ends = component.getFirstProperty('dtend');
  const [end] = ends ? momentsOf(ends, zones) : [];
  if (start.wall.isDate) {
    const days = end ? Math.round((end.wall.toUnixTime() - start.wall.toUnixTime()) / 86_400) : 1;
    return (moment) => later(moment, Math.max(1, days), 0);
  }
  const milliseconds = end ? end.clock(end.wall) - start.clock(start.wall) : 0;
  return (moment) => moment.clock(moment.wall) + milliseconds;
}

function later({ wall, clock }: Moment, days: number, milliseconds: number): number {
  const end = wall.clone();
  end.adjust(days, 0, 0, 0);
  return clock(end) + milliseconds;
}
