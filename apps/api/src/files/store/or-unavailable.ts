import type { FastifyBaseLogger } from 'fastify';
import { problem } from '../../http/problems.ts';
import { StoreUnavailable } from './file-store.ts';

/** What a store cannot do now becomes a problem that says so; nothing was changed for who asked. */
export async function orUnavailable<Result>(log: Pick<FastifyBaseLogger, 'warn'>, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ name: error.name }, error.message);
    throw problem('service-unavailable');
  }
}
