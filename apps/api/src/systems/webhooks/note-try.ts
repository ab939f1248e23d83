import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Database, Writer } from '../../database/database.ts';
import { tellAdministrators } from '../tell-administrators.ts';
import { failsForMilliseconds, nextTryAt, restUntil } from './retry.ts';
import type { Sent } from './send.ts';
import type { DeliveryRow, WebhookRow } from './webhook-rows.ts';

/** From so many failures in a row on it was the endpoint, and not one message: what waits is tried again once it answers. */
const isDownFrom = 3;
/** Administrators are told of messages that were given up once a day. */
const toldEveryMilliseconds = 24 * 3_600_000;

interface Try {
  readonly webhook: WebhookRow;
  readonly delivery: DeliveryRow;
  readonly sent: Sent;
}

/** Writes down how a try went, for the message and for the endpoint. */
export async function noteTry(database: Database, { webhook, delivery, sent }: Try, now: number, random: () => number): Promise<void> {
  const { tables } = database;
  const { webhookDeliveries } = tables;
  const { failure, status, durationMs, answer } = sent;
  const attempts = delivery.attempts + 1;
  const last = { attempts, lastAt: now, status, failure, durationMs, answer };
  const isThis = and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.state, 'waiting'));
  await database.write(async (tx) => {
    if (failure === null) {
      await tx.update(webhookDeliveries).set({ ...last, state: 'delivered' }).where(isThis);
      return noteSuccess(tx, tables, webhook, now);
    }
    const dueAt = nextTryAt({ attempts, giveUpAt: delivery.giveUpAt }, now, random);
    await tx.update(webhookDeliveries).set(dueAt === null ? { ...last, state: 'failed' } : { ...last, dueAt }).where(isThis);
    await noteFailure(tx, tables, { webhook, sent, isGivenUp: dueAt === null }, now);
  });
}

async function noteSuccess(tx: Writer, { webhooks, webhookDeliveries }: Database['tables'], { id, failures }: WebhookRow, now: number): Promise<void> {
  await tx.update(webhooks).set({ failures: 0, failingSince: null, lastFailure: null, restsUntil: null, lastGoodAt: now }).where(eq(webhooks.id, id));
  if (failures < isDownFrom) return;
  await tx.update(webhookDeliveries).set({ dueAt: now }).where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'waiting'), gt(webhookDeliveries.dueAt, now)));
}

async function noteFailure(tx: Writer, tables: Database['tables'], { webhook, sent, isGivenUp }: { webhook: WebhookRow; sent: Sent; isGivenUp: boolean }, now: number): Promise<void> {
  const { webhooks } = tables;
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? now;
  await tx.update(webhooks).set({ failures, failingSince, lastFailure: sent.failure, restsUntil: restUntil(failures, sent.retryAfterMilliseconds, now) }).where(eq(webhooks.id, webhook.id));
  if (sent.failure === 'gone' || now - failingSince >= failsForMilliseconds) return switchOff(tx, tables, webhook.id, now);
  if (!isGivenUp) return;
  const isNews = or(isNull(webhooks.toldAt), lte(webhooks.toldAt, now - toldEveryMilliseconds));
  const told = await tx.update(webhooks).set({ toldAt: now }).where(and(eq(webhooks.id, webhook.id), isNews)).returning({ id: webhooks.id });
  if (told.length > 0) await tellAdministrators(tx, tables, 'staff-webhook-given-up', now);
}

/** Nobody answers there any more: what waited is given up, and somebody has to look. */
async function switchOff(tx: Writer, tables: Database['tables'], id: string, now: number): Promise<void> {
  const { webhooks, webhookDeliveries } = tables;
  await tx.update(webhooks).set({ state: 'failed', toldAt: now }).where(eq(webhooks.id, id));
  await tx.update(webhookDeliveries).set({ state: 'failed', failure: 'switched-off' }).where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'waiting')));
  await tellAdministrators(tx, tables, 'staff-webhook-off', now);
}
