import type { Member } from '@sportello/contract';
import { eq, inArray } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { problem } from '../http/problems.ts';
import type { StaffRow } from './sessions.ts';

interface MemberDeps {
  readonly database: Database;
  readonly clock: Clock;
}

const { compare } = new Intl.Collator('it');

/** Everybody with an account, by family name. */
export async function readMembers({ database, clock }: MemberDeps): Promise<Member[]> {
  const { staff } = database.tables;
  const rows = await database.read.select().from(staff);
  const members = await onWire({ database, clock }, rows);
  return members.sort((one, other) => compare(one.family_name, other.family_name) || compare(one.given_name, other.given_name) || compare(one.id, other.id));
}

/** Throws `not-found`. */
export async function readMember({ database, clock }: MemberDeps, id: string): Promise<Member> {
  const { staff } = database.tables;
  const [member] = await onWire({ database, clock }, await database.read.select().from(staff).where(eq(staff.id, id)));
  if (!member) throw problem('not-found');
  return member;
}

async function onWire({ database: { read, tables }, clock }: MemberDeps, rows: readonly StaffRow[]): Promise<Member[]> {
  const { staffScopes, staffLinks, totpSecrets, passkeys } = tables;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const now = clock.now();
  const scopes = Map.groupBy(await read.select().from(staffScopes).where(inArray(staffScopes.staffId, ids)).orderBy(staffScopes.scopeId), ({ staffId }) => staffId);
  const links = await read.select().from(staffLinks).where(inArray(staffLinks.staffId, ids));
  const invitations = new Map(links.filter(({ kind, usedAt, expiresAt }) => kind === 'invitation' && usedAt === null && expiresAt > now).map(({ staffId, expiresAt }) => [staffId, expiresAt]));
  const apps = await read.select({ staffId: totpSecrets.staffId, confirmedAt: totpSecrets.confirmedAt }).from(totpSecrets).where(inArray(totpSecrets.staffId, ids));
  const keys = await read.select({ staffId: passkeys.staffId }).from(passkeys).where(inArray(passkeys.staffId, ids));
  const withFactor = new Set([...apps.filter(({ confirmedAt }) => confirmedAt !== null), ...keys].map(({ staffId }) => staffId));
  return rows.map((row) => {
    const ofKind = (wanted: 'office' | 'municipality') => (scopes.get(row.id) ?? []).filter(({ kind }) => kind === wanted).map(({ scopeId }) => scopeId);
    return {
      id: row.id,
      email: row.email,
      given_name: row.givenName,
      family_name: row.familyName,
      language: row.language,
      role: row.role,
      scope: { all_offices: row.allOffices, office_ids: ofKind('office'), municipality_ids: ofKind('municipality') },
      state: row.state,
      is_demo: row.isDemo,
      has_second_factor: withFactor.has(row.id),
      invited_at: instant(row.invitedAt),
      invitation_expires_at: row.state === 'invited' ? instant(invitations.get(row.id) ?? null) : null,
      last_seen_at: instant(row.lastSeenAt),
      revision: row.revision,
    };
  });
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
