import { asc, eq, inArray, lte } from 'drizzle-orm';
import { type Repeated, repeat } from '../background/repeat.ts';
import type { Rounds } from '../background/rounds.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { FileStores } from './store/file-store.ts';

interface RemovalDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly stores: FileStores;
  readonly log: { warn(about: object, message: string): void };
  readonly rounds?: Rounds | undefined;
}

const everyMilliseconds = 60_000;
const atOnce = 50;
const longestRestMilliseconds = 6 * 3_600_000;

/**
 * Takes content away whose row is gone, or never came because the process ended in between. Tried until it is done: what people were
 * promised to be erased is not given up. Any number of processes may do it.
 */
export async function removeContent({ database, clock, stores, log }: RemovalDeps): Promise<void> {
  const { files, fileRemovals } = database.tables;
  const now = clock.now();
  const due = await database.read.select().from(fileRemovals).where(lte(fileRemovals.dueAt, now)).orderBy(asc(fileRemovals.dueAt)).limit(atOnce);
  if (due.length === 0) return;
  // Whatever else goes wrong, content with a row is somebody's.
  const kept = await database.read.select({ id: files.id }).from(files).where(inArray(files.id, due.map(({ id }) => id)));
  const isKept = new Set(kept.map(({ id }) => id));
  for (const { id, store, attempts } of due) {
    if (!isKept.has(id) && !(await isRemoved(stores, store, id))) {
      log.warn({ store, attempts: attempts + 1 }, 'content of a file could not be taken away yet');
      const rest = Math.min(longestRestMilliseconds, everyMilliseconds * 2 ** Math.min(attempts, 10));
      await database.write(async (tx) => void (await tx.update(fileRemovals).set({ attempts: attempts + 1, dueAt: now + rest }).where(eq(fileRemovals.id, id))));
      continue;
    }
    await database.write(async (tx) => void (await tx.delete(fileRemovals).where(eq(fileRemovals.id, id))));
  }
}

async function isRemoved(stores: FileStores, kind: Parameters<FileStores['of']>[0], id: string): Promise<boolean> {
  const store = stores.of(kind);
  if (!store) return false;
  try {
    await store.remove(id);
    return true;
  } catch {
    return false; // it is tried again, and the log says that
  }
}

export function startRemovals(deps: RemovalDeps): Repeated {
  return repeat(() => removeContent(deps), { job: 'papers', rounds: deps.rounds, every: everyMilliseconds, clock: deps.clock, trouble: 'taking files away failed', log: deps.log });
}
