import { and, asc, isNull, lte, or } from 'drizzle-orm';
import { repeat } from '../../background/repeat.ts';
import type { Rounds } from '../../background/rounds.ts';
import type { BusyDeps } from './busy-deps.ts';
import { refreshSource, takeSource } from './refresh-source.ts';

export interface ReadingJobDeps extends BusyDeps {
  readonly log: { warn(about: object, message: string): void };
  readonly rounds?: Rounds | undefined;
}

/** As many calendars elsewhere as are read at a time: one that hangs takes one place, for as long as a reading may take. */
const atOnce = 4;
const lookEveryMilliseconds = 15_000;

export interface ReadingJob {
  /** Reads all that is due at this moment. */
  runOnce(): Promise<void>;
  /** Ends what is under way at once; it is read by the next process that looks. */
  stop(): Promise<void>;
}

/** Reads every calendar elsewhere when it is due. Any number of processes share the work. `pollMs` null: only `runOnce`. */
export function startReading(deps: ReadingJobDeps, { pollMs = lookEveryMilliseconds }: { readonly pollMs?: number | null } = {}): ReadingJob {
  const stopping = new AbortController();

  async function runOnce(): Promise<void> {
    const due = await readDue();
    const next = async (): Promise<void> => {
      for (let id = due.shift(); id !== undefined && !stopping.signal.aborted; id = due.shift()) await refresh(id).catch(report);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  async function readDue(): Promise<string[]> {
    const { read, tables: { busySources } } = deps.database;
    const now = deps.clock.now();
    const isFree = or(isNull(busySources.lockedUntil), lte(busySources.lockedUntil, now));
    const rows = await read.select({ id: busySources.id }).from(busySources).where(and(lte(busySources.dueAt, now), isFree)).orderBy(asc(busySources.dueAt), asc(busySources.id));
    return rows.map(({ id }) => id);
  }

  async function refresh(id: string): Promise<void> {
    const source = await takeSource(deps.database, id, { now: deps.clock.now(), onlyDue: true });
    if (source) await refreshSource(deps, source, { kind: 'system' }, stopping.signal);
  }

  function report(error: unknown): void {
    if (!stopping.signal.aborted) deps.log.warn({ name: error instanceof Error ? error.name : 'error' }, 'a calendar elsewhere could not be read');
  }

  const { clock, log } = deps;
  const looking = pollMs === null ? null : repeat(runOnce, { job: 'calendars', rounds: deps.rounds, every: pollMs, clock, trouble: 'calendars elsewhere could not be looked for', log });
  return {
    runOnce,
    async stop() {
      stopping.abort();
      await looking?.stop();
    },
  };
}
