import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { SignInAnswer } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import { problem } from '../http/problems.ts';
import { beginSession, type Exchange } from './begin-session.ts';
import { endChallenge, openChallenge, takeChallenge } from './challenges.ts';
import { findMember } from './find-member.ts';
import { type PasskeyRow, passkeysOf, type WebAuthnObject } from './passkeys.ts';
import { recordRefusedSignIn } from './refused-sign-in.ts';
import { passkeyMilliseconds, relyingParty, userHandleOf } from './relying-party.ts';
import type { StaffDeps } from './routes.ts';
import { finishSignIn, findWaitingSignIn, type WaitingSignIn } from './second-factor-step.ts';
import { mayUse, type StaffRow } from './sessions.ts';

/**
 * The options that the browser asks a passkey with: any of this site's, or, with the secret of a sign-in that waits for its
 * second factor, one of that account. Either way finger, face or PIN are asked for.
 */
export async function beginPasskeySignIn(deps: StaffDeps, secret: string | null): Promise<{ challenge: string; options: WebAuthnObject }> {
  const { database, clock, publicUrl } = deps;
  const { read, tables } = database;
  const waiting = secret === null ? null : await findWaitingSignIn(read, deps, secret);
  if (secret !== null && !waiting) throw problem('sign-in-over');
  const own = waiting ? await passkeysOf(read, tables, waiting.member.id) : [];
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(publicUrl).id,
    userVerification: 'required',
    timeout: passkeyMilliseconds,
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
  });
  const begun = { kind: 'passkey', staffId: waiting?.member.id ?? null, expected: { challenge: options.challenge, signIn: secret } } as const;
  return { challenge: await database.write((tx) => openChallenge(tx, deps, begun, clock.now())), options: { ...options } };
}

/** A passkey that answered rightly, and whose it is. */
interface Shown {
  readonly passkey: PasskeyRow;
  readonly member: StaffRow;
  readonly counter: number;
  readonly backedUp: boolean;
}

/** Signs in with what the passkey answered: with it alone, for it is two factors in one, or as the second factor of a sign-in. */
export async function signInWithPasskey(deps: StaffDeps, exchange: Exchange, { challenge, credential }: { challenge: string; credential: WebAuthnObject }): Promise<SignInAnswer> {
  const { database, clock, throttle } = deps;
  const { request } = exchange;
  const step = await database.write((tx) => takeChallenge(tx, deps, { kind: 'passkey', secret: challenge }, clock.now()));
  if (!step) throw problem('sign-in-over');
  const { signIn } = step.expected;
  const waiting = typeof signIn === 'string' ? await findWaitingSignIn(database.read, deps, signIn) : null;
  if (typeof signIn === 'string' && !waiting) throw problem('sign-in-over');

  const passkey = await findPasskey(deps, credential);
  const member = passkey && (await findMember(database.read, database.tables, passkey.staffId));
  const shown = passkey && member && (await judge(deps, { passkey, member, credential, waiting }, String(step.expected['challenge'])));
  const outcome = shown ? await attempt(database, (tx) => use(deps, tx, shown, waiting)) : ({ ok: false, why: 'wrong-credentials' } as const);
  if (!outcome.ok && outcome.why === 'wrong-credentials') await recordRefusedSignIn(deps, request, { staffId: member?.id ?? step.staffId, proof: 'passkey' });
  if (!outcome.ok) throw problem(outcome.why);

  if (waiting) await finishSignIn(deps, exchange, waiting, 'passkey');
  else await beginSession(deps, exchange, { staffId: outcome.member.id, proofs: ['passkey'], state: 'open' });
  await throttle.forget({ email: outcome.member.email, address: request.ip });
  return { state: 'signed_in' };
}

async function findPasskey({ database }: StaffDeps, { id }: WebAuthnObject): Promise<PasskeyRow | null> {
  const { passkeys } = database.tables;
  if (typeof id !== 'string') return null;
  const [found] = await database.read.select().from(passkeys).where(eq(passkeys.credentialId, id));
  return found ?? null;
}

type Answer = Pick<Shown, 'passkey' | 'member'> & { readonly credential: WebAuthnObject; readonly waiting: WaitingSignIn | null };

/** null for whatever is not right: the account, the owner, the origin, the site, the challenge, the counter, the signature. */
async function judge({ publicUrl, demo }: StaffDeps, { passkey, member, credential, waiting }: Answer, expectedChallenge: string): Promise<Shown | null> {
  if (!mayUse(member, demo) || (waiting && waiting.member.id !== member.id)) return null;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(publicUrl);
  const response = credential as unknown as AuthenticationResponseJSON; // judged by the library, member by member
  const key = { id: passkey.credentialId, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: passkey.counter };
  const verdict = await verifyAuthenticationResponse({ response, expectedChallenge, expectedOrigin, expectedRPID, credential: key, requireUserVerification: true }).catch(() => null);
  if (!verdict?.verified || !isOwner(response.response.userHandle, { staffId: member.id, isNeeded: waiting === null })) return null;
  const { newCounter, credentialBackedUp } = verdict.authenticationInfo;
  return { passkey, member, counter: newCounter, backedUp: credentialBackedUp };
}

/** A passkey that was asked alone says whose it is (WebAuthn Level 3, 7.2); one of a known account may. */
function isOwner(userHandle: string | undefined, { staffId, isNeeded }: { staffId: string; isNeeded: boolean }): boolean {
  return userHandle ? userHandle === Buffer.from(userHandleOf(staffId)).toString('base64url') : !isNeeded;
}

type Used = { readonly ok: true; readonly member: StaffRow } | { readonly ok: false; readonly why: 'wrong-credentials' | 'sign-in-over' };

/** Notes the use. The counter must still be the one that was judged, and the sign-in still wait: of two at once one is refused. */
async function use(deps: StaffDeps, tx: Writer, { passkey, member, counter, backedUp }: Shown, waiting: WaitingSignIn | null): Promise<Used> {
  const { passkeys } = deps.database.tables;
  if (waiting && !(await endChallenge(tx, deps, waiting))) return { ok: false, why: 'sign-in-over' };
  const isSame = and(eq(passkeys.id, passkey.id), eq(passkeys.counter, passkey.counter));
  const used = await tx.update(passkeys).set({ counter, backedUp, lastUsedAt: deps.clock.now() }).where(isSame).returning({ id: passkeys.id });
  return used.length > 0 ? { ok: true, member } : { ok: false, why: 'wrong-credentials' };
}
