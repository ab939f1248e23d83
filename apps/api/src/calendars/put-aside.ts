import { eq, inArray } from 'drizzle-orm';
import type { Interval } from '../appointments/claims.ts';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';

export type ClaimRow = Readonly<Tables['claims']['$inferSelect']>;

/** Time that an appointment is about to take. */
export interface NewTime {
  readonly calendarIds: readonly string[];
  readonly interval: Interval;
}

/**
 * What an appointment leaves is kept from others until `until` (epoch milliseconds), so that it can be given back; where its
 * own new time lies over it, only what is left beside. Inside a write that has the calendars.
 */
export async function putClaimsAside(tx: Writer, { claims }: Tables, rows: readonly ClaimRow[], until: number, newTime: NewTime | null): Promise<void> {
  const inTheWay = newTime ? rows.filter((row) => newTime.calendarIds.includes(row.calendarId) && meets(row, newTime.interval)) : [];
  if (inTheWay.length > 0) await tx.delete(claims).where(inArray(claims.id, inTheWay.map(({ id }) => id)));
  for (const row of rows) {
    const heldUntil = row.heldUntil === null ? until : Math.min(row.heldUntil, until);
    if (!inTheWay.includes(row)) await tx.update(claims).set({ heldUntil }).where(eq(claims.id, row.id));
    else if (newTime) for (const rest of restOf(row, newTime.interval)) await tx.insert(claims).values({ ...row, ...rest, id: newId(), heldUntil });
  }
}

function meets(one: Interval, other: Interval): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function restOf({ startsAt, endsAt }: Interval, without: Interval): Interval[] {
  const before = { startsAt, endsAt: Math.min(endsAt, without.startsAt) };
  const after = { startsAt: Math.max(startsAt, without.endsAt), endsAt };
  return [before, after].filter((piece) => piece.startsAt < piece.endsAt);
}
