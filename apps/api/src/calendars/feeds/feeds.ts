import { randomBytes } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import { attempt } from '../../database/attempt.ts';
import type { Database } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { Secrets } from '../../secrets.ts';

export type FeedRow = Readonly<Tables['calendarFeeds']['$inferSelect']>;

interface FeedDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export type NewFeed = { readonly ok: true; readonly feed: FeedRow; readonly secret: string } | { readonly ok: false; readonly why: 'too-many-links' };

/** As many feeds as one person may have. */
const mostFeeds = 10;
/** 192 bits: nobody guesses one, so wrong ones need not be counted. */
const secretBytes = 24;

/** By what a feed is found again; the secret itself is kept nowhere. */
export function feedDigest(secrets: Secrets, secret: string): string {
  return secrets.digest('calendar-feed', secret);
}

/** The feeds that somebody made and did not take back, the oldest first. */
export async function readFeedsOf({ read, tables: { calendarFeeds } }: Database, staffId: string): Promise<readonly FeedRow[]> {
  return read.select().from(calendarFeeds).where(and(eq(calendarFeeds.staffId, staffId), isNull(calendarFeeds.revokedAt))).orderBy(asc(calendarFeeds.createdAt), asc(calendarFeeds.id));
}

/** Makes the private address of a calendar within reach; `secret` is answered this once. */
export async function createFeed({ database, clock, secrets }: FeedDeps & { readonly secrets: Secrets }, { staff: maker, calendarId }: { staff: StaffMember; calendarId: string }): Promise<NewFeed> {
  const { tables } = database;
  const { calendarFeeds, staff } = tables;
  return attempt<NewFeed>(database, async (tx) => {
    await tx.update(staff).set({ revision: sql`${staff.revision}` }).where(eq(staff.id, maker.id)); // two at once wait here for each other
    const theirs = await tx.select({ id: calendarFeeds.id }).from(calendarFeeds).where(and(eq(calendarFeeds.staffId, maker.id), isNull(calendarFeeds.revokedAt)));
    if (theirs.length >= mostFeeds) return { ok: false, why: 'too-many-links' };
    const now = clock.now();
    const secret = randomBytes(secretBytes).toString('base64url');
    const feed: FeedRow = { id: newId(), staffId: maker.id, calendarId, digest: feedDigest(secrets, secret), createdAt: now, revokedAt: null, lastReadAt: null };
    await tx.insert(calendarFeeds).values(feed);
    await recordAudit(tx, tables, actorOf(maker), { action: 'create', object: { kind: 'calendar-feed', id: feed.id }, after: { calendar_id: calendarId } }, now);
    return { ok: true, feed, secret };
  });
}

/** Takes a feed back; one that was taken back already is fine. false: nobody made it, or somebody else. */
export async function revokeFeed({ database, clock }: FeedDeps, { staff, id }: { staff: StaffMember; id: string }): Promise<boolean> {
  const { tables } = database;
  const { calendarFeeds } = tables;
  const isTheirs = and(eq(calendarFeeds.id, id), eq(calendarFeeds.staffId, staff.id));
  return database.write(async (tx) => {
    const now = clock.now();
    const [revoked] = await tx.update(calendarFeeds).set({ revokedAt: now }).where(and(isTheirs, isNull(calendarFeeds.revokedAt))).returning({ calendarId: calendarFeeds.calendarId });
    if (revoked) await recordAudit(tx, tables, actorOf(staff), { action: 'revoke', object: { kind: 'calendar-feed', id }, before: { calendar_id: revoked.calendarId } }, now);
    return (await tx.select({ id: calendarFeeds.id }).from(calendarFeeds).where(isTheirs)).length > 0;
  });
}
