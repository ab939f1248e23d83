import { isTimeZone, offsetAt, startOfDay } from '@sportello/scheduling';
import ICAL from 'ical.js';
import { findIana } from 'windows-iana';

/** A wall time of a calendar file becomes an instant (epoch milliseconds). */
export type WallClock = (wall: ICAL.Time) => number;

const day = 24 * 3_600_000;

/** The wall clocks that a file names: by what the world calls them, else by the file's own words, else the union's. */
export interface Zones {
  /** `tzid` null: floating, which is read in the union's zone; a day begins at the union's midnight in any case. */
  clockOf(tzid: string | null): WallClock;
}

export function zonesOf(definitions: readonly ICAL.Component[], unionZone: string): Zones {
  const known = new Map<string, WallClock>();
  const defined = new Map(definitions.map((one) => [String(one.getFirstPropertyValue('tzid') ?? ''), one]));

  function find(tzid: string): WallClock {
    const definition = defined.get(tzid);
    const location = definition?.getFirstPropertyValue('x-lic-location');
    const name = worldNameOf(tzid) ?? (typeof location === 'string' ? worldNameOf(location) : null);
    if (name !== null) return clockIn(name);
    if (definition) return clockOfDefinition(definition);
    return clockIn(isTimeZone(tzid) ? tzid : unionZone);
  }

  return {
    clockOf(tzid) {
      const key = tzid ?? '';
      const clock = known.get(key) ?? (tzid === null ? clockIn(unionZone) : find(tzid));
      known.set(key, clock);
      return (wall) => (wall.isDate ? startOfDay(unionZone, wall.toString()) * 60_000 : clock(wall));
    },
  };
}

/**
 * The name of the IANA database for what programs write: the name itself, a path that ends in it, or the name that Windows gives the zone.
 * Before the definition in the file: programs define only the years that they think of.
 */
function worldNameOf(tzid: string): string | null {
  const plain = tzid.trim().replace(/^"(.*)"$/, '$1');
  const segments = plain.split('/');
  const endings = [plain, segments.slice(-3).join('/'), segments.slice(-2).join('/')];
  const known = endings.find((name) => /^(UTC|GMT)$/i.test(name) || (name.includes('/') && isTimeZone(name)));
  return known ?? findIana(plain)[0] ?? null;
}

/**
 * RFC 5545, 3.3.5: a time that comes twice, as the night goes back, is the first of the two; one that does not come, as the night
 * skips it, is reckoned by the offset before.
 */
function clockIn(timeZone: string): WallClock {
  return (wall) => {
    const local = asIfUtc(wall);
    const offset = (instant: number) => offsetAt(timeZone, Math.floor(instant / 60_000)) * 60_000;
    const [before, after] = [offset(local - day), offset(local + day)];
    if (offset(local - before) === before) return local - before;
    return offset(local - after) === after ? local - after : local - before;
  };
}

function clockOfDefinition(definition: ICAL.Component): WallClock {
  const zone = new ICAL.Timezone(definition);
  return (wall) => asIfUtc(wall) - zone.utcOffset(wall) * 1000;
}

/** What the clock shows, as epoch milliseconds, as if it stood in UTC. */
export function asIfUtc({ year, month, day: dayOfMonth, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, dayOfMonth, hour, minute, second);
}
