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
const calendarsForOne = { before: 2, today: 1, later: 3 };
const workingDaysAhead = 10;
/** How far from now, in minutes, the calendars have their appointments of today: over, under way, late, next, and later. */
const aroundNow: readonly Minutes[] = [-75, -20, 10, -10, 25, -5, 60, 120];

/**
 * Appointments of the last working day, of today around the present time and of the ten working days that follow, each at a
 * real free start. Nothing is drawn by lot: which calendar, service and start follow from their order and the day's.
 */
export function planAppointments(desk: DemoDesk): PlannedAppointment[] {
  const taken = new Map<string, Minutes[]>();
  const today = todayOf(desk);
  return daysPlanned(desk).flatMap(({ day, share }, dayPlace) =>
    desk.content.calendars.flatMap(({ key }, place) => {
      if ((dayPlace + place) % share !== 0) return [];
      const near = day === today ? Math.floor(desk.now / 60_000) + (aroundNow[place % aroundNow.length] ?? 0) : null;
      const planned = planOne(desk, taken, { day, key, turn: dayPlace * 3 + place, near });
      return planned ? [planned] : [];
    }),
  );
}

/** Whether the demo receives people today: not on Saturdays, Sundays and national holidays. */
export function isWorkingDay(desk: DemoDesk): boolean {
  return workingDays(todayOf(desk), todayOf(desk)).length > 0;
}

function todayOf({ content, now }: DemoDesk): string {
  return localDay(content.union.timeZone, Math.floor(now / 60_000));
}

function daysPlanned(desk: DemoDesk): { day: string; share: number }[] {
  const today = todayOf(desk);
  const before = workingDays(addDays(today, -14), addDays(today, -1)).slice(-1);
  const later = workingDays(addDays(today, 1), addDays(today, 28)).slice(0, workingDaysAhead);
  return [
    ...before.map((day) => ({ day, share: calendarsForOne.before })),
    ...workingDays(today, today).map((day) => ({ day, share: calendarsForOne.today })),
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

interface Turn {
  readonly day: string;
  readonly key: CalendarKey;
  readonly turn: number;
  /** Around which time it should be; null: whichever. */
  readonly near: Minutes | null;
}

/** The first offer of this calendar, beginning with the one whose turn it is, that has a free start on that day, and near enough to the wished one. */
function planOne(desk: DemoDesk, taken: Map<string, Minutes[]>, { day, key, turn, near }: Turn): PlannedAppointment | null {
  const { content } = desk;
  const municipality = content.municipalities[turn % content.municipalities.length];
  if (!municipality) return null;
  const offers = offersOf(content, key).filter(({ place }) => !isPatronDay(content, place, day));
  let best: PlannedAppointment | null = null;
  for (const offer of [...offers.slice(turn % offers.length), ...offers.slice(0, turn % offers.length)]) {
    const { question, starts } = freeStarts(desk, taken, { offer, key, day });
    const startsAt = near === null ? starts[(turn * 5) % starts.length] : nearest(starts, near);
    if (startsAt === undefined || (best && distance(startsAt, near) >= distance(best.startsAt, near))) continue;
    best = { ...offer, municipality, startsAt, calendarIds: freeCalendars(question, startsAt).flatMap((free) => free.slice(0, 1)) };
    if (distance(startsAt, near) <= nearEnough) break;
  }
  if (best) takeTime(taken, best.calendarIds, best.channel, best.startsAt);
  return best;
}

const nearEnough: Minutes = 10;

function distance(startsAt: Minutes, wished: Minutes | null): Minutes {
  return wished === null ? 0 : Math.abs(startsAt - wished);
}

function nearest(starts: readonly Minutes[], wished: Minutes): Minutes | undefined {
  return starts.toSorted((one, other) => Math.abs(one - wished) - Math.abs(other - wished) || one - other)[0];
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
