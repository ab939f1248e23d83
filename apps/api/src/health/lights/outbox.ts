import { localDay, startOfDay } from '@sportello/scheduling';
import { and, count, eq, gte, isNotNull, isNull, lte, min, or } from 'drizzle-orm';
import type { Finding, LightCheck, LightDeps } from './light.ts';
import { quick } from './light.ts';

/** A message that was due for so long was taken by nobody. */
const overdueMilliseconds = 10 * 60_000;
const longTriedMilliseconds = 3_600_000;

/** Messages to send: how many wait, whether they can be handed in, whom none reached. */
export const outboxLight: LightCheck = { name: 'outbox', ...quick, toldElsewhere: ['failed', 'to-call'], look }; // the board of the day says whom to call

async function look({ database: { read, tables }, clock, directory }: LightDeps): Promise<Finding> {
  const { outbox, appointments } = tables;
  const now = clock.now();
  const isFree = or(isNull(outbox.lockedUntil), lte(outbox.lockedUntil, now));
  const pending = eq(outbox.state, 'pending');
  const [due] = await read.select({ count: count(), oldest: min(outbox.dueAt) }).from(outbox).where(and(pending, lte(outbox.dueAt, now), isFree));
  const retried = await read.select({ failure: outbox.failure, createdAt: outbox.createdAt }).from(outbox).where(and(pending, isNotNull(outbox.failure)));
  const { timeZone } = (await directory.current()).union;
  const midnight = startOfDay(timeZone, localDay(timeZone, Math.floor(now / 60_000))) * 60_000;
  const [failed] = await read.select({ count: count() }).from(outbox).where(and(eq(outbox.state, 'failed'), gte(outbox.dueAt, midnight)));
  const [toCall] = await read.select({ count: count() }).from(appointments).where(isNotNull(appointments.toCallSince));

  const oldestRetried = retried.length > 0 ? Math.min(...retried.map(({ createdAt }) => createdAt)) : null;
  const values = {
    waiting: (due?.count ?? 0) + retried.length,
    oldest_at: due?.oldest ?? oldestRetried,
    retried: retried.length,
    failure: retried[0]?.failure ?? null,
    failed_today: failed?.count ?? 0,
    to_call: toCall?.count ?? 0,
  };
  if (values.oldest_at !== null && due?.oldest === values.oldest_at && now - values.oldest_at > overdueMilliseconds) return { state: 'bad', says: 'stuck', values, since: values.oldest_at };
  if (retried.some(({ failure }) => failure === 'sign-in')) return { state: 'bad', says: 'wrong-password', values, since: oldestRetried };
  if (oldestRetried !== null) return { state: now - oldestRetried > longTriedMilliseconds ? 'bad' : 'attention', says: 'retried', values, since: oldestRetried };
  if (values.failed_today > 0) return { state: 'attention', says: 'failed', values };
  return values.to_call > 0 ? { state: 'attention', says: 'to-call', values } : { state: 'good', says: 'good', values };
}
