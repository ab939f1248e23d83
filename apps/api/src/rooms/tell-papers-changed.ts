import { desc, eq, sql } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/**
 * A paper came or went: whoever is in a room of the appointment reads the list again. In the write that changes the papers;
 * the rooms learn of it by themselves.
 */
export async function tellPapersChanged(tx: Writer, { rooms }: Tables, appointmentId: string): Promise<void> {
  const [latest] = await tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.appointmentId, appointmentId)).orderBy(desc(rooms.sequence)).limit(1);
  if (latest) await tx.update(rooms).set({ filesRevision: sql`${rooms.filesRevision} + 1` }).where(eq(rooms.id, latest.id));
}
