import type { Agenda, Language } from '@sportello/contract';
import type { CalendarsHours } from '../calendars/hours-rows.ts';
import { closedDayReason, closedDays } from '../directory/closed-days.ts';
import type { Calendar, Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import { type Days, type Way, waysOf } from './agenda-open.ts';

type ClosedDay = Agenda['closed_days'][number];

interface Asked extends Days {
  readonly calendars: readonly Calendar[];
  readonly hours: CalendarsHours;
  readonly language: Language;
}

/**
 * The days on which calendars are closed whatever their hours say, and why. Where only one of their places is, the reason
 * names it.
 */
export function closedDaysOf(directory: Directory, { calendars, hours, language, ...days }: Asked): ClosedDay[] {
  const reasonsOf = reasonsOnce(directory, days, language);
  const closed = new Map<string, Set<string>>();
  for (const calendar of calendars) {
    const rows = hours.get(calendar.id);
    const ways = rows ? waysOf(directory, calendar.id, rows) : [];
    for (const [day, reasons] of byDay(ways.map((way) => ({ way, reasons: reasonsOf(calendar.officeId, way) })))) {
      const isWhole = reasons.length === ways.length;
      for (const { reason, way } of reasons) {
        const place = isWhole ? undefined : directory.places.get(way.placeId ?? '');
        const key = `${day} ${place ? `${reason} (${inLanguage(place.name, language)})` : reason}`;
        closed.set(key, (closed.get(key) ?? new Set()).add(calendar.id));
      }
    }
  }
  return [...closed]
    .map(([key, ids]) => ({ day: key.slice(0, 10), reason: key.slice(11), calendar_ids: ids.size === calendars.length ? null : [...ids] }))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

interface Reason {
  readonly way: Way;
  readonly reason: string;
}

function byDay(ways: readonly { way: Way; reasons: ReadonlyMap<string, string> }[]): Map<string, Reason[]> {
  const days = new Map<string, Reason[]>();
  for (const { way, reasons } of ways) for (const [day, reason] of reasons) days.set(day, [...(days.get(day) ?? []), { way, reason }]);
  return days;
}

/** Why an office receives nobody like this, by day; looked up once for each office, channel and place. */
function reasonsOnce(directory: Directory, { from, to }: Days, language: Language): (officeId: string | null, way: Way) => ReadonlyMap<string, string> {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (officeId, { channel, placeId }) => {
    const question = { officeId: officeId ?? '', placeId: channel === 'desk' ? placeId : null, channel };
    const key = `${question.officeId} ${channel} ${question.placeId ?? ''}`;
    const reasons = known.get(key) ?? new Map([...closedDays(directory, question, from, to)].map((day) => [day, closedDayReason(directory, question, day, language) ?? '']));
    known.set(key, reasons);
    return reasons;
  };
}
