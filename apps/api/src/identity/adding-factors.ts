import type { Writer } from '../database/database.ts';
import { beginSession, type Exchange } from './begin-session.ts';
import { giveRecoveryCodes } from './recovery-codes.ts';
import type { StaffDeps } from './routes.ts';
import { type Factors, hasSecondFactor } from './second-factors.ts';
import { endEnrollingSessionsOf } from './sessions.ts';
import { requireFreshSignIn, type StaffMember } from './staff-member.ts';
import { problem } from '../http/problems.ts';

/**
 * Throws `fresh-sign-in-needed` unless they may begin to set up a factor. A session that waits for the first one needs
 * nothing more; but once there is one, it may add none, or the password alone would be enough. Whoever is in already, by a
 * factor or by the union's provider, signs in again: a screen that was left open must not become a key of somebody else.
 */
export function requireMayAddFactor(staff: StaffMember, factors: Factors, now: number): void {
  if (staff.sessionState === 'open') return requireFreshSignIn(staff, now);
  if (hasSecondFactor(factors)) throw problem('fresh-sign-in-needed');
}

/** The same at the end of the setting up, for which there was only a session: somebody may have been quicker. */
export function isOvertaken({ sessionState }: StaffMember, before: Factors): boolean {
  return sessionState === 'enrolling' && hasSecondFactor(before);
}

/**
 * After a factor was added: the first one of an account brings recovery codes, and ends every session that waited for it.
 * Answers with the codes, null where those given before stay valid.
 */
export async function afterFactorAdded(tx: Writer, deps: StaffDeps, staff: StaffMember, before: Factors, now: number): Promise<string[] | null> {
  if (hasSecondFactor(before)) return null;
  await endEnrollingSessionsOf(tx, deps.database.tables, staff.id, now);
  return giveRecoveryCodes(tx, deps, staff.id);
}

/** Who set up the factor that the session waited for goes on in a new one, which opens what the role lets do (ASVS 5, 7.2.4). */
export async function goOnWith(deps: StaffDeps, exchange: Exchange, { id: staffId, sessionState, proofs }: StaffMember, proof: 'totp' | 'passkey'): Promise<void> {
  if (sessionState === 'enrolling') await beginSession(deps, exchange, { staffId, proofs: [...new Set([...proofs, proof])], state: 'open' });
}
