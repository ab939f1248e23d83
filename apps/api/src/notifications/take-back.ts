import type { MessageName } from '@sportello/contract';
import { and, eq, gt, inArray, ne, or } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/** A change of an appointment that is taken back: the sequence after it, and the one before. */
export interface TakenBack {
  readonly id: string;
  readonly sequence: number;
  readonly oldSequence: number;
}

/** What a change of hours writes down for an appointment. */
const ofChange: readonly MessageName[] = ['moved-by-desk', 'cancelled-by-desk', 'reminder'];

/** Whether a message of one of these changes was sent, or is in a worker's hands: then it cannot be unsaid. */
export async function haveMessagesLeft(tx: Writer, { outbox }: Tables, changes: readonly TakenBack[], now: number): Promise<boolean> {
  const raised = new Map(changes.filter(({ sequence, oldSequence }) => sequence !== oldSequence).map(({ id, sequence }) => [id, sequence]));
  if (raised.size === 0) return false;
  const hasLeft = or(ne(outbox.state, 'pending'), gt(outbox.lockedUntil, now));
  const left = await tx
    .select({ appointmentId: outbox.appointmentId, sequence: outbox.sequence })
    .from(outbox)
    .where(and(inArray(outbox.appointmentId, [...raised.keys()]), inArray(outbox.message, [...ofChange]), hasLeft));
  return left.some(({ appointmentId, sequence }) => raised.get(appointmentId ?? '') === sequence);
}

/**
 * Nobody is told of the change, and what was owed before it is owed again: the confirmation that had not left yet, the
 * reminders of the old time. Inside the write that takes the change back.
 */
export async function giveMessagesBack(tx: Writer, { outbox }: Tables, { id, sequence, oldSequence, newSequence }: TakenBack & { readonly newSequence: number }): Promise<void> {
  const isOf = (which: number) => and(eq(outbox.appointmentId, id), eq(outbox.sequence, which));
  await tx.update(outbox).set({ state: 'dropped', failure: 'superseded' }).where(and(isOf(sequence), eq(outbox.state, 'pending'), inArray(outbox.message, [...ofChange])));
  const wasOwed = or(eq(outbox.state, 'pending'), and(eq(outbox.state, 'dropped'), eq(outbox.failure, 'superseded')));
  await tx.update(outbox).set({ state: 'pending', failure: null, lockedUntil: null, sequence: newSequence }).where(and(isOf(oldSequence), wasOwed));
}
