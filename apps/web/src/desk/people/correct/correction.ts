import type { DeskPerson, Language, PersonChange } from '@sportello/contract';
import { formatPhone } from '../../../format/phone.ts';
import type { it } from '../../../messages/people.it.ts';
import { contactFields, type PersonField, personFields } from '../person-fields.ts';

/** What a form of somebody holds. A contact that is hidden holds nothing, and is left as it is. */
export type Correction = Readonly<Record<PersonField, string>>;

/** Contacts of which only a part is shown: they cannot be corrected before they are seen. */
export function hiddenIn(known: DeskPerson): readonly PersonField[] {
  return known.is_masked ? contactFields.filter((field) => known[field] !== null) : [];
}

export function correctionOf(known: DeskPerson): Correction {
  const hidden = hiddenIn(known);
  const entries = personFields.map((field) => [field, hidden.includes(field) ? '' : (known[field] ?? '')]);
  const correction = Object.fromEntries(entries) as Correction; // one entry for each field
  return { ...correction, phone: formatPhone(correction.phone) };
}

/** Only what differs from what was read; an empty text takes away. */
export function changeOf(known: DeskPerson, typed: Correction): Omit<PersonChange, 'revision'> {
  const before = correctionOf(known);
  const changed = personFields.filter((field) => field !== 'language' && typed[field].trim() !== before[field]);
  return {
    ...Object.fromEntries(changed.map((field) => [field, typed[field].trim() || null])),
    ...(typed.language !== before.language && { language: typed.language as Language }), // one of the choices
  };
}

export function isChanged(known: DeskPerson, typed: Correction): boolean {
  return Object.keys(changeOf(known, typed)).length > 0;
}

/** What was typed stays; what was left as it was follows the newer state, and so do contacts that are shown only now. */
export function withNewer(typed: Correction, known: DeskPerson, newer: DeskPerson): Correction {
  const [before, after] = [correctionOf(known), correctionOf(newer)];
  const entries = personFields.map((field) => [field, typed[field].trim() === before[field] ? after[field] : typed[field]]);
  return Object.fromEntries(entries) as Correction; // one entry for each field
}

/** Which fields somebody else changed, as far as they can be told apart: not contacts of which one state is hidden and the other is not. */
export function changedFields(known: DeskPerson, newer: DeskPerson): readonly PersonField[] {
  const contacts: readonly PersonField[] = known.is_masked === newer.is_masked ? [] : contactFields;
  return personFields.filter((field) => !contacts.includes(field) && known[field] !== newer[field]);
}

/** Field -> how to mend it. One name must stay. */
export function mistakesIn(kind: DeskPerson['kind'], typed: Correction, texts: Pick<typeof it.correction, 'nameMissing' | 'companyMissing'>): Partial<Record<PersonField, string>> {
  if (kind === 'legal') return typed.company_name.trim() === '' ? { company_name: texts.companyMissing } : {};
  return typed.given_name.trim() === '' && typed.family_name.trim() === '' ? { family_name: texts.nameMissing } : {};
}
