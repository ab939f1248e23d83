import type { Clock } from '../clock.ts';
import type { CalendarRevision, Database, Reader, Writer } from '../database/database.ts';
import type { CalendarTime, Claims, Hours } from './calendar-time.ts';
import { calendarQueries } from './queries.ts';

export type CalendarTimes = ReadonlyMap<string, CalendarTime>;

/**
 * The time of calendars, read once and kept until their revision changes. Every write that matters raises the revision,
 * so what is kept under the present one is the truth, in this process and in any other.
 */
export interface CalendarStore {
  /** One number that changes with any change of any calendar. */
  fingerprint(): Promise<number>;
  /** The present time of these calendars. */
  read(ids: readonly string[]): Promise<CalendarTimes>;
  /** Touches them first, so that rivals wait, and answers with their time as it is inside this write. */
  lock(tx: Writer, ids: readonly string[]): Promise<CalendarTimes>;
}

interface Kept {
  readonly revision: number;
  readonly rulesRevision: number;
  readonly time: CalendarTime;
}

export function calendarStore({ database, clock }: { database: Database; clock: Clock }): CalendarStore {
  const queries = calendarQueries(database.tables);
  const kept = new Map<string, Kept>();

  async function current(reader: Reader, wanted: readonly CalendarRevision[]): Promise<CalendarTimes> {
    const newHours = wanted.filter(({ id, rulesRevision }) => kept.get(id)?.rulesRevision !== rulesRevision).map(({ id }) => id);
    const hours = newHours.length === 0 ? new Map<string, Hours>() : await queries.hours(reader, newHours, clock.now());
    const times = new Map<string, CalendarTime>();
    for (const calendar of wanted) times.set(calendar.id, await timeOf(reader, calendar, hours.get(calendar.id)));
    return times;
  }

  async function timeOf(reader: Reader, { id, revision, rulesRevision }: CalendarRevision, newHours: Hours | undefined): Promise<CalendarTime> {
    const known = kept.get(id);
    if (known && known.revision === revision && !newHours) return known.time;
    const claims: Claims = await queries.claims(reader, id, clock.now());
    const hours = newHours ?? known?.time.hours ?? { rules: [], exceptions: [], absences: [] };
    const time: CalendarTime = { id, hours, claims };
    kept.set(id, { revision, rulesRevision, time });
    return time;
  }

  return {
    async fingerprint() {
      const all = await queries.revisions(database.read);
      return all.reduce((sum, { revision }) => sum + revision, all.length);
    },
    async read(ids) {
      const all = await queries.revisions(database.read);
      return current(database.read, all.filter(({ id }) => ids.includes(id)));
    },
    async lock(tx, ids) {
      const touched = await database.touchCalendars(tx, ids);
      // What we see is the time before our own change: the revision before our touch.
      return current(tx, touched.map((calendar) => ({ ...calendar, revision: calendar.revision - 1 })));
    },
  };
}
