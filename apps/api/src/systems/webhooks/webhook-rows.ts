import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { SealedPlace, Sealing } from '../../sealing.ts';

export type WebhookRow = Readonly<Tables['webhooks']['$inferSelect']>;
export type DeliveryRow = Readonly<Tables['webhookDeliveries']['$inferSelect']>;

/** As many as a union needs, and more than it should have. */
export const mostWebhooks = 20;
/** One process sends to one endpoint at a time: longer than a single message may take. */
export const leaseMilliseconds = 60_000;

export function placeOfSecret(id: string, column: 'secret' | 'formerSecret'): SealedPlace {
  return { table: 'webhooks', column, id };
}

/** The secrets that sign now, the newest first; none where the key of the installation that sealed them is not there. */
export function secretsInForce(sealing: Sealing, { id, secret, formerSecret, formerUntil }: WebhookRow, now: number): string[] {
  try {
    const newest = sealing.open(placeOfSecret(id, 'secret'), secret);
    const isFormerInForce = formerSecret !== null && formerUntil !== null && formerUntil > now;
    return isFormerInForce ? [newest, sealing.open(placeOfSecret(id, 'formerSecret'), formerSecret)] : [newest];
  } catch {
    return [];
  }
}

/** Takes an endpoint for `owner`, unless it is off, rests, or another process has it. */
export async function takeWebhook({ write, tables: { webhooks } }: Database, id: string, owner: string, now: number): Promise<WebhookRow | null> {
  const isFree = or(isNull(webhooks.lockedUntil), lte(webhooks.lockedUntil, now));
  const isRested = or(isNull(webhooks.restsUntil), lte(webhooks.restsUntil, now));
  const [taken] = await write((tx) => tx.update(webhooks).set({ lockedBy: owner, lockedUntil: now + leaseMilliseconds }).where(and(eq(webhooks.id, id), eq(webhooks.state, 'on'), isFree, isRested)).returning());
  return taken ?? null;
}

/** Keeps it, and answers with how it is now: null once it was switched off, removed, made to rest, or taken by another process. */
export async function keepWebhook({ write, tables: { webhooks } }: Database, id: string, owner: string, now: number): Promise<WebhookRow | null> {
  const isRested = or(isNull(webhooks.restsUntil), lte(webhooks.restsUntil, now));
  const [kept] = await write((tx) => tx.update(webhooks).set({ lockedUntil: now + leaseMilliseconds }).where(and(eq(webhooks.id, id), eq(webhooks.lockedBy, owner), eq(webhooks.state, 'on'), isRested)).returning());
  return kept ?? null;
}

export async function leaveWebhook({ write, tables: { webhooks } }: Database, id: string, owner: string): Promise<void> {
  await write((tx) => tx.update(webhooks).set({ lockedBy: null, lockedUntil: null }).where(and(eq(webhooks.id, id), eq(webhooks.lockedBy, owner))));
}
