import { eq, inArray, lt } from 'drizzle-orm';
import { repeat } from '../background/repeat.ts';
import type { JobRounds, Rounds } from '../background/rounds.ts';
import type { Clock } from '../clock.ts';
import type { Database, Writer } from '../database/database.ts';
import { databaseTime } from '../database/measure.ts';
import type { ProcessFacts } from './process-facts.ts';

interface HeartbeatDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly facts: ProcessFacts;
  readonly rounds: Rounds;
  readonly log: { warn(about: object, message: string): void };
}

export interface Heartbeat {
  /** One sign of life, now. */
  beat(): Promise<void>;
  /** Ends the signs and says so: a process that stops is not one that died. */
  stop(): Promise<void>;
}

const everyMilliseconds = 15_000;
/** So long a process that died is told of. */
const rememberedMilliseconds = 24 * 3_600_000;

/** Says every quarter of a minute that this process lives, how its clock goes, and how each of its jobs goes. `everyMs` null: only `beat`. */
export function startHeartbeat({ database, clock, facts, rounds, log }: HeartbeatDeps, { everyMs = everyMilliseconds }: { readonly everyMs?: number | null } = {}): Heartbeat {
  const { processes, jobRuns } = database.tables;
  const startedAt = clock.now();

  async function beat(): Promise<void> {
    const skewMilliseconds = await measureSkew();
    const { id, role, machine, version, keys } = facts;
    await database.write(async (tx) => {
      const now = clock.now();
      const sign = { id, role, machine, version, keys, startedAt, seenAt: now, skewMilliseconds };
      await tx.insert(processes).values(sign).onConflictDoUpdate({ target: processes.id, set: sign });
      for (const run of rounds.list()) await keepRun(tx, run);
      await forget(tx, now - rememberedMilliseconds);
    });
  }

  async function measureSkew(): Promise<number> {
    const before = clock.now();
    const theirs = await databaseTime(database);
    return Math.round((before + clock.now()) / 2 - facts.shiftMilliseconds - theirs);
  }

  async function keepRun(tx: Writer, run: JobRounds): Promise<void> {
    const row = { ...run, id: `${facts.id} ${run.job}`, processId: facts.id };
    await tx.insert(jobRuns).values(row).onConflictDoUpdate({ target: jobRuns.id, set: row });
  }

  async function forget(tx: Writer, before: number): Promise<void> {
    const old = await tx.select({ id: processes.id }).from(processes).where(lt(processes.seenAt, before));
    if (old.length === 0) return;
    const ids = old.map(({ id }) => id);
    await tx.delete(jobRuns).where(inArray(jobRuns.processId, ids));
    await tx.delete(processes).where(inArray(processes.id, ids));
  }

  async function sayGoodbye(): Promise<void> {
    await database.write(async (tx) => {
      await tx.delete(jobRuns).where(eq(jobRuns.processId, facts.id));
      await tx.delete(processes).where(eq(processes.id, facts.id));
    });
  }

  const beating = everyMs === null ? null : repeat(beat, { job: 'heartbeat', every: everyMs, clock, trouble: 'the sign of life could not be written', log });
  return {
    beat,
    async stop() {
      await beating?.stop();
      await sayGoodbye().catch(() => undefined); // then it is told of as one that died
    },
  };
}
