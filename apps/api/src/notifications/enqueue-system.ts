import { and, eq } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';

/** What the watch tells administrators: something is not well, something is well again. */
export const systemNotices = ['system-trouble', 'system-well'] as const;
export type SystemNotice = (typeof systemNotices)[number];

export function isSystemNotice(text: string): text is SystemNotice {
  return systemNotices.some((name) => name === text);
}

const dayMilliseconds = 24 * 3_600_000;

/**
 * A mail to each administrator who wants it, in the write that found out; which lights it names is read when it leaves. It is tried
 * for three days: after a mail server that was away for a weekend, they still learn that it was.
 */
export async function enqueueSystemNotice(tx: Writer, { outbox, staff }: Tables, message: SystemNotice, now: number): Promise<void> {
  const wanting = and(eq(staff.role, 'admin'), eq(staff.state, 'active'), eq(staff.systemNotices, true));
  const administrators = await tx.select({ id: staff.id }).from(staff).where(wanting);
  const rows = administrators.map(({ id: staffId }) => ({ id: newId(), message, medium: 'mail' as const, staffId, createdAt: now, dueAt: now, deadlineAt: now + 3 * dayMilliseconds, state: 'pending' as const }));
  if (rows.length > 0) await tx.insert(outbox).values(rows);
}
