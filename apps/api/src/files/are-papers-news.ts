import { and, eq, gte } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { presenceOf } from '../rooms/presence.ts';
import type { Appointment } from '../appointments/appointment.ts';

/** Whether there is still something to tell of papers that the desk gave from `since` on: one was not taken back, and the citizen does not have them before their eyes in the room. */
export async function arePapersNews({ read, tables }: Pick<Database, 'read' | 'tables'>, appointment: Appointment, since: number): Promise<boolean> {
  const { files } = tables;
  const areGiven = and(eq(files.ownerKind, 'appointment'), eq(files.ownerId, appointment.id), eq(files.sentBy, 'staff'), gte(files.createdAt, since));
  const [left] = await read.select({ id: files.id }).from(files).where(areGiven).limit(1);
  if (!left) return false;
  const presence = await presenceOf({ tables }, read, [appointment]);
  return !presence(appointment).isIn;
}
