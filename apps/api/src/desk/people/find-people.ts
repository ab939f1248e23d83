import { and, desc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { PersonFound } from '@sportello/contract';
import type { Database } from '../../database/database.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import { readSearchWords, type SoughtPerson } from '../../people/search-words.ts';
import { isShownTo, type Person } from '../booked.ts';
import { findByName } from './find-by-name.ts';
import { beginsWith } from './near-terms.ts';
import { isPersonShownTo } from './reach-of-person.ts';

export interface Found {
  readonly person: Person;
  readonly matched: PersonFound['matched'];
}

export interface Looking {
  readonly database: Pick<Database, 'read' | 'tables'>;
  readonly staff: Pick<StaffMember, 'reach'>;
  readonly now: number;
}

/** As many as a page of the desk shows. */
export const mostFound = 20;

/**
 * People within reach whom these words may mean, the likeliest first, one more than a page at most. What names exactly one thing
 * (the code of an appointment, a tax code, a number) comes before names, and an address that only begins so comes after them.
 */
export async function findPeople(looking: Looking, words: string): Promise<Found[]> {
  const sought = readSearchWords(words);
  const enough = mostFound + 1;
  const byCode = await withCode(looking, sought);
  const byTaxCode = await withContact(looking, 'tax-code', sought.taxCode === null ? [] : [sought.taxCode], enough);
  const byPhone = await withContact(looking, 'phone', sought.phones, enough);
  const byName = await findByName({ ...looking, enough }, sought.nameWords);
  const byEmail = await withContact(looking, 'email', sought.email === null ? [] : [sought.email], enough);
  const found = [
    ...as('code', byCode),
    ...as('tax_code', byTaxCode),
    ...as('phone', byPhone),
    ...as('name', byName.map(({ person }) => person)),
    ...as('email', byEmail),
  ];
  return [...new Map(found.toReversed().map((one) => [one.person.id, one])).values()].toReversed().slice(0, enough);
}

function as(matched: Found['matched'], people: readonly Person[]): Found[] {
  return people.map((person) => ({ person, matched }));
}

/** People within reach who have a contact that begins with one of these terms, the newest first. */
export async function withContact({ database, staff, now }: Looking, kind: 'phone' | 'email' | 'tax-code', beginnings: readonly string[], most: number): Promise<Person[]> {
  if (beginnings.length === 0) return [];
  const { people, personTerms } = database.tables;
  const begins = beginnings.map((beginning) => beginsWith(personTerms.term, beginning));
  const ids = database.read.select({ id: personTerms.personId }).from(personTerms).where(and(eq(personTerms.kind, kind), or(...begins)));
  return shown({ database, staff, now }, inArray(people.id, ids), most);
}

/** Who takes part in the appointment with this code: who asked for it first. */
async function withCode(looking: Looking, { code }: SoughtPerson): Promise<Person[]> {
  if (code === null) return [];
  const { read, tables } = looking.database;
  const { appointments, appointmentPeople, people } = tables;
  const rows = await read
    .select({ person: people })
    .from(appointments)
    .innerJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .innerJoin(people, eq(people.id, appointmentPeople.personId))
    .where(and(eq(appointments.code, code), isNull(people.erasedAt), isShownTo(tables, looking.staff, looking.now)))
    .orderBy(appointmentPeople.id);
  return rows.map(({ person }) => person);
}

function shown({ database, staff, now }: Looking, condition: SQL, most: number): Promise<Person[]> {
  const { people } = database.tables;
  return database.read.select().from(people).where(and(condition, isNull(people.erasedAt), isPersonShownTo(database, staff, now))).orderBy(desc(people.id)).limit(most);
}
