import type { Proof, SignInAnswer } from '@sportello/contract';
import { problem } from '../http/problems.ts';
import { beginSession, type Exchange } from './begin-session.ts';
import { openChallenge } from './challenges.ts';
import type { StaffDeps } from './routes.ts';
import { factorsOf, hasSecondFactor, namesOf } from './second-factors.ts';
import { mayUse, type StaffRow } from './sessions.ts';

/** What a sign-in that waits for its second factor has shown so far. */
export interface FirstProof {
  readonly proof: Proof;
  /** Of a password: the session begins only while it is still that one. */
  readonly passwordChangedAt?: number | null;
}

/**
 * After a first proof: asks for the second factor of an account that has one; else begins the session, which then opens
 * nothing but the setting up of a second factor. An account of the demo needs none. Throws `wrong-credentials` for an account
 * that may not sign in.
 */
export async function continueSignIn(deps: StaffDeps, exchange: Exchange, member: StaffRow, proof: Proof): Promise<SignInAnswer> {
  const { database, clock, demo } = deps;
  if (!mayUse(member, demo)) throw problem('wrong-credentials');
  const first: FirstProof = proof === 'password' ? { proof, passwordChangedAt: member.passwordChangedAt } : { proof };
  const factors = await factorsOf(database.read, database.tables, member.id);
  if (!member.isDemo && hasSecondFactor(factors)) {
    const challenge = await database.write((tx) => openChallenge(tx, deps, { kind: 'second-factor', staffId: member.id, expected: first }, clock.now()));
    return { state: 'second_factor', challenge, factors: namesOf(factors) };
  }
  const { passwordChangedAt } = first;
  const who = member.isDemo ? { proofs: ['demo', proof] as const, state: 'open' as const } : { proofs: [proof], state: 'enrolling' as const };
  await beginSession(deps, exchange, { staffId: member.id, ...who, ...(passwordChangedAt !== undefined && { passwordChangedAt }) });
  return { state: 'signed_in' };
}
