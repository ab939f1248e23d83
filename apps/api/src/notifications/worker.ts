import { makeNap } from '../background/nap.ts';
import type { Rounds } from '../background/rounds.ts';
import { makeQueue } from '../database/one-at-a-time.ts';
import { type DeliveryDeps, makeDelivery } from './deliver.ts';
import { answerLinkRequests, type LinkRequestDeps } from './link-requests.ts';
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
  /** How many slow messages at once. No more than the sender has connections, or they would wait there with the clock running. */
  readonly atOnce?: number;
  /** After how long a message counts as slow, so that the next one need not wait for it. */
  readonly patienceMs?: number;
  /** The longest that a mail may take. */
  readonly sendTimeoutMs?: number;
}

/** A message stays locked for longer than it can be in hand, so that no other worker takes it meanwhile. */
const lockMarginMs = 30_000;

interface Hand {
  readonly delivery: Promise<void>;
  /** Ends when the message counts as slow. */
  readonly slow: Promise<undefined>;
  isSlow: boolean;
}

/**
 * Sends what the outbox owes. Any number of workers may share a database. A message is in the hands of one worker, which
 * handles one after the other: a process that dies between a server's OK and our note of it makes one second copy, not
 * several. A message that hangs takes one place, and the others go on.
 */
export function startWorker(
  deps: DeliveryDeps & LinkRequestDeps & { readonly rounds?: Rounds | undefined },
  { pollMs = 1_000, atOnce = 4, patienceMs = 1_000, sendTimeoutMs = 30_000 }: WorkerSettings = {},
): Worker {
  const deliver = makeDelivery(deps, sendTimeoutMs);
  const inTurn = makeQueue();
  const inHand = new Set<Hand>();
  const nap = makeNap();
  let isStopped = false;
  let reportedAt = -Infinity;

  /** Takes the next due message, unless one is in hand that need not be slow. */
  async function take(): Promise<{ taken: number; mayBeMore: boolean }> {
    const isBusy = isStopped || inHand.size >= atOnce || [...inHand].some(({ isSlow }) => !isSlow);
    if (isBusy) return { taken: 0, mayBeMore: true };
    const now = deps.clock.now();
    const ids = await takeDue(deps.database, { now, lockedUntil: now + sendTimeoutMs + lockMarginMs, limit: 1 });
    for (const id of ids) begin(id);
    return { taken: ids.length, mayBeMore: ids.length > 0 };
  }

  function begin(id: string): void {
    const { promise: slow, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => {
      hand.isSlow = true;
      resolve(undefined);
    }, patienceMs);
    const delivery = deliver(id)
      .catch(reportTrouble)
      .finally(() => {
        clearTimeout(timer);
        inHand.delete(hand);
      });
    const hand: Hand = { delivery, slow, isSlow: false };
    inHand.add(hand);
  }

  /** Until a message in hand is done or has become slow. */
  function change(): Promise<void> {
    return Promise.race([...inHand].map(({ delivery, slow, isSlow }) => (isSlow ? delivery : Promise.race([delivery, slow]))));
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
      if (inHand.size > 0) await change();
    }
  }

  async function keepLooking(everyMs: number): Promise<void> {
    while (!isStopped) {
      nap.reset();
      deps.rounds?.begun('outbox', everyMs);
      const mayBeMore = await look().then(looked, troubled);
      if (!mayBeMore) await nap.rest(everyMs);
      else if (inHand.size > 0) await change();
    }
  }

  function looked({ mayBeMore }: { readonly mayBeMore: boolean }): boolean {
    deps.rounds?.ended('outbox');
    return mayBeMore;
  }

  function troubled(error: unknown): void {
    deps.rounds?.ended('outbox', error ?? new Error('unknown'));
    reportTrouble(error);
  }

  const looking = pollMs === null ? Promise.resolve() : keepLooking(pollMs);
  return {
    wake: nap.wake,
    runOnce,
    async stop() {
      isStopped = true;
      nap.wake();
      await looking;
      await Promise.all([...inHand].map(({ delivery }) => delivery));
    },
  };
}
