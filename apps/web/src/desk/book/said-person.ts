import { isEmail, isTaxCode, normalizeEmail, normalizeTaxCode } from '@sportello/contract';
import type { Typed } from './draft.ts';

/** What was typed to find somebody, as the first of what is known of somebody new: a name, a phone, an e-mail or a tax code. */
export function typedOf(words: string): Typed {
  const said = words.trim().replace(/\s+/g, ' ');
  if (said === '') return {};
  if (isEmail(normalizeEmail(said))) return { 'person/email': said };
  if (isTaxCode(normalizeTaxCode(said))) return { 'person/tax_code': said.toUpperCase() };
  if (/^[+\d][\d\s/.-]{4,}$/.test(said)) return { 'person/phone': said };
  const parts = said.split(' ').map(capital);
  if (parts.length === 1) return { 'person/given_name': '', 'person/family_name': parts[0] ?? '' };
  return { 'person/given_name': parts.slice(0, -1).join(' '), 'person/family_name': parts.at(-1) ?? '' };
}

/** Typed in a hurry, a name gets its capital; one that has capitals is left as it is. */
function capital(word: string): string {
  return word === word.toLowerCase() ? word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : word;
}
