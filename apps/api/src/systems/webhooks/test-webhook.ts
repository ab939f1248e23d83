import type { WebhookMessage, WebhookTest } from '@sportello/contract';
import { newId } from '../../database/id.ts';
import { type ServeDeps, tryOnce } from './serve-webhook.ts';
import { requireWebhook } from './webhooks.ts';

/** Sends a message of the type `test` at once and notes it in the log; how the endpoint fares with true ones is not touched by it. Throws `not-found`. */
export async function sendTest(deps: Pick<ServeDeps, 'database' | 'clock' | 'sealing' | 'send'>, id: string, signal: AbortSignal): Promise<WebhookTest> {
  const { database, clock } = deps;
  const { webhookDeliveries } = database.tables;
  const webhook = await requireWebhook(deps, id);
  const now = clock.now();
  const message: WebhookMessage = { type: 'test', timestamp: new Date(now).toISOString(), data: {} };
  const [messageId, payload] = [newId(), JSON.stringify(message)];
  const { failure, status, durationMs, answer } = await tryOnce(deps, webhook, { messageId, payload }, signal);
  await database.write(async (tx) => {
    const noted = { id: newId(), webhookId: id, messageId, kind: 'test' as const, payload, state: failure === null ? ('delivered' as const) : ('failed' as const), attempts: 1 };
    await tx.insert(webhookDeliveries).values({ ...noted, dueAt: now, giveUpAt: now, createdAt: now, lastAt: now, status, failure, durationMs, answer });
  });
  return { works: failure === null, status, failure, duration_ms: durationMs, answer };
}
