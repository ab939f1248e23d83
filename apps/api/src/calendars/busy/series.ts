import ICAL from 'ical.js';
import type { BusyTime } from './busy-times.ts';
import { occurrencesOf, type Steps } from './occurrences.ts';
import type { EventPart, Moment } from './read-event.ts';
import { asIfUtc } from './zones.ts';

const day = 24 * 3_600_000;

/** All parts of a file with one UID: an event, or a pattern that recurs with what became different of it. */
export class Series {
  readonly #patterns: readonly EventPart[];
  readonly #changed: readonly EventPart[];

  constructor(parts: readonly EventPart[]) {
    this.#patterns = parts.filter(({ instead }) => instead === null);
    this.#changed = parts.filter(({ instead }) => instead !== null);
  }

  /** Hands on every busy time that meets the span; the first and the last may reach beyond it. */
  addTimes(span: BusyTime, steps: Steps, add: (time: BusyTime) => void): void {
    for (const pattern of this.#patterns) this.#addPattern(pattern, span, steps, add);
    for (const { isBusy, start, end } of this.#changed) if (isBusy) add({ startsAt: start.clock(start.wall), endsAt: end(start) });
  }

  #addPattern(pattern: EventPart, span: BusyTime, steps: Steps, add: (time: BusyTime) => void): void {
    const isLeftOut = leftOut([...pattern.without, ...this.#changed.flatMap(({ instead }) => instead ?? [])]);
    for (const { moment, endsAt } of startsOf(pattern, span, steps)) {
      if (isLeftOut(moment)) continue;
      const startsAt = moment.clock(moment.wall);
      const later = this.#following(startsAt);
      const part = later?.part ?? pattern;
      if (!part.isBusy) continue;
      const shift = later?.shift ?? 0;
      add({ startsAt: startsAt + shift, endsAt: (later ? startsAt + later.length : (endsAt ?? pattern.end(moment))) + shift });
    }
  }

  /** The newest change that holds from some time on (RANGE=THISANDFUTURE) and reaches this start. */
  #following(startsAt: number): { part: EventPart; shift: number; length: number } | null {
    let found: { part: EventPart; shift: number; length: number; from: number } | null = null;
    for (const part of this.#changed) {
      if (!part.instead?.andFollowing) continue;
      const from = part.instead.clock(part.instead.wall);
      if (from > startsAt || (found && found.from > from)) continue;
      const begins = part.start.clock(part.start.wall);
      found = { part, from, shift: begins - from, length: part.end(part.start) - begins };
    }
    return found;
  }
}

interface Start {
  readonly moment: Moment;
  /** null: as long as the pattern. */
  readonly endsAt: number | null;
}

/** The first, those of the rules and those that were added, each once. */
function* startsOf(pattern: EventPart, span: BusyTime, steps: Steps): Generator<Start> {
  const { start, rules, extra, end } = pattern;
  const seen = new Set<number>();
  const isNew = ({ wall, clock }: Moment) => seen.size !== seen.add(clock(wall)).size;
  const length = Math.max(0, end(start) - start.clock(start.wall));
  const walls = { from: span.startsAt - length - 3 * day, to: span.endsAt + 3 * day }; // no clock is further from UTC
  if (isNew(start)) yield { moment: start, endsAt: null };
  for (const { endsAt, ...moment } of extra) if (isNew(moment)) yield { moment, endsAt };
  for (const rule of rules) {
    for (const wall of occurrencesOf(rule, start.wall, walls, isOverBy(rule, start), steps)) {
      wall.zone = start.wall.zone;
      const moment = { wall, clock: start.clock };
      if (isNew(moment)) yield { moment, endsAt: null };
    }
  }
}

/** UNTIL is a day, a wall time, or an instant (RFC 5545, 3.3.10); it may itself be the last. */
function isOverBy({ until }: ICAL.Recur, { clock }: Moment): (wall: ICAL.Time) => boolean {
  if (!until) return () => false;
  if (until.isDate) return (wall) => wall.toString().slice(0, 10) > until.toString();
  if (until.zone !== ICAL.Timezone.utcTimezone) return (wall) => asIfUtc(wall) > asIfUtc(until);
  const last = until.toUnixTime() * 1000;
  return (wall) => (wall.isDate ? wall.toString() > until.toString().slice(0, 10) : clock(wall) > last);
}

/** Whether a start is among these: the same instant, or on the same day where only a day is said. */
function leftOut(moments: readonly Moment[]): (moment: Moment) => boolean {
  const days = new Set(moments.filter(({ wall }) => wall.isDate).map(({ wall }) => wall.toString()));
  const instants = new Set(moments.filter(({ wall }) => !wall.isDate).map(({ wall, clock }) => clock(wall)));
  return ({ wall, clock }) => days.has(wall.toString().slice(0, 10)) || instants.has(clock(wall));
}
