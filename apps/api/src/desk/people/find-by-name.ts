import { and, desc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../database/database.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import { likenessOfName } from '../../people/likeness.ts';
import { plainWords } from '../../people/name-words.ts';
import { isShownTo, type Person } from '../booked.ts';
import { beginsWith, type Circle, farTerms, type KnownTerm, type Meant, meantBy, nearTerms, type SoughtWord, soughtWords } from './near-terms.ts';

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
const readAtOnce = 100;
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
    if (found.size < search.enough) await look(search, words, meantInCircle(sought, near, circle), found);
  }
  if (found.size === 0) await look(search, words, meantInCircle(sought, [...near, ...(await farTerms(search.database, sought))], 3), found);
  return [...found.values()].sort((one, other) => other.likeness - one.likeness || (one.person.id < other.person.id ? 1 : -1));
}

/** What each word may be in the circle, the rarest word first; nothing where some word is in names further out only, as nobody can have all. */
function meantInCircle(sought: readonly SoughtWord[], known: readonly KnownTerm[], circle: Circle): Meant[] {
  const whole = sought.filter(({ alone }) => alone.length > 1); // initials are looked at in the end
  const inSomeName = whole.filter((word) => meantBy(word, known, 3).terms.length > 0);
  if (inSomeName.length / whole.length < leastLikeness) return [];
  const meant = inSomeName.map((word) => meantBy(word, known, circle));
  if (meant.some(({ terms }) => terms.length === 0)) return [];
  return meant.toSorted((one, other) => namesOf(one.terms) - namesOf(other.terms));
}

function namesOf(terms: readonly KnownTerm[]): number {
  return terms.reduce((sum, { count }) => sum + count, 0);
}

/** Adds whoever has one of the terms of each word, if their name is alike as a whole: beginning with the nearest terms of the rarest word, until there are enough. */
async function look(search: NameSearch, words: readonly string[], [rarest, ...others]: readonly Meant[], found: Map<string, Alike>): Promise<void> {
  for (const portion of portionsOf(rarest?.terms ?? [])) {
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
async function peopleWith({ database, staff, now }: NameSearch, portion: readonly KnownTerm[], others: readonly Meant[]): Promise<Person[]> {
  const { read, tables } = database;
  const { people, personTerms, appointments, appointmentPeople } = tables;
  const other = alias(personTerms, 'other');
  // By the few terms of the person: the index of terms would be asked for each that is meant. An expression has no index.
  const [kind, term] = [sql`${other.kind} || ''`, sql`${other.term} || ''`];
  const isMeant = ({ single, beginnings }: Meant) => or(single.length > 0 ? inArray(term, [...single]) : undefined, ...beginnings.map((beginning) => beginsWith(term, beginning)));
  const hasOther = (meant: Meant) => exists(read.select({ one: sql`1` }).from(other).where(and(eq(other.personId, personTerms.personId), eq(kind, 'name'), isMeant(meant))));
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
    .where(and(eq(personTerms.kind, 'name'), inArray(personTerms.term, portion.map((one) => one.term)), ...others.map(hasOther), isShown))
    .orderBy(desc(personTerms.personId))
    .limit(readAtOnce);
  if (rows.length === 0) return [];
  return read.select().from(people).where(and(inArray(people.id, rows.map(({ id }) => id)), isNull(people.erasedAt)));
}

/** The plain words of all names of somebody. */
export function nameWordsOf({ givenName, familyName, companyName }: Pick<Person, 'givenName' | 'familyName' | 'companyName'>): string[] {
  return [givenName, familyName, companyName].flatMap((name) => (name === null ? [] : plainWords(name)));
}
