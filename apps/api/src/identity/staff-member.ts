import type { Proof, Role } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../audit/record.ts';
import { problem } from '../http/problems.ts';

/** How far a role reaches: everything, or the appointments of these offices and comuni. */
export type Reach = { readonly everything: true } | { readonly everything: false; readonly officeIds: readonly string[]; readonly municipalityIds: readonly string[] };

/** Somebody of the staff, as the door let them in: for one request, read anew for each. */
export interface StaffMember {
  readonly id: string;
  readonly role: Role;
  readonly reach: Reach;
  readonly sessionId: string;
  readonly sessionState: 'enrolling' | 'open';
  /** What was shown when the session began. */
  readonly proofs: readonly Proof[];
  readonly authenticatedAt: number;
  readonly isDemo: boolean;
  readonly address: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the door for endpoints of the staff, null elsewhere. */
    staff: StaffMember | null;
  }
}

/** Who asks. Only in handlers of endpoints whose access is `staff`; elsewhere it throws `session-needed`. */
export function staffOf(request: Pick<FastifyRequest, 'staff'>): StaffMember {
  if (!request.staff) throw problem('session-needed');
  return request.staff;
}

/** The same person as the trail knows them. */
export function actorOf({ id, sessionId, address }: StaffMember): Actor & { readonly kind: 'staff' } {
  return { kind: 'staff', staffId: id, sessionId, address };
}

const freshMilliseconds = 10 * 60_000;

/** Throws `fresh-sign-in-needed` unless they showed who they are within ten minutes (before what could lock somebody out). */
export function requireFreshSignIn({ authenticatedAt }: StaffMember, now: number): void {
  if (now - authenticatedAt > freshMilliseconds) throw problem('fresh-sign-in-needed');
}
