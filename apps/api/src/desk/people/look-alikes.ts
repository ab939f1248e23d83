import { emailTerm, phoneTerm } from '../../people/person-terms.ts';
import { isNearlySameName } from '../../people/likeness.ts';
import type { Person } from '../booked.ts';
import { findByName, nameWordsOf } from './find-by-name.ts';
import { type Found, type Looking, mostFound, withContact } from './find-people.ts';

const readOfEach = 50;

/** Who within reach may be the same as this person: the same tax code, phone or e-mail, or a name that is nearly theirs. */
export async function findLookAlikes(looking: Looking, person: Person): Promise<Found[]> {
  const { taxCode, phone, email } = person;
  const sameTaxCode = taxCode === null ? [] : await withContact(looking, 'tax-code', [taxCode.toLowerCase()], readOfEach);
  const samePhone = phone === null ? [] : await withContact(looking, 'phone', [phoneTerm(phone)], readOfEach);
  const sameEmail = email === null ? [] : await withContact(looking, 'email', [emailTerm(email)], readOfEach);
  const words = nameWordsOf(person);
  const named = words.length < 2 ? [] : await findByName({ ...looking, enough: readOfEach }, words);
  const found: Found[] = [
    ...sameTaxCode.filter((one) => one.taxCode === taxCode).map((one) => ({ person: one, matched: 'tax_code' as const })),
    ...samePhone.filter((one) => one.phone === phone).map((one) => ({ person: one, matched: 'phone' as const })),
    ...sameEmail.filter((one) => one.email?.toLowerCase() === email?.toLowerCase()).map((one) => ({ person: one, matched: 'email' as const })),
    ...named.filter((one) => isNearlySameName(words, nameWordsOf(one.person))).map((one) => ({ person: one.person, matched: 'name' as const })),
  ];
  const others = found.filter((one) => one.person.id !== person.id);
  return [...new Map(others.toReversed().map((one) => [one.person.id, one])).values()].toReversed().slice(0, mostFound);
}
