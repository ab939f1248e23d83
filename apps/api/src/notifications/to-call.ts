import { and, eq, isNull } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import { recordEvent } from '../appointments/events.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/**
 * No message reaches who asked for this appointment: from now on the desk sees that somebody should call. Belongs inside a write that
 * tells the boards why: the event of a move or a cancellation. Null where somebody was to call already.
 */
export async function askToCall(tx: Writer, { appointments }: Tables, appointmentId: string, now: number): Promise<Appointment | null> {
  const isNew = and(eq(appointments.id, appointmentId), isNull(appointments.toCallSince));
  const [asked] = await tx.update(appointments).set({ toCallSince: now }).where(isNew).returning();
  return asked ?? null;
}

/** The same where nothing else happened to the appointment than that its message failed: boards are told of that. */
export async function askToCallForFailure(tx: Writer, tables: Tables, appointmentId: string, now: number): Promise<void> {
  const asked = await askToCall(tx, tables, appointmentId, now);
  if (asked) await recordEvent(tx, tables, asked, { kind: 'to-call', by: { kind: 'system' }, at: now });
}
