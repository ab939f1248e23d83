import type { Proof } from '@sportello/contract';
import { and, desc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { Reach, StaffMember } from './staff-member.ts';

/** A session ends when nobody used it for half an hour, and after twelve hours in any case (ASVS 5, 7.3). */
export const idleMilliseconds = 30 * 60_000;
export const absoluteMilliseconds = 12 * 3_600_000;
/** As many open sessions as one person may have: desk, laptop, phone, and some that were left open. */
const mostSessions = 10;
/** A use is noted once a minute at most: reading must not write each time. */
const noteEveryMilliseconds = 60_000;

export type SessionRow = Tables['staffSessions']['$inferSelect'];
export type StaffRow = Tables['staff']['$inferSelect'];
export type SessionEnd = NonNullable<SessionRow['endedBy']>;

export interface FoundSession {
  readonly session: SessionRow;
  readonly member: StaffRow;
  readonly reach: Reach;
}

export interface NewSession {
  readonly staffId: string;
  readonly state: SessionRow['state'];
  readonly proofs: readonly Proof[];
  readonly device: string;
  readonly address: string;
  /** Where they showed who they are somewhere else, before now. */
  readonly authenticatedAt?: number;
}

export type Sessions = ReturnType<typeof sessionStore>;

/** The sessions of the staff: they live in the database alone, so that ending one takes effect with its next request. */
export function sessionStore({ database, clock, demo }: { database: Database; clock: Clock; demo: boolean }) {
  const { read, tables } = database;
  const { staffSessions, staff, staffScopes } = tables;
  const byId = read
    .select({ session: staffSessions, member: staff })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(eq(staffSessions.id, sql.placeholder('id')))
    .prepare('staff_session');
  const scopesOf = read.select().from(staffScopes).where(eq(staffScopes.staffId, sql.placeholder('staffId'))).prepare('staff_scopes_of');

  return {
    /** The session while it lives, with whose it is and how far they reach; null when it is over or was never there. */
    async find(id: string): Promise<FoundSession | null> {
      const [found] = await byId.execute({ id });
      if (!found || !isOpen(found.session, clock.now()) || !mayUse(found.member, demo)) return null;
      return { ...found, reach: reachOf(found.member, await scopesOf.execute({ staffId: found.member.id })) };
    },

    /** Those of these sessions that live, by id, in two questions; one that is over is not among them. */
    async findAll(ids: readonly string[]): Promise<ReadonlyMap<string, FoundSession>> {
      if (ids.length === 0) return new Map();
      const now = clock.now();
      const rows = await read.select({ session: staffSessions, member: staff }).from(staffSessions).innerJoin(staff, eq(staff.id, staffSessions.staffId)).where(inArray(staffSessions.id, [...ids]));
      const open = rows.filter(({ session, member }) => isOpen(session, now) && mayUse(member, demo));
      const scopes = await read.select().from(staffScopes).where(inArray(staffScopes.staffId, open.map(({ member }) => member.id)));
      const scopesFor = Map.groupBy(scopes, ({ staffId }) => staffId);
      return new Map(open.map((found) => [found.session.id, { ...found, reach: reachOf(found.member, scopesFor.get(found.member.id) ?? []) }]));
    },

    /** Notes that the session was used, unless that was noted within the last minute. */
    async noteUse({ id, staffId, lastSeenAt }: SessionRow): Promise<void> {
      const now = clock.now();
      if (now - lastSeenAt < noteEveryMilliseconds) return;
      await database.write(async (tx) => {
        await tx.update(staffSessions).set({ lastSeenAt: now }).where(and(eq(staffSessions.id, id), isNull(staffSessions.endedAt)));
        await tx.update(staff).set({ lastSeenAt: now }).where(eq(staff.id, staffId));
      });
    },

    /** The open sessions of somebody, the one used last first. */
    async listOf(staffId: string): Promise<readonly SessionRow[]> {
      const now = clock.now();
      return read
        .select()
        .from(staffSessions)
        .where(and(eq(staffSessions.staffId, staffId), isNull(staffSessions.endedAt), gt(staffSessions.expiresAt, now), gt(staffSessions.lastSeenAt, now - idleMilliseconds)))
        .orderBy(desc(staffSessions.lastSeenAt), desc(staffSessions.id));
    },
  };
}

/** Opens a session; answers with its id. */
export async function openSession(tx: Writer, { staffSessions }: Tables, session: NewSession, now: number): Promise<string> {
  const id = newId();
  await tx.insert(staffSessions).values({ id, ...session, createdAt: now, authenticatedAt: session.authenticatedAt ?? now, lastSeenAt: now, expiresAt: now + absoluteMilliseconds });
  return id;
}

/** Leaves somebody room for one more session: of as many as one may have, the one used longest ago ends. */
export async function makeRoomForSession(tx: Writer, { staffSessions }: Tables, staffId: string, now: number): Promise<void> {
  const open = await tx
    .select({ id: staffSessions.id })
    .from(staffSessions)
    .where(and(eq(staffSessions.staffId, staffId), isNull(staffSessions.endedAt), gt(staffSessions.expiresAt, now), gt(staffSessions.lastSeenAt, now - idleMilliseconds)))
    .orderBy(desc(staffSessions.lastSeenAt), desc(staffSessions.id));
  const tooMany = open.slice(mostSessions - 1).map(({ id }) => id);
  if (tooMany.length > 0) await tx.update(staffSessions).set({ endedAt: now, endedBy: 'replaced' }).where(inArray(staffSessions.id, tooMany));
}

/** Ends one session of somebody; says whether it was open. */
export async function endSession(tx: Writer, { staffSessions }: Tables, whose: { id: string; staffId: string }, endedBy: SessionEnd, now: number): Promise<boolean> {
  const ended = await tx
    .update(staffSessions)
    .set({ endedAt: now, endedBy })
    .where(and(eq(staffSessions.id, whose.id), eq(staffSessions.staffId, whose.staffId), isNull(staffSessions.endedAt)))
    .returning({ id: staffSessions.id });
  return ended.length > 0;
}

/** Ends all sessions of somebody, or all but one; answers with how many. */
export async function endSessionsOf(tx: Writer, { staffSessions }: Tables, staffId: string, endedBy: SessionEnd, now: number, butOne: string | null = null): Promise<number> {
  const others = butOne === null ? undefined : ne(staffSessions.id, butOne);
  const ended = await tx
    .update(staffSessions)
    .set({ endedAt: now, endedBy })
    .where(and(eq(staffSessions.staffId, staffId), isNull(staffSessions.endedAt), others))
    .returning({ id: staffSessions.id });
  return ended.length;
}

/** Ends the sessions of somebody that wait for a second factor to be set up. */
export async function endEnrollingSessionsOf(tx: Writer, { staffSessions }: Tables, staffId: string, now: number): Promise<void> {
  await tx.update(staffSessions).set({ endedAt: now, endedBy: 'replaced' }).where(and(eq(staffSessions.staffId, staffId), eq(staffSessions.state, 'enrolling'), isNull(staffSessions.endedAt)));
}

/** Takes away what the access log need not keep any longer: sessions that were last used before `before`. */
export async function forgetSessions(tx: Writer, { staffSessions }: Tables, before: number): Promise<void> {
  await tx.delete(staffSessions).where(lte(staffSessions.lastSeenAt, before));
}

export function idleUntil({ lastSeenAt, expiresAt }: Pick<SessionRow, 'lastSeenAt' | 'expiresAt'>): number {
  return Math.min(lastSeenAt + idleMilliseconds, expiresAt);
}

function isOpen(session: SessionRow, now: number): boolean {
  return session.endedAt === null && now < idleUntil(session);
}

/** Whether somebody may be signed in at all. An account of the demo is none outside of demo mode. */
export function mayUse({ state, isDemo }: Pick<StaffRow, 'state' | 'isDemo'>, demo: boolean): boolean {
  return state === 'active' && (demo || !isDemo);
}

/** How far somebody's role reaches, by what was given to them. */
export function reachOf({ role, allOffices }: StaffRow, scopes: readonly Tables['staffScopes']['$inferSelect'][]): Reach {
  if (role === 'admin' || role === 'auditor' || allOffices) return { everything: true };
  const ids = (kind: 'office' | 'municipality') => scopes.filter((scope) => scope.kind === kind).map(({ scopeId }) => scopeId).toSorted();
  return { everything: false, officeIds: ids('office'), municipalityIds: role === 'manager' ? ids('municipality') : [] };
}

/** Who asks in this session, for one request from this address. */
export function memberOf({ session, member, reach }: FoundSession, address: string): StaffMember {
  return {
    id: member.id,
    role: member.role,
    reach,
    sessionId: session.id,
    sessionState: session.state,
    proofs: session.proofs,
    authenticatedAt: session.authenticatedAt,
    isDemo: member.isDemo,
    address,
  };
}
