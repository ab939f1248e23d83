import type { MergeRequest } from '@sportello/contract';
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Database, Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { invalid, problem } from '../../http/problems.ts';
import { actorOf } from '../../identity/staff-member.ts';
import type { Person } from '../booked.ts';
import { type PeopleWork, valuesOfPerson } from './change-person.ts';
import { rekeyAhead } from './contact-keys.ts';
import { removePersonTerms, writePersonTerms } from './person-terms.ts';
import { requirePerson, requireWhole } from './reach-of-person.ts';
import { tellBoardsOf } from './tell-boards.ts';

/**
 * Two rows are one person: whoever is named first keeps what they have and gains what they miss, all that hangs on the
 * duplicate passes over, and its row goes. Throws `beyond-reach` unless both lie within reach as a whole, and
 * `changed-meanwhile` when somebody changed one of them since.
 */
export async function mergeInto(work: PeopleWork, id: string, { duplicate_id: duplicateId, revision, duplicate_revision: duplicateRevision }: MergeRequest): Promise<Person> {
  const { database, secrets, staff, now } = work;
  const { tables } = database;
  if (id === duplicateId) throw invalid('/duplicate_id', { it: 'È la stessa persona.', en: 'It is the same person.' });
  return database.write(async (tx) => {
    await lockAhead(database, tx, [id, duplicateId], now);
    const kept = await requirePerson(database, tx, staff, { id, now });
    const duplicate = await requirePerson(database, tx, staff, { id: duplicateId, now });
    await requireWhole(database, tx, staff, [id, duplicateId]);
    const merged = withMissing(kept, duplicate);
    await take(tx, tables, kept, { ...merged, revision: revision + 1 }, revision);
    await take(tx, tables, duplicate, duplicate, duplicateRevision);
    await passOver(tx, tables, { from: duplicateId, to: id });
    await removePersonTerms(tx, tables, [duplicateId]);
    await tx.delete(tables.people).where(eq(tables.people.id, duplicateId));
    await writePersonTerms(tx, tables, merged);
    await rekeyAhead(tx, tables, secrets, merged, now);
    await tellBoardsOf(tx, tables, [id], { by: actorOf(staff), now });
    const about = { action: 'merge' as const, personId: id };
    await recordAudit(tx, tables, actorOf(staff), { ...about, object: { kind: 'person', id: duplicateId }, before: valuesOfPerson(duplicate) }, now);
    await recordAudit(tx, tables, actorOf(staff), { ...about, object: { kind: 'person', id }, before: valuesOfPerson(kept), after: { ...valuesOfPerson(merged), duplicate: duplicateId } }, now);
    return { ...merged, revision: revision + 1 };
  });
}

/** Whoever moves or cancels one of their appointments at this moment has done so before, or waits: messages name a person. */
export async function lockAhead(database: Database, tx: Writer, personIds: readonly string[], now: number): Promise<void> {
  const { appointments, appointmentPeople, claims } = database.tables;
  const rows = await tx
    .selectDistinct({ calendarId: claims.calendarId })
    .from(claims)
    .innerJoin(appointments, eq(appointments.id, claims.appointmentId))
    .innerJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(and(inArray(appointmentPeople.personId, [...personIds]), gt(claims.endsAt, now)));
  await database.touchCalendars(tx, rows.map(({ calendarId }) => calendarId).sort());
}

function withMissing(kept: Person, duplicate: Person): Person {
  const { givenName, familyName, companyName, email, phone, taxCode } = kept;
  // Names go together: half of one and half of the other would be nobody's.
  const names = givenName ?? familyName ?? companyName ? { givenName, familyName, companyName } : { givenName: duplicate.givenName, familyName: duplicate.familyName, companyName: duplicate.companyName };
  return { ...kept, ...names, email: email ?? duplicate.email, phone: phone ?? duplicate.phone, taxCode: taxCode ?? duplicate.taxCode };
}

/** Writes a person if nobody changed them since they were seen. */
async function take(tx: Writer, { people }: Tables, { id }: Person, next: Person, seenRevision: number): Promise<void> {
  const { givenName, familyName, companyName, email, phone, taxCode, revision } = next;
  const isUnchanged = and(eq(people.id, id), eq(people.revision, seenRevision), isNull(people.erasedAt));
  const taken = await tx.update(people).set({ givenName, familyName, companyName, email, phone, taxCode, revision }).where(isUnchanged).returning({ id: people.id });
  if (taken.length === 0) throw problem('changed-meanwhile');
}

/** Everything that names the one names the other from now on. */
async function passOver(tx: Writer, tables: Tables, { from, to }: { from: string; to: string }): Promise<void> {
  const { appointmentPeople, notes, identities, delegations, outbox, threadMessages, invitations, retentionHolds } = tables;
  await dropDoubleParts(tx, tables, { from, to });
  await tx.update(appointmentPeople).set({ personId: to }).where(eq(appointmentPeople.personId, from));
  await tx.update(notes).set({ ownerId: to }).where(and(eq(notes.ownerKind, 'person'), eq(notes.ownerId, from)));
  await tx.update(identities).set({ personId: to }).where(eq(identities.personId, from));
  await tx.update(delegations).set({ delegatorId: to }).where(eq(delegations.delegatorId, from));
  await tx.update(delegations).set({ delegateId: to }).where(eq(delegations.delegateId, from));
  await tx.update(outbox).set({ personId: to }).where(eq(outbox.personId, from));
  await tx.update(threadMessages).set({ personId: to }).where(eq(threadMessages.personId, from));
  await tx.update(retentionHolds).set({ personId: to }).where(eq(retentionHolds.personId, from));
  await tx.update(invitations).set({ personId: to }).where(eq(invitations.personId, from));
}

/** Where both take part in one appointment, one part is enough: who asked for it stays who asked. */
async function dropDoubleParts(tx: Writer, { appointmentPeople }: Tables, { from, to }: { from: string; to: string }): Promise<void> {
  const rows = await tx.select().from(appointmentPeople).where(inArray(appointmentPeople.personId, [from, to]));
  const ofAppointments = [...Map.groupBy(rows, ({ appointmentId }) => appointmentId).values()];
  const ofBoth = ofAppointments.filter((parts) => new Set(parts.map(({ personId }) => personId)).size > 1);
  const doubles = ofBoth.flatMap((parts) => {
    const [, ...rest] = parts.toSorted((one, other) => rank(one.role) - rank(other.role) || (one.personId === to ? -1 : 1));
    return rest.map(({ id }) => id);
  });
  if (doubles.length > 0) await tx.delete(appointmentPeople).where(inArray(appointmentPeople.id, doubles));
}

function rank(role: Tables['appointmentPeople']['$inferSelect']['role']): number {
  return role === 'requester' ? 0 : 1;
}
