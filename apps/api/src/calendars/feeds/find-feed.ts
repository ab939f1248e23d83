import { may } from '@sportello/contract';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Calendar, Directory } from '../../directory/directory.ts';
import { calendarsWithin } from '../../identity/calendars-within.ts';
import { mayUse, reachOf, type StaffRow } from '../../identity/sessions.ts';
import type { Reach } from '../../identity/staff-member.ts';
import type { Secrets } from '../../secrets.ts';
import { feedDigest, type FeedRow } from './feeds.ts';

/** A feed that answers, with whose it is and how far they reach now. */
export interface FoundFeed {
  readonly feed: FeedRow;
  readonly owner: StaffRow;
  readonly reach: Reach;
  readonly calendar: Calendar;
}

interface FindDeps {
  readonly database: Database;
  readonly secrets: Secrets;
  /** Whether accounts of the demo count. */
  readonly demo: boolean;
}

/** null for whatever answers no more: unknown, taken back, of somebody who may not sign in, of a calendar out of their reach. */
export async function findFeed({ database: { read, tables }, secrets, demo }: FindDeps, directory: Directory, secret: string): Promise<FoundFeed | null> {
  const { calendarFeeds, staff, staffScopes } = tables;
  const [found] = await read
    .select({ feed: calendarFeeds, owner: staff })
    .from(calendarFeeds)
    .innerJoin(staff, eq(staff.id, calendarFeeds.staffId))
    .where(and(eq(calendarFeeds.digest, feedDigest(secrets, secret)), isNull(calendarFeeds.revokedAt)));
  if (!found || !mayUse(found.owner, demo) || !may(found.owner.role, 'calendar.read')) return null;
  const reach = reachOf(found.owner, await read.select().from(staffScopes).where(eq(staffScopes.staffId, found.owner.id)));
  const calendar = calendarsWithin(directory, { reach }).find(({ id }) => id === found.feed.calendarId);
  return calendar ? { ...found, reach, calendar } : null;
}

/** A reading is noted every five minutes at most: reading must not write each time. */
const noteEveryMilliseconds = 5 * 60_000;

/** Notes that a program asked for the feed. */
export async function noteReading({ database, clock }: { database: Database; clock: Clock }, { id, lastReadAt }: FeedRow): Promise<void> {
  const now = clock.now();
  if (lastReadAt !== null && now - lastReadAt < noteEveryMilliseconds) return;
  const { calendarFeeds } = database.tables;
  const isOld = or(isNull(calendarFeeds.lastReadAt), lte(calendarFeeds.lastReadAt, now - noteEveryMilliseconds));
  await database.write(async (tx) => void (await tx.update(calendarFeeds).set({ lastReadAt: now }).where(and(eq(calendarFeeds.id, id), isOld))));
}
