import { isTaxCode, normalizeTaxCode, parseAppointmentCode } from '@sportello/contract';
import { plainWords } from './name-words.ts';
import { emailTerm, phoneTerm } from './person-terms.ts';
import { normalizePhone } from './phone.ts';

/** What somebody typed into the search, by all that it may mean; empty lists and null where it can mean no such thing. */
export interface SoughtPerson {
  /** Plain words of a name. */
  readonly nameWords: readonly string[];
  /** Ends of a phone number, as terms: the number reversed. */
  readonly phones: readonly string[];
  /** The beginning of an e-mail address, as a term. */
  readonly email: string | null;
  /** The beginning of a tax code, as a term. */
  readonly taxCode: string | null;
  /** Eight characters. */
  readonly code: string | null;
}

const mostWords = 8;
/** Fewer digits would be the end of too many numbers. */
const fewestDigits = 6;
const shortestAddress = 4;
const shortestTaxCode = 6;

export function readSearchWords(typed: string): SoughtPerson {
  const words = typed.trim();
  return {
    nameWords: words.includes('@') || !/\p{L}/u.test(words) ? [] : [...new Set(plainWords(words))].slice(0, mostWords),
    phones: phonesOf(words),
    email: emailOf(words),
    taxCode: taxCodeOf(words),
    code: parseAppointmentCode(words)?.replace('-', '') ?? null,
  };
}

function phonesOf(words: string): string[] {
  if (!/^[\d\s()+./\-\u2010-\u2015\p{Cf}]+$/u.test(words)) return [];
  const typed = words.replace(/\D/g, '').replace(/^00/, '');
  if (typed.length < fewestDigits) return [];
  const whole = normalizePhone(words);
  return [...new Set([phoneTerm(typed), ...(whole === null ? [] : [phoneTerm(whole)])])];
}

/** With an @ it is one; a single word may be the beginning of one. */
function emailOf(words: string): string | null {
  if (/\s/.test(words)) return null;
  const term = emailTerm(words);
  return term.length >= shortestAddress ? term : null;
}

function taxCodeOf(words: string): string | null {
  const code = normalizeTaxCode(words);
  if (!isTaxCode(code) && /\s/.test(words) && !/\d/.test(words)) return null; // two words are a name
  return code.length >= shortestTaxCode && /^[A-Z0-9]{1,16}$/.test(code) ? code.toLowerCase() : null;
}
