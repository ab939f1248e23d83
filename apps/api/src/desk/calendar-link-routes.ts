import { type BusyFailure, type BusySource, type CalendarFeed, createBusySource, createCalendarFeed, listBusySources, listCalendarFeeds, readBusySource, removeBusySource, revokeCalendarFeed } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { instantWriter } from '../appointments/wire.ts';
import type { SourceRow } from '../calendars/busy/busy-deps.ts';
import { refreshSource, takeSource } from '../calendars/busy/refresh-source.ts';
import { findTouched, followSource, readSource, readSourcesOf, unfollowSource } from '../calendars/busy/sources.ts';
import { feedAddresses } from '../calendars/feeds/feed-address.ts';
import { createFeed, type FeedRow, readFeedsOf, revokeFeed } from '../calendars/feeds/feeds.ts';
import type { Calendar, Directory } from '../directory/directory.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { calendarsWithin } from '../identity/calendars-within.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import type { DeskDeps } from './deps.ts';

/** What joins calendars with other programs: private feeds, and calendars elsewhere whose busy times close ours. */
export function calendarLinkRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;

  api.route({
    ...listCalendarFeeds,
    handler: async (request) => {
      const known = await directory.current();
      const feeds = await readFeedsOf(database, staffOf(request).id);
      return { items: feeds.map((feed) => feedOnWire(known, feed)) };
    },
  });

  api.route({
    ...createCalendarFeed,
    handler: async (request, reply) => {
      const known = await directory.current();
      const calendar = calendarWithin(known, request, request.body.calendar_id);
      const made = await createFeed(deps, { staff: staffOf(request), calendarId: calendar.id });
      if (!made.ok) throw problem(made.why);
      return reply.code(201).send({ ...feedOnWire(known, made.feed), ...feedAddresses(deps.publicUrl, made.secret) });
    },
  });

  api.route({
    ...revokeCalendarFeed,
    handler: async (request, reply) => {
      if (!(await revokeFeed(deps, { staff: staffOf(request), id: request.params.feed_id }))) throw problem('not-found');
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...listBusySources,
    handler: async (request) => {
      const known = await directory.current();
      const { id } = calendarWithin(known, request, request.params.calendar_id);
      return { items: await onWire(known, id, await readSourcesOf(database.read, database.tables, id)) };
    },
  });

  api.route({
    ...createBusySource,
    handler: async (request, reply) => {
      const known = await directory.current();
      const { id: calendarId } = calendarWithin(known, request, request.params.calendar_id);
      const followed = await whileOpen(followSource(deps, { calendarId, address: request.body.address, staff: staffOf(request) }, deps.closing));
      if (!followed.ok) throw problem(followed.why, 'failure' in followed ? { failure: followed.failure } : {});
      return reply.code(201).send(await oneOnWire(known, followed.source));
    },
  });

  api.route({
    ...readBusySource,
    handler: async (request) => {
      const known = await directory.current();
      const { id } = await sourceWithin(known, request, request.params.source_id);
      const taken = await takeSource(database, id, { now: clock.now(), onlyDue: false });
      if (taken) await whileOpen(refreshSource(deps, taken, actorOf(staffOf(request)), deps.closing)); // else somebody is reading it
      return oneOnWire(known, await sourceWithin(known, request, id));
    },
  });

  api.route({
    ...removeBusySource,
    handler: async (request, reply) => {
      const known = await directory.current();
      const source = await readSource(database, request.params.source_id);
      if (source) await unfollowSource(deps, await sourceWithin(known, request, source.id), staffOf(request));
      return reply.code(204).send(null);
    },
  });

  /** A reading ends when the server closes; who waits for it is told to come back. */
  async function whileOpen<Result>(reading: Promise<Result>): Promise<Result> {
    try {
      return await reading;
    } catch (error) {
      throw deps.closing.aborted ? problem('service-unavailable') : error;
    }
  }

  /** Throws `not-found` for one beyond reach. */
  function calendarWithin(known: Directory, request: FastifyRequest, id: string): Calendar {
    const calendar = calendarsWithin(known, staffOf(request)).find((one) => one.id === id);
    if (!calendar) throw problem('not-found');
    return calendar;
  }

  /** Throws `not-found` for one of a calendar beyond reach. */
  async function sourceWithin(known: Directory, request: FastifyRequest, id: string): Promise<SourceRow> {
    const source = await readSource(database, id);
    if (!source) throw problem('not-found');
    calendarWithin(known, request, source.calendarId);
    return source;
  }

  async function oneOnWire(known: Directory, source: SourceRow): Promise<BusySource> {
    const [one] = await onWire(known, source.calendarId, [source]);
    if (!one) throw problem('not-found');
    return one;
  }

  async function onWire(known: Directory, calendarId: string, sources: readonly SourceRow[]): Promise<BusySource[]> {
    const touched = await findTouched(database, calendarId, sources.map(({ id }) => id), clock.now());
    const write = instantWriter(known);
    return sources.map((source) => {
      const { count, firstStartsAt } = touched.get(source.id) ?? { count: 0, firstStartsAt: null };
      return {
        id: source.id,
        calendar_id: calendarId,
        host: source.host,
        created_at: write(source.createdAt),
        due_at: write(source.dueAt),
        last_good_at: source.lastGoodAt === null ? null : write(source.lastGoodAt),
        busy_count: source.busyCount,
        touched_count: count,
        first_touched_at: firstStartsAt === null ? null : write(firstStartsAt),
        failure: source.failure as BusyFailure | null, // refresh-source.ts writes nothing else
      };
    });
  }
}

function feedOnWire(known: Directory, { id, calendarId, createdAt, lastReadAt }: FeedRow): CalendarFeed {
  const write = instantWriter(known);
  return { id, calendar_id: calendarId, calendar_name: known.calendars.get(calendarId)?.name ?? '', created_at: write(createdAt), last_read_at: lastReadAt === null ? null : write(lastReadAt) };
}
