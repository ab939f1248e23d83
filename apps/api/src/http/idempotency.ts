import { and, eq, lte, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database, Reader, Writer } from '../database/database.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import { preparedOn } from '../database/prepared.ts';
import type { Secrets } from '../secrets.ts';
import { canonicalJson } from './blank-fields.ts';
import { bearerOf } from './body.ts';
import { problem } from './problems.ts';

/** How long the same key brings the same answer. */
export const keptMilliseconds = 24 * 3_600_000;

/** What is kept of an answer: never its tokens, which are derived again from the appointment. */
export interface KeptAnswer {
  readonly status: number;
  readonly answer: object;
  readonly appointmentId: string | null;
}

/** Called inside the write that makes the change, so that change and record are one. */
export type Remember = (tx: Writer, kept: KeptAnswer) => Promise<void>;

export interface Idempotency {
  /**
   * Runs the work once for a key: the same key and body bring the first answer again (`replayed`), another body is
   * refused with idempotency-key-reused, and while the first still runs the second is told request-in-progress.
   * Only what the work remembers is kept; a refusal leaves the key free. `body`: what stands for it where it is no JSON.
   */
  once(request: FastifyRequest, work: (remember: Remember) => Promise<KeptAnswer>, body?: unknown): Promise<KeptAnswer & { readonly replayed: boolean }>;
}

/** A request by the digests of its key (with where it went, and whose it is) and of its body. */
interface Asked {
  readonly scope: string;
  readonly bodyDigest: string;
}

const keyText = /^[!-~]{16,200}$/;

/** Refuses a POST without a proper key (400). */
export function requireIdempotencyKey(request: Pick<FastifyRequest, 'headers'>): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !keyText.test(key)) throw problem('idempotency-key-missing');
  return key;
}

export function makeIdempotency({ database, clock, secrets }: { database: Database; clock: Clock; secrets: Secrets }): Idempotency {
  const { idempotencyKeys } = database.tables;
  const running = new Set<string>();
  const byScope = preparedOn((reader: Reader) =>
    reader.select().from(idempotencyKeys).where(eq(idempotencyKeys.scope, sql.placeholder('scope'))).prepare('idempotency_key'),
  );
  const deleteOld = preparedOn((tx: Writer) => {
    const before = sql.param(sql.placeholder('before'), idempotencyKeys.createdAt);
    return tx.delete(idempotencyKeys).where(and(eq(idempotencyKeys.scope, sql.placeholder('scope')), lte(idempotencyKeys.createdAt, before))).prepare('old_idempotency_key');
  });

  function scopeOf(request: FastifyRequest): string {
    const path = request.url.split('?')[0] ?? '';
    return secrets.digest('idempotency', [request.method, path, bearerOf(request) ?? '', requireIdempotencyKey(request)].join('\n'));
  }

  /** What is kept under a key; `old`: too old to be the answer, and in the way of a new one. */
  async function kept({ scope, bodyDigest }: Asked): Promise<KeptAnswer | 'old' | null> {
    const [row] = await byScope(database.read).execute({ scope });
    if (!row) return null;
    if (row.createdAt <= clock.now() - keptMilliseconds) return 'old';
    if (row.bodyDigest !== bodyDigest) throw problem('idempotency-key-reused');
    return { status: row.status, answer: JSON.parse(row.answer) as object, appointmentId: row.appointmentId };
  }

  function rememberAs({ scope, bodyDigest }: Asked, { replacesOld }: { replacesOld: boolean }): Remember {
    return async (tx, { status, answer, appointmentId }) => {
      const now = clock.now();
      if (replacesOld) await deleteOld(tx).execute({ scope, before: now - keptMilliseconds });
      await preparedInsert(tx, idempotencyKeys, { scope, bodyDigest, status, answer: JSON.stringify(answer), appointmentId, createdAt: now });
    };
  }

  async function first(asked: Asked, work: () => Promise<KeptAnswer>) {
    try {
      return { ...(await work()), replayed: false };
    } catch (error) {
      // Another process may have been quicker with the same key, so that ours lost to it: then its answer is ours.
      const known = await kept(asked);
      if (!known || known === 'old') throw error;
      return { ...known, replayed: true };
    }
  }

  return {
    async once(request, work, body = request.body ?? null) {
      const scope = scopeOf(request);
      const asked = { scope, bodyDigest: secrets.digest('body', canonicalJson(body)) };
      if (running.has(scope)) throw problem('request-in-progress', { retryAfterSeconds: 1 });
      running.add(scope);
      try {
        const known = await kept(asked);
        if (known && known !== 'old') return { ...known, replayed: true };
        return await first(asked, () => work(rememberAs(asked, { replacesOld: known === 'old' })));
      } finally {
        running.delete(scope);
      }
    },
  };
}
