import { eq } from 'drizzle-orm';
import type { BookingDeps } from '../appointments/deps.ts';
import { takeClaims } from '../appointments/claims.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';

export type BlockRow = Readonly<Tables['blocks']['$inferSelect']>;

export interface BlockWish {
  readonly calendarIds: readonly string[];
  /** Epoch milliseconds, half-open. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly reason: string | null;
  readonly by: Actor;
}

export type BlockOutcome = { readonly ok: true; readonly block: BlockRow } | { readonly ok: false; readonly why: 'slot-taken' };

/** Keeps time of calendars for something else: on all of them, or on none where somebody has the time already. */
export async function keepTime(deps: BookingDeps, { calendarIds, startsAt, endsAt, reason, by }: BlockWish): Promise<BlockOutcome> {
  const { database, calendars, clock } = deps;
  const { tables } = database;
  try {
    return await attempt<BlockOutcome>(database, async (tx) => {
      const ids = [...new Set(calendarIds)].sort();
      const times = await calendars.lock(tx, ids);
      const now = clock.now();
      const block: BlockRow = { id: newId(), startsAt, endsAt, reason, createdAt: now };
      await tx.insert(tables.blocks).values(block);
      await takeClaims(tx, tables, { calendarIds: ids, times, interval: { startsAt, endsAt }, blockId: block.id, heldUntil: null, now });
      await recordAudit(tx, tables, by, { action: 'create', object: { kind: 'block', id: block.id }, after: { starts_at: startsAt, ends_at: endsAt, calendar_ids: ids } }, now);
      return { ok: true, block };
    });
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken' };
    throw error;
  }
}

/** Gives kept time back; one that is gone already is fine. false: it keeps time of a calendar beyond reach, and stays. */
export async function giveTimeBack({ database, clock }: BookingDeps, { id, by, isReached }: { id: string; by: Actor; isReached: (calendarId: string) => boolean }): Promise<boolean> {
  const { tables } = database;
  const { blocks, claims } = tables;
  const outcome = await attempt(database, async (tx) => {
    const claimed = await tx.select({ calendarId: claims.calendarId }).from(claims).where(eq(claims.blockId, id));
    const ids = claimed.map(({ calendarId }) => calendarId).sort();
    if (!ids.every(isReached)) return { ok: false };
    await database.touchCalendars(tx, ids);
    await tx.delete(claims).where(eq(claims.blockId, id));
    const [block] = await tx.delete(blocks).where(eq(blocks.id, id)).returning();
    if (block) await recordAudit(tx, tables, by, { action: 'delete', object: { kind: 'block', id }, before: { starts_at: block.startsAt, ends_at: block.endsAt, calendar_ids: ids } }, clock.now());
    return { ok: true };
  });
  return outcome.ok;
}
