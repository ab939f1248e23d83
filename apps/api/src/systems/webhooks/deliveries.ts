import type { WebhookDelivery, WebhookDeliveryQuery, WebhookReplay } from '@sportello/contract';
import { and, desc, eq, gte, lt, ne } from 'drizzle-orm';
import { instantWriter } from '../../appointments/wire.ts';
import { recordAudit } from '../../audit/record.ts';
import { dayBounds } from '../../desk/day-bounds.ts';
import type { Directory } from '../../directory/directory.ts';
import { invalid, problem } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { SystemsDeps } from '../deps.ts';
import { triedForMilliseconds } from './retry.ts';
import type { DeliveryRow } from './webhook-rows.ts';
import { requireWebhook } from './webhooks.ts';

/** So long the log of what was sent is kept. */
export const deliveriesKeptMilliseconds = 30 * 24 * 3_600_000;

interface DeliveryPage {
  readonly items: WebhookDelivery[];
  readonly next_cursor: string | null;
}

/** What was sent, or is to be, the newest first. Throws `not-found`, and `validation` for a cursor of another list. */
export async function readDeliveries(deps: SystemsDeps, webhookId: string, { state, limit = 100, cursor }: WebhookDeliveryQuery): Promise<DeliveryPage> {
  await requireWebhook(deps, webhookId);
  const { webhookDeliveries } = deps.database.tables;
  const after = cursor === undefined ? undefined : lt(webhookDeliveries.id, readCursor(cursor));
  const isAsked = and(eq(webhookDeliveries.webhookId, webhookId), state && eq(webhookDeliveries.state, state), after);
  const rows = await deps.database.read.select().from(webhookDeliveries).where(isAsked).orderBy(desc(webhookDeliveries.id)).limit(limit + 1);
  const known = await deps.directory.current();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map((row) => deliveryOnWire(known, row)), next_cursor: last && rows.length > limit ? Buffer.from(last.id).toString('base64url') : null };
}

/**
 * Puts one delivery, or all that failed since a day, back among those that wait, under the same ids and for another three days.
 * Throws `not-found`, and `state-conflict` while the endpoint is switched off. Answers with how many they are.
 */
export async function replay({ database, clock, directory }: SystemsDeps, staff: StaffMember, webhookId: string, asked: WebhookReplay): Promise<number> {
  const webhook = await requireWebhook({ database }, webhookId);
  if (webhook.state !== 'on') throw problem('state-conflict', { state: webhook.state });
  const { tables } = database;
  const { webhookDeliveries, webhooks } = tables;
  const now = clock.now();
  const since = 'failed_since' in asked ? dayBounds(await directory.current(), asked.failed_since).startsAt : null;
  const isAsked = 'delivery_id' in asked ? and(eq(webhookDeliveries.id, asked.delivery_id), ne(webhookDeliveries.state, 'waiting')) : and(eq(webhookDeliveries.state, 'failed'), ne(webhookDeliveries.kind, 'test'), gte(webhookDeliveries.createdAt, since ?? now));
  const count = await database.write(async (tx) => {
    const again = await tx
      .update(webhookDeliveries)
      .set({ state: 'waiting', attempts: 0, dueAt: now, giveUpAt: now + triedForMilliseconds })
      .where(and(eq(webhookDeliveries.webhookId, webhookId), isAsked))
      .returning({ id: webhookDeliveries.id });
    if (again.length === 0) return 0;
    await tx.update(webhooks).set({ restsUntil: null }).where(eq(webhooks.id, webhookId));
    await recordAudit(tx, tables, actorOf(staff), { action: 'restore', object: { kind: 'webhook', id: webhookId }, before: { replayed: null }, after: { replayed: again.length } }, now);
    return again.length;
  });
  if (count === 0 && 'delivery_id' in asked) await requireDelivery(database, webhookId, asked.delivery_id);
  return count;
}

/** One that waits already is as it should be; one that is not there is an error. */
async function requireDelivery({ read, tables: { webhookDeliveries } }: SystemsDeps['database'], webhookId: string, id: string): Promise<void> {
  const [row] = await read.select({ id: webhookDeliveries.id }).from(webhookDeliveries).where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.id, id)));
  if (!row) throw problem('not-found');
}

function deliveryOnWire(directory: Directory, row: DeliveryRow): WebhookDelivery {
  const write = instantWriter(directory);
  return {
    id: row.id,
    message_id: row.messageId,
    kind: row.kind,
    appointment_id: row.appointmentId,
    state: row.state,
    attempts: row.attempts,
    created_at: write(row.createdAt),
    last_at: row.lastAt === null ? null : write(row.lastAt),
    next_at: row.state === 'waiting' ? write(row.dueAt) : null,
    status: row.status,
    failure: row.failure,
    duration_ms: row.durationMs,
    answer: row.answer,
    payload: row.payload,
  };
}

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (/^[0-9a-f-]{36}$/.test(id)) return id;
  throw invalid('cursor', { it: 'Il cursore non appartiene a questo elenco: ricomincia dalla prima pagina.', en: 'The cursor does not belong to this list: start again from the first page.' });
}
