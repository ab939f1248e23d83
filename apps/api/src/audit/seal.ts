import { setImmediate as others } from 'node:timers/promises';
import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { repeat } from '../background/repeat.ts';
import type { Rounds } from '../background/rounds.ts';
import type { Clock } from '../clock.ts';
import { type Database, isUniqueViolation } from '../database/database.ts';
import { beginning, linkDigest, newestSeal, type Seal } from './chain.ts';

const everyMilliseconds = 60_000;
const tellEveryMilliseconds = 3_600_000;
const wholeLookEveryMilliseconds = 3_600_000;
const sealedAWrite = 300;
const readAtOnce = 2_000;

interface SealingDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export interface TrailSealer {
  /** Seals what was committed and has no seal yet, in the order of the ids; answers with how many entries that were. */
  run(): Promise<number>;
}

/**
 * Chains the entries of the trail, in writes of its own and never in those that they speak of. Any number of processes may do it:
 * a number of the chain exists once, so of two that append at the same time one is refused, and leaves this run to the other. An
 * entry that is committed late, after some with higher ids were sealed, is sealed by the next run. Each run looks at what is newer
 * than the run before the last; the first one, and one an hour, looks at the whole trail.
 */
export function trailSealer({ database, clock }: SealingDeps): TrailSealer {
  const { read, tables } = database;
  const { auditEntries, auditSeals } = tables;
  let newestOfRuns: [beforeLast: string, last: string] = ['', ''];
  let wholeLookAt = -Infinity;

  /** A part of the trail after an id: which of its entries have no seal, and the id that it ends with; null at the end. */
  async function lookAfter(id: string): Promise<{ unsealed: string[]; last: string } | null> {
    const rows = await read
      .select({ id: auditEntries.id, number: auditSeals.number })
      .from(auditEntries)
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
      .where(gt(auditEntries.id, id))
      .orderBy(asc(auditEntries.id))
      .limit(readAtOnce);
    const last = rows.at(-1);
    return last ? { unsealed: rows.filter(({ number }) => number === null).map((row) => row.id), last: last.id } : null;
  }

  async function append(ids: readonly string[], sealedAt: number): Promise<number> {
    return database.write(async (tx) => {
      const rows = await tx
        .select({ entry: auditEntries })
        .from(auditEntries)
        .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
        .where(and(inArray(auditEntries.id, [...ids]), isNull(auditSeals.number)))
        .orderBy(asc(auditEntries.id));
      let last = await newestSeal(tx, tables);
      const links: Seal[] = [];
      for (const { entry } of rows) {
        const number: number = (last?.number ?? 0) + 1;
        last = { number, entryId: entry.id, sealedAt, digest: linkDigest(last?.digest ?? beginning, { number, sealedAt }, entry) };
        links.push(last);
      }
      if (links.length > 0) await tx.insert(auditSeals).values(links);
      return links.length;
    });
  }

  async function walk(from: string, sealedAt: number): Promise<{ sealed: number; last: string }> {
    let sealed = 0;
    let last = from;
    for (let part = await lookAfter(last); part; part = await lookAfter(last)) {
      for (let at = 0; at < part.unsealed.length; at += sealedAWrite) {
        sealed += await append(part.unsealed.slice(at, at + sealedAWrite), sealedAt);
        await others(); // a booking that waits goes first
      }
      last = part.last;
      await others();
    }
    return { sealed, last };
  }

  return {
    async run() {
      const now = clock.now();
      const looksAtAll = now - wholeLookAt >= wholeLookEveryMilliseconds || now < wholeLookAt;
      try {
        const { sealed, last } = await walk(looksAtAll ? '' : newestOfRuns[0], now);
        if (looksAtAll) wholeLookAt = now;
        newestOfRuns = [newestOfRuns[1], last];
        return sealed;
      } catch (error) {
        if (isUniqueViolation(error)) return 0;
        throw error;
      }
    },
  };
}

/** How many entries wait for their seal. */
export async function countUnsealed({ read, tables: { auditEntries, auditSeals } }: Database): Promise<number> {
  const [entries] = await read.select({ count: count().mapWith(Number) }).from(auditEntries);
  const [seals] = await read.select({ count: count().mapWith(Number) }).from(auditSeals);
  return Math.max(0, (entries?.count ?? 0) - (seals?.count ?? 0));
}

/**
 * Seals every minute until it is stopped, and once more then. The log gets the newest seal whenever there is a newer one, and once
 * an hour in any case: whoever keeps the log can show later that the trail before it was changed.
 */
export function startSealing(deps: SealingDeps & { log: { info(about: object, message: string): void; warn(about: object, message: string): void }; rounds?: Rounds | undefined }): { stop(): Promise<void> } {
  const { database, clock, log } = deps;
  const sealer = trailSealer(deps);
  let toldAt = clock.now();

  async function sealAndTell(): Promise<void> {
    const sealed = await sealer.run();
    if (sealed === 0 && clock.now() - toldAt < tellEveryMilliseconds) return;
    const seal = await newestSeal(database.read, database.tables);
    toldAt = clock.now();
    if (seal) log.info({ number: seal.number, digest: seal.digest, sealedAt: new Date(seal.sealedAt).toISOString() }, 'newest seal of the trail');
  }

  const sealing = repeat(sealAndTell, { job: 'trail', rounds: deps.rounds, every: everyMilliseconds, clock, trouble: 'the trail could not be sealed', log });
  return {
    async stop() {
      await sealing.stop();
      await sealAndTell().catch((error: unknown) => log.warn({ name: error instanceof Error ? error.name : 'error' }, 'the trail could not be sealed'));
    },
  };
}
