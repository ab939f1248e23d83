import { createHash, timingSafeEqual } from 'node:crypto';
import { and, asc, count, eq, gt } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { answerResetRequest, resetRequestCode } from '../identity/password-resets.ts';
import { enqueueAccessLink } from './enqueue.ts';

const hour = 3_600_000;
const linksAnHour = 3;
const batch = 20;

export interface LinkRequestDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Keyed digest of an e-mail address, the same as in the request. */
  emailDigest(email: string): string;
}

type LinkRequest = Tables['linkRequests']['$inferSelect'];

/**
 * Answers those who lost their link: where code and e-mail belong together the link is written down as a message, and
 * the request is gone either way. The same work is done for a wrong one; nobody waits for it, the answer was given
 * before. Answers with how many requests there were.
 */
export async function answerLinkRequests(deps: LinkRequestDeps): Promise<number> {
  const { read, tables } = deps.database;
  const { linkRequests } = tables;
  const waiting = await read.select().from(linkRequests).orderBy(asc(linkRequests.requestedAt), asc(linkRequests.id)).limit(batch);
  for (const request of waiting) {
    await deps.database.write((tx) => answer(deps, tx, request));
  }
  return waiting.length;
}

async function answer({ database: { tables }, clock, emailDigest }: LinkRequestDeps, tx: Writer, request: LinkRequest): Promise<void> {
  const removed = await tx.delete(tables.linkRequests).where(eq(tables.linkRequests.id, request.id)).returning({ id: tables.linkRequests.id });
  if (removed.length > 0 && request.code === resetRequestCode) return answerResetRequest(tx, tables, (email) => isSame(emailDigest(email), request.emailDigest), clock.now());
  const { appointment, person } = await findByCode(tx, tables, request.code);
  const isTheirs = isSame(emailDigest(person?.email ?? ''), request.emailDigest) && Boolean(person?.email);
  const sentLately = await linksSince(tx, tables, appointment?.id ?? '', clock.now() - hour);
  if (removed.length === 0 || !appointment || !isTheirs || sentLately >= linksAnHour) return; // no row: another worker had it
  await enqueueAccessLink(tx, tables, { ...appointment, requester: person }, clock.now());
}

async function findByCode(tx: Writer, { appointments, appointmentPeople, people }: Tables, code: string) {
  const [found] = await tx
    .select({ appointment: appointments, person: people })
    .from(appointments)
    .innerJoin(appointmentPeople, and(eq(appointmentPeople.appointmentId, appointments.id), eq(appointmentPeople.role, 'requester')))
    .innerJoin(people, eq(people.id, appointmentPeople.personId))
    .where(eq(appointments.code, code));
  return found ?? { appointment: null, person: null };
}

async function linksSince(tx: Writer, { outbox }: Tables, appointmentId: string, since: number): Promise<number> {
  const isRecentLink = and(eq(outbox.appointmentId, appointmentId), eq(outbox.message, 'access-link'), gt(outbox.createdAt, since));
  const [counted] = await tx.select({ links: count() }).from(outbox).where(isRecentLink);
  return counted?.links ?? 0;
}

/** In constant time, whatever their lengths. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
