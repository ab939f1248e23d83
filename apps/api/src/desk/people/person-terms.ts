import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';
import { type Findable, termsOfPerson } from '../../people/person-terms.ts';

/**
 * Writes what finds a person, in place of what found them before. Belongs inside the write that makes or changes them; who
 * is booked by a citizen has it written a moment later (see index-people.ts).
 */
export async function writePersonTerms(tx: Writer, tables: Tables, person: Findable & { readonly id: string }): Promise<void> {
  await removePersonTerms(tx, tables, [person.id]);
  await insertTerms(tx, tables, [person]);
}

/** These people are found no more. */
export async function removePersonTerms(tx: Writer, { personTerms }: Tables, ids: readonly string[]): Promise<void> {
  await tx.delete(personTerms).where(inArray(personTerms.personId, [...ids]));
}

/**
 * Writes the terms of those among these people who have none, and answers with how many that were. Their rows are locked first:
 * of two processes the second one sees what the first one wrote, and who is changed or erased meanwhile is read as they are then.
 */
export async function addMissingTerms(tx: Writer, tables: Tables, ids: readonly string[]): Promise<number> {
  const { people, personTerms } = tables;
  const present = await tx
    .update(people)
    .set({ revision: sql`${people.revision}` })
    .where(and(inArray(people.id, [...ids]), isNull(people.erasedAt)))
    .returning();
  if (present.length === 0) return 0;
  const found = await tx.selectDistinct({ id: personTerms.personId }).from(personTerms).where(inArray(personTerms.personId, present.map(({ id }) => id)));
  const known = new Set(found.map(({ id }) => id));
  const missing = present.filter(({ id }) => !known.has(id));
  await insertTerms(tx, tables, missing);
  return missing.length;
}

async function insertTerms(tx: Writer, { personTerms }: Tables, people: readonly (Findable & { readonly id: string })[]): Promise<void> {
  const rows = people.flatMap((person) => termsOfPerson(person).map((term) => ({ id: newId(), personId: person.id, ...term })));
  if (rows.length > 0) await tx.insert(personTerms).values(rows);
}

/** Whether this person can be found at all. */
export function hasTerms({ people, personTerms }: Tables) {
  return sql`exists (select 1 from ${personTerms} where ${eq(personTerms.personId, people.id)})`;
}
