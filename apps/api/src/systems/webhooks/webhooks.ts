import type { Webhook, WebhookChange, WebhookRequest } from '@sportello/contract';
import { and, asc, count, eq, inArray, ne } from 'drizzle-orm';
import { instantWriter } from '../../appointments/wire.ts';
import { recordAudit, type Values } from '../../audit/record.ts';
import { newId } from '../../database/id.ts';
import { invalid, problem, type Said } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { SystemsDeps, WebhookDeps } from '../deps.ts';
import { requireOffices } from '../require-offices.ts';
import { webhookUrl } from './address.ts';
import { newWebhookSecret } from './sign.ts';
import { mostWebhooks, placeOfSecret, type WebhookRow } from './webhook-rows.ts';

/** After a change the former secret signs too for so long. */
export const formerSecretMilliseconds = 24 * 3_600_000;

const tooMany: Said = { it: 'Ci sono già venti indirizzi: elimina quelli che non servono più.', en: 'There are twenty addresses already: delete those that nobody needs.' };

/** All of them by name, with how it goes. */
export async function readWebhooks(deps: SystemsDeps): Promise<Webhook[]> {
  const { webhooks } = deps.database.tables;
  return onWire(deps, await deps.database.read.select().from(webhooks).orderBy(asc(webhooks.name), asc(webhooks.id)));
}

/** One of them. Throws `not-found`. */
export async function readWebhook(deps: SystemsDeps, id: string): Promise<Webhook> {
  const [shown] = await onWire(deps, [await requireWebhook(deps, id)]);
  if (!shown) throw problem('not-found');
  return shown;
}

export async function requireWebhook({ database }: Pick<SystemsDeps, 'database'>, id: string): Promise<WebhookRow> {
  const { webhooks } = database.tables;
  const [row] = await database.read.select().from(webhooks).where(eq(webhooks.id, id));
  if (!row) throw problem('not-found');
  return row;
}

interface Made {
  readonly id: string;
  /** The only place where it ever stands. */
  readonly secret: string;
}

/** Tells another system from now on. Throws `validation`. */
export async function makeWebhook({ database, clock, directory, sealing, privateHosts }: WebhookDeps, staff: StaffMember, { name, url, kinds, office_ids: officeIds = null }: WebhookRequest): Promise<Made> {
  const { tables } = database;
  const now = clock.now();
  requireOffices(await directory.current(), officeIds);
  const [id, secret] = [newId(), newWebhookSecret()];
  const told = { name: name.trim(), url: webhookUrl(url, privateHosts), kinds, officeIds };
  await database.write(async (tx) => {
    const [row] = await tx.select({ many: count() }).from(tables.webhooks);
    if ((row?.many ?? 0) >= mostWebhooks) throw invalid('/name', tooMany);
    await tx.insert(tables.webhooks).values({ id, ...told, secret: sealing.seal(placeOfSecret(id, 'secret'), secret), state: 'on', sweptTo: now, staffId: staff.id, createdAt: now });
    await recordAudit(tx, tables, actorOf(staff), { action: 'create', object: { kind: 'webhook', id }, after: valuesOf({ ...told, state: 'on' }) }, now);
  });
  return { id, secret };
}

/** Throws `not-found`, `changed-meanwhile` and `validation`. Switched on again, it begins as if nothing had failed. */
export async function changeWebhook({ database, clock, directory, privateHosts }: WebhookDeps, staff: StaffMember, id: string, change: WebhookChange): Promise<void> {
  const { tables } = database;
  const now = clock.now();
  const before = await requireWebhook({ database }, id);
  if (before.revision !== change.revision) throw problem('changed-meanwhile');
  const officeIds = change.office_ids === undefined ? before.officeIds : change.office_ids;
  requireOffices(await directory.current(), officeIds);
  const after = {
    name: change.name?.trim() ?? before.name,
    url: change.url === undefined ? before.url : webhookUrl(change.url, privateHosts),
    kinds: change.kinds ?? before.kinds,
    officeIds,
    state: change.state ?? before.state,
  };
  const beginsAnew = after.url !== before.url || (after.state === 'on' && before.state !== 'on');
  await database.write(async (tx) => {
    const anew = beginsAnew ? { failures: 0, failingSince: null, lastFailure: null, restsUntil: null } : {};
    const isSame = and(eq(tables.webhooks.id, id), eq(tables.webhooks.revision, before.revision));
    const changed = await tx.update(tables.webhooks).set({ ...after, ...anew, revision: before.revision + 1 }).where(isSame).returning({ id: tables.webhooks.id });
    if (changed.length === 0) throw problem('changed-meanwhile');
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'webhook', id }, before: valuesOf(before), after: valuesOf(after) }, now);
  });
}

