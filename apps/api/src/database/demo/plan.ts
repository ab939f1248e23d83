import { addDays, dayOfWeek, freeCalendars, localDay, type Minutes } from '@sportello/scheduling';
import { holidaysOf } from '../../calendars/holidays.ts';
import { claimedTime } from './booking-rules.ts';
import type { CalendarKey, ChannelContent, DemoContent, MunicipalityContent, PlaceContent } from './content/shape.ts';
import { type DemoDesk, freeStarts, type Offer } from './free-starts.ts';

/** A meeting that somebody of the demo booked. */
export interface PlannedAppointment extends Offer {
  readonly municipality: MunicipalityContent;
  readonly startsAt: Minutes;
  /** Ids, one of each need. */
  readonly calendarIds: readonly string[];
}

/** How many calendars share one appointment a day: few enough to show a desk that lives, and leave plenty of free time. */
const calendarsForOne = { untilToday: 2, later: 3 };
const workingDaysAhead = 10;

/**
 * Appointments of the last working day, of today and of the ten working days that follow, each at a real free start.
 * Nothing is drawn by lot: which calendar, service and start follow from their order and the day's.
 */
export function planAppointments(desk: DemoDesk): PlannedAppointment[] {
  const taken = new Map<string, Minutes[]>();
  return daysPlanned(desk).flatMap(({ day, share }, dayPlace) =>
    desk.content.calendars.flatMap(({ key }, place) => {
      if ((dayPlace + place) % share !== 0) return [];
      const planned = planOne(desk, taken, { day, key, turn: dayPlace * 3 + place });
      return planned ? [planned] : [];
    }),
  );
}

function daysPlanned({ content, now }: DemoDesk): { day: string; share: number }[] {
  const today = localDay(content.union.timeZone, Math.floor(now / 60_000));
  const before = workingDays(addDays(today, -14), addDays(today, -1)).slice(-1);
  const later = workingDays(addDays(today, 1), addDays(today, 28)).slice(0, workingDaysAhead);
  return [
    ...[...before, ...workingDays(today, today)].map((day) => ({ day, share: calendarsForOne.untilToday })),
    ...later.map((day) => ({ day, share: calendarsForOne.later })),
  ];
}

/** Mondays to Fridays that are no national holidays, from one day to another, both included. */
function workingDays(from: string, to: string): string[] {
  const holidays = new Set([from, to].flatMap((day) => holidaysOf(Number(day.slice(0, 4)))).map(({ day }) => day));
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (dayOfWeek(day) <= 5 && !holidays.has(day)) days.push(day);
  return days;
}

/** The first offer of this calendar, beginning with the one whose turn it is, that has a free start on that day. */
function planOne(desk: DemoDesk, taken: Map<string, Minutes[]>, { day, key, turn }: { day: string; key: CalendarKey; turn: number }): PlannedAppointment | null {
  const { content } = desk;
  const municipality = content.municipalities[turn % content.municipalities.length];
  const offers = offersOf(content, key).filter(({ place }) => !isPatronDay(content, place, day));
  for (const offer of [...offers.slice(turn % offers.length), ...offers.slice(0, turn % offers.length)]) {
    const { question, starts } = freeStarts(desk, taken, { offer, key, day });
    const startsAt = starts[(turn * 5) % starts.length];
    if (startsAt === undefined || !municipality) continue;
    const calendarIds = freeCalendars(question, startsAt).flatMap((free) => free.slice(0, 1));
    takeTime(taken, calendarIds, offer.channel, startsAt);
    return { ...offer, municipality, startsAt, calendarIds };
  }
  return null;
}

function offersOf({ services, places }: DemoContent, key: CalendarKey): Offer[] {
  return services.flatMap((service) =>
    service.channels
      .filter(({ needs }) => needs.some((need) => need.includes(key)))
      .flatMap((channel) => {
        const rooms = channel.channel === 'desk' ? places.filter(({ key }) => channel.places?.includes(key)) : [null];
        return rooms.map((place) => ({ service, channel, place }));
      }),
  );
}

function isPatronDay({ municipalities }: DemoContent, place: PlaceContent | null, day: string): boolean {
  const patronDay = municipalities.find(({ key }) => key === place?.municipality)?.patronDay;
  return patronDay === day.slice(5);
}

function takeTime(taken: Map<string, Minutes[]>, calendarIds: readonly string[], channel: ChannelContent, startsAt: Minutes): void {
  const { start, end } = claimedTime(channel, startsAt);
  for (const id of calendarIds) taken.set(id, [...(taken.get(id) ?? []), start, end]);
}
