import { and, eq, inArray } from 'drizzle-orm';
import { eraseAuditValuesAbout } from '../../audit/erase.ts';
import type { Writer } from '../../database/database.ts';
import { eraseRows } from '../../database/erase-rows.ts';
import type { Tables } from '../../database/schema.ts';
import { takeAllFilesAway } from '../../files/take-away.ts';
import { dropUnusedKeys } from './contact-keys.ts';

/**
 * Erases what was said in these appointments and about them, by what each column declares: they stay as numbers. What the trail
 * keeps beside its entries about them goes too, whoever it is of.
 */
export async function eraseAppointments(tx: Writer, tables: Tables, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  const { appointments, answers, notes, proposals, payments, threadMessages, idempotencyKeys, rooms, roomGuests, roomMessages } = tables;
  const appointmentIds = [...ids];
  const keys = await tx.select({ key: appointments.personKey }).from(appointments).where(inArray(appointments.id, appointmentIds));
  await eraseRows(tx, appointments, inArray(appointments.id, appointmentIds), { anonymisedAt: now });
  await dropUnusedKeys(tx, tables, keys.flatMap((row) => row.key ?? []));
  await takeAllFilesAway(tx, tables, ids, now);
  const noted = await tx.select({ id: notes.id }).from(notes).where(and(eq(notes.ownerKind, 'appointment'), inArray(notes.ownerId, appointmentIds)));
  await eraseAuditValuesAbout(tx, tables, 'appointment', ids);
  await eraseAuditValuesAbout(tx, tables, 'note', noted.map(({ id }) => id));
  await eraseRows(tx, answers, inArray(answers.appointmentId, appointmentIds));
  await eraseRows(tx, proposals, inArray(proposals.appointmentId, appointmentIds));
  await eraseRows(tx, roomGuests, inArray(roomGuests.appointmentId, appointmentIds), { revokedAt: now });
  await eraseRows(tx, roomMessages, inArray(roomMessages.roomId, tx.select({ id: rooms.id }).from(rooms).where(inArray(rooms.appointmentId, appointmentIds))));
  for (const table of [notes, payments, threadMessages] as const) {
    await eraseRows(tx, table, and(eq(table.ownerKind, 'appointment'), inArray(table.ownerId, appointmentIds)));
  }
  await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.appointmentId, appointmentIds)); // they keep the answer that was given
}
