import { addDays, type Calendar, findStarts, type Minutes, startOfDay, type StartQuestion } from '@sportello/scheduling';
import { bookingRulesOf } from './booking-rules.ts';
import type { DemoOpeningRule } from './calendar-rows.ts';
import type { CalendarKey, ChannelContent, DemoContent, PlaceContent, ServiceContent } from './content/shape.ts';
import type { DemoIds } from './ids.ts';

/** A service by one channel, at one place where it is a desk. */
export interface Offer {
  readonly service: ServiceContent;
  readonly channel: ChannelContent;
  readonly place: PlaceContent | null;
}

export interface DemoDesk {
  readonly content: DemoContent;
  readonly ids: DemoIds;
  readonly openingRules: readonly DemoOpeningRule[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The starts that an offer has on one day of this calendar, with what the demo has taken so far; the question serves to ask for more. */
export function freeStarts(desk: DemoDesk, taken: ReadonlyMap<string, Minutes[]>, { offer, key, day }: { offer: Offer; key: CalendarKey; day: string }) {
  const { ids, content } = desk;
  const timeZone = content.union.timeZone;
  const from = startOfDay(timeZone, day);
  const needs = offer.channel.needs.map((need) => (need.includes(key) ? [key] : need).map(ids.calendar));
  const question: StartQuestion = {
    rules: { ...bookingRulesOf(offer.channel), timeZone, noticeMinutes: 0, horizonMinutes: null },
    now: from * 60_000,
    closedDays: [],
    needs,
    calendars: needs.flat().map((id) => asCalendar(desk, id, offer, taken.get(id) ?? [])),
  };
  return { question, starts: findStarts({ ...question, from, to: startOfDay(timeZone, addDays(day, 1)) }) };
}

function asCalendar({ openingRules, ids }: DemoDesk, id: string, { channel, place }: Offer, taken: Minutes[]): Calendar {
  const suited = openingRules
    .filter(({ calendarId, channels }) => calendarId === id && (channels === null || channels.includes(channel.channel)))
    .filter(({ placeId }) => place === null || placeId === ids.place(place.key));
  const opening = suited.map(({ startMinute, endMinute, recurrence, firstDay, lastDay }) => ({
    wall: { start: startMinute, end: endMinute },
    recurrence,
    firstDay,
    lastDay,
  }));
  return { id, opening, exceptions: [], absences: [], taken };
}
