import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/** No message reaches who asked for this appointment: from now on the desk sees that somebody should call. */
export async function askToCall(tx: Writer, { appointments }: Tables, appointmentId: string, now: number): Promise<void> {
  await tx.update(appointments).set({ toCallSince: now }).where(and(eq(appointments.id, appointmentId), isNull(appointments.toCallSince)));
}
