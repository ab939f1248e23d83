/* eslint-disable @typescript-eslint/no-non-null-assertion -- flat arrays are read at places below their length */
import { IANAZone } from 'luxon';
import { dayNumber, dayText } from './days.ts';
import { MINUTES_A_DAY, type Minutes } from './model.ts';

// The only place that asks luxon. A zone is resolved per UTC day, once: the offsets in force on that day, kept in a bounded cache.
// Everything else is arithmetic on these.

const ZONES_KEPT = 50;
const UTC_DAYS_KEPT = 4000;

/** Offsets in force during one UTC day: flat pairs of the first minute and the offset in minutes, ascending; mostly one pair. */
type DayOffsets = readonly number[];

interface ZoneOffsets {
  readonly offsetAt: (minute: Minutes) => number;
  readonly byUtcDay: Map<number, DayOffsets>;
}

const zones = new Map<string, ZoneOffsets>();

/** Whether the zone is one that this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  return IANAZone.isValidZone(timeZone);
}

/** Local time less UTC at a minute, in minutes: 60 or 120 in Europe/Rome. Throws RangeError for an unknown zone. */
export function offsetAt(timeZone: string, minute: Minutes): number {
  const offsets = offsetsOfUtcDay(zoneOffsets(timeZone), Math.floor(minute / MINUTES_A_DAY));
  let at = offsets.length - 2;
  while (offsets[at]! > minute) at -= 2; // ends: the first pair begins with the UTC day
  return offsets[at + 1]!;
}

/** The local day, as text, on which a minute lies. Throws RangeError for an unknown zone. */
export function localDay(timeZone: string, minute: Minutes): string {
  return dayText(localDayNumber(timeZone, minute));
}

/** The local day, as a day number, on which a minute lies. Throws RangeError for an unknown zone. */
export function localDayNumber(timeZone: string, minute: Minutes): number {
  return Math.floor((minute + offsetAt(timeZone, minute)) / MINUTES_A_DAY);
}

/**
 * The first minute of a local day, which reads 01:00 where the zone skips midnight; of a day that the zone skipped as a whole,
 * the first minute after it. So startOfDay(a) .. startOfDay(the day after b) is a to b, both included, for any days.
 * Throws RangeError for an unknown zone or when `day` is no day.
 */
export function startOfDay(timeZone: string, day: string): Minutes {
  const number = dayNumber(day);
  return daySpans(timeZone, number, number + 1)[0]!; // no zone skips two days
}

/**
 * Flat quadruples start, end, day, offset, ascending: the stretches of UTC during which the local date is `day` (a day number) with one
 * constant `offset`. Most days are one stretch; a day on which the offset changes is two or more; a day that does not exist is none.
 */
export type DaySpans = readonly number[];

/** The spans of the local days from `firstDay` to `lastDay`, day numbers, both included. Throws RangeError for an unknown zone. */
export function daySpans(timeZone: string, firstDay: number, lastDay: number): DaySpans {
  const zone = zoneOffsets(timeZone);
  const spans: number[] = [];
  const end = (lastDay + 2) * MINUTES_A_DAY; // no offset reaches 24 hours
  let start = (firstDay - 1) * MINUTES_A_DAY;
  let offset = offsetsOfUtcDay(zone, firstDay - 1)[1]!;
  for (let utcDay = firstDay - 1; utcDay < lastDay + 2; utcDay += 1) {
    const offsets = offsetsOfUtcDay(zone, utcDay);
    for (let at = 0; at < offsets.length; at += 2) {
      if (offsets[at + 1] === offset) continue;
      appendDays(spans, start, offsets[at]!, offset, firstDay, lastDay);
      start = offsets[at]!;
      offset = offsets[at + 1]!;
    }
  }
  appendDays(spans, start, end, offset, firstDay, lastDay);
  return spans;
}

/** Cuts one stretch of constant offset at local midnights. */
function appendDays(spans: number[], start: Minutes, end: Minutes, offset: number, firstDay: number, lastDay: number): void {
  const first = Math.max(firstDay, Math.floor((start + offset) / MINUTES_A_DAY));
  const last = Math.min(lastDay, Math.floor((end - 1 + offset) / MINUTES_A_DAY));
  for (let day = first; day <= last; day += 1) {
    const midnight = day * MINUTES_A_DAY - offset;
    spans.push(Math.max(start, midnight), Math.min(end, midnight + MINUTES_A_DAY), day, offset);
  }
}

function zoneOffsets(timeZone: string): ZoneOffsets {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;

  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`unknown time zone: ${timeZone}`);
  if (zones.size >= ZONES_KEPT) zones.clear();
  // An offset with seconds (Liberia until 1972) is rounded down: the wall clock then reads that minute.
  const offsets = { offsetAt: (minute: Minutes) => Math.floor(zone.offset(minute * 60_000)), byUtcDay: new Map<number, DayOffsets>() };
  zones.set(timeZone, offsets);
  return offsets;
}

function offsetsOfUtcDay(zone: ZoneOffsets, utcDay: number): DayOffsets {
  const known = zone.byUtcDay.get(utcDay);
  if (known !== undefined) return known;

  if (zone.byUtcDay.size >= UTC_DAYS_KEPT) zone.byUtcDay.clear();
  const offsets = resolveUtcDay(zone, utcDay * MINUTES_A_DAY);
  zone.byUtcDay.set(utcDay, offsets);
  return offsets;
}

// Comparing the ends of a UTC day is enough: no zone has changed its offset and changed it back within six days since 1970.
function resolveUtcDay(zone: ZoneOffsets, start: Minutes): DayOffsets {
  const first = zone.offsetAt(start);
  const offsets = [start, first];
  const end = start + MINUTES_A_DAY - 1;
  const last = zone.offsetAt(end);
  if (first === last) return offsets;

  let before = start;
  let after = end;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offsetAt(middle) === first) before = middle;
    else after = middle;
  }
  offsets.push(after, last);
  return offsets;
}
