import { emailKey, type Language, normalizeName, type StaffLinkUse } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { type Database, isUniqueViolation, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { type FieldProblem, invalid, problem } from '../http/problems.ts';
import { enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import type { Secrets } from '../secrets.ts';
import { endChallengesOf } from './challenges.ts';
import { hasAdministrator, lockAdministrators, lockMember } from './member-locks.ts';
import { hashPassword, judgePassword } from './passwords.ts';
import { endSessionsOf, type StaffRow } from './sessions.ts';
import { findStaffLink, isMeantFor, type StaffLinkRow, takeStaffLink } from './staff-links.ts';
import { unionNameOf } from './union-name.ts';

interface RedeemDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

interface Person {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
}

/**
 * Uses a link: whoever holds it sets the password, or makes the account of the first administrator. Answers with the
 * account; the sign-in, second factor included, is still to come. Throws `link-over`, `email-in-use` or `validation`.
 */
export async function redeemLink(deps: RedeemDeps, use: StaffLinkUse, address: string): Promise<StaffRow> {
  const { database, clock, secrets } = deps;
  const found = await findStaffLink(database, secrets, use.token, clock.now());
  if (!found) throw problem('link-over');
  const { link, member } = found;
  const person = member ? samePerson(member, use) : newPerson(use);
  judgePassword('/password', use.password, { ...person, unionName: await unionNameOf(database) });
  const password = { passwordHash: await hashPassword(use.password), passwordChangedAt: clock.now() };
  const { language } = person;
  if (member) return database.write((tx) => setPassword(deps, tx, { link, staffId: member.id, changes: { ...password, language }, address }));
  return makeFirstAdmin(deps, { link, account: { ...person, ...password }, address });
}

async function setPassword(
  { database: { tables }, clock }: RedeemDeps,
  tx: Writer,
  { link, staffId, changes, address }: { link: StaffLinkRow; staffId: string; changes: Pick<StaffRow, 'passwordHash' | 'passwordChangedAt' | 'language'>; address: string },
): Promise<StaffRow> {
  const now = clock.now();
  const before = await lockMember(tx, tables, staffId);
  if (!isMeantFor(link.kind, before) || !(await takeStaffLink(tx, tables, link.id, now))) throw problem('link-over');
  const [member] = await tx.update(tables.staff).set({ ...changes, state: 'active' }).where(eq(tables.staff.id, staffId)).returning();
  if (!before || !member) throw problem('link-over');
  await endSessionsOf(tx, tables, staffId, 'reset', now);
  await endChallengesOf(tx, tables, staffId);
  const actor = { kind: 'staff', staffId, sessionId: null, address } as const;
  const what = link.kind === 'reset' ? ({ action: 'reset', object: { kind: 'password', id: staffId } } as const) : ({ action: 'change', object: { kind: 'member', id: staffId } } as const);
  await recordAudit(tx, tables, actor, { ...what, before: { state: before.state, language: before.language, password: null }, after: { state: member.state, language: member.language, password: null } }, now);
  if (link.kind === 'reset') await enqueueStaffNotice(tx, tables, 'staff-password-changed', staffId, now);
  return member;
}

async function makeFirstAdmin(
  { database, clock }: RedeemDeps,
  { link, account, address }: { link: StaffLinkRow; account: Person & Pick<StaffRow, 'passwordHash' | 'passwordChangedAt'>; address: string },
): Promise<StaffRow> {
  const { tables } = database;
  const now = clock.now();
  try {
    return await database.write(async (tx) => {
      await lockAdministrators(tx, tables);
      if ((await hasAdministrator(tx, tables)) || !(await takeStaffLink(tx, tables, link.id, now))) throw problem('link-over');
      const [member] = await tx.insert(tables.staff).values({ id: newId(), ...account, role: 'admin', state: 'active', notices: [], createdAt: now }).returning();
      if (!member) throw problem('link-over');
      const actor = { kind: 'staff', staffId: member.id, sessionId: null, address } as const;
      const after = { email: member.email, given_name: member.givenName, family_name: member.familyName, language: member.language, role: member.role, state: member.state };
      await recordAudit(tx, tables, actor, { action: 'create', object: { kind: 'member', id: member.id }, after }, now);
      return member;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw problem('email-in-use');
    throw error;
  }
}

/** The first administrator says who they are: there is nobody yet who could have. */
function newPerson({ email, given_name, family_name, language = 'it' }: StaffLinkUse): Person {
  const missing = Object.entries({ email, given_name, family_name }).filter(([, value]) => value === undefined);
  if (email === undefined || given_name === undefined || family_name === undefined) {
    throw problem('validation', { errors: missing.map(([name]): FieldProblem => ({ field: `/${name}`, detail: { it: 'Campo obbligatorio.', en: 'This field is required.' } })) });
  }
  return { email: emailKey(email), givenName: normalizeName(given_name), familyName: normalizeName(family_name), language };
}

/** Everybody else was named by an administrator. */
function samePerson(member: StaffRow, use: StaffLinkUse): Person {
  const extra = (['email', 'given_name', 'family_name'] as const).find((name) => use[name] !== undefined);
  if (extra) throw invalid(`/${extra}`, { it: 'Questo dato lo cambia un amministratore.', en: 'This is for an administrator to change.' });
  return { email: member.email, givenName: member.givenName, familyName: member.familyName, language: use.language ?? member.language };
}
