import type { DeliveryState, KeyScope, WebhookFailure, WebhookKind, WebhookState } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/** Other systems of the union: the keys with which they read, and where they are told what happens. */
export function otherSystemTables({ table, plain, cleared, sealed, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  const apiKeys = table('api_keys', {
    id: id(),
    /** Which system it is for. */
    name: plain.text().notNull(),
    /** How it begins, up to the secret part. */
    prefix: plain.text().notNull(),
    /** SHA-256 of the whole key, base64url: a key is 190 random bits, which nobody guesses from it. */
    digest: plain.text().notNull(),
    scopes: plain.json<readonly KeyScope[]>().notNull(),
    /** null: of all offices. */
    officeIds: plain.json<readonly string[]>(),
    /** The first instant at which it opens nothing any more. */
    expiresAt: plain.instant().notNull(),
    /** When administrators were told that it ends soon. */
    warnedAt: plain.instant(),
    revokedAt: plain.instant(),
    /** Who made it, and answers for it. */
    staffId: plain.text().notNull(),
    createdAt: plain.instant().notNull(),
    /** Day of the union's zone. */
    lastUsedDay: plain.text(),
    /** From which network, its last part hidden. */
    lastNetwork: plain.text(),
  }, (t) => [uniqueIndex('api_keys_digest').on(t.digest)]);

  const webhooks = table('webhooks', {
    id: id(),
    /** Which system is told. */
    name: plain.text().notNull(),
    url: plain.text().notNull(),
    kinds: plain.json<readonly WebhookKind[]>().notNull(),
    /** null: of all offices. */
    officeIds: plain.json<readonly string[]>(),
    secret: sealed.text().notNull(),
    /** Signs too until then, after the secret was changed. */
    formerSecret: sealed.text(),
    formerUntil: plain.instant(),
    state: plain.text().$type<WebhookState>().notNull(),
    revision: plain.integer().notNull().default(0),
    /** Up to when the log of what happened was looked through for it. */
    sweptTo: plain.instant().notNull(),
    /** There was more in the log than may wait at once. */
    isBehind: plain.boolean().notNull().default(false),
    /** Tries that failed, one after another; the next success sets it to 0. */
    failures: plain.integer().notNull().default(0),
    failingSince: plain.instant(),
    lastFailure: plain.text().$type<WebhookFailure>(),
    lastGoodAt: plain.instant(),
    /** Nothing is sent before. */
    restsUntil: plain.instant(),
    /** The one process that sends to it, and until when. */
    lockedBy: plain.text(),
    lockedUntil: plain.instant(),
    /** When administrators were told last that something was given up. */
    toldAt: plain.instant(),
    staffId: plain.text().notNull(),
    createdAt: plain.instant().notNull(),
  });

  /** A message to another system, and how its last try went. Kept for 30 days. */
  const webhookDeliveries = table('webhook_deliveries', {
    id: id(),
    webhookId: plain.text().notNull(),
    /** Its `webhook-id`, which also says its order: the event's id, or one of its own for a test. */
    messageId: plain.text().notNull(),
    kind: plain.text().$type<WebhookKind | 'test'>().notNull(),
    appointmentId: plain.text(),
    /** What is sent, as JSON: ids, instants and a state, about nobody. */
    payload: plain.text().notNull(),
    state: plain.text().$type<DeliveryState>().notNull(),
    attempts: plain.integer().notNull().default(0),
    dueAt: plain.instant().notNull(),
    giveUpAt: plain.instant().notNull(),
    createdAt: plain.instant().notNull(),
    lastAt: plain.instant(),
    status: plain.integer(),
    failure: plain.text().$type<WebhookFailure>(),
    durationMs: plain.integer(),
    /** How the answer of the other system begins. */
    answer: cleared.text(),
  }, (t) => [uniqueIndex('webhook_deliveries_message').on(t.webhookId, t.messageId), index('webhook_deliveries_state').on(t.webhookId, t.state, t.messageId), index('webhook_deliveries_created').on(t.createdAt)]);

  return { apiKeys, webhooks, webhookDeliveries };
}
