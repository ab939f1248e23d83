import type { Language, MemberState, NoticeKind, Proof, Role, StaffLinkKind } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/**
 * Who works here and how they sign in. What must be read back (`sealed`) is encrypted under the keys of the installation,
 * bound to its row; of passwords, codes and links only digests are kept.
 */
export function staffTables({ table, plain, cleared, deleted, sealed, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  const staff = table('staff', {
    id: id(),
    email: deleted.text().notNull(),
    givenName: deleted.text().notNull(),
    familyName: deleted.text().notNull(),
    language: plain.text().$type<Language>().notNull(),
    role: plain.text().$type<Role>().notNull(),
    /** For operator and manager: every office, now and later. */
    allOffices: plain.boolean().notNull().default(false),
    state: plain.text().$type<MemberState>().notNull(),
    /** An account of the demo: its password is shown, and needs no second factor. */
    isDemo: plain.boolean().notNull().default(false),
    /** scrypt with its parameters and salt; null: none set. */
    passwordHash: cleared.text(),
    passwordChangedAt: plain.instant(),
    notices: plain.json<readonly NoticeKind[]>().notNull(),
    /** An administrator hears by mail when something of the system is not well. */
    systemNotices: plain.boolean().notNull().default(true),
    /** Raised by every change of an administrator, so that two notice each other. */
    revision: plain.integer().notNull().default(0),
    invitedAt: plain.instant(),
    lastSeenAt: plain.instant(),
    createdAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('staff_email').on(t.email)]);

  /** The offices and comuni that a role reaches. */
  const staffScopes = table('staff_scopes', {
    id: id(),
    staffId: plain.text().notNull().references(() => staff.id),
    kind: plain.text().$type<'office' | 'municipality'>().notNull(),
    scopeId: plain.text().notNull(),
  }, (t) => [uniqueIndex('staff_scopes_pair').on(t.staffId, t.kind, t.scopeId)]);

  /** Authenticator app (RFC 6238); in force once a code confirmed it. */
  const totpSecrets = table('totp_secrets', {
    staffId: plain.text().primaryKey().references(() => staff.id),
    secret: sealed.text().notNull(),
    createdAt: plain.instant().notNull(),
    confirmedAt: plain.instant(),
    /** The time step of the last code taken: no code serves twice. */
    lastStep: plain.integer(),
  });

  const recoveryCodes = table('recovery_codes', {
    id: id(),
    staffId: plain.text().notNull().references(() => staff.id),
    digest: deleted.text().notNull(),
    usedAt: plain.instant(),
  }, (t) => [uniqueIndex('recovery_codes_digest').on(t.staffId, t.digest)]);

  /** Credentials of WebAuthn. */
  const passkeys = table('passkeys', {
    id: id(),
    staffId: plain.text().notNull().references(() => staff.id),
    credentialId: deleted.text().notNull(),
    /** base64url of the COSE key. */
    publicKey: deleted.text().notNull(),
    counter: plain.integer().notNull(),
    transports: plain.json<readonly string[]>().notNull(),
    backedUp: plain.boolean().notNull(),
    name: deleted.text().notNull(),
    createdAt: plain.instant().notNull(),
    lastUsedAt: plain.instant(),
  }, (t) => [uniqueIndex('passkeys_credential').on(t.credentialId), index('passkeys_staff').on(t.staffId)]);

  /** Who somebody of the staff is at the union's own provider (OpenID Connect). */
  const staffIdentities = table('staff_identities', {
    id: id(),
    staffId: plain.text().notNull().references(() => staff.id),
    issuer: plain.text().notNull(),
    subject: deleted.text().notNull(),
    linkedAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('staff_identities_subject').on(t.issuer, t.subject)]);

  const staffSessions = table('staff_sessions', {
    id: id(),
    staffId: plain.text().notNull().references(() => staff.id),
    /** `enrolling`: opens nothing but the setting up of a second factor. */
    state: plain.text().$type<'enrolling' | 'open'>().notNull(),
    proofs: plain.json<readonly Proof[]>().notNull(),
    device: cleared.text(),
    /** The whole address, for the access log; shown without its last part. */
    address: cleared.text(),
    createdAt: plain.instant().notNull(),
    /** When somebody last showed who they are in this session. */
    authenticatedAt: plain.instant().notNull(),
    lastSeenAt: plain.instant().notNull(),
    expiresAt: plain.instant().notNull(),
    endedAt: plain.instant(),
    endedBy: plain.text().$type<'sign-out' | 'revoked' | 'replaced' | 'password' | 'suspended' | 'reset'>(),
  }, (t) => [index('staff_sessions_staff').on(t.staffId, t.endedAt), index('staff_sessions_seen').on(t.lastSeenAt)]);

  /** A sign-in or an enrolment half way, for five minutes: named by a secret of which only the digest is here. */
  const signInChallenges = table('sign_in_challenges', {
    id: id(),
    kind: plain.text().$type<'second-factor' | 'passkey' | 'new-passkey' | 'provider'>().notNull(),
    staffId: plain.text().references(() => staff.id),
    /** What the next step must match (challenge of WebAuthn; state, nonce, verifier and return address of OpenID Connect). */
    expected: sealed.text().notNull(),
    attempts: plain.integer().notNull().default(0),
    createdAt: plain.instant().notNull(),
    expiresAt: plain.instant().notNull(),
  }, (t) => [index('sign_in_challenges_expiry').on(t.expiresAt)]);

  /** Invitations, resets and the link of the first administrator: each serves once, a newer one ends those before. */
  const staffLinks = table('staff_links', {
    id: id(),
    kind: plain.text().$type<StaffLinkKind>().notNull(),
    /** null: the first administrator, whose account the link makes. */
    staffId: plain.text().references(() => staff.id),
    createdAt: plain.instant().notNull(),
    expiresAt: plain.instant().notNull(),
    usedAt: plain.instant(),
  }, (t) => [index('staff_links_staff').on(t.staffId)]);

  /** Failed sign-ins by keyed digest of the account, of the address, of both, and of all together. */
  const signInFailures = table('sign_in_failures', {
    digest: deleted.text().primaryKey(),
    since: plain.instant().notNull(),
    count: plain.integer().notNull(),
  }, (t) => [index('sign_in_failures_since').on(t.since)]);

  return { staff, staffScopes, totpSecrets, recoveryCodes, passkeys, staffIdentities, staffSessions, signInChallenges, staffLinks, signInFailures };
}
