import { makeQueue } from '../database/one-at-a-time.ts';
import { type DeliveryDeps, makeDelivery } from './deliver.ts';
import { answerLinkRequests, type LinkRequestDeps } from './link-requests.ts';
import { makeNap } from './nap.ts';
import { takeDue } from './outbox.ts';
import { troubleOf } from './trouble.ts';

export interface Worker {
  /** Look now; for after a commit that wrote a message. Cheap, and never waits. */
  wake(): void;
  /** Handles all that is due at this moment, and answers with how many messages that were. */
  runOnce(): Promise<number>;
  /** Takes nothing more and waits for what is in hand, at most for the time that a mail may take. */
  stop(): Promise<void>;
}

export interface WorkerSettings {
  /** How often to look without being woken; null: never, only `runOnce` works. */
  readonly pollMs?: number | null;
  /** How many messages at once. No more than the sender has connections, or they would wait there with the clock running. */
  readonly atOnce?: number;
  /** The longest that a mail may take. */
  readonly sendTimeoutMs?: number;
}

/** A message stays locked for longer than it can be in hand, so that no other worker takes it meanwhile. */
const lockMarginMs = 30_000;

/**
 * Sends what the outbox owes. Any number of workers may share a database. A message is in the hands of one at a time; one
 * that hangs takes one place, and the others go on.
 */
export function startWorker(deps: DeliveryDeps & LinkRequestDeps, { pollMs = 1_000, atOnce = 4, sendTimeoutMs = 30_000 }: WorkerSettings = {}): Worker {
  const deliver = makeDelivery(deps, sendTimeoutMs);
  const inTurn = makeQueue();
  const inHand = new Set<Promise<void>>();
  const nap = makeNap();
  let isStopped = false;
  let reportedAt = -Infinity;

  /** Takes as many due messages as there is room for. */
  async function take(): Promise<{ taken: number; mayBeMore: boolean }> {
    const room = isStopped ? 0 : atOnce - inHand.size;
    if (room <= 0) return { taken: 0, mayBeMore: true };
    const now = deps.clock.now();
    const ids = await takeDue(deps.database, { now, lockedUntil: now + sendTimeoutMs + lockMarginMs, limit: room });
    for (const id of ids) begin(id);
    return { taken: ids.length, mayBeMore: ids.length === room };
  }

  function begin(id: string): void {
    const delivery = deliver(id).catch(reportTrouble).finally(() => inHand.delete(delivery));
    inHand.add(delivery);
  }

  async function look(): Promise<{ taken: number; mayBeMore: boolean }> {
    await answerLinkRequests(deps).catch(reportTrouble);
    return inTurn(take);
  }

  /** At most once a minute: while the database is away, every look ends here. */
  function reportTrouble(error: unknown): void {
    const now = deps.clock.now();
    if (now - reportedAt < 60_000) return;
    reportedAt = now;
    deps.log.warn(troubleOf(error), 'the outbox cannot be worked on');
  }

  async function runOnce(): Promise<number> {
    let handled = 0;
    for (;;) {
      const { taken } = await look();
      handled += taken;
      if (taken === 0 && inHand.size === 0) return handled;
      if (inHand.size > 0) await Promise.race(inHand);
    }
  }

  async function keepLooking(everyMs: number): Promise<void> {
    while (!isStopped) {
      nap.reset();
      const mayBeMore = await look().then((found) => found.mayBeMore, reportTrouble);
      if (!mayBeMore) await nap.rest(everyMs);
      else if (inHand.size > 0) await Promise.race(inHand);
    }
  }

  const looking = pollMs === null ? Promise.resolve() : keepLooking(pollMs);
  return {
    wake: nap.wake,
    runOnce,
    async stop() {
      isStopped = true;
      nap.wake();
      await looking;
      await Promise.all(inHand);
    },
  };
}
