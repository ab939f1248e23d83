import { and, eq } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import type { StaffNotice } from '../notifications/staff-messages.ts';

/** A mail to each administrator, in the write that makes it true. */
export async function tellAdministrators(tx: Writer, tables: Tables, notice: StaffNotice, now: number): Promise<void> {
  const { staff } = tables;
  const administrators = await tx.select({ id: staff.id }).from(staff).where(and(eq(staff.role, 'admin'), eq(staff.state, 'active')));
  for (const { id } of administrators) await enqueueStaffNotice(tx, tables, notice, id, now);
}
