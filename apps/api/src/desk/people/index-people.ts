import { setImmediate as others } from 'node:timers/promises';
import { and, asc, desc, gt, isNull, lte, not } from 'drizzle-orm';
import { type Repeated, repeat } from '../../background/repeat.ts';
import type { Rounds } from '../../background/rounds.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { firstIdAt, instantOfId } from '../../database/id.ts';
import { addMissingTerms, hasTerms } from './person-terms.ts';

const everyMilliseconds = 2_000;
const wholeLookEveryMilliseconds = 3_600_000;
/** A write that was slow is committed with an id that is older than others by so much at most. */
const slowestWriteMilliseconds = 600_000;
const lookedAtAtOnce = 2_000;
const writtenAtOnce = 100;

interface IndexingDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export interface PeopleIndexer {
  /** Writes the terms of everybody who has none yet; answers with how many people that were. */
  run(): Promise<number>;
}

/**
 * Makes people findable who were booked by citizens: their write has no time for it. Any number of processes may do it. Ids
 * rise with time, so a run looks at the newest people only; the first one, and one an hour, at everybody.
 */
export function peopleIndexer({ database, clock }: IndexingDeps): PeopleIndexer {
  const { read, tables } = database;
  const { people } = tables;
  let newestSeen = '';
  let wholeLookAt = -Infinity;

  async function newestId(): Promise<string> {
    const [row] = await read.select({ id: people.id }).from(people).orderBy(desc(people.id)).limit(1);
    return row?.id ?? '';
  }

  /** People after one id, some of them at a time, so that nobody waits long for the reader; the id of the last, null when there are no more. */
  async function endOfPart(from: string): Promise<string | null> {
    const rows = await read.select({ id: people.id }).from(people).where(gt(people.id, from)).orderBy(asc(people.id)).limit(lookedAtAtOnce);
    return rows.at(-1)?.id ?? null;
  }

  async function write(from: string, to: string): Promise<number> {
    const isMissing = and(gt(people.id, from), lte(people.id, to), isNull(people.erasedAt), not(hasTerms(tables)));
    const ids = (await read.select({ id: people.id }).from(people).where(isMissing)).map(({ id }) => id);
    let written = 0;
    for (let at = 0; at < ids.length; at += writtenAtOnce) {
      written += await database.write((tx) => addMissingTerms(tx, tables, ids.slice(at, at + writtenAtOnce)));
      await others(); // a booking that waits goes first
    }
    return written;
  }

  return {
    async run() {
      const now = clock.now();
      const isWhole = newestSeen === '' || now - wholeLookAt >= wholeLookEveryMilliseconds || now < wholeLookAt;
      const newest = await newestId();
      let written = 0;
      let from = isWhole ? '' : firstIdAt(instantOfId(newestSeen) - slowestWriteMilliseconds);
      for (let to = await endOfPart(from); to !== null; to = await endOfPart(from)) {
        written += await write(from, to);
        from = to;
      }
      if (isWhole) wholeLookAt = now;
      newestSeen = newest;
      return written;
    },
  };
}

/** Looks every two seconds, and when it is woken, until it is stopped. */
export function startIndexing(deps: IndexingDeps & { readonly log: { warn(about: object, message: string): void }; readonly rounds?: Rounds | undefined }): Repeated {
  const indexer = peopleIndexer(deps);
  return repeat(() => indexer.run(), { ...deps, job: 'people', every: everyMilliseconds, trouble: 'people cannot be made findable' });
}
