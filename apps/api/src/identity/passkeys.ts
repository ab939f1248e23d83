import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Passkey } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { type Database, isUniqueViolation, type Reader, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { invalid, problem, type Said } from '../http/problems.ts';
import { enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import { afterFactorAdded, isOvertaken, requireMayAddFactor } from './adding-factors.ts';
import { openChallenge, takeChallenge } from './challenges.ts';
import { findMember } from './find-member.ts';
import { lockMember } from './member-locks.ts';
import { passkeyMilliseconds, relyingParty, userHandleOf } from './relying-party.ts';
import type { StaffDeps } from './routes.ts';
import { factorsOf } from './second-factors.ts';
import { actorOf, requireFreshSignIn, type StaffMember } from './staff-member.ts';
import { unionNameOf } from './union-name.ts';

export type PasskeyRow = Tables['passkeys']['$inferSelect'];

/** A JSON structure of WebAuthn, as the browser takes or gives it. */
export type WebAuthnObject = Record<string, unknown>;

const mostPasskeys = 20;
/** EdDSA, ES256, RS256 (COSE): what keys and phones sign with today. */
const algorithms = [-8, -7, -257];
const notAccepted: Said = { it: 'La passkey non è stata accettata: riprova, o scegline un’altra.', en: 'The passkey was not accepted: try again, or choose another.' };
const tooMany: Said = { it: `Hai già ${mostPasskeys} passkey: toglierne una prima di aggiungerne un’altra.`, en: `You already have ${mostPasskeys} passkeys: remove one before you add another.` };

/** The options that the browser makes a passkey with: one that is found without an e-mail address and asks for finger, face or PIN. */
export async function beginPasskeyRegistration(deps: StaffDeps, staff: StaffMember): Promise<{ challenge: string; options: WebAuthnObject }> {
  const { database, clock, publicUrl } = deps;
  const { read, tables } = database;
  requireMayAddFactor(staff, await factorsOf(read, tables, staff.id), clock.now());
  const member = await findMember(read, tables, staff.id);
  const options = await generateRegistrationOptions({
    rpName: await unionNameOf(database),
    rpID: relyingParty(publicUrl).id,
    userID: userHandleOf(staff.id),
    userName: member?.email ?? '',
    userDisplayName: member ? `${member.givenName} ${member.familyName}` : '',
    timeout: passkeyMilliseconds,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: (await passkeysOf(read, tables, staff.id)).map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const expected = { challenge: options.challenge };
  const challenge = await database.write((tx) => openChallenge(tx, deps, { kind: 'new-passkey', staffId: staff.id, expected }, clock.now()));
  return { challenge, options: { ...options } };
}

interface NewPasskey {
  readonly challenge: string;
  readonly name: string;
  readonly credential: WebAuthnObject;
}

/** Adds the passkey that the browser made. Answers also with the recovery codes that the first factor of an account brings. */
export async function addPasskey(deps: StaffDeps, staff: StaffMember, { challenge, name, credential }: NewPasskey): Promise<{ passkey: Passkey; recovery_codes: string[] | null }> {
  const { database, clock } = deps;
  const called = nameOf(name);
  const step = await database.write((tx) => takeChallenge(tx, deps, { kind: 'new-passkey', secret: challenge }, clock.now()));
  if (!step || step.staffId !== staff.id) throw problem('sign-in-over');
  const made = await verifiedRegistration(deps, credential, String(step.expected['challenge']));
  if (!made) throw problem('wrong-code', { detail: notAccepted });
  const row = { ...made, id: newId(), staffId: staff.id, name: called, createdAt: clock.now(), lastUsedAt: null };
  try {
    const codes = await database.write((tx) => insertPasskey(deps, tx, staff, row));
    return { passkey: passkeyOnWire(row), recovery_codes: codes };
  } catch (error) {
    if (isUniqueViolation(error)) throw problem('wrong-code', { detail: notAccepted });
    throw error;
  }
}

async function insertPasskey(deps: StaffDeps, tx: Writer, staff: StaffMember, row: PasskeyRow): Promise<string[] | null> {
  const { tables } = deps.database;
  await lockMember(tx, tables, staff.id);
  const before = await factorsOf(tx, tables, staff.id);
  if (isOvertaken(staff, before)) throw problem('sign-in-over');
  if (before.passkeys >= mostPasskeys) throw invalid('/credential', tooMany);
  await tx.insert(tables.passkeys).values(row);
  await recordAudit(tx, tables, actorOf(staff), { action: 'create', object: { kind: 'passkey', id: row.id }, after: { name: row.name } }, row.createdAt);
  return afterFactorAdded(tx, deps, staff, before, row.createdAt);
}

type Credential = Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'>;

/** null for whatever is not right; the library throws for most of it. */
async function verifiedRegistration({ publicUrl }: StaffDeps, credential: WebAuthnObject, expectedChallenge: string): Promise<Credential | null> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(publicUrl);
  const response = credential as unknown as RegistrationResponseJSON; // judged by the library, member by member
  const expected = { expectedChallenge, expectedOrigin, expectedRPID, supportedAlgorithmIDs: algorithms, requireUserVerification: true };
  const verdict = await verifyRegistrationResponse({ response, ...expected }).catch(() => null);
  if (!verdict?.verified) return null;
  const { credential: made, credentialBackedUp } = verdict.registrationInfo;
  const transports = Array.isArray(made.transports) ? made.transports.filter((one) => typeof one === 'string' && /^[a-z-]{1,20}$/.test(one)).slice(0, 10) : [];
  return { credentialId: made.id, publicKey: Buffer.from(made.publicKey).toString('base64url'), counter: made.counter, transports, backedUp: credentialBackedUp };
}

/** The oldest first. */
export async function passkeysOf(read: Reader, { passkeys }: Tables, staffId: string): Promise<PasskeyRow[]> {
  return read.select().from(passkeys).where(eq(passkeys.staffId, staffId)).orderBy(passkeys.id);
}

export async function renameOwnPasskey({ database, clock }: StaffDeps, staff: StaffMember, { id, name }: { id: string; name: string }): Promise<Passkey> {
  const { tables } = database;
  return database.write(async (tx) => {
    await lockMember(tx, tables, staff.id);
    const before = await requireOwn(tx, tables, staff, id);
    const after = { ...before, name: nameOf(name) };
    await tx.update(tables.passkeys).set({ name: after.name }).where(eq(tables.passkeys.id, id));
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'passkey', id }, before: { name: before.name }, after: { name: after.name } }, clock.now());
    return passkeyOnWire(after);
  });
}

