import { findStarts, freeCalendars, type Minutes, type StartQuestion } from '@sportello/scheduling';
import type { Timed } from '../appointments/appointment.ts';
import { requestOf } from '../appointments/booked-request.ts';
import { assign } from '../appointments/claims.ts';
import { judge, type Verdict } from '../availability/free-starts.ts';
import { type BookingRequest, forDesk } from '../availability/request.ts';
import type { Directory } from '../directory/directory.ts';
import { ProblemError } from '../http/problems.ts';
import type { CalendarTimes } from './calendar-store.ts';
import { takenBy } from './calendar-time.ts';
import { Layouts, type Scene, type Window } from './layouts.ts';

/** A start that was found for somebody, and whose time it would take. */
export interface Promised {
  readonly start: Minutes;
  readonly placeId: string | null;
  readonly request: BookingRequest;
  readonly calendarIds: readonly string[];
}

/**
 * What was found for touched appointments so far: nobody else gets the same time. Whether a start is free is asked by the
 * question of the desk; the time that other appointments have to leave counts as taken until they left it.
 */
export class Promises {
  private readonly scene: Scene;
  private readonly layouts: Layouts;
  private readonly owned: ReadonlyMap<string, readonly string[]>;
  private readonly taken = new Map<string, Minutes[]>();
  private readonly starts = new Set<Minutes>();

  constructor(scene: Scene) {
    this.scene = scene;
    this.layouts = new Layouts(scene);
    this.owned = claimedBy(scene.times);
  }

  /** Whether this start could be had by the appointment at this place, and by whom. */
  verdictOn(appointment: Timed, request: BookingRequest, placeId: string | null, start: Minutes): Verdict {
    return judge(this.question(appointment, request, placeId, [start, start + 1]), start);
  }

  /** The first free start in [from, to) that nobody was given; null: none, or the service is not offered like this any more. */
  firstFree(appointment: Timed, [from, to]: Window): Minutes | null {
    const placed = deskRequestOf(this.scene.directory, appointment);
    if (!placed || from >= to) return null;
    const own = Math.floor(appointment.startsAt / 60_000);
    const found = findStarts({ ...this.question(appointment, placed.request, placed.placeId, [from, to]), from, to });
    return found.find((start) => start !== own && !this.starts.has(start)) ?? null;
  }

  /** Gives a free start away; null where it is not free any more. */
  promise(appointment: Timed, request: BookingRequest, placeId: string | null, start: Minutes): Promised | null {
    const verdict = this.verdictOn(appointment, request, placeId, start);
    if (verdict.is !== 'offered') return null;
    const calendarIds = assign(verdict.free, start, this.scene);
    this.take(calendarIds, start, request.rules);
    return { start, placeId, request, calendarIds };
  }

  /** Which calendars of each need are free at the very time of an appointment, whatever their grid. */
  freeAtItsTime(appointment: Timed): readonly (readonly string[])[] {
    const placed = deskRequestOf(this.scene.directory, appointment);
    if (!placed) return [];
    const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = appointment;
    const start = Math.floor(appointment.startsAt / 60_000);
    const question = this.question(appointment, placed.request, placed.placeId, [start, start + 1]);
    const everyMinute = { ...question.rules, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, grid: 'opening' as const, stepMinutes: 1 };
    return freeCalendars({ ...question, rules: everyMinute }, start);
  }

  /** The calendars of the need that this one could meet in place of one of `present`; null: there is no such need. */
  needWith(appointment: Timed, calendarId: string, present: readonly string[]): readonly string[] | null {
    const needs = deskRequestOf(this.scene.directory, appointment)?.request.rules.needs ?? [];
    return needs.find((need) => need.includes(calendarId) && need.some((id) => id !== calendarId && present.includes(id))) ?? null;
  }

  /** From now on this time is taken. */
  take(calendarIds: readonly string[], start: Minutes, { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }: Lengths): void {
    this.starts.add(start);
    for (const id of calendarIds) {
      const taken = this.taken.get(id) ?? [];
      taken.push(start - bufferBeforeMinutes, start + durationMinutes + bufferAfterMinutes);
      this.taken.set(id, taken);
    }
  }

  private question(appointment: Timed, request: BookingRequest, placeId: string | null, window: Window): StartQuestion {
    const base = this.layouts.questionWithin(request, placeId, window);
    const own = this.owned.get(appointment.id) ?? [];
    const calendars = base.calendars.map((calendar) => {
      const promised = this.taken.get(calendar.id);
      if (!promised && !own.includes(calendar.id)) return calendar;
      const time = this.scene.times.get(calendar.id);
      const taken = time && own.includes(calendar.id) ? takenBy(time.claims, { now: this.scene.now, except: new Set([appointment.id]) }) : calendar.taken;
      return { ...calendar, taken: promised ? [...taken, ...promised] : taken };
    });
    return { ...base, calendars };
  }
}

/** Whose time each appointment takes. */
function claimedBy(times: CalendarTimes): ReadonlyMap<string, readonly string[]> {
  const claimed = new Map<string, string[]>();
  for (const [calendarId, { claims }] of times) {
    for (const id of claims.appointmentIds) if (id !== null) claimed.set(id, [...(claimed.get(id) ?? []), calendarId]);
  }
  return claimed;
}

type Lengths = Pick<Timed, 'durationMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** The request of the desk for what was booked, at its place or another; null: the service is not offered like this any more. */
export function deskRequestOf(directory: Directory, appointment: Timed, newPlaceId: string | null = null): { request: BookingRequest; placeId: string | null } | null {
  try {
    const { request, placeId } = requestOf(directory, appointment, newPlaceId);
    return { request: forDesk(request), placeId };
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
