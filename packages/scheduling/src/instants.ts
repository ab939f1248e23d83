/* eslint-disable @typescript-eslint/no-non-null-assertion -- flat arrays are read at places below their length */
import { dayText, parseDay } from './days.ts';
import { MINUTES_A_DAY, type Minutes } from './model.ts';
import { localDayNumber, daySpans } from './zone.ts';

// Instants as ISO 8601 texts, at the edge.

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Epoch milliseconds of an ISO 8601 instant with `Z` or an offset (`2026-03-29T09:00:00+02:00`; seconds may be left out); null when
 * it is anything else: no offset, no such day, hour 24. Fractions finer than a millisecond are cut.
 */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, date = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const day = parseDay(date);
  if (day === null) return null;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  const minutes = day * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) - offset;
  return minutes * 60_000 + Number(second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** The minute of an ISO 8601 instant, read as `parseInstant` does; null also when it is not a whole minute. */
export function parseMinute(text: string): Minutes | null {
  const milliseconds = parseInstant(text);
  return milliseconds === null || milliseconds % 60_000 !== 0 ? null : milliseconds / 60_000;
}

/**
 * A writer of minutes as ISO 8601 with the zone's offset at that instant: `2026-03-29T09:00:00+02:00`. It asks for the zone once per
 * local day and offset, so keep one writer for a whole ascending list. Throws RangeError for an unknown zone.
 */
export function isoWriter(timeZone: string): (minute: Minutes) => string {
  let start = 0;
  let end = 0;
  let midnight = 0;
  let date = '';
  let offset = '';

  function turnTo(minute: Minutes): void {
    const day = localDayNumber(timeZone, minute);
    const spans = daySpans(timeZone, day, day);
    let at = 0;
    while (spans[at + 1]! <= minute) at += 4; // ends: the minute lies on this day
    start = spans[at]!;
    end = spans[at + 1]!;
    midnight = day * MINUTES_A_DAY - spans[at + 3]!;
    date = `${dayText(day)}T`;
    offset = `:00${offsetText(spans[at + 3]!)}`;
  }

  return (minute) => {
    if (minute < start || minute >= end) turnTo(minute);
    return date + clockText(minute - midnight) + offset;
  };
}

/** `HH:MM` of a minute of the day. */
function clockText(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${twoDigits(hours)}:${twoDigits(minute - hours * 60)}`;
}

function offsetText(offset: number): string {
  return (offset < 0 ? '-' : '+') + clockText(Math.abs(offset));
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
