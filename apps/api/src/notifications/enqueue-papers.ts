import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { Told } from './enqueue.ts';
import { insertOutboxRows } from './outbox-rows.ts';
import { deadlineOf } from './times.ts';
import { askToCallForFailure } from './to-call.ts';

/** So long after the last of several papers one message tells of them all. */
const gatherMilliseconds = 5 * 60_000;

/**
 * The office gave the citizen a paper. Belongs inside the write that keeps it. Papers that follow each other are told of together,
 * once they are all there; whom no e-mail reaches is to be called, unless they are at the desk at this moment.
 */
export async function enqueuePapersGiven(tx: Writer, tables: Tables, appointment: Told, now: number): Promise<void> {
  const { id, state, sequence, startsAt, endsAt, requester } = appointment;
  if (!requester) return;
  const isReached = requester.email && startsAt !== null; // a message speaks of a time, which who came without an appointment has not
  if (!isReached) return state === 'in_progress' ? undefined : askToCallForFailure(tx, tables, id, now);
  const dueAt = now + gatherMilliseconds;
  const times = { dueAt, deadlineAt: deadlineOf('papers-given', dueAt, endsAt) };
  const { outbox } = tables;
  const isWaiting = and(eq(outbox.state, 'pending'), or(isNull(outbox.lockedUntil), lte(outbox.lockedUntil, now)));
  const waiting = await tx.update(outbox).set(times).where(and(eq(outbox.appointmentId, id), eq(outbox.message, 'papers-given'), isWaiting)).returning({ id: outbox.id });
  if (waiting.length > 0) return;
  await insertOutboxRows(tx, tables, { appointmentId: id, personId: requester.id, sequence, createdAt: now }, [{ message: 'papers-given', ...times }]);
}
