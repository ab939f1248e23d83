import { emailKey } from '@sportello/contract';
import { foldWord, plainWords, withJoined } from './name-words.ts';

/** What finds a person: the folded words of their names, and their contacts, so written that a range of the index holds all that begin alike. */
export interface PersonTerm {
  readonly kind: 'name' | 'phone' | 'email' | 'tax-code';
  readonly term: string;
}

export interface Findable {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly companyName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxCode: string | null;
}

const longestTerm = 100;

export function termsOfPerson({ givenName, familyName, companyName, email, phone, taxCode }: Findable): PersonTerm[] {
  const names = [givenName, familyName, companyName].flatMap((name) => (name === null ? [] : withJoined(plainWords(name)).map(foldWord)));
  const contacts = [
    ...(email === null ? [] : [{ kind: 'email' as const, term: emailTerm(email) }]),
    ...(phone === null ? [] : [{ kind: 'phone' as const, term: phoneTerm(phone) }]),
    ...(taxCode === null ? [] : [{ kind: 'tax-code' as const, term: taxCode.toLowerCase() }]),
  ];
  return [...[...new Set(names)].map((term) => ({ kind: 'name' as const, term })), ...contacts].filter(({ term }) => term !== '').map(({ kind, term }) => ({ kind, term: term.slice(0, longestTerm) }));
}

/** The letters and digits of an address: databases sort all else each in its own way, and people forget dots. */
export function emailTerm(email: string): string {
  return plainWords(emailKey(email)).join('');
}

/** The digits of a number from the last to the first: numbers are found by their end, with or without a country in front. */
export function phoneTerm(phone: string): string {
  return [...phone.replace(/\D/g, '')].reverse().join('');
}

/** Every term from `beginning` on that begins with it: terms are small letters and digits, which every collation sorts between these two. */
export function rangeOf(beginning: string): { from: string; to: string } {
  return { from: beginning, to: beginning + 'z'.repeat(longestTerm) };
}
