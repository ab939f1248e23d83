import type { Proof } from '@sportello/contract';
import { and, eq, isNull } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database, Writer } from '../database/database.ts';
import { problem } from '../http/problems.ts';
import { deviceOf } from './device.ts';
import type { SessionCookie } from './session-cookie.ts';
import { endSession, makeRoomForSession, openSession } from './sessions.ts';

export interface BeginDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cookie: SessionCookie;
  readonly demo: boolean;
}

/** The request that signs in, and the answer that carries the cookie. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface SignedIn {
  readonly staffId: string;
  readonly proofs: readonly Proof[];
  readonly state: 'enrolling' | 'open';
  /** When the password that was shown was set: it may have changed since it was looked at. */
  readonly passwordChangedAt?: number | null;
  /** Of a sign-in somewhere else: when it was. */
  readonly authenticatedAt?: number;
}

/**
 * Begins a new session after somebody showed who they are, always with a new id: what the browser had before is ended, so
 * that nobody can have planted it (session fixation). `state` is `enrolling` for who has yet to set up a second factor.
 * Throws `wrong-credentials` where the account is not active, or is one of the demo outside of demo mode.
 */
export async function beginSession({ database, clock, cookie, demo }: BeginDeps, { request, reply }: Exchange, who: SignedIn): Promise<void> {
  const { tables } = database;
  const { staffId, proofs, state, authenticatedAt } = who;
  const now = clock.now();
  const before = await cookie.readAnyAge(request);
  const sessionId = await database.write(async (tx) => {
    const { isDemo } = await requireUsable(tx, database, who, { demo, now });
    if (!isDemo) await makeRoomForSession(tx, tables, staffId, now); // who tries the demo shares its accounts with others
    if (before) await endSession(tx, tables, { id: before, staffId }, 'replaced', now);
    const id = await openSession(tx, tables, { staffId, proofs, state, device: deviceOf(request.headers['user-agent']), address: request.ip, ...(authenticatedAt !== undefined && { authenticatedAt }) }, now);
    const actor = { kind: 'staff', staffId, sessionId: id, address: request.ip } as const;
    await recordAudit(tx, tables, actor, { action: 'sign-in', object: { kind: 'session', id }, after: { proofs: [...proofs], state } }, now);
    return id;
  });
  cookie.give(reply, sessionId);
}

/** Takes the account's row, so that a suspension or a new password comes wholly before or wholly after this session. */
async function requireUsable(tx: Writer, { tables: { staff } }: Pick<Database, 'tables'>, { staffId, passwordChangedAt }: SignedIn, { demo, now }: { demo: boolean; now: number }): Promise<{ isDemo: boolean }> {
  const samePassword = passwordChangedAt === undefined ? undefined : passwordChangedAt === null ? isNull(staff.passwordChangedAt) : eq(staff.passwordChangedAt, passwordChangedAt);
  const [usable] = await tx
    .update(staff)
    .set({ lastSeenAt: now })
    .where(and(eq(staff.id, staffId), eq(staff.state, 'active'), samePassword, demo ? undefined : eq(staff.isDemo, false)))
    .returning({ isDemo: staff.isDemo });
  if (!usable) throw problem('wrong-credentials');
  return usable;
}
