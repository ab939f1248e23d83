import type { DeskPerson } from '@sportello/contract';
import { formatPhone } from '../../format/phone.ts';
import { people } from '../../messages/people.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

export const personFields = ['given_name', 'family_name', 'company_name', 'email', 'phone', 'tax_code', 'language'] as const;
export type PersonField = (typeof personFields)[number];

/** What is masked until it is asked for. */
export const contactFields = ['email', 'phone', 'tax_code'] as const satisfies readonly PersonField[];

type Known = Pick<DeskPerson, PersonField | 'is_masked'>;

/** What each field is called, and how its value is read. */
export function usePersonFields() {
  const { page: texts } = useMessages(people);
  const labels: Readonly<Record<PersonField, string>> = {
    given_name: texts.givenName,
    family_name: texts.familyName,
    company_name: texts.companyName,
    email: texts.email,
    phone: texts.phone,
    tax_code: texts.taxCode,
    language: texts.language,
  };
  /** Null where nothing is known. */
  function valueOf(person: Known, field: PersonField): string | null {
    if (field === 'language') return texts.languages[person.language];
    const value = person[field];
    return value && field === 'phone' && !person.is_masked ? formatPhone(value) : value;
  }
  return { labels, valueOf };
}
