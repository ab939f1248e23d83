import type { ErasureRequest } from '@sportello/contract';
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { problem } from '../../http/problems.ts';
import { isAnyKept } from '../../retention/holds.ts';
import { dayAt } from '../../statistics/period.ts';
import { actorOf } from '../../identity/staff-member.ts';
import type { Person } from '../booked.ts';
import { appointmentsAhead, cancelAhead } from './cancel-ahead.ts';
import type { PeopleWork } from './change-person.ts';
import { eraseAppointments } from './erase-appointments.ts';
import { eraseFromTrail, eraseIdentity } from './erase-identity.ts';
import { lockAhead } from './merge-people.ts';
import { requirePerson, requireWhole } from './reach-of-person.ts';
import { tellBoardsOf } from './tell-boards.ts';

/**
 * Erases a person (GDPR, article 17), by what each column declares: names, contacts, what they wrote and what was written about
 * them, and the values of the trail. Their appointments stay as numbers. What is still to come is cancelled where that is wished,
 * else it is a `state-conflict`; who is kept for a reason is `data-kept`. People whom only their own bookings name go with them. Answers with how many appointments were touched.
 */
export async function eraseWholly({ database, secrets, staff, now, timeZone }: PeopleWork & { readonly timeZone: string }, id: string, { revision, cancel_appointments: cancels = false }: ErasureRequest): Promise<{ appointments: number }> {
  const { tables } = database;
  return database.write(async (tx) => {
    await lockAhead(database, tx, [id], now);
    const person = await requirePerson(database, tx, staff, { id, now });
    await requireWhole(database, tx, staff, [id]);
    await takeForErasure(tx, tables, person, revision);
    const erased = [person, ...(await namedOnlyBy(tx, tables, id))];
    const ids = erased.map((one) => one.id);
    if (await isAnyKept(tx, tables, ids, dayAt(timeZone, now))) throw problem('data-kept');

    const ahead = await appointmentsAhead(tx, tables, id, now);
    if (ahead[0] && !cancels) throw problem('state-conflict', { state: ahead[0].state });
    for (const appointment of ahead) await cancelAhead(tx, tables, appointment, { staff, now, silentFor: ids });

    const appointmentIds = await appointmentsOf(tx, tables, id);
    await eraseAppointments(tx, tables, appointmentIds, now);
    for (const one of erased) await eraseIdentity(tx, { tables, secrets }, one, now);
    await tellBoardsOf(tx, tables, ids, { by: actorOf(staff), now });
    await eraseFromTrail(tx, tables, ids);
    // Whose it was is the object; beside the entry lies nothing that a later erasure would take away.
    await recordAudit(tx, tables, actorOf(staff), { action: 'erase', object: { kind: 'person', id } }, now);
    return { appointments: appointmentIds.length };
  });
}

/** Locks their row; throws `changed-meanwhile` if somebody changed or erased them since they were seen. */
async function takeForErasure(tx: Writer, { people }: Tables, { id }: Person, seenRevision: number): Promise<void> {
  const isUnchanged = and(eq(people.id, id), eq(people.revision, seenRevision), isNull(people.erasedAt));
  const taken = await tx.update(people).set({ revision: seenRevision + 1 }).where(isUnchanged).returning({ id: people.id });
  if (taken.length === 0) throw problem('changed-meanwhile');
}

/** For whom, and with whom, this person booked, if no other booking and no proven identity knows them. */
async function namedOnlyBy(tx: Writer, { appointmentPeople, people, identities }: Tables, id: string): Promise<Person[]> {
  const asked = tx.select({ id: appointmentPeople.appointmentId }).from(appointmentPeople).where(and(eq(appointmentPeople.personId, id), eq(appointmentPeople.role, 'requester')));
  const others = await tx.selectDistinct({ id: appointmentPeople.personId }).from(appointmentPeople).where(and(inArray(appointmentPeople.appointmentId, asked), sql`${appointmentPeople.personId} <> ${id}`));
  if (others.length === 0) return [];
  const ids = others.map((one) => one.id);
  const elsewhere = await tx.selectDistinct({ id: appointmentPeople.personId }).from(appointmentPeople).where(and(inArray(appointmentPeople.personId, ids), notInArray(appointmentPeople.appointmentId, asked)));
  const proven = await tx.selectDistinct({ id: identities.personId }).from(identities).where(inArray(identities.personId, ids));
  const known = new Set([...elsewhere, ...proven].map((one) => one.id));
  const alone = ids.filter((one) => !known.has(one));
  return alone.length === 0 ? [] : tx.select().from(people).where(and(inArray(people.id, alone), isNull(people.erasedAt)));
}

/** What they asked for and what was meant for them: where they only came along, the words are somebody else's. */
async function appointmentsOf(tx: Writer, { appointmentPeople }: Tables, id: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: appointmentPeople.appointmentId })
    .from(appointmentPeople)
    .where(and(eq(appointmentPeople.personId, id), inArray(appointmentPeople.role, ['requester', 'beneficiary'])));
  return rows.map((row) => row.id);
}
