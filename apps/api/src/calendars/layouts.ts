import { addDays, type Calendar, type Intervals, localDay, type Minutes, openDays, openingPieces, type StartQuestion } from '@sportello/scheduling';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { Directory } from '../directory/directory.ts';
import type { CalendarTimes } from './calendar-store.ts';

/** Time as it would be with a change applied: hours are the new ones, what is booked is as it is. */
export interface Scene {
  readonly directory: Directory;
  readonly times: CalendarTimes;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Starts from the first minute up to, not including, the second. */
export type Window = readonly [Minutes, Minutes];

/** Openings are laid out this far beyond what is asked, so that the next question finds them. */
const roomMinutes = 60 * 1440;
/** Grids trace a piece of opening back by two days at most. */
const tracedBackDays = 4;

interface Layout {
  readonly question: StartQuestion;
  /** The openings are laid out up to here. */
  readonly until: Minutes;
}

/** The questions of one scene with their openings laid out once: hundreds of appointments of one service ask the same. */
export class Layouts {
  private readonly scene: Scene;
  private readonly known = new Map<string, Layout>();

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** The question of a request at a place, for starts in this window only; nobody's claims are left out. */
  questionWithin(request: BookingRequest, placeId: string | null, window: Window): StartQuestion {
    const question = this.questionUntil(request, placeId, window[1]);
    return { ...question, calendars: question.calendars.map((calendar) => ({ ...calendar, pieces: within(calendar.pieces ?? [], window, question.rules.durationMinutes) })) };
  }

  private questionUntil(request: BookingRequest, placeId: string | null, to: Minutes): StartQuestion {
    const key = `${request.asker} ${request.rules.id} ${request.municipalityId} ${placeId ?? ''}`;
    const known = this.known.get(key);
    if (known && to <= known.until) return known.question;
    const until = to + roomMinutes;
    const question = known?.question ?? questionOf({ ...this.scene, request, placeId, except: new Set() });
    const layout = { question: { ...question, calendars: withPieces(question, this.scene.now, until) }, until };
    this.known.set(key, layout);
    return layout.question;
  }
}

/** The pieces, whole, in which a start of the window may lie: others are not worth looking at again and again. */
function within(pieces: Intervals, [from, to]: Window, durationMinutes: number): Intervals {
  let first = 0;
  while (first < pieces.length && (pieces[first + 1] ?? 0) <= from) first += 2;
  let end = first;
  while (end < pieces.length && (pieces[end] ?? 0) < to + durationMinutes) end += 2;
  return pieces.slice(first, end);
}

function withPieces({ rules: { timeZone, durationMinutes }, closedDays, calendars }: StartQuestion, now: number, until: Minutes): Calendar[] {
  const firstDay = addDays(localDay(timeZone, Math.floor(now / 60_000)), -tracedBackDays);
  const days = openDays(timeZone, firstDay, localDay(timeZone, until + durationMinutes), closedDays);
  return calendars.map((calendar) => ({ ...calendar, pieces: Int32Array.from(openingPieces(calendar, days)) }));
}
