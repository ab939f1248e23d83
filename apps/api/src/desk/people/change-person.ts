import { normalizeEmail, normalizeName, normalizeTaxCode, type PersonChange } from '@sportello/contract';
import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit, type Values } from '../../audit/record.ts';
import type { Database } from '../../database/database.ts';
import { invalid, problem } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import { normalizePhone } from '../../people/phone.ts';
import type { Secrets } from '../../secrets.ts';
import type { Person } from '../booked.ts';
import { rekeyAhead } from './contact-keys.ts';
import { writePersonTerms } from './person-terms.ts';
import { requirePerson } from './reach-of-person.ts';
import { tellBoardsOf } from './tell-boards.ts';

export interface PeopleWork {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly staff: StaffMember;
  readonly now: number;
}

/**
 * Corrects what is known of somebody within reach, and answers with them as they are then. Throws `changed-meanwhile` when
 * somebody was quicker, and `validation` where no name would be left.
 */
export async function correctPerson({ database, secrets, staff, now }: PeopleWork, id: string, wish: PersonChange): Promise<Person> {
  const { tables } = database;
  const { people } = tables;
  return database.write(async (tx) => {
    const present = await requirePerson(database, tx, staff, { id, now });
    const next: Person = { ...present, ...asked(wish), revision: present.revision + 1 };
    requireName(next);
    const isUnchanged = and(eq(people.id, id), eq(people.revision, wish.revision), isNull(people.erasedAt));
    const { givenName, familyName, companyName, email, phone, taxCode, language, revision } = next;
    const changed = await tx.update(people).set({ givenName, familyName, companyName, email, phone, taxCode, language, revision }).where(isUnchanged).returning({ id: people.id });
    if (changed.length === 0) throw problem('changed-meanwhile');
    await writePersonTerms(tx, tables, next);
    if (email !== present.email || phone !== present.phone) await rekeyAhead(tx, tables, secrets, next, now);
    await tellBoardsOf(tx, tables, [id], { by: actorOf(staff), now });
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'person', id }, personId: id, before: valuesOfPerson(present), after: valuesOfPerson(next) }, now);
    return next;
  });
}

/** As bookings write them; only what was named. */
function asked(wish: PersonChange): Partial<Person> {
  const read = (said: string | null | undefined, normalize: (text: string) => string | null) => (said ? normalize(said) : null);
  return {
    ...(wish.given_name !== undefined && { givenName: read(wish.given_name, normalizeName) }),
    ...(wish.family_name !== undefined && { familyName: read(wish.family_name, normalizeName) }),
    ...(wish.company_name !== undefined && { companyName: read(wish.company_name, normalizeName) }),
    ...(wish.email !== undefined && { email: read(wish.email, normalizeEmail) }),
    ...(wish.phone !== undefined && { phone: read(wish.phone, normalizePhone) }),
    ...(wish.tax_code !== undefined && { taxCode: read(wish.tax_code, normalizeTaxCode) }),
    ...(wish.language !== undefined && { language: wish.language }),
  };
}

function requireName({ kind, givenName, familyName, companyName }: Person): void {
  const hasName = kind === 'legal' ? companyName : (givenName ?? familyName);
  if (hasName) return;
  throw invalid(kind === 'legal' ? '/company_name' : '/family_name', { it: 'Scrivi almeno un nome.', en: 'Write one name at least.' });
}

/** Of a person, what the trail keeps beside a change. */
export function valuesOfPerson({ givenName, familyName, companyName, email, phone, taxCode, language }: Person): Values {
  const maybe = { given_name: givenName, family_name: familyName, company_name: companyName, email, phone, tax_code: taxCode, language };
  return Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== null));
}
