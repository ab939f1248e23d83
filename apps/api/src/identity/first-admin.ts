import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';
import { hasAdministrator, lockAdministrators } from './member-locks.ts';
import { openStaffLink, staffLinkAddress } from './staff-links.ts';

/** Processes that start together show one link, not each its own of which only the last is good. */
const togetherMilliseconds = 60_000;

interface FirstAdminDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly publicUrl: string;
}

/**
 * The link by which the first administrator makes their account, where there is no active one; null otherwise. Each start
 * makes a new one and ends those before. It is for the eyes of who starts the desk: never to be logged.
 */
export async function firstAdminLink({ database, clock, secrets, publicUrl }: FirstAdminDeps): Promise<string | null> {
  const { tables, read } = database;
  if (await hasAdministrator(read, tables)) return null;
  const { staffLinks } = tables;
  const now = clock.now();
  const linkId = await database.write(async (tx) => {
    await lockAdministrators(tx, tables);
    if (await hasAdministrator(tx, tables)) return null;
    const isFresh = and(eq(staffLinks.kind, 'first_admin'), isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, now), gt(staffLinks.createdAt, now - togetherMilliseconds));
    const [fresh] = await tx.select({ id: staffLinks.id }).from(staffLinks).where(isFresh).orderBy(desc(staffLinks.createdAt)).limit(1);
    const { id } = fresh ?? (await openStaffLink(tx, tables, { kind: 'first_admin', staffId: null }, now));
    return id;
  });
  return linkId && staffLinkAddress(secrets, publicUrl, linkId);
}
