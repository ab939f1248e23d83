import { type AnnouncedDelay, delaysOf } from '../../appointments/delays.ts';
import type { CalendarStore } from '../../calendars/calendar-store.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { instantOfId, newId } from '../../database/id.ts';
import { dayOf, type Directory } from '../../directory/directory.ts';
import type { Cursor } from './cursor.ts';
import { fingerprintOf, type RanOut, standOf, whatHappened } from './what-happened.ts';

/** What changed since the look before. */
export interface News {
  readonly appointments: readonly RanOut[];
  readonly calendarIds: readonly string[];
  readonly delays: readonly AnnouncedDelay[];
}

/** Nothing is told of more than these at once, or of what lies further back: the board is loaded again. */
const mostEvents = 1000;
const longestGapMilliseconds = 3_600_000;
/**
 * Ids are made before their writes are committed, in processes whose clocks differ a little: each look goes back so far
 * again, and passes over what it knows.
 */
const overlapMilliseconds = 60_000;
/** Many more than a desk writes in the overlap. */
const mostInOverlap = 10_000;

interface Seen {
  /** Of ids. */
  readonly instant: number;
  /** Of the desk's clock. */
  readonly now: number;
  readonly eventIds: ReadonlySet<string>;
  readonly stands: ReadonlyMap<string, number>;
  readonly delays: ReadonlyMap<string, string>;
  readonly fingerprint: number;
}

export type Watch = ReturnType<typeof watchDesk>;

/** Looks again and again at what is written down, and says what is new. Not for two looks at a time. */
export function watchDesk({ database, calendars, clock }: { database: Database; calendars: CalendarStore; clock: Clock }) {
  const happened = whatHappened(database);
  let seen: Seen | null = null;

  return {
    /** From where a stream goes on that knows everything read after this. */
    async cursor(): Promise<Cursor> {
      const instant = instantOfId(newId());
      return { instant, fingerprint: fingerprintOf(await calendars.revisions()) };
    },

    /** What is new since the look before, null when that is too much to tell; and from where to go on after it. The first look finds nothing new. */
    async look(directory: Directory): Promise<{ news: News | null; cursor: Cursor }> {
      const before = seen;
      const instant = instantOfId(newId());
      const now = clock.now();
      const since = before ? Math.min(before.instant, instant) : instant;
      const [events, revisions, delays, ranOut] = await Promise.all([
        happened.since(since - overlapMilliseconds, mostInOverlap),
        calendars.revisions(),
        delaysOf(database, dayOf(directory, now)),
        before && before.now < now ? happened.ranOut(before.now, now) : [],
      ]);
      const eventIds = new Set(events.map(({ id }) => id));
      const stands = new Map(revisions.map((revision) => [revision.id, standOf(revision)]));
      seen = { instant, now, eventIds, stands, delays: new Map(delays.map((delay) => [delay.calendarId, saidBy(delay)])), fingerprint: fingerprintOf(revisions) };
      const cursor = { instant, fingerprint: seen.fingerprint };
      if (!before) return { news: { appointments: [], calendarIds: [], delays: [] }, cursor };

      // In the order in which they happened: of two about one appointment the later one says where it lies.
      const fresh = events.filter(({ id }) => !before.eventIds.has(id)).toReversed();
      const isTooMuch = fresh.length > mostEvents || instant - before.instant > longestGapMilliseconds;
      if (isTooMuch) return { news: null, cursor };
      const calendarIds = [...stands].filter(([id, stand]) => before.stands.get(id) !== stand).map(([id]) => id);
      return { news: { appointments: [...ranOut, ...fresh], calendarIds, delays: delays.filter((one) => before.delays.get(one.calendarId) !== saidBy(one)) }, cursor };
    },

    /** What somebody missed who knew everything until then; null when that is too much to tell. After a first look only. */
    async missedSince(directory: Directory, from: Cursor): Promise<News | null> {
      const now = clock.now();
      const gap = instantOfId(newId()) - from.instant + overlapMilliseconds;
      if (gap > longestGapMilliseconds) return null;
      const events = await happened.since(from.instant - overlapMilliseconds, mostEvents + 1);
      if (events.length > mostEvents) return null;
      const isCalendarNew = seen?.fingerprint !== from.fingerprint;
      return {
        appointments: [...(await happened.ranOut(now - gap, now)), ...events.toReversed()],
        calendarIds: isCalendarNew ? [...(seen?.stands.keys() ?? [])] : [],
        delays: await delaysOf(database, dayOf(directory, now)),
      };
    },

    /** Nobody watches any more: the next look is a first one. */
    rest(): void {
      seen = null;
    },
  };
}

function saidBy({ minutes, announcedAt }: AnnouncedDelay): string {
  return `${minutes} ${announcedAt}`;
}
