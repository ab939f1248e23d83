import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { CalendarRevision, Database } from '../../database/database.ts';
import { firstIdAt } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';

/** An appointment to which something happened, and where it lay then. */
export type Happened = Pick<Tables['events']['$inferSelect'], 'id' | 'appointmentId' | 'officeId' | 'municipalityId'>;

/** One that became another by time alone: a hold that ran out, a proposal without an answer. */
export type RanOut = Omit<Happened, 'id'>;

export type WhatHappened = ReturnType<typeof whatHappened>;

/** What tells the live stream of changes, whoever made them and in whichever process: small queries, prepared once. */
export function whatHappened({ read, tables }: Database) {
  const { events, appointments, proposals } = tables;

  // The newest first, so that of too many it is the oldest that are missing.
  const since = read
    .select({ id: events.id, appointmentId: events.appointmentId, officeId: events.officeId, municipalityId: events.municipalityId })
    .from(events)
    .where(gt(events.id, sql.placeholder('id')))
    .orderBy(desc(events.id))
    .limit(sql.placeholder('limit'))
    .prepare('events_since');

  const place = { appointmentId: appointments.id, officeId: appointments.officeId, municipalityId: appointments.municipalityId };
  const holds = read
    .select(place)
    .from(appointments)
    .where(and(eq(appointments.state, 'held'), gt(appointments.heldUntil, instant('from', appointments.heldUntil)), lte(appointments.heldUntil, instant('to', appointments.heldUntil))))
    .prepare('holds_that_ran_out');
  const unanswered = read
    .select(place)
    .from(proposals)
    .innerJoin(appointments, eq(appointments.id, proposals.appointmentId))
    .where(and(eq(proposals.state, 'open'), gt(proposals.expiresAt, instant('from', proposals.expiresAt)), lte(proposals.expiresAt, instant('to', proposals.expiresAt))))
    .prepare('proposals_that_ran_out');

  return {
    /** Events from an instant of their ids on, the newest first. */
    since: (idInstant: number, limit: number): Promise<readonly Happened[]> => since.execute({ id: firstIdAt(idInstant), limit }),
    /** What ran out after `from`, until `to`; epoch milliseconds of the desk's clock. */
    async ranOut(from: number, to: number): Promise<readonly RanOut[]> {
      return [...(await holds.execute({ from, to })), ...(await unanswered.execute({ from, to }))];
    },
  };
}

type InstantColumn = Tables['appointments']['heldUntil'] | Tables['proposals']['expiresAt'];

function instant(name: string, column: InstantColumn) {
  return sql.param(sql.placeholder(name), column);
}

/** One number for the time of one calendar: it rises with its hours, absences and claims. */
export function standOf({ rulesRevision, claimsRevision }: CalendarRevision): number {
  return rulesRevision + claimsRevision;
}

/** One number for that of all. */
export function fingerprintOf(revisions: readonly CalendarRevision[]): number {
  return revisions.reduce((sum, revision) => sum + standOf(revision) + 1, 0);
}
