import rateLimit from '@fastify/rate-limit';
import type { App } from './app.ts';
import { clientOf } from './client-address.ts';
import { problem } from './problems.ts';

/** Per client and minute, before LIMIT_FACTOR. */
const getsAMinute = 300;
const writesAMinute = 60;

/** Counts requests by client address; every answer says what is left, and the first one too many is a 429. */
export async function registerLimits(app: App, { limitFactor }: { limitFactor: number }): Promise<void> {
  if (limitFactor === 0) return;
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ method }) => Math.max(1, Math.round((isRead(method) ? getsAMinute : writesAMinute) * limitFactor)),
    // injectWS has no address
    keyGenerator: ({ method, ip }) => `${isRead(method) ? 'read' : 'write'} ${clientOf(ip ?? '')}`,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { ttl }) => problem('too-many-requests', { retryAfterSeconds: ttl / 1000 }),
  });
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
