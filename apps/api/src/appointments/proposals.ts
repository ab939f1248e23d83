import { and, eq, isNotNull } from 'drizzle-orm';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import type { Claims } from '../calendars/calendar-time.ts';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/**
 * A proposal is another time for a pending request. It is kept free by claims of the same appointment that count until
 * the proposal ends (`heldUntil`); the claims of the request itself are for good.
 */
export type Proposal = Readonly<Tables['proposals']['$inferSelect']>;

/** How long a proposal waits for its answer, at most; never beyond the time that it is about. */
export const proposalMilliseconds = 2 * 24 * 3_600_000;

/** The proposal of an appointment that still waits for an answer; null: there is none. */
export async function openProposal(reader: Reader | Writer, { proposals }: Tables, appointmentId: string, now: number): Promise<Proposal | null> {
  const rows = await reader
    .select()
    .from(proposals)
    .where(and(eq(proposals.appointmentId, appointmentId), eq(proposals.state, 'open')));
  return rows.find(({ expiresAt }) => expiresAt > now) ?? null;
}

/** Ends the proposals of a pending appointment inside a write that has its calendars: what they kept is free at once. */
export async function dropProposals(tx: Writer, { proposals, claims }: Tables, appointmentId: string, state: Exclude<Proposal['state'], 'open'>): Promise<void> {
  const dropped = await tx
    .update(proposals)
    .set({ state })
    .where(and(eq(proposals.appointmentId, appointmentId), eq(proposals.state, 'open')))
    .returning({ id: proposals.id });
  if (dropped.length > 0) await tx.delete(claims).where(and(eq(claims.appointmentId, appointmentId), isNotNull(claims.heldUntil)));
}

/** The time of calendars as if the proposals of this appointment were not there: the next one takes their place. */
export function withoutProposals(times: CalendarTimes, appointmentId: string): CalendarTimes {
  return new Map([...times].map(([id, time]) => [id, { ...time, claims: withoutHeld(time.claims, appointmentId) }]));
}

function withoutHeld({ intervals, appointmentIds, heldUntil }: Claims, appointmentId: string): Claims {
  const stays = (index: number) => appointmentIds[index] !== appointmentId || (heldUntil[index] ?? null) === null;
  if (appointmentIds.every((_, index) => stays(index))) return { intervals, appointmentIds, heldUntil };
  return {
    intervals: intervals.filter((_, at) => stays(at >> 1)),
    appointmentIds: appointmentIds.filter((_, index) => stays(index)),
    heldUntil: heldUntil.filter((_, index) => stays(index)),
  };
}
