import { gt, inArray, lte } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database, Notices } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { makeQueue } from '../database/one-at-a-time.ts';

/** What one process tells the others about a room: text of ours, read by ours alone. */
export interface Signal {
  readonly roomId: string;
  readonly body: string;
}

interface Ears {
  /** From another process; those of one process come in their order. */
  onSignal(signal: Signal): void;
  /** Something may have been missed for good: whatever is known from signals alone is to be read anew. */
  onGap(): void;
}

/** How the processes of one desk tell each other what happens in rooms that they share. */
export interface RoomBus {
  /** Tells the other processes. Done once it is certain that they will learn of it. */
  tell(signal: Signal): Promise<void>;
  close(): Promise<void>;
}

/** One process answers: there is nobody to tell. */
const alone: RoomBus = { tell: async () => undefined, close: async () => undefined };

/** A signal lies in the table for so long: a process that lost its connection catches up from it. */
export const signalMilliseconds = 60_000;
/** What PostgreSQL calls the words: with each goes the id of a row. */
const channel = 'room_signals';

interface BusDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: { warn(about: object, message: string): void };
}

/** On SQLite one process answers; on PostgreSQL any number do, and tell each other through a table. */
export function roomBus(deps: BusDeps, ears: Ears): RoomBus {
  return deps.database.notices ? tableBus(deps, deps.database.notices, ears) : alone;
}

/**
 * Signals are rows, and NOTIFY carries their ids: a description of a call is longer than the 8,000 bytes of a notice. What
 * comes together is written together. Whoever was not connected for a moment reads what lies in the table; whoever was away
 * for longer than it lies there is told that there is a gap.
 */
function tableBus({ database, clock, log }: BusDeps, notices: Notices, { onSignal, onGap }: Ears): RoomBus {
  const { roomSignals } = database.tables;
  const inTurn = makeQueue();
  const inWriting = makeQueue();
  /** Ids of signals that are ours, or were passed on, with when. */
  const known = new Map<string, number>();
  let outgoing: { rows: (typeof roomSignals.$inferInsert)[]; done: Promise<void> } | null = null;
  let arrived: string[] = [];
  let connectedOnce = false;
  let isClosed = false;

  async function write(rows: (typeof roomSignals.$inferInsert)[]): Promise<void> {
    await database.write(async (tx) => {
      await tx.insert(roomSignals).values(rows);
      await notices.say(tx, channel, rows.map(({ id }) => id));
    });
  }

  /** Reads the signals that were announced, all that came meanwhile at once. */
  async function readArrived(): Promise<void> {
    const ids = arrived.filter((id) => !known.has(id));
    arrived = [];
    if (ids.length === 0) return;
    pass(await database.read.select().from(roomSignals).where(inArray(roomSignals.id, ids)).orderBy(roomSignals.id));
  }

  async function catchUp(): Promise<void> {
    const since = clock.now() - signalMilliseconds;
    pass(await database.read.select().from(roomSignals).where(gt(roomSignals.createdAt, since)).orderBy(roomSignals.id));
    onGap();
  }

  function pass(rows: readonly (typeof roomSignals.$inferSelect)[]): void {
    for (const { id, roomId, body } of rows) {
      if (known.has(id)) continue;
      remember(id);
      onSignal({ roomId, body });
    }
  }

  function remember(id: string): void {
    const now = clock.now();
    known.set(id, now);
    for (const [old, at] of known) {
      if (now - at <= 2 * signalMilliseconds) break;
      known.delete(old);
    }
  }

  function work(what: () => Promise<void>): void {
    void inTurn(async () => {
      if (!isClosed) await what();
    }).catch((error: unknown) => {
      log.warn({ name: error instanceof Error ? error.name : 'error' }, 'a signal of a room could not be read');
      if (!isClosed) onGap();
    });
  }

  const listening = notices.listen(channel, {
    onWord(id) {
      if (known.has(id)) return;
      arrived.push(id);
      if (arrived.length === 1) work(readArrived);
    },
    onOpen() {
      if (connectedOnce) work(catchUp);
      connectedOnce = true;
    },
  });

  return {
    tell({ roomId, body }) {
      const row = { id: newId(), roomId, body, createdAt: clock.now() };
      remember(row.id);
      if (!outgoing) {
        const batch = { rows: [row], done: Promise.resolve() };
        batch.done = inWriting(async () => {
          if (outgoing === batch) outgoing = null;
          await write(batch.rows);
        });
        outgoing = batch;
        return batch.done;
      }
      outgoing.rows.push(row);
      return outgoing.done;
    },
    async close() {
      isClosed = true;
      await listening.close();
      await inTurn(async () => undefined);
      await inWriting(async () => undefined);
    },
  };
}

/** Takes away signals that every process has read. */
export function isOldSignal({ roomSignals }: Database['tables'], now: number) {
  return lte(roomSignals.createdAt, now - signalMilliseconds);
}
