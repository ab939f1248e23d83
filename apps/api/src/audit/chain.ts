import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

export type Entry = Readonly<Tables['auditEntries']['$inferSelect']>;
export type Seal = Readonly<Tables['auditSeals']['$inferSelect']>;

/** The digest that the first link follows. */
export const beginning = '';

/**
 * The digest of a link: SHA-256, base64url, over the JSON array of the digest before, the link's number and time, and
 * every column of the entry. Times are epoch milliseconds. docs/decisions/012-the-trail.md says it for whoever checks
 * the chain with a program of their own.
 */
export function linkDigest(before: string, { number, sealedAt }: Pick<Seal, 'number' | 'sealedAt'>, entry: Entry): string {
  const { id, at, actor, staffId, sessionId, action, objectKind, objectId, fields, digest } = entry;
  const text = JSON.stringify([before, number, sealedAt, id, at, actor, staffId, sessionId, action, objectKind, objectId, fields, digest]);
  return createHash('sha256').update(text).digest('base64url');
}

/** The newest link; null before the first. */
export async function newestSeal(reader: Reader | Writer, { auditSeals }: Tables): Promise<Seal | null> {
  const [seal] = await reader.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1);
  return seal ?? null;
}
