import { and, desc, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../database/database.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import { likenessOfName } from '../../people/likeness.ts';
import { plainWords } from '../../people/name-words.ts';
import { isShownTo, type Person } from '../booked.ts';
import { type Circle, farTerms, type KnownTerm, nearTerms, type SoughtWord, soughtWords, termsWithin } from './near-terms.ts';

export interface Alike {
  readonly person: Person;
  /** 0 to 1. */
  readonly likeness: number;
}

interface NameSearch {
  readonly database: Pick<Database, 'read' | 'tables'>;
  readonly staff: Pick<StaffMember, 'reach'>;
  readonly now: number;
  /** How many are enough. */
  readonly enough: number;
}

const leastLikeness = 0.55;
const readAtOnce = 200;
/** Names that are looked through by one statement, unless a single word has more. */
const namesAtOnce = 2_000;

/**
 * People within reach whose name answers the plain words, the most alike first. Looks for the words as they are, then for
 * names that begin with them, then one slip away, and goes on only while there are not enough; two slips in a long word are
 * looked for where all else finds nobody. A word that is in nobody's name is passed over, if enough others are.
 */
export async function findByName(search: NameSearch, words: readonly string[]): Promise<Alike[]> {
  if (words.length === 0) return [];
  const sought = soughtWords(words);
  const near = await nearTerms(search.database, sought);
  const found = new Map<string, Alike>();
  for (const circle of [0, 1, 2] as const) {
    if (found.size < search.enough) await look(search, words, termsOfCircle(sought, near, circle), found);
  }
  if (found.size === 0) await look(search, words, termsOfCircle(sought, [...near, ...(await farTerms(search.database, sought))], 3), found);
  return [...found.values()].sort((one, other) => other.likeness - one.likeness || (one.person.id < other.person.id ? 1 : -1));
}

/** Of each word the terms in the circle, the rarest word first; none where some word is in names further out only, as nobody can have all. */
function termsOfCircle(sought: readonly SoughtWord[], known: readonly KnownTerm[], circle: Circle): KnownTerm[][] {
  const whole = sought.filter(({ alone }) => alone.length > 1); // initials are looked at in the end
  const inSomeName = whole.filter((word) => termsWithin(word, known, 3).length > 0);
  if (inSomeName.length / whole.length < leastLikeness) return [];
  const terms = inSomeName.map((word) => termsWithin(word, known, circle));
  if (terms.some(({ length }) => length === 0)) return [];
  return terms.toSorted((one, other) => namesOf(one) - namesOf(other));
}

function namesOf(terms: readonly KnownTerm[]): number {
  return terms.reduce((sum, { count }) => sum + count, 0);
}

/** Adds whoever has one of the terms of each word, if their name is alike as a whole: beginning with the nearest terms of the rarest word, until there are enough. */
async function look(search: NameSearch, words: readonly string[], [rarest, ...others]: readonly (readonly KnownTerm[])[], found: Map<string, Alike>): Promise<void> {
  for (const portion of portionsOf(rarest ?? [])) {
    for (const person of await peopleWith(search, portion, others)) {
      const likeness = likenessOfName(words, nameWordsOf(person));
      if (likeness >= leastLikeness) found.set(person.id, { person, likeness });
    }
    if (found.size >= search.enough) return;
  }
}

/** A word that many have stands alone: then the index gives them in order, and the newest are found without reading all. */
function portionsOf(terms: readonly KnownTerm[]): KnownTerm[][] {
  const portions: KnownTerm[][] = [];
  for (const term of terms) {
    const last = portions.at(-1);
    if (last && namesOf(last) + term.count <= namesAtOnce) last.push(term);
    else portions.push([term]);
  }
  return portions;
}

/** People within reach, the newest first, with one of these terms and one of each of the other words. */
async function peopleWith({ database, staff, now }: NameSearch, portion: readonly KnownTerm[], others: readonly (readonly KnownTerm[])[]): Promise<Person[]> {
  const { read, tables } = database;
  const { people, personTerms, appointments, appointmentPeople } = tables;
  const other = alias(personTerms, 'other');
  const isOneOf = (column: typeof personTerms | typeof other, terms: readonly KnownTerm[]) => and(eq(column.kind, 'name'), inArray(column.term, terms.map(({ term }) => term)));
  const hasOther = (terms: readonly KnownTerm[]) => exists(read.select({ one: sql`1` }).from(other).where(and(eq(other.personId, personTerms.personId), isOneOf(other, terms))));
  const isShown = exists(
    read
      .select({ one: sql`1` })
      .from(appointmentPeople)
      .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
      .where(and(eq(appointmentPeople.personId, personTerms.personId), isShownTo(tables, staff, now))),
  );
  const rows = await read
    .selectDistinct({ id: personTerms.personId })
    .from(personTerms)
    .where(and(isOneOf(personTerms, portion), ...others.map(hasOther), isShown))
    .orderBy(desc(personTerms.personId))
    .limit(readAtOnce);
  if (rows.length === 0) return [];
  return read.select().from(people).where(and(inArray(people.id, rows.map(({ id }) => id)), isNull(people.erasedAt)));
}

/** The plain words of all names of somebody. */
export function nameWordsOf({ givenName, familyName, companyName }: Pick<Person, 'givenName' | 'familyName' | 'companyName'>): string[] {
  return [givenName, familyName, companyName].flatMap((name) => (name === null ? [] : plainWords(name)));
}
