import type { FastifyReply } from 'fastify';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { DirectoryStore } from '../../directory/store.ts';
import type { App } from '../../http/app.ts';
import { pack, sendPacked } from '../../http/packed.ts';
import { problem, traceOf } from '../../http/problems.ts';
import type { Secrets } from '../../secrets.ts';
import { feedFolder, secretIn } from './feed-address.ts';
import { feedFile } from './feed-file.ts';
import { findFeed, noteReading } from './find-feed.ts';
import { readFeedTime } from './read-feed-time.ts';

interface FeedRouteDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly directory: DirectoryStore;
  readonly publicUrl: string;
  readonly demo: boolean;
}

/**
 * The feed itself, for programs that know its address and nothing else: beside the contract, as no client of the API makes such an
 * address. Everything that answers no more is the same `not-found`.
 */
export function feedRoute(api: App, deps: FeedRouteDeps): void {
  api.get<{ Params: { name: string } }>(`${feedFolder}/:name`, { schema: { hide: true } as object }, async (request, reply: FastifyReply) => {
    reply.header('x-robots-tag', 'noindex');
    const secret = secretIn(request.params.name);
    const directory = await deps.directory.current();
    const found = secret === null ? null : await findFeed(deps, directory, secret);
    if (!found) throw problem('not-found');
    const { feed, owner, reach, calendar } = found;
    const times = await readFeedTime(deps.database, directory, { calendarId: calendar.id, reach, now: deps.clock.now() });
    const file = feedFile({ directory, calendar, times, language: owner.language, publicUrl: deps.publicUrl });
    await noteReading(deps, feed).catch((error: unknown) => request.log.warn(traceOf(error), 'the reading of a feed was not noted'));
    reply.headers({ 'cache-control': 'private, no-cache', 'content-language': owner.language, 'content-disposition': 'inline; filename="agenda.ics"' });
    return sendPacked(request, reply, pack(file, 'text/calendar; charset=utf-8'));
  });
}
