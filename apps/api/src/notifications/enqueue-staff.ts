import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { StaffLinkMessage, StaffNotice } from './staff-messages.ts';

/*
 * Messages to the staff about their accounts. Each verb belongs inside the write that makes the change, as in enqueue.ts;
 * the worker looks again before it sends: a link that is over by then is not mailed.
 */

const day = 24 * 3_600_000;

/** A link by mail. Tried for a day, but never longer than the link is good for. */
export async function enqueueStaffLink(tx: Writer, { outbox }: Tables, link: { message: StaffLinkMessage; linkId: string; staffId: string; expiresAt: number }, now: number): Promise<void> {
  const { message, linkId, staffId, expiresAt } = link;
  await tx.insert(outbox).values({ ...due(now), message, staffLinkId: linkId, staffId, deadlineAt: Math.min(expiresAt, now + day) });
}

/** Tells somebody of the staff what happened to their account. */
export async function enqueueStaffNotice(tx: Writer, { outbox }: Tables, message: StaffNotice, staffId: string, now: number): Promise<void> {
  await tx.insert(outbox).values({ ...due(now), message, staffId, deadlineAt: now + day });
}

function due(now: number) {
  return { id: newId(), medium: 'mail' as const, createdAt: now, dueAt: now, state: 'pending' as const };
}
