import type { Proof, SignInAnswer } from '@sportello/contract';
import type { Reader, Writer } from '../database/database.ts';
import { problem } from '../http/problems.ts';
import { enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import { beginSession, type Exchange } from './begin-session.ts';
import { countAttempt, endChallenge, findChallenge } from './challenges.ts';
import type { FirstProof } from './continue-sign-in.ts';
import { findMember } from './find-member.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { recordRefusedSignIn } from './refused-sign-in.ts';
import type { StaffDeps } from './routes.ts';
import { mayUse, type StaffRow } from './sessions.ts';
import { useTotpCode } from './totp.ts';

/** A sign-in that waits for its second factor. */
export interface WaitingSignIn {
  readonly id: string;
  readonly member: StaffRow;
  readonly first: FirstProof;
}

const mostAttempts = 5;

/** The sign-in that the secret names, while it may still be finished; null: over. */
export async function findWaitingSignIn(read: Reader, deps: StaffDeps, secret: string): Promise<WaitingSignIn | null> {
  const found = await findChallenge(read, deps, { kind: 'second-factor', secret }, deps.clock.now());
  if (!found?.staffId || found.attempts >= mostAttempts) return null;
  const member = await findMember(read, deps.database.tables, found.staffId);
  // What stands there is what continueSignIn sealed.
  return member && mayUse(member, deps.demo) ? { id: found.id, member, first: found.expected as unknown as FirstProof } : null;
}

interface ShownCode {
  readonly challenge: string;
  readonly factor: 'totp' | 'recovery_code';
  readonly code: string;
}

/** Finishes a sign-in with a code. Wrong ones count like wrong passwords, and no sign-in takes more than five. */
export async function showCode(deps: StaffDeps, exchange: Exchange, { challenge, ...shown }: ShownCode): Promise<SignInAnswer> {
  const { database, throttle } = deps;
  const { request } = exchange;
  const waiting = await findWaitingSignIn(database.read, deps, challenge);
  if (!waiting) throw problem('sign-in-over');
  const { member } = waiting;
  const counted = await throttle.tryCode({ email: member.email, address: request.ip });
  const outcome = await database.write((tx) => judgeCode(deps, tx, waiting, shown));
  if (outcome === 'sign-in-over') await counted.uncount(); // no code was looked at
  if (outcome === 'wrong-code') await recordRefusedSignIn(deps, request, { staffId: member.id, proof: shown.factor });
  if (outcome !== 'right') throw problem(outcome);
  await finishSignIn(deps, exchange, waiting, shown.factor);
  await counted.forget();
  return { state: 'signed_in' };
}

async function judgeCode(deps: StaffDeps, tx: Writer, { id, member }: WaitingSignIn, { factor, code }: Omit<ShownCode, 'challenge'>): Promise<'right' | 'wrong-code' | 'sign-in-over'> {
  const now = deps.clock.now();
  const attempts = await countAttempt(tx, deps, { id });
  if (attempts === null || attempts > mostAttempts) return 'sign-in-over';
  const shown = { staffId: member.id, code };
  const isRight = factor === 'totp' ? await useTotpCode(tx, deps, shown, now) : await useRecoveryCode(tx, deps, shown, now);
  if (!isRight) return 'wrong-code';
  await endChallenge(tx, deps, { id });
  if (factor === 'recovery_code') await enqueueStaffNotice(tx, deps.database.tables, 'staff-recovery-code-used', member.id, now);
  return 'right';
}

/** Both factors were shown, and the step is over. */
export async function finishSignIn(deps: StaffDeps, exchange: Exchange, { member, first }: WaitingSignIn, second: Proof): Promise<void> {
  const { proof, passwordChangedAt } = first;
  await beginSession(deps, exchange, { staffId: member.id, proofs: [proof, second], state: 'open', ...(passwordChangedAt !== undefined && { passwordChangedAt }) });
}
