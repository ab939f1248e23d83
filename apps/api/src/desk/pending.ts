import { and, count, eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { isShownTo } from './booked.ts';

/** How many requests wait for an answer within reach, of any day; `officeId` null: of all offices. `now`: epoch milliseconds. */
export async function countPending({ read, tables }: Pick<Database, 'read' | 'tables'>, staff: Pick<StaffMember, 'reach'>, now: number, officeId: string | null = null): Promise<number> {
  const { appointments } = tables;
  const ofOffice = officeId === null ? undefined : eq(appointments.officeId, officeId);
  const [pending] = await read.select({ count: count() }).from(appointments).where(and(eq(appointments.state, 'pending'), ofOffice, isShownTo(tables, staff, now)));
  return Number(pending?.count ?? 0);
}
