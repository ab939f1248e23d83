import { and, between, count, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
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
  return vocabulary(database, [...new Set([...forms, ...slipped])], forms.filter(({ length }) => length >= shortestBeginning));
}

/** For long words, whatever begins with the same letters. */
export function farTerms(database: Read, sought: readonly SoughtWord[]): Promise<KnownTerm[]> {
  const long = sought.flatMap(({ forgiven }) => forgiven).filter(({ length }) => length >= longWord);
  return vocabulary(database, [], [...new Set(long.map((word) => word.slice(0, farBeginning)))]);
}

/** One statement for each condition: joined by `or` they would not be looked up in the index. */
async function vocabulary({ read, tables: { personTerms } }: Read, exactly: readonly string[], begun: readonly string[]): Promise<KnownTerm[]> {
  const ranges = begun.map((beginning) => {
    const { from, to } = rangeOf(beginning);
    return between(personTerms.term, from, to);
  });
  const conditions = [...(exactly.length > 0 ? [inArray(personTerms.term, [...exactly])] : []), ...ranges];
  const ask = (condition: (typeof conditions)[number]) => read.select({ term: personTerms.term, count: count() }).from(personTerms).where(and(eq(personTerms.kind, 'name'), condition)).groupBy(personTerms.term);
  const rows = (await Promise.all(conditions.map(ask))).flat();
  return [...new Map(rows.map((row) => [row.term, { term: row.term, count: Number(row.count) }])).values()];
}

/** Those of the known terms that lie in a circle around a word, the nearest and then the commonest first. */
export function termsWithin(word: SoughtWord, known: readonly KnownTerm[], circle: Circle): KnownTerm[] {
  const found = known.flatMap((one) => {
    const distance = distanceOf(word, one.term);
    return distance !== null && distance <= circle ? [{ one, distance }] : [];
  });
  return found.toSorted((a, b) => a.distance - b.distance || b.one.count - a.one.count).map(({ one }) => one);
}

function distanceOf({ alone, joined, forgiven }: SoughtWord, term: string): Circle | null {
  const forms = [alone, ...joined];
  if (forms.includes(term)) return 0;
  if (forms.some((form) => form.length >= shortestBeginning && term.startsWith(form))) return 1;
  const slips = Math.min(...forgiven.map((form) => slipsWithin(form, term)));
  return slips === 1 ? 2 : slips === 2 ? 3 : null;
}

/** One slip in any word, two in a long one; infinitely many where there are more. */
function slipsWithin(form: string, term: string): number {
  const most = form.length >= longWord ? 2 : 1;
  if (Math.abs(form.length - term.length) > most) return Number.POSITIVE_INFINITY;
  const slips = slipsBetween(form, term);
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}
