import { and, eq, ne, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { StaffRow } from './sessions.ts';

/**
 * Makes whoever changes an account at the same moment wait, and answers with it as the one before left it; null: there is
 * none. On PostgreSQL a row that is updated, even to what it was, stays locked until the write ends.
 */
export async function lockMember(tx: Writer, { staff }: Pick<Tables, 'staff'>, id: string): Promise<StaffRow | null> {
  const [member] = await tx.update(staff).set({ revision: sql`${staff.revision}` }).where(eq(staff.id, id)).returning();
  return member ?? null;
}

/** The first step of every write that could leave no administrator, or make the first: one after the other, by a row of its own. */
export async function lockAdministrators(tx: Writer, { installation }: Pick<Tables, 'installation'>): Promise<void> {
  const row = { key: 'administrators', value: 'lock' };
  await tx.insert(installation).values(row).onConflictDoUpdate({ target: installation.key, set: { value: row.value } });
}

/** Whether somebody (but one) is an active administrator. */
export async function hasAdministrator(read: Reader, { staff }: Pick<Tables, 'staff'>, butOne: string | null = null): Promise<boolean> {
  const others = butOne === null ? undefined : ne(staff.id, butOne);
  const [any] = await read.select({ id: staff.id }).from(staff).where(and(eq(staff.role, 'admin'), eq(staff.state, 'active'), others)).limit(1);
  return any !== undefined;
}
