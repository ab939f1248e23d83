import { emailKey, type ErasureRequest } from '@sportello/contract';
import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import { eraseAuditValuesOf } from '../../audit/erase.ts';
import { recordAudit, type WrittenValues } from '../../audit/record.ts';
import type { Writer } from '../../database/database.ts';
import { eraseRows } from '../../database/erase-rows.ts';
import type { Tables } from '../../database/schema.ts';
import { takeAllFilesAway } from '../../files/take-away.ts';
import { problem } from '../../http/problems.ts';
import { actorOf } from '../../identity/staff-member.ts';
import type { Secrets } from '../../secrets.ts';
import type { Person } from '../booked.ts';
import { appointmentsAhead, cancelAhead } from './cancel-ahead.ts';
import type { PeopleWork } from './change-person.ts';
import { dropUnusedKeys } from './contact-keys.ts';
import { lockAhead } from './merge-people.ts';
import { removePersonTerms } from './person-terms.ts';
import { requirePerson, requireWhole } from './reach-of-person.ts';
import { tellBoardsOf } from './tell-boards.ts';

/**
 * Erases a person (GDPR, article 17), by what each column declares: names, contacts, what they wrote and what was written about
 * them, and the values of the trail. Their appointments stay as numbers. What is still to come is cancelled where that is wished,
 * else it is a `state-conflict`. People whom only their own bookings name go with them. Answers with how many appointments were touched.
 */
export async function eraseWholly({ database, secrets, staff, now }: PeopleWork, id: string, { revision, cancel_appointments: cancels = false }: ErasureRequest): Promise<{ appointments: number }> {
  const { tables } = database;
  return database.write(async (tx) => {
    await lockAhead(database, tx, [id], now);
    const person = await requirePerson(database, tx, staff, { id, now });
    await requireWhole(database, tx, staff, [id]);
    await takeForErasure(tx, tables, person, revision);
    const erased = [person, ...(await namedOnlyBy(tx, tables, id))];
    const ids = erased.map((one) => one.id);

    const ahead = await appointmentsAhead(tx, tables, id, now);
    if (ahead[0] && !cancels) throw problem('state-conflict', { state: ahead[0].state });
    for (const appointment of ahead) await cancelAhead(tx, tables, appointment, { staff, now, silentFor: ids });

    const appointmentIds = await appointmentsOf(tx, tables, id);
    await eraseWhatTheySaid(tx, tables, appointmentIds, now);
    for (const one of erased) await eraseWhoTheyAre(tx, { tables, secrets }, one, now);
    await tellBoardsOf(tx, tables, ids, { by: actorOf(staff), now });
    for (const one of await idsInTrail(tx, tables, ids)) await eraseAuditValuesOf(tx, tables, one);
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

async function eraseWhatTheySaid(tx: Writer, tables: Tables, ids: readonly string[], now: number): Promise<void> {
  const { appointments, answers, notes, proposals, payments, threadMessages, idempotencyKeys, rooms, roomGuests, roomMessages } = tables;
  const appointmentIds = [...ids];
  const keys = await tx.select({ key: appointments.personKey }).from(appointments).where(inArray(appointments.id, appointmentIds));
  await eraseRows(tx, appointments, inArray(appointments.id, appointmentIds), { anonymisedAt: now });
  await dropUnusedKeys(tx, tables, keys.flatMap((row) => row.key ?? []));
  await takeAllFilesAway(tx, tables, ids, now);
  await eraseRows(tx, answers, inArray(answers.appointmentId, appointmentIds));
  await eraseRows(tx, proposals, inArray(proposals.appointmentId, appointmentIds));
  await eraseRows(tx, roomGuests, inArray(roomGuests.appointmentId, appointmentIds), { revokedAt: now });
  await eraseRows(tx, roomMessages, inArray(roomMessages.roomId, tx.select({ id: rooms.id }).from(rooms).where(inArray(rooms.appointmentId, appointmentIds))));
  for (const table of [notes, payments, threadMessages] as const) {
    await eraseRows(tx, table, and(eq(table.ownerKind, 'appointment'), inArray(table.ownerId, appointmentIds)));
  }
  await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.appointmentId, appointmentIds)); // they keep the answer that was given
}

async function eraseWhoTheyAre(tx: Writer, { tables, secrets }: { tables: Tables; secrets: Secrets }, { id, email }: Person, now: number): Promise<void> {
  const { people, identities, delegations, notes, threadMessages, outbox, invitations, linkRequests, reports } = tables;
  await eraseRows(tx, people, eq(people.id, id), { erasedAt: now });
  await removePersonTerms(tx, tables, [id]);
  await eraseRows(tx, identities, eq(identities.personId, id));
  await eraseRows(tx, delegations, or(eq(delegations.delegatorId, id), eq(delegations.delegateId, id)));
  await eraseRows(tx, notes, and(eq(notes.ownerKind, 'person'), eq(notes.ownerId, id)));
  await eraseRows(tx, threadMessages, eq(threadMessages.personId, id));
  await tx.update(outbox).set({ state: 'dropped', failure: 'gone', lockedUntil: null }).where(and(eq(outbox.personId, id), eq(outbox.state, 'pending')));
  await tx.update(invitations).set({ revokedAt: now }).where(and(eq(invitations.personId, id), isNull(invitations.usedAt), isNull(invitations.revokedAt)));
  if (email === null) return;
  await eraseRows(tx, linkRequests, eq(linkRequests.emailDigest, secrets.digest('email', emailKey(email))));
  await eraseRows(tx, reports, eq(sql`lower(${reports.email})`, emailKey(email)));
}

/** Under which ids the trail knows these people: their own, and those of rows that were merged into theirs. */
async function idsInTrail(tx: Writer, { auditEntries, auditValues }: Tables, ids: readonly string[]): Promise<string[]> {
  const known = new Set(ids);
  for (const id of known) {
    const merges = await tx
      .select({ written: auditValues.written })
      .from(auditEntries)
      .innerJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
      .where(and(eq(auditEntries.objectKind, 'person'), eq(auditEntries.objectId, id), eq(auditEntries.action, 'merge')));
    for (const { written } of merges) {
      const duplicate = (JSON.parse(written) as WrittenValues).find(([field]) => field === 'duplicate')?.[2]; // recordAudit writes nothing else
      if (typeof duplicate === 'string') known.add(duplicate); // and is looked at in turn
    }
  }
  return [...known];
}
