import { and, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import { recordEvent } from '../../appointments/events.ts';
import type { Actor } from '../../audit/record.ts';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';

/** The longest that a board looks back: it shows today from its morning on. */
const oneDay = 24 * 3_600_000;

/**
 * What is known of these people has changed. Says so of their appointments of today and to come, in the write that changed it: whoever
 * has one of them on a board or in an agenda sees it as it is now.
 */
export async function tellBoardsOf(tx: Writer, tables: Tables, personIds: readonly string[], { by, now }: { readonly by: Actor; readonly now: number }): Promise<void> {
  const { appointments, appointmentPeople } = tables;
  const theirs = tx
    .select({ id: appointmentPeople.appointmentId })
    .from(appointmentPeople)
    .where(and(inArray(appointmentPeople.personId, [...personIds]), inArray(appointmentPeople.role, ['requester', 'beneficiary'])));
  const isTodayOrAhead = or(gt(appointments.startsAt, now - oneDay), and(isNull(appointments.startsAt), gt(appointments.changedAt, now - oneDay)));
  const shown = await tx.select().from(appointments).where(and(inArray(appointments.id, theirs), ne(appointments.state, 'expired'), isTodayOrAhead));
  for (const appointment of shown) await recordEvent(tx, tables, appointment, { kind: 'person-changed', by, at: now });
}
