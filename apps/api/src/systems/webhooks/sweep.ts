import { and, asc, count, eq, gt, inArray, isNull, lte, type SQL } from 'drizzle-orm';
import { instantWriter } from '../../appointments/wire.ts';
import type { Database, Reader, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { SystemsDeps } from '../deps.ts';
import { eventsOf, kindOf, messageOf } from './message-of.ts';
import { triedForMilliseconds } from './retry.ts';
import type { WebhookRow } from './webhook-rows.ts';

/** Events that were committed late, or by a process whose clock is behind, are still found. */
const overlapMilliseconds = 10 * 60_000;
const atOnce = 200;
/** More than this wait for one endpoint only in the log of what happened itself. */
export const mostWaiting = 5_000;

/** What happened since the last look and is not yet noted for this endpoint, at most so far back as is tried. */
export function isUnswept({ events, webhookDeliveries }: Database['tables'], { kinds, officeIds, sweptTo, createdAt }: WebhookRow, now: number): SQL | undefined {
  const from = Math.max(sweptTo - overlapMilliseconds, now - triedForMilliseconds, createdAt - 1);
  return and(
    gt(events.at, from),
    lte(events.at, now + overlapMilliseconds),
    inArray(events.kind, eventsOf(kinds)),
    officeIds ? inArray(events.officeId, [...officeIds]) : undefined,
    isNull(webhookDeliveries.id),
  );
}

export function unsweptEvents(reader: Reader | Writer, tables: Database['tables'], row: WebhookRow, { now, limit }: { now: number; limit: number }) {
  const { events, webhookDeliveries, appointments } = tables;
  return reader
    .select({ event: events, stateNow: appointments.state })
    .from(events)
    .leftJoin(webhookDeliveries, and(eq(webhookDeliveries.webhookId, row.id), eq(webhookDeliveries.messageId, events.id)))
    .leftJoin(appointments, eq(appointments.id, events.appointmentId))
    .where(isUnswept(tables, row, now))
    .orderBy(asc(events.at), asc(events.id))
    .limit(limit);
}

/**
 * Notes what happened as messages that wait, in turns of some hundred and never more than may wait: what is not noted yet stays where it
 * is, in the log, which loses nothing. Every event becomes one message for each endpoint, whoever looks and how often. Answers with how many were noted.
 */
export async function sweep({ database, clock, directory }: SystemsDeps, row: WebhookRow): Promise<number> {
  const { tables } = database;
  const { webhooks, webhookDeliveries } = tables;
  const now = clock.now();
  const room = Math.min(atOnce, mostWaiting - (await countWaiting(database.read, tables, row.id)));
  const found = room > 0 ? await unsweptEvents(database.read, tables, row, { now, limit: room + 1 }) : [];
  const isMore = room <= 0 ? (await unsweptEvents(database.read, tables, row, { now, limit: 1 })).length > 0 : found.length > room;
  const kept = found.slice(0, Math.max(0, room));
  const sweptTo = isMore ? (kept.at(-1)?.event.at ?? row.sweptTo) : now;
  if (kept.length === 0 && isMore === row.isBehind && now - row.sweptTo < overlapMilliseconds / 2) return 0;

  const write = instantWriter(await directory.current());
  const rows = kept.flatMap(({ event, stateNow }) => {
    const kind = kindOf(event.kind);
    const payload = JSON.stringify(messageOf(event, stateNow, write));
    return kind ? [{ id: newId(), webhookId: row.id, messageId: event.id, kind, appointmentId: event.appointmentId, payload, state: 'waiting' as const, dueAt: now, giveUpAt: now + triedForMilliseconds, createdAt: now }] : [];
  });
  await database.write(async (tx) => {
    if (rows.length > 0) await tx.insert(webhookDeliveries).values(rows).onConflictDoNothing();
    await tx.update(webhooks).set({ sweptTo: Math.max(sweptTo, row.sweptTo), isBehind: isMore }).where(eq(webhooks.id, row.id));
  });
  return rows.length;
}

export async function countWaiting(reader: Reader | Writer, { webhookDeliveries }: Database['tables'], webhookId: string): Promise<number> {
  const [row] = await reader.select({ many: count() }).from(webhookDeliveries).where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.state, 'waiting')));
  return row?.many ?? 0;
}
