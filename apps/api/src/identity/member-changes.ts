import { emailKey, type MemberChange, type NewMember, normalizeName, type StaffScope } from '@sportello/contract';
import { count, eq } from 'drizzle-orm';
import { recordAudit, type Values } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import { type Database, isUniqueViolation, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { problem, type Said } from '../http/problems.ts';
import { enqueueStaffLink, enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import { endChallengesOf } from './challenges.ts';
import { hasAdministrator, lockAdministrators, lockMember } from './member-locks.ts';
import { readScope, writeScope } from './scopes.ts';
import { endSessionsOf, type StaffRow } from './sessions.ts';
import { endStaffLinks, openStaffLink } from './staff-links.ts';
import { actorOf, requireFreshSignIn, type StaffMember } from './staff-member.ts';

interface MemberDeps {
  readonly database: Database;
  readonly clock: Clock;
}

const calendarFirst: Said = { it: 'Ha un’agenda: prima toglila a questa persona, o dalla a un’altra.', en: 'A calendar is theirs: take it away from them first, or give it to somebody else.' };
const noScope: StaffScope = { all_offices: false, office_ids: [], municipality_ids: [] };

/** Makes an account that waits for its owner, and sends the link. Throws `email-in-use`, or `validation` for an office that is not there. */
export async function invite({ database, clock }: MemberDeps, by: StaffMember, wish: NewMember): Promise<string> {
  const { tables } = database;
  const now = clock.now();
  const member = {
    id: newId(),
    email: emailKey(wish.email),
    givenName: normalizeName(wish.given_name),
    familyName: normalizeName(wish.family_name),
    language: wish.language ?? ('it' as const),
    role: wish.role,
    state: 'invited' as const,
    notices: [],
    invitedAt: now,
    createdAt: now,
  };
  const scope = wish.scope ?? noScope;
  try {
    await database.write(async (tx) => {
      await tx.insert(tables.staff).values(member);
      await writeScope(tx, tables, member.id, scope);
      await sendInvitation(tx, tables, member.id, now);
      const { email, language } = member;
      await recordAudit(tx, tables, actorOf(by), { action: 'invite', object: { kind: 'member', id: member.id }, after: { email, language, ...written(member, scope) } }, now);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw problem('email-in-use');
    throw error;
  }
  return member.id;
}

/** A new link for somebody who did not use theirs; the one before is over. */
export async function inviteOnceMore({ database, clock }: MemberDeps, by: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  const now = clock.now();
  await database.write(async (tx) => {
    const { state } = await present(tx, tables, id);
    if (state !== 'invited') throw problem('state-conflict', { state });
    await tx.update(tables.staff).set({ invitedAt: now }).where(eq(tables.staff.id, id));
    await sendInvitation(tx, tables, id, now);
    await recordAudit(tx, tables, actorOf(by), { action: 'invite', object: { kind: 'member', id } }, now);
  });
}

async function sendInvitation(tx: Writer, tables: Tables, staffId: string, now: number): Promise<void> {
  const { id: linkId, expiresAt } = await openStaffLink(tx, tables, { kind: 'invitation', staffId }, now);
  await enqueueStaffLink(tx, tables, { message: 'staff-invitation', linkId, staffId, expiresAt }, now);
}

/**
 * Changes names, role, reach, or whether somebody may sign in. Administrators are changed one after the other, so that two
 * who demote each other leave one. Nobody changes their own role or state.
 */
export async function change({ database, clock }: MemberDeps, by: StaffMember, id: string, wish: MemberChange): Promise<void> {
  const { tables } = database;
  const { staff } = tables;
  const now = clock.now();
  await database.write(async (tx) => {
    await lockAdministrators(tx, tables);
    const member = await present(tx, tables, id);
    const next = { ...member, ...asked(wish) };
    await requireAllowed(tx, tables, { by, member, next, wish });
    const scope = await readScope({ read: tx, tables }, member);
    const { givenName, familyName, role, state } = next;
    await tx.update(staff).set({ givenName, familyName, role, state, revision: member.revision + 1 }).where(eq(staff.id, id));
    if (wish.scope) await writeScope(tx, tables, id, wish.scope);
    if (member.state !== 'suspended' && state === 'suspended') await shutOut(tx, tables, id, 'suspended', now);
    await recordAudit(tx, tables, actorOf(by), { action: 'change', object: { kind: 'member', id }, before: written(member, scope), after: written(next, wish.scope ?? scope) }, now);
  });
}

async function requireAllowed(tx: Writer, tables: Tables, { by, member, next, wish }: { by: StaffMember; member: StaffRow; next: StaffRow; wish: MemberChange }): Promise<void> {
  if (wish.revision !== member.revision) throw problem('changed-meanwhile');
  if (member.state === 'invited' && wish.state !== undefined) throw problem('state-conflict', { state: member.state });
  const isAdministrator = ({ role, state }: StaffRow) => role === 'admin' && state === 'active';
  if (isAdministrator(member) && !isAdministrator(next) && !(await hasAdministrator(tx, tables, member.id))) throw problem('last-administrator');
  const isOwn = member.id === by.id && (next.role !== member.role || next.state !== member.state);
  if (isOwn) throw problem('not-allowed', { detail: { it: 'Il tuo ruolo e il tuo stato li cambia un altro amministratore.', en: 'Your own role and state are for another administrator to change.' } });
}

function asked({ given_name, family_name, role, state }: MemberChange): Partial<StaffRow> {
  return {
    ...(given_name !== undefined && { givenName: normalizeName(given_name) }),
    ...(family_name !== undefined && { familyName: normalizeName(family_name) }),
    ...(role !== undefined && { role }),
    ...(state !== undefined && { state }),
  };
}

/** Takes back an invitation that nobody used. Whoever was ever signed in stays, so that the trail keeps its names. */
export async function takeBack({ database, clock }: MemberDeps, by: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  const { staff, staffScopes, staffLinks, outbox, staffSessions, calendars } = tables;
  const now = clock.now();
  await database.write(async (tx) => {
    const member = await present(tx, tables, id);
    const [session] = await tx.select({ id: staffSessions.id }).from(staffSessions).where(eq(staffSessions.staffId, id)).limit(1);
    if (member.state !== 'invited' || session) throw problem('state-conflict', { state: member.state });
    const [calendar] = await tx.select({ id: calendars.id }).from(calendars).where(eq(calendars.staffId, id)).limit(1);
    if (calendar) throw problem('still-used', { detail: calendarFirst });
    const scope = await readScope({ read: tx, tables }, member);
    await endChallengesOf(tx, tables, id);
    await tx.delete(outbox).where(eq(outbox.staffId, id));
    await tx.delete(staffLinks).where(eq(staffLinks.staffId, id));
    await tx.delete(staffScopes).where(eq(staffScopes.staffId, id));
    await tx.delete(staff).where(eq(staff.id, id));
    await recordAudit(tx, tables, actorOf(by), { action: 'delete', object: { kind: 'member', id }, before: { email: member.email, ...written(member, scope) } }, now);
  });
}

/** For somebody who lost their second factor: it goes, their sessions end, and the next sign-in sets up a new one. */
export async function takeSecondFactorAway({ database, clock }: MemberDeps, by: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  const { totpSecrets, passkeys, recoveryCodes } = tables;
  const now = clock.now();
  requireFreshSignIn(by, now);
  if (id === by.id) throw problem('not-allowed', { detail: { it: 'Il tuo secondo fattore lo cambi dal tuo profilo, o lo toglie un altro amministratore.', en: 'You change your second factor in your profile, or another administrator removes it.' } });
  await database.write(async (tx) => {
    await present(tx, tables, id);
    const before: Record<string, number> = {};
    for (const [name, table] of Object.entries({ totp: totpSecrets, passkeys, recovery_codes: recoveryCodes })) {
      const [rows] = await tx.select({ count: count().mapWith(Number) }).from(table).where(eq(table.staffId, id));
      before[name] = rows?.count ?? 0;
      await tx.delete(table).where(eq(table.staffId, id));
    }
    await shutOut(tx, tables, id, 'reset', now);
    await recordAudit(tx, tables, actorOf(by), { action: 'reset', object: { kind: 'member', id }, before, after: { totp: 0, passkeys: 0, recovery_codes: 0 } }, now);
    await enqueueStaffNotice(tx, tables, 'staff-second-factor-removed', id, now);
  });
}

/** Ends all by which somebody is in, or half way in. */
async function shutOut(tx: Writer, tables: Tables, id: string, why: 'suspended' | 'reset', now: number): Promise<void> {
  await endSessionsOf(tx, tables, id, why, now);
  await endChallengesOf(tx, tables, id);
  if (why === 'suspended') await endStaffLinks(tx, tables, id, now);
}

/** The account, locked for this write. Throws `not-found`. */
async function present(tx: Writer, tables: Tables, id: string): Promise<StaffRow> {
  const member = await lockMember(tx, tables, id);
  if (!member) throw problem('not-found');
  return member;
}

/** As the trail keeps it. */
function written({ givenName, familyName, role, state }: Pick<StaffRow, 'givenName' | 'familyName' | 'role' | 'state'>, scope: StaffScope): Values {
  const { all_offices, office_ids, municipality_ids } = scope;
  return { given_name: givenName, family_name: familyName, role, state, all_offices, office_ids: [...office_ids].sort(), municipality_ids: [...municipality_ids].sort() };
}
