import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Sealing } from '../../sealing.ts';
import type { SystemsDeps } from '../deps.ts';
import { noteTry } from './note-try.ts';
import type { Send, Sent } from './send.ts';
import { sweep } from './sweep.ts';
import { type DeliveryRow, keepWebhook, leaveWebhook, secretsInForce, takeWebhook, type WebhookRow } from './webhook-rows.ts';

export interface ServeDeps extends SystemsDeps {
  readonly sealing: Sealing;
  readonly send: Send;
  /** 0 up to 1. */
  readonly random: () => number;
}

/** One turn of an endpoint: then it is the others' turn. */
const mostInTurn = 100;
const longestTurnMilliseconds = 20_000;

interface Waiting {
  readonly id: string;
  readonly appointmentId: string | null;
  readonly dueAt: number;
  readonly attempts: number;
}

/**
 * Gives one endpoint its turn: notes what happened, then sends what is due, one after the other. What concerns one appointment goes
 * in order: while one of its messages waits to be tried again, later ones wait with it, and those of others go on. Any number of
 * processes may do it; one has the endpoint at a time. Answers with how much was done. `signal` ends it at once, and what was
 * under way is sent again.
 */
export async function serveWebhook(deps: ServeDeps, id: string, signal: AbortSignal): Promise<number> {
  const { database, clock } = deps;
  const owner = newId();
  const webhook = await takeWebhook(database, id, owner, clock.now());
  if (!webhook) return 0;
  try {
    const noted = await sweep(deps, webhook);
    return noted + (await sendDue(deps, id, owner, signal));
  } finally {
    await leaveWebhook(database, id, owner);
  }
}

async function sendDue(deps: ServeDeps, id: string, owner: string, signal: AbortSignal): Promise<number> {
  const { database, clock } = deps;
  const ends = clock.now() + longestTurnMilliseconds;
  const held = new Set<string>();
  let done = 0;
  for (const { id: deliveryId, appointmentId, dueAt } of freshFirst(await readWaiting(database, id))) {
    if (done >= mostInTurn || clock.now() > ends) break;
    if (appointmentId !== null && held.has(appointmentId)) continue;
    const isDue = dueAt <= clock.now();
    const isTaken = isDue && (await sendOne(deps, { id, owner, deliveryId }, signal));
    if (isTaken === null) break;
    if (isDue) done += 1;
    if (!isTaken && appointmentId !== null) held.add(appointmentId);
  }
  return done;
}

/** Whether it was taken; null: the endpoint is not ours to send to any more. */
async function sendOne(deps: ServeDeps, { id, owner, deliveryId }: { id: string; owner: string; deliveryId: string }, signal: AbortSignal): Promise<boolean | null> {
  const { database, clock, random } = deps;
  const webhook = await keepWebhook(database, id, owner, clock.now());
  if (!webhook) return null;
  const delivery = await readDelivery(database, deliveryId);
  if (!delivery) return true; // taken back meanwhile
  const sent = await tryOnce(deps, webhook, delivery, signal);
  await noteTry(database, { webhook, delivery, sent }, clock.now(), random);
  return sent.failure === null;
}

/** One try with the secrets in force; nothing leaves without a signature. */
export function tryOnce({ sealing, clock, send }: Pick<ServeDeps, 'sealing' | 'clock' | 'send'>, webhook: WebhookRow, { messageId, payload }: Pick<DeliveryRow, 'messageId' | 'payload'>, signal: AbortSignal): Promise<Sent> {
  const at = clock.now();
  const secrets = secretsInForce(sealing, webhook, at);
  if (secrets.length === 0) return Promise.resolve({ failure: 'no-secret', status: null, durationMs: 0, answer: null, retryAfterMilliseconds: null });
  return send(webhook.url, { messageId, payload, at, secrets }, signal);
}

/** What concerns appointments without trouble goes first, so that a message that is never taken holds up its own appointment alone. */
function freshFirst(waiting: readonly Waiting[]): Waiting[] {
  const troubled = new Set(waiting.filter(({ attempts }) => attempts > 0).map(({ appointmentId }) => appointmentId));
  const isTroubled = ({ appointmentId }: Waiting) => troubled.has(appointmentId);
  return [...waiting.filter((one) => !isTroubled(one)), ...waiting.filter(isTroubled)];
}

/** All that waits, in the order in which it happened. */
function readWaiting({ read, tables: { webhookDeliveries } }: Database, webhookId: string): Promise<Waiting[]> {
  const { id, appointmentId, dueAt, attempts } = webhookDeliveries;
  return read.select({ id, appointmentId, dueAt, attempts }).from(webhookDeliveries).where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.state, 'waiting'))).orderBy(asc(webhookDeliveries.messageId));
}

async function readDelivery({ read, tables: { webhookDeliveries } }: Database, id: string): Promise<DeliveryRow | null> {
  const [row] = await read.select().from(webhookDeliveries).where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.state, 'waiting')));
  return row ?? null;
}
