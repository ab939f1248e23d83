import type { Misfit } from '@sportello/contract';
import type { Timed } from '../../appointments/appointment.ts';
import { misfitOf } from '../../availability/misfit.ts';
import { readStanding } from '../../calendars/touched.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Directory } from '../../directory/directory.ts';
import type { LiveDesk } from '../live/live-desk.ts';

/** An appointment that stands and would not be made like this today. */
export interface Misfitting {
  readonly appointment: Timed;
  /** Whose time it takes. */
  readonly calendarIds: readonly string[];
  readonly why: Misfit;
}

export type MisfitScan = (directory: Directory) => Promise<readonly Misfitting[]>;

interface ScanDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly live: Pick<LiveDesk, 'cursor'>;
}

interface Done {
  readonly directory: Directory;
  readonly position: string;
  readonly found: Promise<readonly Misfitting[]>;
}

/**
 * All of them, by time, whoever asks. Nothing is stored of what does not fit: it is asked of what is booked and what is in force, and once
 * for each state of both, since every open board asks how many there are.
 */
export function misfitScan({ database, clock, live }: ScanDeps): MisfitScan {
  let last: Done | null = null;
  return async (directory) => {
    // What is written after this is told apart by the next position, also when it is read here already.
    const position = await live.cursor();
    if (last?.directory !== directory || last.position !== position) {
      const done: Done = { directory, position, found: scan(database, directory, clock.now()) };
      last = done;
      done.found.catch(() => {
        if (last === done) last = null;
      });
    }
    return last.found;
  };
}

async function scan({ read, tables }: Database, directory: Directory, now: number): Promise<Misfitting[]> {
  const standing = await readStanding(read, tables, [...directory.calendars.keys()], now);
  return [...Map.groupBy(standing, ({ appointment }) => appointment.id).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (!first) return [];
    const calendarIds = ofOne.map(({ calendarId }) => calendarId);
    const why = misfitOf(directory, first.appointment, calendarIds);
    return why === null ? [] : [{ appointment: first.appointment, calendarIds, why }];
  });
}
