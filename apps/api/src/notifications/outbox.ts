import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { DropReason } from './decide.ts';
import type { Failure } from './senders/sender.ts';
import { askToCallForFailure } from './to-call.ts';

/** A message in hand, with the appointment and the person, or the member of the staff and their link, as they are now. */
export interface InHand {
  readonly row: Tables['outbox']['$inferSelect'];
  readonly appointment: Tables['appointments']['$inferSelect'] | null;
  readonly person: Tables['people']['$inferSelect'] | null;
  readonly report: Report | null;
  readonly member: Tables['staff']['$inferSelect'] | null;
  readonly staffLink: Tables['staffLinks']['$inferSelect'] | null;
  readonly invitation: Tables['invitations']['$inferSelect'] | null;
}

export type Report = Tables['reports']['$inferSelect'];

export type Note =
  | { readonly state: 'sent'; readonly sentAt: number }
  | { readonly state: 'dropped'; readonly failure: DropReason }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'pending'; readonly dueAt: number; readonly failure: Failure };

/**
 * Takes due messages in hand until `lockedUntil`, counting an attempt for each; when this process dies they are due again
 * then. Looks first without taking the write lock, so that a quiet worker disturbs nobody.
 */
export async function takeDue(database: Database, at: { now: number; lockedUntil: number; limit: number }): Promise<readonly string[]> {
  const { outbox } = database.tables;
  const isDue = and(eq(outbox.state, 'pending'), lte(outbox.dueAt, at.now), or(isNull(outbox.lockedUntil), lte(outbox.lockedUntil, at.now)));
  const [any] = await database.read.select({ id: outbox.id }).from(outbox).where(isDue).limit(1);
  return any ? database.write((tx) => database.claimOutbox(tx, at)) : [];
}

/** null: it is no longer pending, or no longer there. */
export async function readInHand({ read, tables }: Pick<Database, 'read' | 'tables'>, id: string): Promise<InHand | null> {
  const { outbox, appointments, people, reports, staff, staffLinks, invitations } = tables;
  const [found] = await read
    .select({ row: outbox, appointment: appointments, person: people, report: reports, member: staff, staffLink: staffLinks, invitation: invitations })
    .from(outbox)
    .leftJoin(appointments, eq(appointments.id, outbox.appointmentId))
    .leftJoin(people, eq(people.id, outbox.personId))
    .leftJoin(reports, eq(reports.id, outbox.reportId))
    .leftJoin(staff, eq(staff.id, outbox.staffId))
    .leftJoin(staffLinks, eq(staffLinks.id, outbox.staffLinkId))
    .leftJoin(invitations, eq(invitations.id, outbox.invitationId))
    .where(and(eq(outbox.id, id), eq(outbox.state, 'pending')));
  return found ?? null;
}

/**
 * Puts a message out of hand: sent, dropped, failed for good, or to be tried again at `dueAt`. Whom a message about their
 * appointment did not reach for good is to be called.
 */
export async function note(database: Database, { id, appointmentId, staffId }: Pick<InHand['row'], 'id' | 'appointmentId' | 'staffId'>, what: Note, now: number): Promise<void> {
  const { outbox } = database.tables;
  await database.write(async (tx) => {
    await tx.update(outbox).set({ failure: null, ...what, lockedUntil: null }).where(and(eq(outbox.id, id), eq(outbox.state, 'pending')));
    const isToCitizen = appointmentId !== null && staffId === null;
    if (what.state === 'failed' && isToCitizen) await askToCallForFailure(tx, database.tables, appointmentId, now);
  });
}
