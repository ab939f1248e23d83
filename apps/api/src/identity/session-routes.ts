import { listSessions, permissionsOf, renewSession, revokeOtherSessions, revokeSession, showMe, signOut, type Me, type StaffSession } from '@sportello/contract';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { clientOf } from '../http/client-address.ts';
import { problem } from '../http/problems.ts';
import { maskAddress } from '../people/mask.ts';
import { factorsOf } from './second-factors.ts';
import type { SessionCookie } from './session-cookie.ts';
import { endSession, endSessionsOf, idleUntil, type SessionRow, type Sessions } from './sessions.ts';
import { actorOf, requireFreshSignIn, staffOf } from './staff-member.ts';
import { readScope } from './scopes.ts';

interface SessionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly liveFrom: () => Promise<string>;
}

/** Who is signed in, where, and the end of it. */
export function sessionRoutes(api: App, deps: SessionDeps): void {
  const { database, clock, cookie, sessions } = deps;
  const { tables } = database;

  api.route({
    ...renewSession,
    handler: async (request, reply) => {
      const id = await cookie.readAnyAge(request);
      if (!id || !(await sessions.find(id))) {
        cookie.takeBack(reply);
        throw problem('session-over');
      }
      cookie.give(reply, id);
      return reply.code(204).send(null);
    },
  });

  api.route({ ...showMe, handler: (request) => readMe(deps, staffOf(request).sessionId) });

  api.route({
    ...signOut,
    handler: async (request, reply) => {
      const { id: staffId, sessionId } = staffOf(request);
      const now = clock.now();
      await database.write(async (tx) => {
        await endSession(tx, tables, { id: sessionId, staffId }, 'sign-out', now);
        await recordAudit(tx, tables, actorOf(staffOf(request)), { action: 'sign-out', object: { kind: 'session', id: sessionId } }, now);
      });
      cookie.takeBack(reply);
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...listSessions,
    handler: async (request) => {
      const { id, sessionId } = staffOf(request);
      const items = (await sessions.listOf(id)).map((row) => asStaffSession(row, sessionId));
      return { items, next_cursor: null };
    },
  });

  api.route({
    ...revokeSession,
    handler: async (request, reply) => {
      const staff = staffOf(request);
      const id = request.params.session_id;
      const now = clock.now();
      if (id !== staff.sessionId) requireFreshSignIn(staff, now); // ASVS 5, 7.5.2
      const wasOpen = await database.write(async (tx) => {
        const ended = await endSession(tx, tables, { id, staffId: staff.id }, 'revoked', now);
        if (ended) await recordAudit(tx, tables, actorOf(staff), { action: 'revoke', object: { kind: 'session', id } }, now);
        return ended;
      });
      if (!wasOpen) throw problem('not-found');
      if (id === staff.sessionId) cookie.takeBack(reply);
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...revokeOtherSessions,
    handler: async (request, reply) => {
      const staff = staffOf(request);
      const now = clock.now();
      requireFreshSignIn(staff, now);
      await database.write(async (tx) => {
        const ended = await endSessionsOf(tx, tables, staff.id, 'revoked', now, staff.sessionId);
        if (ended > 0) await recordAudit(tx, tables, actorOf(staff), { action: 'revoke', object: { kind: 'session', id: null }, after: { ended } }, now);
      });
      return reply.code(204).send(null);
    },
  });
}

function asStaffSession(row: SessionRow, currentId: string): StaffSession {
  return {
    id: row.id,
    is_current: row.id === currentId,
    device: row.device ?? '?',
    network: row.address === null ? '?' : maskAddress(clientOf(row.address)),
    proofs: [...row.proofs],
    created_at: new Date(row.createdAt).toISOString(),
    last_seen_at: new Date(row.lastSeenAt).toISOString(),
  };
}

/** The account of a session as its owner sees it. Throws `session-over` when the session ended meanwhile. */
export async function readMe({ database, sessions, liveFrom }: Pick<SessionDeps, 'database' | 'sessions' | 'liveFrom'>, sessionId: string): Promise<Me> {
  const from = await liveFrom(); // first: what changes from here on is told by the stream
  const found = await sessions.find(sessionId);
  if (!found) throw problem('session-over');
  const { session, member } = found;
  const { read, tables } = database;
  const { totp, passkeys, recoveryCodesLeft } = await factorsOf(read, tables, member.id);
  return {
    id: member.id,
    email: member.email,
    given_name: member.givenName,
    family_name: member.familyName,
    language: member.language,
    role: member.role,
    scope: await readScope(database, member),
    permissions: [...permissionsOf(member.role)],
    notices: [...member.notices],
    system_notices: member.systemNotices,
    is_demo: member.isDemo,
    second_factor: { totp, passkeys, recovery_codes_left: recoveryCodesLeft },
    has_password: member.passwordHash !== null,
    live_from: from,
    session: {
      id: session.id,
      state: session.state,
      authenticated_at: new Date(session.authenticatedAt).toISOString(),
      idle_until: new Date(idleUntil(session)).toISOString(),
      expires_at: new Date(session.expiresAt).toISOString(),
    },
  };
}
