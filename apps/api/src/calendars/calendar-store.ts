import type { Clock } from '../clock.ts';
import type { CalendarRevision, Database, Reader, Writer } from '../database/database.ts';
import type { CalendarTime, Claims, Hours } from './calendar-time.ts';
import { calendarQueries } from './queries.ts';

export type CalendarTimes = ReadonlyMap<string, CalendarTime>;

/**
 * The time of calendars, read once and kept until what it rests on changes: its rules, or its claims. Revisions
 * in the database say so, so what is kept under the present ones is the truth, in this process and in any other.
 */
export interface CalendarStore {
  /** One number that changes with any change of any calendar. */
  fingerprint(): Promise<number>;
  /** Where the time of each calendar stands. */
  revisions(): Promise<readonly CalendarRevision[]>;
  /** The present time of these calendars. */
  read(ids: readonly string[]): Promise<CalendarTimes>;
  /** Touches them first, so that rivals wait, and answers with their time as it is inside this write. */
  lock(tx: Writer, ids: readonly string[]): Promise<CalendarTimes>;
}

interface Kept {
  readonly at: CalendarRevision;
  readonly time: CalendarTime;
}

export function calendarStore({ database, clock }: { database: Database; clock: Clock }): CalendarStore {
  const queries = calendarQueries(database.tables);
  const kept = new Map<string, Kept>();

  async function current(reader: Reader, wanted: readonly CalendarRevision[]): Promise<CalendarTimes> {
    const newHours = wanted.filter(({ id, rulesRevision }) => kept.get(id)?.at.rulesRevision !== rulesRevision).map(({ id }) => id);
    const hours = newHours.length === 0 ? new Map<string, Hours>() : await queries.hours(reader, newHours, clock.now());
    const times = new Map<string, CalendarTime>();
    for (const calendar of wanted) times.set(calendar.id, await timeOf(reader, calendar, hours.get(calendar.id)));
    return times;
  }

  async function timeOf(reader: Reader, at: CalendarRevision, newHours: Hours | undefined): Promise<CalendarTime> {
    const known = kept.get(at.id);
    const sameClaims = known?.at.claimsRevision === at.claimsRevision ? known.time.claims : null;
    if (known && sameClaims && !newHours) return known.time;
    const claims: Claims = sameClaims ?? (await queries.claims(reader, at.id, clock.now()));
    const hours = newHours ?? known?.time.hours ?? { rules: [], exceptions: [], absences: [] };
    const time: CalendarTime = { id: at.id, hours, claims };
    kept.set(at.id, { at, time });
    return time;
  }

  return {
    fingerprint: () => queries.fingerprint(database.read),
    revisions: () => queries.revisions(database.read),
    async read(ids) {
      const all = await queries.revisions(database.read);
      return current(database.read, all.filter(({ id }) => ids.includes(id)));
    },
    async lock(tx, ids) {
      return current(tx, await database.touchCalendars(tx, ids));
    },
  };
}
