import type { Misfit } from '@sportello/contract';
import { max } from 'drizzle-orm';
import type { Timed } from '../../appointments/appointment.ts';
import { misfitOf } from '../../availability/misfit.ts';
import type { CalendarStore } from '../../calendars/calendar-store.ts';
import { readStanding } from '../../calendars/touched.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Directory } from '../../directory/directory.ts';
import { fingerprintOf } from '../live/what-happened.ts';

/** An appointment that stands and would not be made like this today. */
export interface Misfitting {
  readonly appointment: Timed;
  /** Whose time it takes. */
  readonly calendarIds: readonly string[];
  readonly why: Misfit;
}

/** All of them, by time, whoever asks. Nothing is stored of what does not fit: it is asked of what is booked and what is in force. */
export async function scanMisfits({ read, tables }: Database, directory: Directory, now: number): Promise<readonly Misfitting[]> {
  const standing = await readStanding(read, tables, [...directory.calendars.keys()], now);
  return [...Map.groupBy(standing, ({ appointment }) => appointment.id).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (!first) return [];
    const calendarIds = ofOne.map(({ calendarId }) => calendarId);
    const why = misfitOf(directory, first.appointment, calendarIds);
    return why === null ? [] : [{ appointment: first.appointment, calendarIds, why }];
  });
}

interface ScanDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendars: Pick<CalendarStore, 'revisions'>;
}

interface Done {
  readonly directory: Directory;
  readonly position: string;
  readonly found: Promise<readonly Misfitting[]>;
}

/** The same for who only counts them, as every open board does: found once for each state of the directory, the calendars and the events. */
export function lastMisfits({ database, clock, calendars }: ScanDeps): (directory: Directory) => Promise<readonly Misfitting[]> {
  const { events } = database.tables;
  let last: Done | null = null;

  async function positionNow(): Promise<string> {
    const [[newest], revisions] = await Promise.all([database.read.select({ id: max(events.id) }).from(events), calendars.revisions()]);
    return `${fingerprintOf(revisions)} ${newest?.id ?? ''}`;
  }

  return async (directory) => {
    // Before the scan: what is written meanwhile belongs to the next position, also when it is read here already.
    const position = await positionNow();
    if (last?.directory !== directory || last.position !== position) {
      const done: Done = { directory, position, found: scanMisfits(database, directory, clock.now()) };
      last = done;
      done.found.catch(() => {
        if (last === done) last = null;
      });
    }
    return last.found;
  };
}
