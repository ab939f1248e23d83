import type { DeskPerson } from '@sportello/contract';

/** Somebody as the desk sees them: contacts masked. */
export function deskPerson(change: Partial<DeskPerson> = {}): DeskPerson {
  return {
    id: 'x1',
    kind: 'natural',
    name: 'Ada Rossi',
    given_name: 'Ada',
    family_name: 'Rossi',
    company_name: null,
    email: 'a***@example.org',
    phone: '+39 *** *** 456',
    tax_code: null,
    language: 'it',
    revision: 0,
    is_masked: true,
    is_erased: false,
    look_alikes: [],
    notes: [],
    appointments: [],
    ...change,
  };
}
