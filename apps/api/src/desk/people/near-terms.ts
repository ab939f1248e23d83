import { and, between, count, eq, inArray, type SQL } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { longWord } from '../../people/likeness.ts';
import { foldWord } from '../../people/name-words.ts';
import { forgivesSlips, oneSlipAway, slipsBetween } from '../../people/near-words.ts';
import { rangeOf } from '../../people/person-terms.ts';

/** A word that is in somebody's name, folded, and how many names it is in. */
export interface KnownTerm {
  readonly term: string;
  readonly count: number;
}

/** How far from a word: 0 the same, 1 begun alike, 2 one slip away, 3 two slips in a long one. */
export type Circle = 0 | 1 | 2 | 3;

/** A word that is looked for, folded, with what it may have been written together with. */
export interface SoughtWord {
  readonly alone: string;
  readonly joined: readonly string[];
  /** Of these, those in which slips are forgiven: the word, and what it makes with a particle such as `de`. */
  readonly forgiven: readonly string[];
}

/** Fewer letters begin too many names. */
const shortestBeginning = 3;
/** Two slips are looked for behind these letters. */
const farBeginning = 2;

/** No longer than a particle: `de`, `del`, `lo`. */
const longestParticle = 3;

export function soughtWords(words: readonly string[]): SoughtWord[] {
  const pairs = words.slice(1).map((word, place) => {
    const before = words[place] ?? '';
    return { joined: foldWord(before + word), hasParticle: Math.min(before.length, word.length) <= longestParticle };
  });
  return words.map((word, place) => {
    const alone = foldWord(word);
    const ofWord = pairs.slice(Math.max(0, place - 1), place + 1);
    const withParticle = ofWord.filter(({ hasParticle }) => hasParticle).map(({ joined }) => joined);
    return { alone, joined: ofWord.map(({ joined }) => joined), forgiven: [alone, ...withParticle].filter(forgivesSlips) };
  });
}

type Read = Pick<Database, 'read' | 'tables'>;

/** Which words of names may be meant: the same, one slip away, or begun alike. */
export function nearTerms(database: Read, sought: readonly SoughtWord[]): Promise<KnownTerm[]> {
  const forms = [...new Set(sought.flatMap(({ alone, joined }) => [alone, ...joined]))];
  const slipped = [...new Set(sought.flatMap(({ forgiven }) => forgiven))].flatMap(oneSlipAway);
  return vocabulary(database, [...new Set([...forms, ...slipped])], [...new Set(sought.flatMap(beginningsOf))]);
}

/** For long words, whatever begins with the same letters. */
export function farTerms(database: Read, sought: readonly SoughtWord[]): Promise<KnownTerm[]> {
  const long = sought.flatMap(({ forgiven }) => forgiven).filter(({ length }) => length >= longWord);
  return vocabulary(database, [], [...new Set(long.map((word) => word.slice(0, farBeginning)))]);
}

/** Terms that begin so; as a range, which the index answers. */
export function beginsWith(term: Tables['personTerms']['term'] | SQL, beginning: string): SQL {
  const { from, to } = rangeOf(beginning);
  return between(term as SQL, from, to); // either is an expression of text
}

/** One statement for each condition: joined by `or` they would not be looked up in the index. */
async function vocabulary({ read, tables: { personTerms } }: Read, exactly: readonly string[], begun: readonly string[]): Promise<KnownTerm[]> {
  const ranges = begun.map((beginning) => beginsWith(personTerms.term, beginning));
  const conditions = [...(exactly.length > 0 ? [inArray(personTerms.term, [...exactly])] : []), ...ranges];
  const ask = (condition: (typeof conditions)[number]) => read.select({ term: personTerms.term, count: count() }).from(personTerms).where(and(eq(personTerms.kind, 'name'), condition)).groupBy(personTerms.term);
  const rows = (await Promise.all(conditions.map(ask))).flat();
  return [...new Map(rows.map((row) => [row.term, { term: row.term, count: Number(row.count) }])).values()];
}

/** What a word may be in a circle around it. */
export interface Meant {
  /** Known terms, the nearest and then the commonest first. */
  readonly terms: readonly KnownTerm[];
  /** The same, said shortly: single terms, and the beginnings of all others. */
  readonly single: readonly string[];
  readonly beginnings: readonly string[];
}

export function meantBy(word: SoughtWord, known: readonly KnownTerm[], circle: Circle): Meant {
  const found = known.flatMap((one) => {
    const distance = distanceOf(word, one.term);
    return distance !== null && distance <= circle ? [{ one, distance }] : [];
  });
  return {
    terms: found.toSorted((a, b) => a.distance - b.distance || b.one.count - a.one.count).map(({ one }) => one),
    single: found.filter(({ distance }) => distance !== 1).map(({ one }) => one.term),
    beginnings: circle === 0 ? [] : beginningsOf(word),
  };
}

function beginningsOf({ alone, joined }: SoughtWord): string[] {
  return [alone, ...joined].filter(({ length }) => length >= shortestBeginning);
}

function distanceOf(word: SoughtWord, term: string): Circle | null {
  if (word.alone === term || word.joined.includes(term)) return 0;
  if (beginningsOf(word).some((beginning) => term.startsWith(beginning))) return 1;
  const slips = Math.min(...word.forgiven.map((form) => slipsWithin(form, term)));
  return slips === 1 ? 2 : slips === 2 ? 3 : null;
}

/** One slip in any word, two in a long one; infinitely many where there are more. */
function slipsWithin(form: string, term: string): number {
  const most = form.length >= longWord ? 2 : 1;
  if (Math.abs(form.length - term.length) > most) return Number.POSITIVE_INFINITY;
  const slips = slipsBetween(form, term);
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}
