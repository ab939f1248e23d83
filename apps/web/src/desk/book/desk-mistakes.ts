import type { Channel } from '@sportello/contract';
import { mistakesInPerson, type Mistakes } from '../../book/mistakes.ts';
import type { Somebody, Typed } from './draft.ts';

/** What must be mended before a booking for somebody can go. E-mail and phone may both be missing: then the slip is printed. */
export function deskMistakes(person: Somebody | null, typed: Typed, channel: Channel): Mistakes {
  if (!person) return {};
  const relation = typed['on_behalf_of/relation'] || 'family';
  const found = Object.entries(mistakesInPerson({ ...typed, 'on_behalf_of/relation': relation }, channel)).filter(([, mistake]) => mistake !== 'contact');
  return Object.fromEntries(found.filter(([field, mistake]) => !isKnownAlready(person, field, mistake)));
}

/** The name of somebody known is not typed, and their phone only where it is missing. */
function isKnownAlready(person: Somebody, field: string, mistake: string): boolean {
  if (person.kind !== 'known') return false;
  return field === 'person/given_name' || field === 'person/family_name' || (mistake === 'phoneMissing' && person.phone !== null);
}
