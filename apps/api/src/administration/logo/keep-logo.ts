import { and, eq, inArray, lt, notInArray } from 'drizzle-orm';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { JudgedLogo } from './judge-logo.ts';

/** So long a picture waits for the change that names it. */
const waitsMilliseconds = 24 * 3_600_000;

/** Keeps a picture under the digest of its content: the same one again is no other. */
export async function keepLogo(tx: Writer, { logos }: Tables, logo: JudgedLogo, now: number): Promise<void> {
  await tx.insert(logos).values({ ...logo, createdAt: now }).onConflictDoUpdate({ target: logos.id, set: { createdAt: now } });
}

/** Takes away pictures that were tried and never used. What a version of the union names stays: it can be put back. */
export async function forgetUnusedLogos(tx: Writer, { logos, unions, recordVersions, recordDrafts }: Tables, now: number): Promise<void> {
  const old = await tx.select({ id: logos.id }).from(logos).where(lt(logos.createdAt, now - waitsMilliseconds));
  if (old.length === 0) return;
  const versions = await tx.select({ content: recordVersions.content }).from(recordVersions).where(eq(recordVersions.kind, 'union'));
  const drafts = await tx.select({ content: recordDrafts.content }).from(recordDrafts).where(eq(recordDrafts.kind, 'union'));
  const inForce = await tx.select({ id: unions.logoId }).from(unions);
  const named = [...inForce.map(({ id }) => id), ...[...versions, ...drafts].map(({ content }) => (content.kind === 'union' ? content.logo_id : null))].filter((id) => typeof id === 'string');
  const candidates = old.map(({ id }) => id);
  await tx.delete(logos).where(named.length > 0 ? and(inArray(logos.id, candidates), notInArray(logos.id, named)) : inArray(logos.id, candidates));
}