/** With its secret and its log; a second time nothing is left to do. */
export async function removeWebhook({ database, clock }: SystemsDeps, staff: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  await database.write(async (tx) => {
    const removed = await tx.delete(tables.webhooks).where(eq(tables.webhooks.id, id)).returning({ id: tables.webhooks.id });
    if (removed.length === 0) return;
    await tx.delete(tables.webhookDeliveries).where(eq(tables.webhookDeliveries.webhookId, id));
    await recordAudit(tx, tables, actorOf(staff), { action: 'delete', object: { kind: 'webhook', id } }, clock.now());
  });
}

/** Another secret; the one before signs too for a day. Throws `not-found`. */
export async function renewSecret({ database, clock, sealing }: WebhookDeps, staff: StaffMember, id: string): Promise<Made> {
  const { tables } = database;
  const now = clock.now();
  const before = await requireWebhook({ database }, id);
  const secret = newWebhookSecret();
  const former = openOrNull(() => sealing.open(placeOfSecret(id, 'secret'), before.secret));
  const formerSecret = former === null ? null : sealing.seal(placeOfSecret(id, 'formerSecret'), former);
  const changes = { secret: sealing.seal(placeOfSecret(id, 'secret'), secret), formerSecret, formerUntil: formerSecret === null ? null : now + formerSecretMilliseconds };
  await database.write(async (tx) => {
    const isSame = and(eq(tables.webhooks.id, id), eq(tables.webhooks.revision, before.revision));
    const changed = await tx.update(tables.webhooks).set({ ...changes, revision: before.revision + 1 }).where(isSame).returning({ id: tables.webhooks.id });
    if (changed.length === 0) throw problem('changed-meanwhile');
    await recordAudit(tx, tables, actorOf(staff), { action: 'rotate', object: { kind: 'webhook', id }, before: { secret: null }, after: { secret: null } }, now);
  });
  return { id, secret };
}

/** A secret whose key was lost cannot sign beside the new one. */
function openOrNull(open: () => string): string | null {
  try {
    return open();
  } catch {
    return null;
  }
}

function valuesOf({ name, url, kinds, officeIds, state }: Pick<WebhookRow, 'name' | 'url' | 'kinds' | 'officeIds' | 'state'>): Values {
  return { name, url, kinds, state, ...(officeIds && { office_ids: officeIds }) };
}

async function onWire({ database, clock, directory }: SystemsDeps, rows: readonly WebhookRow[]): Promise<Webhook[]> {
  if (rows.length === 0) return [];
  const { webhookDeliveries } = database.tables;
  const { webhookId, state } = webhookDeliveries;
  const counted = await database.read
    .select({ webhookId, state, many: count() })
    .from(webhookDeliveries)
    .where(and(inArray(webhookId, rows.map(({ id }) => id)), inArray(state, ['waiting', 'failed']), ne(webhookDeliveries.kind, 'test')))
    .groupBy(webhookId, state);
  const countOf = (id: string, wanted: 'waiting' | 'failed') => counted.find((one) => one.webhookId === id && one.state === wanted)?.many ?? 0;
  const write = instantWriter(await directory.current());
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  const now = clock.now();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    kinds: [...row.kinds],
    office_ids: row.officeIds && [...row.officeIds],
    state: row.state,
    revision: row.revision,
    waiting_count: countOf(row.id, 'waiting'),
    failed_count: countOf(row.id, 'failed'),
    is_behind: row.isBehind,
    failing_since: orNull(row.failingSince),
    last_failure: row.lastFailure,
    last_good_at: orNull(row.lastGoodAt),
    former_secret_until: row.formerUntil !== null && row.formerUntil > now ? write(row.formerUntil) : null,
    created_at: write(row.createdAt),
  }));
}