/** Throws `last-factor` where neither another passkey nor an authenticator app would stay. */
export async function removeOwnPasskey({ database, clock }: StaffDeps, staff: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  const now = clock.now();
  requireFreshSignIn(staff, now);
  await database.write(async (tx) => {
    await lockMember(tx, tables, staff.id);
    const { name } = await requireOwn(tx, tables, staff, id);
    const { totp, passkeys } = await factorsOf(tx, tables, staff.id);
    if (!totp && passkeys === 1) throw problem('last-factor');
    await tx.delete(tables.passkeys).where(eq(tables.passkeys.id, id));
    await enqueueStaffNotice(tx, tables, 'staff-second-factor-removed', staff.id, now);
    await recordAudit(tx, tables, actorOf(staff), { action: 'delete', object: { kind: 'passkey', id }, before: { name } }, now);
  });
}

function nameOf(typed: string): string {
  const name = typed.trim();
  if (name === '') throw invalid('/name', { it: 'Dai un nome alla passkey, per esempio «Portatile dell’ufficio».', en: 'Give the passkey a name, such as “Office laptop”.' });
  return name;
}

async function requireOwn(tx: Writer, { passkeys }: Database['tables'], staff: StaffMember, id: string): Promise<PasskeyRow> {
  const [own] = await tx.select().from(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.staffId, staff.id)));
  if (!own) throw problem('not-found');
  return own;
}

export function passkeyOnWire({ id, name, createdAt, lastUsedAt, backedUp }: PasskeyRow): Passkey {
  return { id, name, created_at: new Date(createdAt).toISOString(), last_used_at: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(), backed_up: backedUp };
}
