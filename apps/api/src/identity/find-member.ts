import { emailKey } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Reader } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { StaffRow } from './sessions.ts';

/** Addresses of the staff are kept in small letters: nobody has two accounts that differ in a capital. */
export async function findMemberByEmail(read: Reader, { staff }: Tables, email: string): Promise<StaffRow | null> {
  const [member] = await read.select().from(staff).where(eq(staff.email, emailKey(email)));
  return member ?? null;
}

export async function findMember(read: Reader, { staff }: Tables, id: string): Promise<StaffRow | null> {
  const [member] = await read.select().from(staff).where(eq(staff.id, id));
  return member ?? null;
}
