import { emailKey, isEmail, normalizeEmail, type ProviderProblem } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { findMemberByEmail } from './find-member.ts';
import { lockMember } from './member-locks.ts';
import type { StaffRow } from './sessions.ts';
import { endStaffLinks } from './staff-links.ts';

/** The union's own provider of identities, as the settings say it. */
export interface StaffProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people know it. */
  readonly name: string;
  readonly scopes: string;
  readonly emailClaim: string;
  /** null: the provider vouches for every address. */
  readonly emailVerifiedClaim: string | null;
  readonly acr: readonly string[];
}

/** Who somebody is at the provider. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export type Matched = { readonly ok: true; readonly staffId: string } | { readonly ok: false; readonly why: ProviderProblem };

interface MatchDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Whose account it is: the one that is linked to this identity, else, the first time, the one with the address that the
 * provider has checked, which is then linked and, if it was invited, made active. No account is ever made here.
 */
export async function matchMember({ database, clock }: MatchDeps, identity: ProviderIdentity, provider: StaffProvider, address: string): Promise<Matched> {
  const { tables } = database;
  return database.write(async (tx) => {
    const linked = await linkedTo(tx, tables, identity);
    if (linked) return judge(await lockMember(tx, tables, linked));
    const email = emailOf(identity, provider);
    if (email === null) return refused('email-not-verified');
    const found = await findMemberByEmail(tx, tables, email);
    const member = found && (await lockMember(tx, tables, found.id));
    if (!member || member.isDemo) return refused('no-account');
    if (member.state === 'suspended') return refused('account-suspended');
    // Whoever was linked first stays: an address that the provider gave to somebody else opens nobody's account.
    const theirs = await subjectOf(tx, tables, member.id, identity.issuer);
    if (theirs !== null) return theirs === identity.subject ? { ok: true, staffId: member.id } : refused('no-account');
    await link(tx, tables, { member, identity, address }, clock.now());
    return { ok: true, staffId: member.id };
  });
}

function judge(member: StaffRow | null): Matched {
  if (!member) return refused('no-account');
  return member.state === 'active' ? { ok: true, staffId: member.id } : refused('account-suspended');
}

function refused(why: ProviderProblem): Matched {
  return { ok: false, why };
}

async function linkedTo(tx: Writer, { staffIdentities }: Tables, { issuer, subject }: ProviderIdentity): Promise<string | null> {
  const [found] = await tx.select({ staffId: staffIdentities.staffId }).from(staffIdentities).where(and(eq(staffIdentities.issuer, issuer), eq(staffIdentities.subject, subject)));
  return found?.staffId ?? null;
}

async function subjectOf(tx: Writer, { staffIdentities }: Tables, staffId: string, issuer: string): Promise<string | null> {
  const [found] = await tx.select({ subject: staffIdentities.subject }).from(staffIdentities).where(and(eq(staffIdentities.staffId, staffId), eq(staffIdentities.issuer, issuer)));
  return found?.subject ?? null;
}

/** The address that the provider has checked, as accounts keep it; null: there is none. */
function emailOf({ claims }: ProviderIdentity, { emailClaim, emailVerifiedClaim }: StaffProvider): string | null {
  const email = claims[emailClaim];
  const verified = emailVerifiedClaim === null ? true : claims[emailVerifiedClaim];
  if (typeof email !== 'string' || !isEmail(normalizeEmail(email)) || (verified !== true && verified !== 'true')) return null;
  // Beyond ASCII small letters are not safe ground: that of the kelvin sign is an ordinary k.
  const isUnmistakable = /^[!-~]+$/.test(email) || normalizeEmail(email) === emailKey(email);
  return isUnmistakable ? emailKey(email) : null;
}

async function link(tx: Writer, tables: Tables, { member, identity, address }: { member: StaffRow; identity: ProviderIdentity; address: string }, now: number): Promise<void> {
  const { issuer, subject } = identity;
  await tx.insert(tables.staffIdentities).values({ id: newId(), staffId: member.id, issuer, subject, linkedAt: now });
  await tx.update(tables.staff).set({ state: 'active' }).where(eq(tables.staff.id, member.id));
  if (member.state === 'invited') await endStaffLinks(tx, tables, member.id, now);
  const actor = { kind: 'staff', staffId: member.id, sessionId: null, address } as const;
  await recordAudit(tx, tables, actor, { action: 'change', object: { kind: 'member', id: member.id }, before: { state: member.state, provider: null }, after: { state: 'active', provider: issuer } }, now);
}
