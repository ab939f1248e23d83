import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { repeat } from '../../background/repeat.ts';
import type { Rounds } from '../../background/rounds.ts';
import { type ServeDeps, serveWebhook } from './serve-webhook.ts';
import { unsweptEvents } from './sweep.ts';
import { mostWebhooks, type WebhookRow } from './webhook-rows.ts';

export interface WebhookJobDeps extends ServeDeps {
  readonly log: { warn(about: object, message: string): void };
  /** Is told how it goes. */
  readonly rounds?: Rounds | undefined;
}

export interface WebhookJob {
  /** Sends all that is due at this moment. */
  runOnce(): Promise<void>;
  wake(): void;
  /** Ends what is under way at once; it is sent again by the next process that looks. */
  stop(): Promise<void>;
}

const lookEveryMilliseconds = 5_000;
/** Endpoints at once: as many as there may be, so that one that is slow takes nobody else's place. */
const atOnce = mostWebhooks;

/** Tells other systems what happened, beside the bookings. Any number of processes share the work. `pollMs` null: only `runOnce`. */
export function startWebhooks(deps: WebhookJobDeps, { pollMs = lookEveryMilliseconds }: { readonly pollMs?: number | null } = {}): WebhookJob {
  const { database, clock, log } = deps;
  const { webhooks, webhookDeliveries } = database.tables;
  const stopping = new AbortController();
  const inHand = new Map<string, Promise<void>>();

  /** Begins a turn of each endpoint that has something to be told, as far as there are places; `after`: those that had theirs for nothing. */
  async function begin(after: ReadonlySet<string> | null, idle: Set<string>): Promise<void> {
    for (const row of await readRested()) {
      if (stopping.signal.aborted || inHand.size >= atOnce) return;
      if (inHand.has(row.id) || after?.has(row.id) || !(await isAnythingDue(row))) continue;
      inHand.set(row.id, turn(row.id, idle));
    }
  }

  async function turn(id: string, idle: Set<string>): Promise<void> {
    const done = await serveWebhook(deps, id, stopping.signal).catch(report);
    inHand.delete(id);
    if (done) looking?.wake();
    else idle.add(id);
  }

  function readRested(): Promise<WebhookRow[]> {
    const now = clock.now();
    const isFree = or(isNull(webhooks.lockedUntil), lte(webhooks.lockedUntil, now));
    const isRested = or(isNull(webhooks.restsUntil), lte(webhooks.restsUntil, now));
    return database.read.select().from(webhooks).where(and(eq(webhooks.state, 'on'), isFree, isRested)).orderBy(webhooks.id);
  }

  async function isAnythingDue(row: WebhookRow): Promise<boolean> {
    const now = clock.now();
    const isDue = and(eq(webhookDeliveries.webhookId, row.id), eq(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.dueAt, now));
    const [due] = await database.read.select({ id: webhookDeliveries.id }).from(webhookDeliveries).where(isDue).limit(1);
    return due !== undefined || (await unsweptEvents(database.read, database.tables, row, { now, limit: 1 })).length > 0;
  }

  async function runOnce(): Promise<void> {
    const idle = new Set<string>();
    for (;;) {
      await begin(idle, idle);
      if (inHand.size === 0) return;
      await Promise.race(inHand.values());
    }
  }

  function report(error: unknown): void {
    if (!stopping.signal.aborted) log.warn({ name: error instanceof Error ? error.name : 'error' }, 'another system could not be told');
  }

  const looking = pollMs === null ? null : repeat(() => begin(null, new Set()), { job: 'webhooks', rounds: deps.rounds, every: pollMs, clock, trouble: 'other systems could not be looked for', log });
  return {
    runOnce,
    wake: () => looking?.wake(),
    async stop() {
      stopping.abort();
      await looking?.stop();
      await Promise.all(inHand.values());
    },
  };
}
