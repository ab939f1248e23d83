import type { Proof } from '@sportello/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { deviceOf } from './device.ts';
import type { SessionCookie } from './session-cookie.ts';
import { endSession, openSession } from './sessions.ts';

export interface BeginDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cookie: SessionCookie;
}

/**
 * Begins a new session after somebody showed who they are, always with a new id: what the browser had before is ended, so
 * that nobody can have planted it (session fixation). `state` is `enrolling` for who has yet to set up a second factor.
 */
export async function beginSession(
  { database, clock, cookie }: BeginDeps,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  who: { staffId: string; proofs: readonly Proof[]; state: 'enrolling' | 'open' },
): Promise<void> {
  const { tables } = database;
  const now = clock.now();
  const before = await cookie.readAnyAge(request);
  const sessionId = await database.write(async (tx) => {
    if (before) await endSession(tx, tables, { id: before, staffId: who.staffId }, 'replaced', now);
    const id = await openSession(tx, tables, { ...who, device: deviceOf(request.headers['user-agent']), address: request.ip }, now);
    const actor = { kind: 'staff', staffId: who.staffId, sessionId: id, address: request.ip } as const;
    await recordAudit(tx, tables, actor, { action: 'sign-in', object: { kind: 'session', id }, after: { proofs: [...who.proofs], state: who.state } }, now);
    return id;
  });
  cookie.give(reply, sessionId);
}
