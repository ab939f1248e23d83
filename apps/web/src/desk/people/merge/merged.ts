import type { DeskPerson } from '@sportello/contract';
import { contactFields, type PersonField } from '../person-fields.ts';

const nameFields = ['given_name', 'family_name', 'company_name'] as const satisfies readonly PersonField[];
type NameOrContact = (typeof nameFields)[number] | (typeof contactFields)[number];

/** What a merge makes of two rows, as the server does it: who stays keeps what they have, and gains what they lack. */
export interface Merged {
  readonly name: string;
  readonly gains: readonly NameOrContact[];
  /** Of whom goes, what is not the same and does not stay. */
  readonly loses: readonly NameOrContact[];
}

export function mergedOf(kept: DeskPerson, gone: DeskPerson): Merged {
  // Names go together: half of one and half of the other would be nobody's.
  const keepsName = nameFields.some((field) => kept[field] !== null);
  const lacks = (field: NameOrContact) => (isName(field) ? !keepsName : kept[field] === null);
  const known = [...nameFields, ...contactFields].filter((field) => gone[field] !== null);
  return {
    name: keepsName ? kept.name : gone.name,
    gains: known.filter(lacks),
    loses: known.filter((field) => !lacks(field) && kept[field] !== gone[field]),
  };
}

function isName(field: NameOrContact): boolean {
  return (nameFields as readonly NameOrContact[]).includes(field);
}
