import { and, count, eq, gt } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { enqueueStaffLink } from '../notifications/enqueue-staff.ts';
import { lockMember } from './member-locks.ts';
import { openStaffLink } from './staff-links.ts';

const hour = 3_600_000;
const resetsAnHour = 3;

/** Where the request of a citizen has the code of an appointment. No code reads like this. */
export const resetRequestCode = 'staff-reset';

/**
 * Keeps a request for a new password for the worker, which looks whether somebody has this address. So the answer takes
 * the same time, and writes the same, whether or not somebody does.
 */
export async function keepResetRequest(tx: Writer, { linkRequests }: Tables, emailDigest: string, now: number): Promise<void> {
  await tx.insert(linkRequests).values({ id: newId(), code: resetRequestCode, emailDigest, requestedAt: now });
}

/** The worker's part: a link by mail for whose address it is, unless suspended, invited, of the demo, or asked for three times within the hour. */
export async function answerResetRequest(tx: Writer, tables: Tables, isTheirs: (email: string) => boolean, now: number): Promise<void> {
  const { staff, staffLinks } = tables;
  const everybody = await tx.select({ id: staff.id, email: staff.email }).from(staff);
  const [whose] = everybody.filter(({ email }) => isTheirs(email));
  const member = whose ? await lockMember(tx, tables, whose.id) : null;
  if (!member || member.state !== 'active' || member.isDemo) return; // a password that everybody knows must stay what the page says
  const lately = and(eq(staffLinks.staffId, member.id), eq(staffLinks.kind, 'reset'), gt(staffLinks.createdAt, now - hour));
  const [asked] = await tx.select({ links: count().mapWith(Number) }).from(staffLinks).where(lately);
  if ((asked?.links ?? 0) >= resetsAnHour) return;
  const { id: linkId, expiresAt } = await openStaffLink(tx, tables, { kind: 'reset', staffId: member.id }, now);
  await enqueueStaffLink(tx, tables, { message: 'staff-reset', linkId, staffId: member.id, expiresAt }, now);
}
