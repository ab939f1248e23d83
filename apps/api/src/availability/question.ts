import type { Channel } from '@sportello/contract';
import { addDays, type Calendar, localDay, type Minutes, openDays, openingPieces, type SlotRules, type StartQuestion, tracedDays } from '@sportello/scheduling';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { type CalendarTime, type Hours, takenBy } from '../calendars/calendar-time.ts';
import { closedDays } from '../directory/closed-days.ts';
import { type ChannelRules, type Directory, serves } from '../directory/directory.ts';
import type { BookingRequest } from './request.ts';

/** What is asked of the rules of time: a request at one place (null outside a desk), now. */
export interface Situation {
  readonly directory: Directory;
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly times: CalendarTimes;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Appointments whose claims do not count: the one that is moved, the hold that is let go. */
  readonly except: ReadonlySet<string>;
}

/**
 * The one definition of what is free, for the free times that are shown and for the booking that is decided: opening
 * rules for this service, channel and place, less closed days and days on which the office does not serve the comune,
 * less absences and claims that count.
 */
export function questionOf(situation: Situation): StartQuestion {
  const { directory, request, placeId, times, now, except } = situation;
  const isForDesk = request.asker === 'desk';
  const rules = slotRulesOf(request.rules, directory.union.timeZone);
  const range = bookableDays(rules, now);
  const closed = closedDays(directory, { officeId: request.service.officeId, placeId, channel: request.rules.channel }, range.firstDay, range.lastDay);
  const unserved = keptUnserved(directory, request, range);
  const purpose = { directory, channel: request.rules.channel, serviceId: request.rules.serviceId, placeId };
  const purposeKey = `${request.rules.id} ${placeId ?? ''}`;
  const calendars = request.rules.needs.flat().flatMap((id) => {
    const time = times.get(id);
    if (!time) return [];
    const suited = suitedFor(time, purpose);
    const pieces = isForDesk || unserved.length > 0 ? undefined : keptPieces({ hours: time.hours, directory, purpose: purposeKey }, range.firstDay, () => piecesOf(suited, rules, range, [...closed]));
    return [{ id, ...suited, absences: time.hours.absences, taken: takenBy(time.claims, { now, except }), ...(pieces && { pieces }) }];
  });
  // The desk books from the minute that is running on, whatever its seconds.
  const from = isForDesk ? Math.floor(now / 60_000) * 60_000 : now;
  return { rules, now: from, closedDays: [...closed, ...unserved], needs: request.rules.needs, calendars };
}

function slotRulesOf(rules: ChannelRules, timeZone: string): SlotRules {
  const { durationMinutes, stepMinutes, offsetMinutes, grid, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes } = rules;
  const horizonMinutes = rules.horizonDays * 1440;
  return { timeZone, durationMinutes, stepMinutes, offsetMinutes, grid, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, horizonMinutes };
}

interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** All days that can matter to a booking made now, with room for the next one, so that what is kept holds all day. */
function bookableDays(rules: SlotRules, now: number): Days {
  const today = localDay(rules.timeZone, Math.floor(now / 60_000));
  const nowMinute: Minutes = Math.floor(now / 60_000);
  const { lastDay } = tracedDays(rules, nowMinute, nowMinute + (rules.horizonMinutes ?? 0) + 1440);
  return { firstDay: addDays(today, -4), lastDay: addDays(lastDay, 1) };
}

const unservedDays = new WeakMap<Directory, Map<string, { readonly range: Days; readonly days: string[] }>>();

/** Which days a comune is not served on holds as long as the directory and the day do. */
function keptUnserved(directory: Directory, request: BookingRequest, range: Days): string[] {
  const ofDirectory = unservedDays.get(directory) ?? new Map<string, { range: Days; days: string[] }>();
  unservedDays.set(directory, ofDirectory);
  const purpose = `${request.asker} ${request.rules.id} ${request.municipalityId}`;
  const known = ofDirectory.get(purpose);
  if (known?.range.firstDay === range.firstDay && known.range.lastDay === range.lastDay) return known.days;
  const days = daysUnserved(directory, request, range);
  ofDirectory.set(purpose, { range, days });
  return days;
}

function daysUnserved(directory: Directory, { service, municipalityId }: BookingRequest, { firstDay, lastDay }: Days): string[] {
  const isServed = (day: string) => serves(directory, service, municipalityId, day);
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) if (!isServed(day)) days.push(day);
  return days;
}

/** What hours may be asked for: a service by a channel, at a place (null outside a desk). */
export interface Purpose {
  readonly directory: Directory;
  readonly channel: Channel;
  readonly serviceId: string;
  readonly placeId: string | null;
}

/** The rules and exceptions of a calendar that are meant for this channel, service and place. */
export function suitedFor({ id, hours }: Pick<CalendarTime, 'id' | 'hours'>, { directory, channel, serviceId, placeId }: Purpose): Pick<Calendar, 'opening' | 'exceptions'> {
  // A thing may have hours without a place: they hold wherever it is needed.
  const isThing = directory.calendars.get(id)?.kind === 'thing';
  const isHere = (opening: string | null) => placeId === null || opening === placeId || (isThing && opening === null);
  const isForChannel = (channels: readonly Channel[] | null) => channels === null || channels.includes(channel);
  const isForService = (serviceIds: readonly string[] | null | undefined) => !serviceIds || serviceIds.includes(serviceId);
  const isMeant = (part: Meant) => isForChannel(part.channels) && isHere(part.placeId) && isForService(part.serviceIds);
  return {
    opening: hours.rules.filter(isMeant),
    exceptions: hours.exceptions.map(({ day, opening }) => ({ day, opening: opening.filter(isMeant) })),
  };
}

interface Meant {
  readonly channels: readonly Channel[] | null;
  readonly placeId: string | null;
  readonly serviceIds?: readonly string[] | null;
}

function piecesOf(suited: Pick<Calendar, 'opening' | 'exceptions'>, rules: SlotRules, { firstDay, lastDay }: Days, closed: readonly string[]): Int32Array {
  return Int32Array.from(openingPieces(suited, openDays(rules.timeZone, firstDay, lastDay, closed)));
}

interface Laid {
  readonly hours: Hours;
  readonly directory: Directory;
  readonly purpose: string;
}

const pieces = new WeakMap<Hours, WeakMap<Directory, Map<string, { firstDay: string; pieces: Int32Array }>>>();

/** Opening pieces hold as long as the calendar's hours, the directory and the day do. */
function keptPieces({ hours, directory, purpose }: Laid, firstDay: string, make: () => Int32Array): Int32Array {
  const ofHours = pieces.get(hours) ?? new WeakMap<Directory, Map<string, { firstDay: string; pieces: Int32Array }>>();
  pieces.set(hours, ofHours);
  const ofDirectory = ofHours.get(directory) ?? new Map<string, { firstDay: string; pieces: Int32Array }>();
  ofHours.set(directory, ofDirectory);
  const known = ofDirectory.get(purpose);
  if (known?.firstDay === firstDay) return known.pieces;
  const made = make();
  ofDirectory.set(purpose, { firstDay, pieces: made });
  return made;
}
