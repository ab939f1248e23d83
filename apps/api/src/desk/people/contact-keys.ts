import { and, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { personKeyText } from '../../appointments/person.ts';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { Secrets } from '../../secrets.ts';
import type { Person } from '../booked.ts';

/**
 * What counts against the limits of a person is a key made of their contact. Gives the appointments that somebody still has
 * ahead the key of the contact that they have now, inside the write that changed it.
 */
export async function rekeyAhead(tx: Writer, tables: Tables, secrets: Pick<Secrets, 'digest'>, { id, email, phone }: Person, now: number): Promise<void> {
  const { appointments, appointmentPeople, personKeys } = tables;
  const key = email === null && phone === null ? null : secrets.digest('person', personKeyText({ email, phone }));
  // As a booking does: two that count under one key wait for each other.
  if (key !== null) await tx.insert(personKeys).values({ key, revision: 1 }).onConflictDoUpdate({ target: personKeys.key, set: { revision: sql`${personKeys.revision} + 1` } });
  const asked = tx.select({ id: appointmentPeople.appointmentId }).from(appointmentPeople).where(and(eq(appointmentPeople.personId, id), eq(appointmentPeople.role, 'requester')));
  const isAhead = and(inArray(appointments.id, asked), inArray(appointments.state, ['pending', 'confirmed']), gt(appointments.startsAt, now));
  const before = await tx.select({ key: appointments.personKey }).from(appointments).where(isAhead);
  await tx.update(appointments).set({ personKey: key }).where(isAhead);
  await dropUnusedKeys(tx, tables, before.flatMap((row) => row.key ?? []).filter((old) => old !== key));
}

/** Forgets those of these keys under which no appointment counts any more. */
export async function dropUnusedKeys(tx: Writer, { appointments, personKeys }: Tables, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const used = await tx.selectDistinct({ key: appointments.personKey }).from(appointments).where(and(inArray(appointments.personKey, [...keys]), isNotNull(appointments.personKey)));
  const unused = keys.filter((key) => !used.some((row) => row.key === key));
  if (unused.length > 0) await tx.delete(personKeys).where(inArray(personKeys.key, unused));
}
